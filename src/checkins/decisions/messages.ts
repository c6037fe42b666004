import { dateInWords, phrase } from '../../platform/i18n.ts'

export const addDecision = phrase({ en: 'Add decision', nl: 'Besluit toevoegen' })
/** @param count of those that hold, from 1 on */
export const showDecisions = phrase<[number]>({
  en: (count) => `Decisions (${count})`,
  nl: (count) => `Besluiten (${count})`,
})

export const addTitle = phrase({ en: 'Add a decision', nl: 'Besluit toevoegen' })
export const add = phrase({ en: 'Add', nl: 'Toevoegen' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const what = phrase({ en: 'What did you decide?', nl: 'Wat hebben jullie besloten?' })
export const whatHint = phrase({
  en: 'One sentence that someone who was not there understands. Is there work in it? Add that as an action.',
  nl: 'Eén zin die ook iemand begrijpt die er niet bij was. Zit er werk in? Zet dat neer als actiepunt.',
})
export const nothingTyped = phrase({ en: 'Say what you decided.', nl: 'Zeg wat jullie besloten hebben.' })

export const listTitle = phrase({ en: 'Decisions', nl: 'Besluiten' })
/** @param checkIn 'check-in of 12 May' */
export const listIntro = phrase<[string]>({
  en: (checkIn) =>
    `What was decided in the ${checkIn}. Whoever added something can take it back, and so can the team leads.`,
  nl: (checkIn) =>
    `Wat er is besloten in de ${checkIn}. Wie iets heeft toegevoegd kan het intrekken, en de teamleads ook.`,
})
export const nothingDecided = phrase({
  en: 'Nothing has been decided here yet. Use *Add decision* in the thread or at the first post.',
  nl: 'Hier is nog niets besloten. Gebruik *Besluit toevoegen* in de thread of bij het eerste bericht.',
})
/** @param name escaped @param date 'YYYY-MM-DD' */
export const addedBy = phrase<[string, string]>({
  en: (name, date) => `${name}, ${dateInWords(date, 'en')}`,
  nl: (name, date) => `${name}, ${dateInWords(date, 'nl')}`,
})
/** @param name escaped @param date 'YYYY-MM-DD' */
export const takenBackBy = phrase<[string, string]>({
  en: (name, date) => `taken back by ${name}, ${dateInWords(date, 'en')}`,
  nl: (name, date) => `ingetrokken door ${name}, ${dateInWords(date, 'nl')}`,
})
export const earlier = phrase<[number]>({
  en: (count) => `And ${count} before these: \`/rondo export\` has them all.`,
  nl: (count) => `En nog ${count} van eerder: met \`/rondo export\` krijg je ze allemaal.`,
})
export const takeBack = phrase({ en: 'Take back', nl: 'Intrekken' })
// Asked before one is taken back.
export const takeBackQuestion = phrase({ en: 'Take this decision back?', nl: 'Dit besluit intrekken?' })
export const takeBackMeans = phrase({
  en: 'It stays in this list, struck through, with your name, and no longer stands in the first post and the summary. You can’t undo this: if it holds after all, add it again.',
  nl: 'Het blijft doorgestreept in deze lijst staan, met jouw naam erbij, en staat niet meer in het eerste bericht en de samenvatting. Je kunt dit niet terugdraaien: geldt het toch, voeg het dan opnieuw toe.',
})
export const leaveIt = phrase({ en: 'Leave it as it is', nl: 'Laat zoals het is' })
export const gone = phrase({ en: 'This decision is no longer there.', nl: 'Dit besluit bestaat niet meer.' })
/** @param name escaped */
export const notYours = phrase<[string]>({
  en: (name) => `${name} added this decision. They can take it back, and so can the team leads.`,
  nl: (name) => `${name} heeft dit besluit toegevoegd en kan het intrekken. De teamleads ook.`,
})

/** In the first post and the summary. */
export const decided = phrase({ en: 'Decided', nl: 'Besloten' })
/** @param text, name escaped */
export const line = phrase<[string, string]>({
  en: (text, name) => `${text} (${name})`,
  nl: (text, name) => `${text} (${name})`,
})
