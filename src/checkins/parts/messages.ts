import { listInWords, phrase } from '../../platform/i18n.ts'

export const title = phrase({ en: 'Who takes part', nl: 'Wie doet er mee' })
/** @param name of the check-in, escaped */
export const intro = phrase<[string]>({
  en: (name) =>
    `*${name}*\nEverybody in the two teams is asked and waited for, but for those you name here. It counts from the next time on.`,
  nl: (name) =>
    `*${name}*\nIedereen in de twee teams krijgt de vragen en er wordt op iedereen gewacht, behalve op wie je hier noemt. Het geldt vanaf de volgende keer.`,
})
/** Not the word: Slack writes it behind every field that may stay empty. */
export const optional = phrase({ en: 'May answer', nl: 'Mogen antwoorden' })
export const optionalHint = phrase({
  en: 'They are asked, but nobody waits for them.',
  nl: 'Ze krijgen de vragen, maar er wordt niet op ze gewacht.',
})
export const observers = phrase({ en: 'Observers', nl: 'Meelezers' })
export const observersHint = phrase({
  en: 'They are not asked; they can read along.',
  nl: 'Ze krijgen geen vragen; ze kunnen meelezen.',
})
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

/** @param names of those who are in neither team; empty where Rondo does not know them @param partnership its name */
export const notMembers = phrase<[string[], string]>({
  en: (names, partnership) =>
    `${names.length > 0 ? listInWords(names, 'en') : 'Somebody here'} is not in ${partnership}. Choose people of the two teams; \`/rondo setup\` adds others.`,
  nl: (names, partnership) =>
    `${names.length > 0 ? listInWords(names, 'nl') : 'Iemand hier'} zit niet in ${partnership}. Kies mensen uit de twee teams; met \`/rondo instellen\` voeg je anderen toe.`,
})
/** @param names */
export const chosenTwice = phrase<[string[]]>({
  en: (names) => `${listInWords(names, 'en')}: choose one of the two.`,
  nl: (names) => `${listInWords(names, 'nl')}: kies een van de twee.`,
})
export const nobodyLeft = phrase({
  en: 'Then nobody is left to ask. Take at least one person out.',
  nl: 'Dan blijft er niemand over om het aan te vragen. Haal minstens één iemand weg.',
})
