import { dateInWords, dayInWords, listInWords, type Phrase, phrase } from '../platform/i18n.ts'
import type { ChannelName } from './planning/plan.ts'

/** @param name escaped, but for a header, which is plain @param date 'YYYY-MM-DD' */
export const title = phrase<[string, string]>({
  en: (name, date) => `${name}: ${dayInWords(date, 'en')}`,
  nl: (name, date) => `${name}: ${dayInWords(date, 'nl')}`,
})
/** How people speak of it. @param date 'YYYY-MM-DD' */
export const checkInOf = phrase<[string]>({
  en: (date) => `check-in of ${dateInWords(date, 'en')}`,
  nl: (date) => `check-in van ${dateInWords(date, 'nl')}`,
})

/** @param name not escaped */
export const extra = phrase<[string]>({ en: (name) => `${name} (extra)`, nl: (name) => `${name} (extra)` })
export const extraCheckInOf = phrase<[string]>({
  en: (date) => `extra check-in of ${dateInWords(date, 'en')}`,
  nl: (date) => `extra check-in van ${dateInWords(date, 'nl')}`,
})

/** More names than these nobody reads; the others are counted. */
const mostNames = 20
const shortened = (names: readonly string[], more: (count: number) => string): string[] =>
  names.length > mostNames + 1 ? [...names.slice(0, mostNames), more(names.length - mostNames)] : [...names]

/** @param names escaped */
export const away = phrase<[string[]]>({
  en: (names) =>
    `Away: ${listInWords(
      shortened(names, (count) => `${count} more`),
      'en',
    )}`,
  nl: (names) =>
    `Afwezig: ${listInWords(
      shortened(names, (count) => `nog ${count}`),
      'nl',
    )}`,
})

export const answer = phrase({ en: 'Answer', nl: 'Antwoorden' })
export const addMine = phrase({ en: 'Add my answer', nl: 'Mijn antwoord toevoegen' })
export const skip = phrase({ en: 'Skip this time', nl: 'Deze keer overslaan' })
export const imAway = phrase({ en: 'I’m away', nl: 'Ik ben afwezig' })

export const send = phrase({ en: 'Send', nl: 'Versturen' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
/** @param deadline in words */
export const canChange = phrase<[string]>({
  en: (deadline) => `Open until ${deadline}; until then you can change your answers. Leave empty what does not apply.`,
  nl: (deadline) => `Open tot ${deadline}; tot die tijd kun je je antwoorden wijzigen. Laat leeg wat niet speelt.`,
})
export const addedLate = phrase({
  en: 'This check-in has closed. Your answers are added to the summary, and the thread says so.',
  nl: 'Deze check-in is gesloten. Je antwoorden komen alsnog in de samenvatting, met een regel in de thread.',
})
export const fromLastTime = phrase({
  en: "Last time's answer is filled in: change what changed.",
  nl: 'Je antwoord van vorige keer staat er al: pas aan wat anders is.',
})
export const allEmpty = phrase({
  en: 'Fill in at least one answer. Nothing to say this week? Close this and choose Skip this time.',
  nl: 'Vul minstens één antwoord in. Niets te melden deze week? Sluit dit en kies Deze keer overslaan.',
})

/** Where there is nothing to skip any more. */
export const nothingFilledIn = phrase({
  en: 'Fill in at least one answer, or close this window: then everything stays as it is.',
  nl: 'Vul minstens één antwoord in, of sluit dit venster: dan blijft alles zoals het is.',
})

/** @param checkIn 'check-in of 12 May' */
export const skipped = phrase<[string]>({
  en: (checkIn) => `Fine, I will not ask you again for the ${checkIn}. If you change your mind you can still answer.`,
  nl: (checkIn) => `Prima, ik vraag je niet meer naar de ${checkIn}. Bedenk je je, dan kun je nog gewoon antwoorden.`,
})
export const answeredAlready = phrase({
  en: 'You have answered already, so there is nothing to skip.',
  nl: 'Je hebt al geantwoord, dus er valt niets over te slaan.',
})
export const closedNoChange = phrase({
  en: 'This check-in has closed and your answers are in the summary. Something to add? Reply in its thread.',
  nl: 'Deze check-in is gesloten en je antwoorden staan in de samenvatting. Nog iets toevoegen? Antwoord in de thread.',
})
export const closedNothingToSkip = phrase({
  en: 'This check-in has closed; there is nothing to skip any more.',
  nl: 'Deze check-in is al gesloten; er valt niets meer over te slaan.',
})
export const notAMember = phrase({
  en: 'This check-in asks the people of the two teams. Your team lead can add you with `/rondo setup`.',
  nl: 'Deze check-in is voor de mensen van de twee teams. Je teamlead kan je toevoegen met `/rondo instellen`.',
})
export const gone = phrase({
  en: 'This check-in is no longer there. `/rondo checkin` shows the next one.',
  nl: 'Deze check-in bestaat niet meer. Met `/rondo checkin` zie je de volgende.',
})
export const notHeld = phrase({
  en: 'This date was skipped. `/rondo checkin` shows the next one.',
  nl: 'Deze datum is overgeslagen. Met `/rondo checkin` zie je de volgende.',
})

/** A line in somebody's gathered message. @param name, partnership escaped @param deadline in words */
export const nudgeTitle = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership}) is waiting for your answers`,
  nl: (name, partnership) => `*${name}* (${partnership}) wacht op jouw antwoorden`,
})
export const opensLater = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership}) opens`,
  nl: (name, partnership) => `*${name}* (${partnership}) gaat open`,
})
export const comingTitle = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership})`,
  nl: (name, partnership) => `*${name}* (${partnership})`,
})

/** For a team lead. @param name, partnership escaped */
export const missed = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership}) was not held`,
  nl: (name, partnership) => `*${name}* (${partnership}) is niet doorgegaan`,
})
/** @param when in words */
export const missedBecause = phrase<[string]>({
  en: (when) => `I could not open it on ${when} with the full time for everyone.`,
  nl: (when) => `Ik kon hem niet openen op ${when} met de volle tijd voor iedereen.`,
})
/** @param when in words @param channel a link */
export const refused = phrase<[string, string]>({
  en: (when, channel) =>
    `${channel} did not take it on ${when}. Add me there with \`/invite @Rondo\`, or choose another channel with \`/rondo setup\`.`,
  nl: (when, channel) =>
    `Ik kon hem op ${when} niet in ${channel} plaatsen. Voeg me daar toe met \`/invite @Rondo\`, of kies een ander kanaal met \`/rondo instellen\`.`,
})
export const canHoldNow = phrase({
  en: 'You can still hold it now, until the next one opens at the latest.',
  nl: 'Je kunt hem nu alsnog houden, uiterlijk tot de volgende opengaat.',
})
export const nextComesSoon = phrase({
  en: 'The next one opens so soon that it makes no sense to hold it now.',
  nl: 'De volgende gaat zo snel open dat het geen zin heeft om hem nu nog te houden.',
})
export const runNow = phrase({ en: 'Run now', nl: 'Nu houden' })
/** Plain, as is what follows of the question. @param name not escaped */
export const runQuestion = phrase<[string]>({
  en: (name) => `Run ${name} now?`,
  nl: (name) => `${name} nu houden?`,
})
const places: Record<ChannelName, Phrase> = {
  shared: phrase({ en: 'the shared channel', nl: 'het gedeelde kanaal' }),
  marketing: phrase({ en: 'marketing’s channel', nl: 'het kanaal van marketing' }),
  sales: phrase({ en: 'sales’ channel', nl: 'het kanaal van sales' }),
}
/** @param partnership not escaped */
export const runMeans = phrase<[ChannelName, string]>({
  en: (place, partnership) =>
    `It opens at once in ${places[place]('en')} of ${partnership} and asks everyone in the two teams who takes part in it and isn’t away.`,
  nl: (place, partnership) =>
    `Hij gaat meteen open in ${places[place]('nl')} van ${partnership} en vraagt iedereen uit de twee teams die eraan meedoet en niet afwezig is.`,
})
export const notNow = phrase({ en: 'Not now', nl: 'Niet nu' })
/** @param channel a link */
export const opensNow = phrase<[string]>({
  en: (channel) => `It opens now in ${channel}.`,
  nl: (channel) => `Hij gaat nu open in ${channel}.`,
})
/** @param deadline in words */
export const openAlready = phrase<[string]>({
  en: (deadline) => `This check-in is open already, until ${deadline}.`,
  nl: (deadline) => `Deze check-in is al open, tot ${deadline}.`,
})
export const noTimeLeft = phrase({
  en: 'The next one opens so soon that nobody would have time to answer. `/rondo checkin` shows when.',
  nl: 'De volgende gaat zo snel open dat niemand tijd heeft om te antwoorden. Met `/rondo checkin` zie je wanneer.',
})
export const nobodyToAsk = phrase({
  en: 'Everyone is away at the moment, so there is nobody to ask.',
  nl: 'Iedereen is nu afwezig, dus er is niemand om het aan te vragen.',
})

export const commandHelp = phrase({
  en: 'your check-ins: what is open, and the next dates',
  nl: 'jouw check-ins: wat er openstaat en de volgende data',
})
