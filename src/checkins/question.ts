import type { Language } from '../platform/i18n.ts'

export const sides = ['marketing', 'sales'] as const
export type Side = (typeof sides)[number]

/** What a check-in asks. */
export interface Question {
  /** Stays the same when the wording changes: answers are kept by it. */
  id: string
  /** Whom it is for. */
  side: Side | 'both'
  label: Record<Language, string>
  hint: Record<Language, string>
  /** How it is answered: in a line, in a text, by one of the choices, or with a number. */
  kind: 'line' | 'text' | 'choice' | 'number'
  /** What can be chosen, at least two; for a choice only. */
  choices?: readonly Choice[] | undefined
  /** Whether it must be answered by whoever answers at all. */
  required: boolean
  /** Whether the person's answer of last time stands in the field. */
  prefill: 'last answer' | 'nothing'
  /** Asked about each key account of the day, of its owners: what is asked then is made from it, itself it is not asked. */
  perAccount?: boolean | undefined
  /** The key account it is about. */
  accountId?: string | undefined
  /** Whom of the side it is for, by their ids; undefined: everybody. */
  people?: readonly string[] | undefined
}

/** One of the answers to choose from. */
export interface Choice {
  /** Stays the same when the others change: it is what is kept as the answer. */
  id: string
  label: Record<Language, string>
}

/** What this person is asked, being on this side. */
export function questionsFor(side: Side, questions: readonly Question[], personId?: string): Question[] {
  return questions.filter(
    (question) =>
      (question.side === side || question.side === 'both') &&
      !question.perAccount &&
      (!question.people || (personId !== undefined && question.people.includes(personId))),
  )
}

/** Answers by question id; what is left out was not answered. */
export type Answers = Record<string, string>
