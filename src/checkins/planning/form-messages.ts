import { dayInWords, type Language, listInWords, type Phrase, phrase } from '../../platform/i18n.ts'
import type { FieldName } from './fields.ts'
import type { Form } from './form.ts'
import type { ChannelName } from './plan.ts'
import type { Problem } from './preview.ts'

export const newTitle = phrase({ en: 'New check-in', nl: 'Nieuwe check-in' })
export const editTitle = phrase({ en: 'Edit check-in', nl: 'Check-in wijzigen' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

export const whichPartnership = phrase({
  en: 'For which two teams is the new check-in?',
  nl: 'Voor welke twee teams is de nieuwe check-in?',
})
export const whichTemplate = phrase({
  en: 'What is it for? Each comes with its own questions, and you can change all of them.',
  nl: 'Waar is deze check-in voor? Elke check-in heeft eigen vragen, en die kun je allemaal aanpassen.',
})
/** Below a list that is longer than a window. */
export const moreThanFit = phrase<[number]>({
  en: (count) => `And ${count} more, which do not fit here: type \`/rondo checkin\` in a channel of theirs.`,
  nl: (count) => `En nog ${count}, die hier niet passen: typ \`/rondo checkin\` in een kanaal daarvan.`,
})
export const choose = phrase({ en: 'Choose', nl: 'Kiezen' })

/** Above the form. @param template, partnership escaped */
export const aboutNew = phrase<[string, string]>({
  en: (template, partnership) => `*${template}* for ${partnership}. It comes with questions that you can change later.`,
  nl: (template, partnership) =>
    `*${template}* voor ${partnership}. De vragen staan al klaar; die kun je later aanpassen.`,
})
export const aboutEdit = phrase<[string]>({
  en: (partnership) =>
    `For ${partnership}. What you change counts from the next date on; a check-in that is open keeps its questions and its deadline.`,
  nl: (partnership) =>
    `Voor ${partnership}. Wat je wijzigt, geldt vanaf de volgende datum; een check-in die open is, houdt zijn vragen en sluit zoals gepland.`,
})

/** Above what somebody else changed. */
export const changedMeanwhile = phrase({
  en: 'Meanwhile somebody else changed this check-in. Save to put yours in its place, or close this and leave theirs:',
  nl: 'Iemand anders heeft deze check-in intussen gewijzigd. Sla op om jouw keuzes ervoor in de plaats te zetten, of sluit dit om het zo te laten:',
})

export const labels: Record<FieldName, Phrase> = {
  name: phrase({ en: 'Name', nl: 'Naam' }),
  channel: phrase({ en: 'Channel', nl: 'Kanaal' }),
  kind: phrase({ en: 'How often', nl: 'Hoe vaak' }),
  everyWeeks: phrase({ en: 'Every', nl: 'Elke' }),
  weekdays: phrase({ en: 'On', nl: 'Op' }),
  on: phrase({ en: 'On', nl: 'Op' }),
  dayOfMonth: phrase({ en: 'Date', nl: 'Datum' }),
  nth: phrase({ en: 'Which', nl: 'Welke' }),
  weekday: phrase({ en: 'Weekday', nl: 'Weekdag' }),
  month: phrase({ en: 'In the months', nl: 'In de maanden' }),
  from: phrase({ en: 'Starts on or after', nl: 'Begint op of na' }),
  date: phrase({ en: 'Date', nl: 'Datum' }),
  begins: phrase({ en: 'Opens', nl: 'Gaat open' }),
  time: phrase({ en: 'At', nl: 'Om' }),
  meetingAt: phrase({ en: 'Meeting at', nl: 'Overleg om' }),
  answerHours: phrase({ en: 'Time to answer', nl: 'Tijd om te antwoorden' }),
  ownZone: phrase({ en: 'Time zone', nl: 'Tijdzone' }),
  onDayOff: phrase({ en: 'On a day off', nl: 'Op een vrije dag' }),
}

/** @param name of the template */
export const nameHint = phrase<[string]>({
  en: (name) => `Leave empty to call it “${name}”.`,
  nl: (name) => `Laat leeg om hem “${name}” te noemen.`,
})
export const channels: Record<ChannelName, Phrase> = {
  shared: phrase({ en: 'The shared channel', nl: 'Het gedeelde kanaal' }),
  marketing: phrase({ en: "Marketing's channel", nl: 'Het kanaal van marketing' }),
  sales: phrase({ en: "Sales' channel", nl: 'Het kanaal van sales' }),
}
export const kindNames: Record<Form['kind'], Phrase> = {
  weekly: phrase({ en: 'By the week', nl: 'Per week' }),
  monthly: phrase({ en: 'Every month', nl: 'Elke maand' }),
  quarterly: phrase({ en: 'Every quarter', nl: 'Elk kwartaal' }),
  once: phrase({ en: 'Once', nl: 'Eén keer' }),
}
export const everyWeeks = phrase<[number]>({
  en: (weeks) => (weeks === 1 ? 'week' : `${weeks} weeks`),
  nl: (weeks) => (weeks === 1 ? 'week' : `${weeks} weken`),
})
export const onNames: Record<Form['on'], Phrase> = {
  date: phrase({ en: 'A date, such as the 15th', nl: 'Een datum, zoals de 15e' }),
  last: phrase({ en: 'The last day of the month', nl: 'De laatste dag van de maand' }),
  nth: phrase({ en: 'A weekday, such as the first Tuesday', nl: 'Een weekdag, zoals de eerste dinsdag' }),
}
export const shortMonths = phrase({
  en: 'In a month that is shorter, on its last day.',
  nl: 'In een kortere maand op de laatste dag.',
})
export const nthNames: Record<Form['nth'], Phrase> = {
  1: phrase({ en: 'The first', nl: 'De eerste' }),
  2: phrase({ en: 'The second', nl: 'De tweede' }),
  3: phrase({ en: 'The third', nl: 'De derde' }),
  4: phrase({ en: 'The fourth', nl: 'De vierde' }),
  last: phrase({ en: 'The last', nl: 'De laatste' }),
}
/** The months of the year that are each the first, second or third of their quarter. */
export function monthsInWords(month: Form['month'], language: Language): string {
  const months = [0, 3, 6, 9].map((before) => Temporal.PlainDate.from({ year: 2027, month: before + month, day: 1 }))
  const names = months.map((one) => one.toLocaleString(localeOf(language), { month: 'long' }))
  return listInWords(names, language)
}
/** @param weekday ISO: Monday 1 */
export function weekdayInWords(weekday: number, language: Language): string {
  // 1 March 2027 is a Monday.
  const date = Temporal.PlainDate.from({ year: 2027, month: 3, day: weekday })
  return date.toLocaleString(localeOf(language), { weekday: 'long' })
}
const localeOf = (language: Language): string => (language === 'nl' ? 'nl-NL' : 'en-GB')

export const beginsNames: Record<Form['begins'], Phrase> = {
  time: phrase({ en: 'At a time', nl: 'Op een tijd' }),
  meeting: phrase({ en: 'One working day before a meeting', nl: 'Eén werkdag voor een overleg' }),
}
export const meetingHint = phrase({
  en: 'Closes thirty minutes before it; the summary is the agenda.',
  nl: 'Sluit een halfuur ervoor; de samenvatting is de agenda.',
})
export const answerHours = phrase<[number]>({
  en: (hours) => (hours === 1 ? '1 working hour' : `${hours} working hours`),
  nl: (hours) => (hours === 1 ? '1 werkuur' : `${hours} werkuren`),
})
export const ownZone = phrase({
  en: 'Ask each person at the opening time in their own zone',
  nl: 'Vraag iedereen op de openingstijd in de eigen tijdzone',
})
export const sameForAll = phrase({ en: 'One moment for everyone', nl: 'Eén moment voor iedereen' })
/** @param zone of the partnership */
export const ownZoneHint = phrase<[string]>({
  en: (zone) => `It closes for everyone at one moment, counted on the clocks of ${zone}.`,
  nl: (zone) => `Hij sluit voor iedereen op hetzelfde moment, geteld naar de klok van ${zone}.`,
})
export const onDayOffNames: Record<Form['onDayOff'], Phrase> = {
  move: phrase({ en: 'Hold it on the next working day', nl: 'Houd hem op de volgende werkdag' }),
  skip: phrase({ en: 'Leave that date out', nl: 'Sla die datum over' }),
}

export const nextDates = phrase({ en: '*The next dates*', nl: '*De volgende data*' })
/** @param date 'YYYY-MM-DD' */
export const heldAt = phrase<[string, string]>({
  en: (date, time) => `${dayInWords(date, 'en')} at ${time}`,
  nl: (date, time) => `${dayInWords(date, 'nl')} om ${time}`,
})
/** @param opens in words */
export const meetingOpens = phrase<[string, string]>({
  en: (meeting, opens) => `${meeting}; opens ${opens}`,
  nl: (meeting, opens) => `${meeting}; gaat open op ${opens}`,
})
/** @param line a date @param name of a day off, escaped */
export const movedBecause = phrase<[string, string]>({
  en: (line, name) => `${line} (moved because of ${name})`,
  nl: (line, name) => `${line} (verplaatst vanwege ${name})`,
})
/** @param date 'YYYY-MM-DD', where it should have been */
export const movedFrom = phrase<[string, string]>({
  en: (line, date) => `${line} (moved from ${dayInWords(date, 'en')})`,
  nl: (line, date) => `${line} (verplaatst van ${dayInWords(date, 'nl')})`,
})
/** @param date 'YYYY-MM-DD' @param why in words */
export const skippedDate = phrase<[string, string]>({
  en: (date, why) => `${dayInWords(date, 'en')}: skipped, ${why}`,
  nl: (date, why) => `${dayInWords(date, 'nl')}: overgeslagen, ${why}`,
})
export const becauseDayOff = phrase({ en: 'a day off', nl: 'vrije dag' })
export const becauseNext = phrase({ en: 'the next one follows too soon', nl: 'de volgende komt te snel' })
export const becauseDecided = phrase({ en: 'as a team lead decided', nl: 'zo besloot een teamlead' })
/** @param times on the clocks of the partnership */
export const outsideHours = phrase<[string, string]>({
  en: (start, end) => `This is outside working hours (${start} to ${end}).`,
  nl: (start, end) => `Dit valt buiten werktijd (${start} tot ${end}).`,
})
/** @param zone of the partnership */
export const onClocksOf = phrase<[string]>({
  en: (zone) => `On the clocks of ${zone}.`,
  nl: (zone) => `Naar de klok van ${zone}.`,
})
export const onOwnClocks = phrase({
  en: "It opens on each person's own clocks.",
  nl: 'Hij gaat open naar ieders eigen klok.',
})

export const problems: Record<Problem, Phrase> = {
  'no weekday': phrase({ en: 'Choose at least one weekday.', nl: 'Kies ten minste één weekdag.' }),
  'in the past': phrase({
    en: 'This is in the past. Choose a later date.',
    nl: 'Dit is al geweest. Kies een latere datum.',
  }),
  'opens in the past': phrase({
    en: 'It should have opened by now. Choose a later date.',
    nl: 'Hij had nu al open moeten zijn. Kies een latere datum.',
  }),
  'no time': phrase({
    en: 'The next one opens before everyone has had their time to answer. Choose less time, or dates that are further apart.',
    nl: 'De volgende gaat al open voordat iedereen de tijd heeft gehad. Kies minder tijd, of data die verder uit elkaar liggen.',
  }),
  'never held': phrase({
    en: 'All these dates are days off. Choose other days, or move them to the next working day.',
    nl: 'Al deze data zijn vrije dagen. Kies andere dagen, of verplaats ze naar de volgende werkdag.',
  }),
}

/** @param zones IANA names */
export const tooFarWest = phrase<[readonly string[]]>({
  en: (zones) =>
    `On the clocks of ${listInWords(zones, 'en')} hardly any time would be left, so people there are asked as soon as it opens. More time to answer helps.`,
  nl: (zones) =>
    `Op de klok van ${listInWords(zones, 'nl')} zou er bijna geen tijd overblijven, dus daar vraag ik het zodra hij opengaat. Meer tijd om te antwoorden helpt.`,
})
export const savedTitle = phrase({ en: 'Saved', nl: 'Opgeslagen' })
/** @param name escaped @param dates in words */
export const saved = phrase<[string]>({
  en: (name) => `*${name}* is saved.`,
  nl: (name) => `*${name}* is opgeslagen.`,
})
export const stillPaused = phrase({
  en: 'It is paused: these dates count once it is resumed.',
  nl: 'Hij is gepauzeerd: deze data gelden zodra hij weer loopt.',
})
export const questionsButton = phrase({ en: 'Questions', nl: 'Vragen' })
export const peopleButton = phrase({ en: 'People', nl: 'Mensen' })
export const copyButton = phrase({ en: 'Copy to another cooperation', nl: 'Kopiëren naar andere samenwerking' })
export const endButton = phrase({ en: 'End', nl: 'Beëindigen' })
export const endQuestion = phrase({ en: 'End this check-in?', nl: 'Deze check-in beëindigen?' })
export const endMeans = phrase({
  en: 'What was said stays, and what is open can still be answered. No new dates come, and it leaves the list.',
  nl: 'Wat gezegd is blijft, en wat open is kan nog beantwoord worden. Er komen geen nieuwe data en hij gaat van de lijst.',
})
export const endIt = phrase({ en: 'End it', nl: 'Beëindigen' })
export const keepIt = phrase({ en: 'Keep it', nl: 'Laten lopen' })
