import { z } from 'zod'
import type { Language } from '../../platform/i18n.ts'
import type { Fields } from '../../platform/interaction.ts'
import type { Choice, Question } from '../question.ts'
import { groups, mostText } from './editing.ts'
import * as say from './messages.ts'

/** The fields of the form; the texts in the language of the two teams, and in the other one. */
export const fieldNames = [
  'side',
  'label',
  'labelOther',
  'hint',
  'hintOther',
  'kind',
  'choices',
  'choicesOther',
  'how',
] as const
export type FieldName = (typeof fieldNames)[number]

export const kinds = ['text', 'line', 'choice', 'number'] as const satisfies Question['kind'][]
export const ways = ['required', 'last answer', 'per account'] as const
export type Way = (typeof ways)[number]

const typed = z.string().trim().catch('')
const form = z.object({
  side: z.enum(groups).optional().catch(undefined),
  label: typed,
  labelOther: typed,
  hint: typed,
  hintOther: typed,
  kind: z.enum(kinds).catch('text'),
  choices: typed,
  choicesOther: typed,
  how: z.array(z.enum(ways)).catch([]),
})

/** What the form holds; choices one on each line. */
export type Filled = z.infer<typeof form>

export const otherThan = (language: Language): Language => (language === 'en' ? 'nl' : 'en')

/** A question as the form shows it; a text that is the same in both languages was typed once. @param language of the two teams */
export function toFilled(question: Question | undefined, language: Language): Filled {
  if (!question) return form.parse({})
  const { side, label, hint, kind, choices = [], required, prefill, perAccount } = question
  const labels = choices.map((choice) => choice.label)
  const translated = labels.some((one) => differs(one))
  return {
    side,
    kind,
    label: label[language],
    labelOther: differs(label) ? label[otherThan(language)] : '',
    hint: hint[language],
    hintOther: differs(hint) ? hint[otherThan(language)] : '',
    choices: labels.map((one) => one[language]).join('\n'),
    choicesOther: translated ? labels.map((one) => one[otherThan(language)]).join('\n') : '',
    how: [
      ...(required ? ['required' as const] : []),
      ...(prefill === 'last answer' ? ['last answer' as const] : []),
      ...(perAccount ? ['per account' as const] : []),
    ],
  }
}

const differs = ({ en, nl }: Record<Language, string>): boolean => en !== nl

/** What a question is made from beside what was typed. */
interface Making {
  id: string
  /** As it was: choices that stay keep their ids, so that last time's answers still fit. */
  before: Question | undefined
  /** Of the two teams. */
  language: Language
  newId(): string
}

export type Made = { ok: true; question: Question } | { ok: false; errors: Partial<Record<FieldName, string>> }

/** The question that was filled in; or what is wrong, under each field. @param reader the language of the person */
export function questionIn(fields: Fields, making: Making, reader: Language): Made {
  const filled = form.parse(fields)
  const errors = errorsIn(filled, reader)
  if (filled.side === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  const { language, id } = making
  const question: Question = {
    id,
    side: filled.side,
    label: inBoth(filled.label, filled.labelOther, language),
    hint: inBoth(filled.hint, filled.hintOther, language),
    kind: filled.kind,
    required: filled.how.includes('required'),
    prefill: filled.how.includes('last answer') ? 'last answer' : 'nothing',
    ...(filled.kind === 'choice' ? { choices: choicesIn(filled, making) } : {}),
    ...(filled.how.includes('per account') ? { perAccount: true } : {}),
  }
  return { ok: true, question }
}

function errorsIn(filled: Filled, reader: Language): Partial<Record<FieldName, string>> {
  const errors = {
    side: filled.side === undefined ? say.chooseSide(reader) : undefined,
    label: filled.label === '' ? say.askSomething(reader) : tooLong(filled.label, mostText.label, reader),
    labelOther: tooLong(filled.labelOther, mostText.label, reader),
    hint: tooLong(filled.hint, mostText.hint, reader),
    hintOther: tooLong(filled.hintOther, mostText.hint, reader),
    ...choiceErrors(filled, reader),
  }
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error !== undefined))
}

function choiceErrors({ kind, ...filled }: Filled, reader: Language): Partial<Record<FieldName, string | undefined>> {
  const [choices, others] = [linesOf(filled.choices), linesOf(filled.choicesOther)]
  if (kind !== 'choice') {
    const choicesWithout = say.onlyForChoice(reader)
    return {
      choices: choices.length > 0 ? choicesWithout : undefined,
      choicesOther: others.length > 0 ? choicesWithout : undefined,
    }
  }
  return {
    choices: wrongChoices(choices, reader),
    choicesOther:
      others.length > 0 && others.length !== choices.length
        ? say.asManyChoices(reader, choices.length)
        : tooLong(others.toSorted(byLength).at(-1) ?? '', mostText.choice, reader),
  }
}

function wrongChoices(choices: readonly string[], reader: Language): string | undefined {
  if (choices.length < 2 || choices.length > mostText.choices) return say.someChoices(reader, mostText.choices)
  if (new Set(choices).size < choices.length) return say.choiceTwice(reader)
  return tooLong(choices.toSorted(byLength).at(-1) ?? '', mostText.choice, reader)
}

const byLength = (one: string, other: string): number => one.length - other.length

const tooLong = (text: string, most: number, reader: Language): string | undefined =>
  text.length > most ? say.tooLong(reader, most) : undefined

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function choicesIn(filled: Filled, { before, language, newId }: Making): Choice[] {
  const others = linesOf(filled.choicesOther)
  return linesOf(filled.choices).map((line, index) => {
    const same = before?.choices?.find((choice) => choice.label[language] === line)
    return { id: same?.id ?? newId(), label: inBoth(line, others[index] ?? '', language) }
  })
}

function inBoth(own: string, other: string, language: Language): Record<Language, string> {
  return language === 'en' ? { en: own, nl: other || own } : { nl: own, en: other || own }
}
