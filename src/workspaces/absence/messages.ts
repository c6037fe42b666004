import type { LocalDate } from '../../calendar/local-date.ts'
import { dayInWords, type Language, phrase } from '../../platform/i18n.ts'
import type { Absence } from './store.ts'

/** A day in words, with its year where that is not this one. */
function dayText(date: LocalDate, today: LocalDate, language: Language): string {
  const day = dayInWords(date, language)
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`
}

export const awayUsage = phrase({
  en: 'tomorrow, until 3 dec, or from 1 until 3 dec',
  nl: 'morgen, t/m 3 dec, of van 1 t/m 3 dec',
})

export const awayHelp = phrase({
  en: 'say that you’re away, so that you aren’t asked or reminded',
  nl: 'laten weten dat je afwezig bent, zodat je geen vragen en herinneringen krijgt',
})

export const backHelp = phrase({ en: 'say that you’re back', nl: 'laten weten dat je er weer bent' })

const awayUntil = phrase({
  en: (until: LocalDate, today: LocalDate) =>
    `You’re away up to and including *${dayText(until, today, 'en')}*. While you’re away you aren’t asked or reminded, and nobody counts you as missing.`,
  nl: (until, today) =>
    `Je bent afwezig tot en met *${dayText(until, today, 'nl')}*. Zolang krijg je geen vragen en geen herinneringen, en telt niemand je als ontbrekend.`,
})

const awayUntilFurtherNotice = phrase({
  en: 'You’re away *until you say you’re back*. While you’re away you aren’t asked or reminded, and nobody counts you as missing.',
  nl: 'Je bent afwezig *tot je laat weten dat je er weer bent*. Zolang krijg je geen vragen en geen herinneringen, en telt niemand je als ontbrekend.',
})

const awayOn = phrase({
  en: (day: LocalDate, today: LocalDate) => `You’ll be away on *${dayText(day, today, 'en')}*.`,
  nl: (day, today) => `Je bent afwezig op *${dayText(day, today, 'nl')}*.`,
})

const awayFrom = phrase({
  en: (from: LocalDate, until: LocalDate | undefined, today: LocalDate) =>
    `You’ll be away from *${dayText(from, today, 'en')}* ${until === undefined ? 'until you say you’re back' : `up to and including *${dayText(until, today, 'en')}*`}.`,
  nl: (from, until, today) =>
    `Je bent afwezig van *${dayText(from, today, 'nl')}* ${until === undefined ? 'tot je laat weten dat je er weer bent' : `tot en met *${dayText(until, today, 'nl')}*`}.`,
})

const thenLeftAlone = phrase({
  en: 'Then you aren’t asked or reminded, and nobody counts you as missing.',
  nl: 'Dan krijg je geen vragen en geen herinneringen, en telt niemand je als ontbrekend.',
})

/** When an absence is planned. */
export function plannedDates({ from, until }: Absence, today: LocalDate, language: Language): string {
  return from === until ? awayOn(language, from, today) : awayFrom(language, from, until, today)
}

/** The same, with what that means. */
export function plannedText(absence: Absence, today: LocalDate, language: Language): string {
  return `${plannedDates(absence, today, language)} ${thenLeftAlone(language)}`
}

/** Above them, to somebody who is back. */
export const stillPlanned = phrase({
  en: 'What you announced for later still stands:',
  nl: 'Wat je voor later hebt opgegeven, blijft staan:',
})

export const stayButton = phrase({ en: 'I’ll be there after all', nl: 'Ik ben er toch' })

export const willBeThere = phrase({
  en: 'Good, I’ve taken that back: you take part on those days as ever.',
  nl: 'Goed, dat heb ik teruggedraaid: je doet op die dagen gewoon mee.',
})

export const notPlanned = phrase({
  en: 'This absence has begun, or was taken back before. If you’re back, use `/rondo back`.',
  nl: 'Deze afwezigheid is al begonnen of was al teruggedraaid. Ben je er weer? Gebruik `/rondo terug`.',
})

export const beforeFirstDay = phrase({
  en: 'This is before your first day away.',
  nl: 'Dit is vóór je eerste dag afwezig.',
})

export const firstDay = phrase({ en: 'First day away', nl: 'Eerste dag afwezig' })

export function awayText(until: LocalDate | undefined, today: LocalDate, language: Language): string {
  return until === undefined ? awayUntilFurtherNotice(language) : awayUntil(language, until, today)
}

const stillAwayUntil = phrase({
  en: (until: LocalDate, today: LocalDate) =>
    `You’re away up to and including ${dayText(until, today, 'en')}: nothing is asked of you.`,
  nl: (until, today) => `Je bent afwezig tot en met ${dayText(until, today, 'nl')}: er wordt je niets gevraagd.`,
})

const stillAway = phrase({
  en: 'You’re away until you say you’re back: nothing is asked of you.',
  nl: 'Je bent afwezig tot je laat weten dat je er weer bent: er wordt je niets gevraagd.',
})

export function stillAwayText(until: LocalDate | undefined, today: LocalDate, language: Language): string {
  return until === undefined ? stillAway(language) : stillAwayUntil(language, until, today)
}

export const thereText = phrase({
  en: '*Away now:* no. While you’re away you aren’t asked or reminded, and nobody counts you as missing.',
  nl: '*Nu afwezig:* nee. Ben je afwezig, dan krijg je geen vragen en herinneringen, en telt niemand je als ontbrekend.',
})

export const awayButton = phrase({ en: 'I’m away', nl: 'Ik ben afwezig' })
export const backButton = phrase({ en: 'I’m back', nl: 'Ik ben er weer' })
export const otherDate = phrase({ en: 'Another date', nl: 'Andere datum' })
export const chooseDate = phrase({ en: 'Choose a date', nl: 'Kies een datum' })

export const welcomeBack = phrase({
  en: 'Welcome back! From now on you take part again. What is waiting for you comes in a message: today while you work, else when your next working day begins.',
  nl: 'Welkom terug! Vanaf nu doe je weer mee. Wat er voor je klaarstaat, krijg je in een bericht: vandaag als je aan het werk bent, anders aan het begin van je volgende werkdag.',
})

export const wasNotAway = phrase({
  en: 'You weren’t marked as away, so nothing changes.',
  nl: 'Je stond niet als afwezig genoteerd, dus er verandert niets.',
})

/** @param typed escaped */
export const unreadable = phrase({
  en: (typed: string) =>
    `I can’t read “${typed}” as dates, so I changed nothing. Try \`/rondo away tomorrow\`, \`/rondo away until 3 dec\`, or \`/rondo away from 1 dec until 3 dec\`.`,
  nl: (typed) =>
    `Ik herken geen datums in “${typed}”, dus ik heb niets veranderd. Probeer \`/rondo afwezig morgen\`, \`/rondo afwezig t/m 3 dec\` of \`/rondo afwezig van 1 dec t/m 3 dec\`.`,
})

/** @param typed escaped */
export const past = phrase({
  en: (typed: string) =>
    `“${typed}” is in the past, so I changed nothing. Give the last day you’re away, for example \`/rondo away until 3 dec\`.`,
  nl: (typed) =>
    `“${typed}” ligt in het verleden, dus ik heb niets veranderd. Noem je laatste dag afwezig, bijvoorbeeld \`/rondo afwezig t/m 3 dec\`.`,
})

/** @param typed escaped */
export const backwards = phrase({
  en: (typed: string) =>
    `In “${typed}” the last day comes before the first, so I changed nothing. If that is another year, add it: \`/rondo away from 20 dec 2026 until 3 jan 2027\`.`,
  nl: (typed) =>
    `In “${typed}” komt de laatste dag vóór de eerste, dus ik heb niets veranderd. Is het een ander jaar, zet dat er dan bij: \`/rondo afwezig van 20 dec 2026 t/m 3 jan 2027\`.`,
})

export const pastDate = phrase({
  en: 'This day is in the past. Choose today or a later day.',
  nl: 'Deze dag is al geweest. Kies vandaag of een latere dag.',
})

export const title = phrase({ en: 'Away', nl: 'Afwezig' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const lastDay = phrase({ en: 'Last day away', nl: 'Laatste dag afwezig' })
export const lastDayHint = phrase({
  en: 'Don’t know yet? Leave it empty, and tell me when you’re back.',
  nl: 'Weet je het nog niet? Laat dit leeg en laat het weten als je er weer bent.',
})
