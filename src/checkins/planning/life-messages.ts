import { dateInWords, dayInWords, listInWords, type Phrase, phrase } from '../../platform/i18n.ts'
import type { PartAskedAbout } from './part.ts'

export const listTitle = phrase({ en: 'Check-ins', nl: 'Check-ins' })
/** @param dates in words */
export const nextDates = phrase<[string[]]>({
  en: (dates) => (dates.length > 0 ? `Next: ${listInWords(dates, 'en')}` : 'No next date.'),
  nl: (dates) => (dates.length > 0 ? `Volgende: ${listInWords(dates, 'nl')}` : 'Geen volgende datum.'),
})
/** @param meeting, opens in words */
export const nextMeeting = phrase<[string, string]>({
  en: (meeting, opens) => `Next meeting: ${meeting}; opens ${opens}`,
  nl: (meeting, opens) => `Volgende overleg: ${meeting}; gaat open ${opens}`,
})
/** @param deadline in words */
export const openNow = phrase<[string, string]>({
  en: (turnout, deadline) => `Open until ${deadline}; ${turnout}.`,
  nl: (turnout, deadline) => `Open tot ${deadline}; ${turnout}.`,
})
export const isPaused = phrase({
  en: ':double_vertical_bar: Paused: no dates until it is resumed.',
  nl: ':double_vertical_bar: Gepauzeerd: geen nieuwe datums totdat hij weer loopt.',
})
/** @param date 'YYYY-MM-DD' */
export const isSkipped = phrase<[string]>({
  en: (date) => `${dayInWords(date, 'en')} is skipped.`,
  nl: (date) => `${dayInWords(date, 'nl')} wordt overgeslagen.`,
})
/** @param from 'YYYY-MM-DD' @param to in words */
export const isMoved = phrase<[string, string]>({
  en: (from, to) => `That of ${dayInWords(from, 'en')} is moved to ${to}.`,
  nl: (from, to) => `Die van ${dayInWords(from, 'nl')} is verplaatst naar ${to}.`,
})
export const more = phrase<[number]>({
  en: (count) => `And ${count} more, which do not fit here. App Home says when each of yours is next.`,
  nl: (count) => `En nog ${count}, die hier niet passen. In de app zie je op Home wanneer die van jou weer komen.`,
})
export const noCheckIns = phrase({
  en: 'You are not in a cooperation yet, so there are no check-ins for you. Start one with `/rondo setup`, or ask your team lead to add you.',
  nl: 'Je zit nog niet in een samenwerking, dus er zijn geen check-ins voor je. Begin er een met `/rondo instellen`, of vraag je teamlead om je toe te voegen.',
})
export const noneYet = phrase({
  en: 'There are no check-ins at the moment. A team lead can start one with *New check-in*.',
  nl: 'Er zijn op dit moment geen check-ins. Een teamlead kan er een beginnen met *Nieuwe check-in*.',
})

export const newCheckIn = phrase({ en: 'New check-in', nl: 'Nieuwe check-in' })
export const skipNext = phrase({ en: 'Skip the next date', nl: 'Volgende datum overslaan' })
export const moveNext = phrase({ en: 'Move the next date', nl: 'Volgende datum verplaatsen' })
export const edit = phrase({ en: 'Edit', nl: 'Wijzigen' })
export const pause = phrase({ en: 'Pause', nl: 'Pauzeren' })
export const resume = phrase({ en: 'Resume', nl: 'Hervatten' })
/** @param date 'YYYY-MM-DD' */
export const asUsual = phrase<[string]>({
  en: (date) => `Hold ${dateInWords(date, 'en')} as usual`,
  nl: (date) => `${dateInWords(date, 'nl')} gewoon houden`,
})

/** @param name escaped @param date 'YYYY-MM-DD' */
export const skipped = phrase<[string, string]>({
  en: (name, date) => `*${name}* is skipped on ${dayInWords(date, 'en')}.`,
  nl: (name, date) => `*${name}* wordt overgeslagen op ${dayInWords(date, 'nl')}.`,
})
/** @param when in words */
export const moved = phrase<[string, string]>({
  en: (name, when) => `*${name}* is moved to ${when}.`,
  nl: (name, when) => `*${name}* is verplaatst naar ${when}.`,
})
/** @param when in words */
export const takenBack = phrase<[string, string]>({
  en: (name, when) => `*${name}* is held as usual: ${when}.`,
  nl: (name, when) => `*${name}* gaat gewoon door: ${when}.`,
})
export const nowPaused = phrase<[string]>({
  en: (name) => `*${name}* is paused: no dates until somebody resumes it. What is open stays open until it closes.`,
  nl: (name) =>
    `*${name}* is gepauzeerd: er komen geen nieuwe datums totdat iemand hem hervat. Wat open is, sluit gewoon op tijd.`,
})
/** @param next in words, or why there is none */
export const nowResumed = phrase<[string, string]>({
  en: (name, next) => `*${name}* is resumed. ${next}`,
  nl: (name, next) => `*${name}* loopt weer. ${next}`,
})
export const pausedBefore = phrase<[string]>({
  en: (name) => `*${name}* was paused already.`,
  nl: (name) => `*${name}* was al gepauzeerd.`,
})
export const runsAlready = phrase<[string]>({
  en: (name) => `*${name}* is not paused.`,
  nl: (name) => `*${name}* is niet gepauzeerd.`,
})
/** @param name not escaped */
export const ended = phrase<[string]>({
  en: (name) => `*${name}* has ended. What was said stays, and no new dates come.`,
  nl: (name) => `*${name}* is beëindigd. Wat gezegd is blijft, en er komen geen nieuwe data.`,
})
export const endedTitle = phrase({ en: 'Check-in ended', nl: 'Check-in beëindigd' })
export const endedBefore = phrase({
  en: 'This check-in has ended. `/rondo checkin` shows those that go on.',
  nl: 'Deze check-in is beëindigd. Met `/rondo checkin` zie je wat er nog loopt.',
})

/** Why a single date could not be decided upon, plain: it may stand under a field. */
export const refusals = {
  passed: phrase({
    en: 'This date has passed by now, so nothing was changed.',
    nl: 'Deze datum is inmiddels geweest, dus er is niets veranderd.',
  }),
  'no date': phrase({
    en: 'This is no longer one of its dates: somebody changed or paused it. Nothing was changed.',
    nl: 'Dit is niet meer een van zijn data: iemand heeft hem gewijzigd of gepauzeerd. Er is niets veranderd.',
  }),
  'too early': phrase({
    en: 'This is in the past, or not after the date before it. Choose a later one.',
    nl: 'Dit is al geweest, of niet na de datum ervoor. Kies een latere.',
  }),
  'too late': phrase({
    en: 'The date after it would be on the same day or sooner. Choose an earlier one.',
    nl: 'De datum erna zou op dezelfde dag of eerder zijn. Kies een eerdere.',
  }),
} satisfies Record<string, Phrase>

export const moveTitle = phrase({ en: 'Move one date', nl: 'Datum verplaatsen' })
/** @param name escaped @param date 'YYYY-MM-DD' */
export const moveIntro = phrase<[string, string]>({
  en: (name, date) => `*${name}* of ${dayInWords(date, 'en')}, this one time. The others stay as they are.`,
  nl: (name, date) =>
    `*${name}* van ${dayInWords(date, 'nl')}, alleen deze keer. De andere data blijven zoals ze zijn.`,
})
export const moveDate = phrase({ en: 'New date', nl: 'Nieuwe datum' })
export const moveTime = phrase({ en: 'At', nl: 'Om' })
export const moveMeetingTime = phrase({ en: 'Meeting at', nl: 'Overleg om' })
export const move = phrase({ en: 'Move', nl: 'Verplaatsen' })

export const copyTitle = phrase({ en: 'Copy check-in', nl: 'Check-in kopiëren' })
/** @param name escaped */
export const copyIntro = phrase<[string]>({
  en: (name) => `*${name}*, with its questions, cadence and settings. Who takes part is not copied.`,
  nl: (name) => `*${name}*, met de vragen, het ritme en de instellingen. Wie er meedoet wordt niet gekopieerd.`,
})
export const copyTo = phrase({ en: 'To', nl: 'Naar' })
export const moreTargets = phrase<[number]>({
  en: (count) => `${count} more do not fit in this list.`,
  nl: (count) => `Er zijn er nog ${count}, die niet in deze lijst passen.`,
})
const parts: Record<PartAskedAbout, Phrase> = {
  accounts: phrase({ en: 'Key accounts', nl: 'Key accounts' }),
  pulse: phrase({ en: 'Pulse', nl: 'Pulsemeting' }),
}
/** @param count partnerships in which the part is off */
export const partMissing = phrase<[PartAskedAbout, number]>({
  en: (part, count) =>
    `*${parts[part]('en')}*: off in ${count === 1 ? 'one other cooperation' : `${count} other cooperations`} of yours, so this check-in cannot be held there. Turn it on first with \`/rondo settings\`.`,
  nl: (part, count) =>
    `*${parts[part]('nl')}*: uit in ${count === 1 ? 'één andere samenwerking' : `${count} andere samenwerkingen`} van jou, dus daar kan deze check-in niet lopen. Zet dit onderdeel eerst aan met \`/rondo instellingen\`.`,
})
/** Plain: it stands under a field. */
export const partOffThere = phrase<[PartAskedAbout]>({
  en: (part) => `${parts[part]('en')}: off there by now. Turn it on with /rondo settings, or choose another one.`,
  nl: (part) => `${parts[part]('nl')}: daar inmiddels uit. Zet het aan met /rondo instellingen of kies een andere.`,
})
export const copy = phrase({ en: 'Copy', nl: 'Kopiëren' })
export const copiedTitle = phrase({ en: 'Copied', nl: 'Gekopieerd' })
/** @param name, partnership escaped @param next in words */
export const copied = phrase<[string, string, string]>({
  en: (name, partnership, next) => `*${name}* now also runs in ${partnership}. ${next}`,
  nl: (name, partnership, next) => `*${name}* loopt nu ook in ${partnership}. ${next}`,
})
export const notYours = phrase({
  en: 'You can no longer change this cooperation. Choose another one.',
  nl: 'Deze samenwerking kun je niet meer wijzigen. Kies een andere.',
})
export const nothingToChange = phrase({
  en: 'Only team leads, their deputies and workspace admins can start a check-in. Ask one of them.',
  nl: 'Alleen teamleads, hun vervangers en beheerders van de workspace kunnen een check-in beginnen. Vraag het een van hen.',
})
