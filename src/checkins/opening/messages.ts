import { phrase } from '../../platform/i18n.ts'

/** @param due when it should have opened, in words */
export const late = phrase<[string]>({
  en: (due) => `I could not open this check-in on ${due}, so it opens now. You still have the full time to answer.`,
  nl: (due) =>
    `Ik kon deze check-in niet openen op ${due}, dus hij gaat nu open. Je hebt nog de volle tijd om te antwoorden.`,
})

/** Where it serves a meeting, which does not wait. @param due as above */
export const lateForMeeting = phrase<[string]>({
  en: (due) => `I could not open this check-in on ${due}, so it opens now. It closes before the meeting as planned.`,
  nl: (due) =>
    `Ik kon deze check-in niet openen op ${due}, dus hij gaat nu open. Hij sluit zoals gepland voor het overleg.`,
})
/** @param meeting when it is, in words */
export const forMeeting = phrase<[string]>({
  en: (meeting) => `The meeting is on ${meeting}; the summary is its agenda.`,
  nl: (meeting) => `Het overleg is op ${meeting}; de samenvatting is de agenda.`,
})

export const stillOpen = phrase<[number]>({
  en: (count) => `*Still open between the two teams* (${count})`,
  nl: (count) => `*Staat nog open tussen de twee teams* (${count})`,
})
export const nothingOpen = phrase({
  en: 'Nothing is still open between the two teams.',
  nl: 'Er staat niets meer open tussen de twee teams.',
})
/** Where nothing else is open. */
export const overdue = phrase<[number]>({
  en: (count) => `${count} ${count === 1 ? 'is' : 'are'} overdue; ${seenInEnglish(count)}`,
  nl: (count) => `${count} ${count === 1 ? 'is' : 'zijn'} te laat; ${seenInDutch(count)}`,
})
/** Below what else is open, which may be overdue or not. */
export const alsoOverdue = phrase<[number]>({
  en: (count) => `Besides these, ${count} ${count === 1 ? 'is' : 'are'} overdue; ${seenInEnglish(count)}`,
  nl: (count) => `Daarnaast ${count === 1 ? 'is' : 'zijn'} er ${count} te laat; ${seenInDutch(count)}`,
})
const seenInEnglish = (count: number): string =>
  `${count === 1 ? 'its owner sees it' : 'their owners see them'} with \`/rondo\`.`
const seenInDutch = (count: number): string =>
  `${count === 1 ? 'de eigenaar ziet het' : 'de eigenaars zien ze'} met \`/rondo\`.`
export const moreOpen = phrase<[number]>({
  en: (count) => `And ${count} more: see \`/rondo actions\`.`,
  nl: (count) => `En nog ${count}: zie \`/rondo acties\`.`,
})

export const sinceLastTime = phrase({ en: 'Since last time', nl: 'Sinds vorige keer' })
export const becauseOfFeedback = phrase({ en: 'Because of your feedback', nl: 'Dankzij jullie feedback' })
export const moreFigures = phrase<[number]>({ en: (count) => `And ${count} more.`, nl: (count) => `En nog ${count}.` })
export const moreLines = phrase<[number]>({
  en: (count) => `And ${count} more: see \`/rondo export\`.`,
  nl: (count) => `En nog ${count}: zie \`/rondo export\`.`,
})

export const bothTeams = phrase({ en: 'Both teams', nl: 'Beide teams' })
/** @param deadline in words */
export const answerUntil = phrase<[string]>({
  en: (deadline) => `Answer until ${deadline}. It takes about two minutes.`,
  nl: (deadline) => `Antwoord uiterlijk ${deadline}. Het kost je zo'n twee minuten.`,
})
export const closed = phrase<[string]>({
  en: (turnout) => `*Closed:* ${turnout}. The summary is in the thread.`,
  nl: (turnout) => `*Gesloten:* ${turnout}. De samenvatting staat in de thread.`,
})
