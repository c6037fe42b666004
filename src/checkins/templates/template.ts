import { type Language, type Phrase, phrase } from '../../platform/i18n.ts'
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
  questions: readonly Question[]
}

type Words = Record<Language, string>

/** Until its own questions are written. */
export const unwritten = (
  name: Words,
  about: Words,
  kind: Template['suggested']['kind'],
  answerHours = 16,
): Template => ({
  name: phrase(name),
  about: phrase(about),
  suggested: { kind },
  answerHours,
  questions: [
    {
      id: 'news',
      side: 'both',
      label: { en: 'What should the other team know?', nl: 'Wat moet het andere team weten?' },
      hint: {
        en: 'Something they cannot see from where they are.',
        nl: 'Iets wat zij vanaf hun plek niet kunnen zien.',
      },
      kind: 'text',
      required: false,
      prefill: 'nothing',
    },
  ],
})
