import { phrase } from '../../platform/i18n.ts'
import { ask, type Template } from './template.ts'

/** Each side answers as the other would; side by side it shows what the two think of each other's work. */
export const swap: Template = {
  name: phrase({ en: 'Swap of perspective', nl: 'Van plek wisselen' }),
  about: phrase({
    en: 'Each team answers as the other would, and compares; every quarter, or when things begin to grate.',
    nl: 'Elk team antwoordt zoals het andere zou doen, en vergelijkt; elk kwartaal, of als het begint te schuren.',
  }),
  suggested: { kind: 'quarterly' },
  answerHours: 16,
  questions: [
    ask({
      id: 'sales-week',
      side: 'marketing',
      label: {
        en: 'You are in sales today. What makes your week hard?',
        nl: 'Vandaag zit je in sales. Wat maakt je week zwaar?',
      },
      hint: {
        en: 'Write "I". Not what they complain about: what you would feel in their place.',
        nl: 'Schrijf "ik". Niet waar ze over klagen: wat jij op hun plek zou voelen.',
      },
    }),
    ask({
      id: 'sales-wish',
      side: 'marketing',
      label: {
        en: 'You are in sales today. What do you wish marketing understood?',
        nl: 'Vandaag zit je in sales. Wat zou je willen dat marketing begreep?',
      },
      hint: {
        en: 'One thing about customers or deals that one sees only from there.',
        nl: 'Eén ding over klanten of deals dat je alleen van daaruit ziet.',
      },
    }),
    ask({
      id: 'sales-thanks',
      side: 'marketing',
      label: {
        en: 'You are in sales today. What does marketing do that really helps you?',
        nl: 'Vandaag zit je in sales. Wat doet marketing waar je echt iets aan hebt?',
      },
      hint: {
        en: 'Something recent that made a conversation easier.',
        nl: 'Iets van kortgeleden dat een gesprek makkelijker maakte.',
      },
    }),
    ask({
      id: 'marketing-week',
      side: 'sales',
      label: {
        en: 'You are in marketing today. What makes your week hard?',
        nl: 'Vandaag zit je in marketing. Wat maakt je week zwaar?',
      },
      hint: {
        en: 'Write "I". Not what they complain about: what you would feel in their place.',
        nl: 'Schrijf "ik". Niet waar ze over klagen: wat jij op hun plek zou voelen.',
      },
    }),
    ask({
      id: 'marketing-wish',
      side: 'sales',
      label: {
        en: 'You are in marketing today. What do you wish sales understood?',
        nl: 'Vandaag zit je in marketing. Wat zou je willen dat sales begreep?',
      },
      hint: {
        en: 'One thing about planning, reach or the brand that one sees only from there.',
        nl: 'Eén ding over planning, bereik of het merk dat je alleen van daaruit ziet.',
      },
    }),
    ask({
      id: 'marketing-thanks',
      side: 'sales',
      label: {
        en: 'You are in marketing today. What does sales do that really helps you?',
        nl: 'Vandaag zit je in marketing. Wat doet sales waar je echt iets aan hebt?',
      },
      hint: {
        en: 'Something recent you could use in your own work.',
        nl: 'Iets van kortgeleden dat je in je eigen werk kon gebruiken.',
      },
    }),
    ask({
      id: 'unsure',
      side: 'both',
      kind: 'line',
      label: {
        en: 'As yourself again: which of these answers are you least sure of?',
        nl: 'Weer als jezelf: van welk antwoord ben je het minst zeker?',
      },
      hint: {
        en: 'Ask the other team about that one first.',
        nl: 'Vraag het andere team daar het eerst naar.',
      },
    }),
  ],
}
