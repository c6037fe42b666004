import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import { escaped, field, modal, option, section } from '../../platform/slack/blocks.ts'
import type { Question } from '../question.ts'
import { groups, mostText } from './editing.ts'
import { type FieldName, type Filled, kinds, otherThan, toFilled, type Way } from './form.ts'
import { groupName, questionInWords } from './list-view.ts'
import * as say from './messages.ts'
import { type Form, fromForm } from './refs.ts'

export interface QuestionForm {
  form: Form
  /** What stands in it; undefined for a new one. */
  question: Question | undefined
  /** Of the two teams: the first language of its texts. */
  language: Language
  /** Whether this check-in is about key accounts. */
  aboutAccounts: boolean
  /** mrkdwn */
  note?: string
}

/** One question, to be written or changed. @param reader the language of the person */
export function questionView(shown: QuestionForm, reader: Language): ModalView {
  const { form, question, note } = shown
  return modal({
    id: 'checkins:question',
    title: (question ? say.editTitle : say.addTitle)(reader),
    submit: say.save(reader),
    close: say.back(reader),
    metadata: fromForm(form),
    blocks: [...(note ? [section(note)] : []), ...fieldsFor(shown, toFilled(question, shown.language), reader)],
  })
}

function fieldsFor({ language, aboutAccounts }: QuestionForm, filled: Filled, reader: Language): InputBlock[] {
  const other = otherThan(language)
  const sides = groups.map((group) => option(group, groupName(group, reader)))
  const answers = kinds.map((kind) => option(kind, say.kindNames[kind](reader)))
  const text = (id: TextField, label: string, hint: string, most: number, optional = true): InputBlock =>
    field({ id, label, hint, optional, element: typed(filled[id], most) })
  return [
    field({ id: 'side', label: say.whom(reader), element: radio(sides, filled.side) }),
    text('label', say.question(reader, language), say.questionHint(reader), mostText.label, false),
    text('labelOther', say.question(reader, other), say.otherHint(reader), mostText.label),
    text('hint', say.hint(reader, language), say.hintHint(reader), mostText.hint),
    text('hintOther', say.hint(reader, other), say.otherHint(reader), mostText.hint),
    field({ id: 'kind', label: say.kind(reader), element: radio(answers, filled.kind) }),
    text('choices', say.choices(reader, language), say.choicesHint(reader), longestList),
    text('choicesOther', say.choices(reader, other), say.otherChoicesHint(reader), longestList),
    field({ id: 'how', label: say.how(reader), optional: true, element: boxes(filled.how, aboutAccounts, reader) }),
  ]
}

type TextField = Extract<FieldName, 'label' | 'labelOther' | 'hint' | 'hintOther' | 'choices' | 'choicesOther'>

/** As many choices as there can be, each as long as it can be. */
const longestList = mostText.choices * (mostText.choice + 1)

function typed(value: string, most: number): InputBlock['element'] {
  const initial = value === '' ? {} : { initial_value: value }
  return { type: 'plain_text_input', multiline: most !== mostText.label, max_length: most, ...initial }
}

function radio(options: PlainTextOption[], chosen: string | undefined): InputBlock['element'] {
  const initial = options.find(({ value }) => value === chosen)
  return { type: 'radio_buttons', options, ...(initial ? { initial_option: initial } : {}) }
}

function boxes(how: readonly Way[], aboutAccounts: boolean, reader: Language): InputBlock['element'] {
  const offered: Way[] = ['required', 'last answer', ...(aboutAccounts ? ['per account' as const] : [])]
  const options = offered.map((way) => option(way, say.ways[way](reader)))
  const ticked = options.filter(({ value }) => how.some((way) => way === value))
  return { type: 'checkboxes', options, ...(ticked.length > 0 ? { initial_options: ticked } : {}) }
}

/** What somebody else made of the question meanwhile. @param theirs undefined where they removed it */
export function theirsInWords(theirs: Question | undefined, reader: Language): string {
  if (!theirs) return say.theirRemoval(reader)
  const hint = theirs.hint[reader]
  const words = [groupName(theirs.side, reader), questionInWords(theirs, reader), ...(hint ? [escaped(hint)] : [])]
  return say.theirChange(reader, words.map((line) => `> ${line.replaceAll('\n', '\n> ')}`).join('\n'))
}
