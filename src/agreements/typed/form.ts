/** What is asked for each kind of agreement, and how what was typed becomes its content and the other way round. */
import type { Language } from '../../platform/i18n.ts'
import type { Content, Item } from '../content.ts'
import type { Kind } from '../kind.ts'
import { readDescribed, readWords, writeDescribed, writeWords } from './entries.ts'
import { readItems, writeItems } from './items.ts'
import { Misread, type Problem, plainLines } from './lines.ts'
import { readSteps, writeSteps } from './steps.ts'

export type FieldName =
  | 'criteria'
  | 'wanted'
  | 'about'
  | 'profile'
  | 'exclusions'
  | 'steps'
  | 'standard'
  | 'rules'
  | 'words'

/** The fields of a kind, in order; the first must be filled in. */
export const fieldsOfKind: Record<Kind, readonly [FieldName, ...FieldName[]]> = {
  lead_definition: ['criteria', 'wanted'],
  ideal_customer: ['profile', 'exclusions', 'about'],
  who_does_what: ['steps'],
  data_standard: ['standard'],
  rules: ['rules'],
  shared_words: ['words'],
}

/** By field; what was left empty is ''. */
export type Typed = Partial<Record<FieldName, string>>

/** What a text area holds. */
export const mostCharacters = 3_000

export type Reading = { ok: true; content: Content } | { ok: false; problems: Partial<Record<FieldName, Problem>> }

interface Earlier {
  /** What it said before: points of a checklist keep their ids. */
  before: Content | undefined
  newId(): string
}

/** Reads what was typed; each field with the first thing that is wrong in it. */
export function readTyped(kind: Kind, typed: Typed, { before, newId }: Earlier): Reading {
  const problems: Partial<Record<FieldName, Problem>> = {}
  const read = <T>(name: FieldName, reader: (text: string) => T[]): T[] => {
    try {
      const found = reader(typed[name] ?? '')
      if (found.length === 0 && name === fieldsOfKind[kind][0]) throw new Misread({ what: 'nothing' })
      return found
    } catch (error) {
      if (!(error instanceof Misread)) throw error
      problems[name] = error.problem
      return []
    }
  }
  const content = contentOf(kind, read, { typed, before, newId })
  for (const name of tooMuch(content)) problems[name] ??= { what: 'too much' }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, content }
}

function contentOf(
  kind: Kind,
  read: <T>(name: FieldName, reader: (text: string) => T[]) => T[],
  { typed, before, newId }: Earlier & { typed: Typed },
): Content {
  const items = (known: readonly Item[]) => (text: string) => readItems(text, known, newId)
  switch (kind) {
    case 'lead_definition': {
      const { criteria, fields } = before?.kind === kind ? before : { criteria: [], fields: [] }
      return { kind, criteria: read('criteria', items(criteria)), fields: read('wanted', items(fields)) }
    }
    case 'ideal_customer': {
      const [profile, exclusions] = [read('profile', plainLines), read('exclusions', plainLines)]
      return { kind, about: (typed.about ?? '').trim(), profile, exclusions }
    }
    case 'who_does_what':
      return { kind, steps: read('steps', readSteps) }
    case 'data_standard':
      return { kind, fields: read('standard', readDescribed) }
    case 'rules':
      return { kind, rules: read('rules', plainLines) }
    case 'shared_words':
      return { kind, words: read('words', readWords) }
  }
}

/** The content as somebody would type it: read again, it is the same. */
export function writeTyped(content: Content, language: Language): Typed {
  switch (content.kind) {
    case 'lead_definition':
      return { criteria: writeItems(content.criteria), wanted: writeItems(content.fields) }
    case 'ideal_customer': {
      const { profile, exclusions, about } = content
      return { profile: profile.join('\n'), exclusions: exclusions.join('\n'), about }
    }
    case 'who_does_what':
      return { steps: writeSteps(content.steps, language) }
    case 'data_standard':
      return { standard: writeDescribed(content.fields) }
    case 'rules':
      return { rules: content.rules.join('\n') }
    case 'shared_words':
      return { words: writeWords(content.words) }
  }
}

/** Written out in full, a text may be longer than it was typed; it must fit in its field the next time, in both languages. */
function tooMuch(content: Content): FieldName[] {
  const written = [writeTyped(content, 'en'), writeTyped(content, 'nl')]
  return fieldsOfKind[content.kind].filter((name) =>
    written.some((typed) => (typed[name] ?? '').length > mostCharacters),
  )
}
