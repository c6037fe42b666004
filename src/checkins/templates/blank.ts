import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** One question, since a check-in asks something; to be replaced. */
export const blank: Template = {
  name: phrase({ en: 'Blank', nl: 'Leeg' }),
  about: phrase({
    en: 'One open question to begin with; for a ritual of your own.',
    nl: 'Eén open vraag om mee te beginnen; voor een eigen ritueel.',
  }),
  suggested: { kind: 'weekly' },
  answerHours: 8,
  questions: [
    ask({
      id: 'news',
      side: 'both',
      label: {
        en: 'What should the other team know that they cannot see from where they are?',
        nl: 'Wat moet het andere team weten dat ze vanaf hun plek niet kunnen zien?',
      },
      hint: {
        en: 'One thing, and why it matters to them.',
        nl: 'Eén ding, en waarom het voor hen telt.',
      },
    }),
  ],
}
