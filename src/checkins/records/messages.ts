import { dateInWords, phrase } from '../../platform/i18n.ts'

/** A number since last time. @param name escaped @param date 'YYYY-MM-DD' */
export const heldBefore = phrase<[string, string, string]>({
  en: (name, date, turnout) => `${name} of ${dateInWords(date, 'en')}: ${turnout}`,
  nl: (name, date, turnout) => `${name} van ${dateInWords(date, 'nl')}: ${turnout}`,
})

/** Of several dates. @param name escaped @param answers of those `of` that were waited for */
export const heldOften = phrase<[string, number, number, number]>({
  en: (name, times, answers, of) => `${name}, held ${times} times: ${answers} of ${of} answers`,
  nl: (name, times, answers, of) => `${name}, ${times} keer gehouden: ${answers} van de ${of} antwoorden`,
})

export const openTitle = phrase({ en: 'Who is still open in check-ins', nl: 'Van wie je nog een antwoord mist' })
export const onlyYou = phrase({
  en: 'Only you and the other team leads see these names, each of their own team.',
  nl: 'Alleen teamleads zien deze namen, ieder van het eigen team.',
})
/** @param name, partnership escaped */
export const openIn = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership})`,
  nl: (name, partnership) => `*${name}* (${partnership})`,
})
/** @param until in words */
export const openUntil = phrase<[string, string]>({
  en: (turnout, until) => `${turnout} · open until ${until}`,
  nl: (turnout, until) => `${turnout} · open tot ${until}`,
})
/** @param names escaped, in words */
export const openNames = phrase<[string]>({
  en: (names) => `Still open in your team: ${names}`,
  nl: (names) => `Nog niet uit jouw team: ${names}`,
})
export const nobodyOpen = phrase({
  en: 'Nobody in your team is still open.',
  nl: 'Uit jouw team is iedereen geweest.',
})

export const answersFile = phrase({ en: 'check-in-answers', nl: 'check-in-antwoorden' })
export const decisionsFile = phrase({ en: 'decisions', nl: 'besluiten' })
export const columns = {
  partnership: phrase({ en: 'cooperation', nl: 'samenwerking' }),
  checkIn: phrase({ en: 'check-in', nl: 'check-in' }),
  date: phrase({ en: 'date of the check-in', nl: 'datum van de check-in' }),
  team: phrase({ en: 'team', nl: 'team' }),
  name: phrase({ en: 'name', nl: 'naam' }),
  question: phrase({ en: 'question', nl: 'vraag' }),
  answer: phrase({ en: 'answer', nl: 'antwoord' }),
  decision: phrase({ en: 'decision', nl: 'besluit' }),
  addedBy: phrase({ en: 'added by', nl: 'toegevoegd door' }),
  takenBackBy: phrase({ en: 'taken back by', nl: 'ingetrokken door' }),
}
