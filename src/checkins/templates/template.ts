import type { Phrase } from '../../platform/i18n.ts'
import type { Question } from '../question.ts'

/** What a kind of check-in asks, before anybody has changed anything. */
export interface Template {
  name: Phrase
  /** What it is for and when to use it, in one sentence: for choosing one. */
  about: Phrase
  /** How often it is usually held: what the editor begins with. */
  suggested: { kind: 'weekly' | 'monthly' | 'quarterly' | 'once' }
  /** Working hours people usually have to answer. */
  answerHours: number
  /** In the order in which they are asked: marketing first, as the teams stand everywhere else; what both are asked last. */
  questions: readonly Question[]
}

/** A question as most are: a text that may be left empty and begins empty. */
export function ask(question: Pick<Question, 'id' | 'side' | 'label' | 'hint'> & Partial<Question>): Question {
  return { kind: 'text', required: false, prefill: 'nothing', ...question }
}
