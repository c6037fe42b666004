import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { readDate } from '../typed-date.ts'
import type { Absence } from './store.ts'

/** What is wrong with the dates of an absence: none is there, they are over, or the last comes before the first. */
export type DateProblem = 'unreadable' | 'past' | 'backwards'

/** An absence that begins today or later, or what is wrong with what was typed. */
export type Read = Absence | { problem: DateProblem }

const on = /^(?:on|op)\s+/i
const opener = /^(?:from|starting|since|vanaf|van|per|sinds)\s+/i
const untilWords = String.raw`(?:until|till|til|through|thru|to|tot en met|tot|t\s?\/\s?m|tm|t\.?e\.?m\.?)`
const preposition = new RegExp(String.raw`^${untilWords}\s+(?:and including\s+)?`, 'i')
/** '12 april t/m 16 april', '12 april - 16 april', '12-16 april'. Other dashes stand within a date. */
const range = new RegExp(
  String.raw`^(?<first>.+?)(?:\s+${untilWords}\s+(?:and including\s+)?|\s*[–—]\s*|\s+-\s+|(?<=^\d{1,2})-(?=\d{1,2}\s+[a-z.]+(?:\s\d{4})?$))(?<last>.+)$`,
  'i',
)
const dayOnly = /^\d{1,2}(?:st|nd|rd|th|ste|de|e)?$/i

/** Who names a day without its year and is at most so long away already means that day, not the next of its name. */
const mostBegunDays = 60
/** A last day that only comes after a new year's eve is taken for a slip where that makes it longer than this. */
const mostAcrossYearsDays = 183

/**
 * What follows `/rondo away`: 'until 3 dec', '2026-12-03', 'from 12 april until 16 april', 'van 12 t/m 16 april', 'vanaf maandag',
 * or nothing. After 'until' one date is the last day away, after 'from' the first; one alone is the only one.
 * @param today of the person; an absence that began before it counts from it on
 */
export function readAbsence(text: string, today: LocalDate): Read {
  const typed = text.trim()
  if (typed === '') return { from: today, until: undefined }
  const day = readDate(typed.replace(on, ''), today)
  if (day !== undefined) return checked({ from: day, until: day }, today)
  const until = readDate(typed.replace(preposition, ''), today)
  if (until !== undefined) return checked({ from: today, until }, today)
  const said = typed.replace(opener, '')
  const { first, last } = range.exec(said)?.groups ?? {}
  if (first !== undefined && last !== undefined) return between(first, last, today)
  const from = said === typed ? undefined : firstDay(said, today)
  return from === undefined ? { problem: 'unreadable' } : checked({ from, until: undefined }, today)
}

/** An absence cannot have ended before it starts. */
export function checked({ from, until: last }: Absence, today: LocalDate): Read {
  if (last !== undefined && last < today && from <= today) return { problem: 'past' }
  if (last !== undefined && last < from) return { problem: 'backwards' }
  return { from: from < today ? today : from, until: last }
}

function between(first: string, last: string, today: LocalDate): Read {
  const [from, until] = [firstDay(first, today), readDate(last, today)]
  if (dayOnly.test(first)) return inMonthOf(firstDay(last, today), first, last, today)
  if (dayOnly.test(last)) return inMonthOf(from, first, last, today)
  if (from === undefined || until === undefined) return { problem: 'unreadable' }
  const after = from < today ? sameDay(last, today, from) : readDate(last, today, from)
  const slip = after !== until && after !== undefined && after > addDays(from, mostAcrossYearsDays)
  return slip ? { problem: 'backwards' } : checked({ from, until: after }, today)
}

/** 'from 12 until 16 april', 'from april 12 to 16': one of the two is only a day of the month in which the other lies. */
function inMonthOf(date: LocalDate | undefined, first: string, last: string, today: LocalDate): Read {
  const dayOf = (typed: string) =>
    date && (dayOnly.test(typed) ? readDate(`${date.slice(0, 8)}${Number.parseInt(typed, 10)}`, today) : date)
  const [from, until] = [dayOf(first), dayOf(last)]
  return from === undefined || until === undefined ? { problem: 'unreadable' } : checked({ from, until }, today)
}

/** The day that is named; without its year also one that lies a little back. */
const firstDay = (typed: string, today: LocalDate): LocalDate | undefined =>
  sameDay(typed, today, addDays(today, -mostBegunDays))

/** A day without its year: the first such day from then on. Any other is as it is read today. */
function sameDay(typed: string, today: LocalDate, from: LocalDate): LocalDate | undefined {
  const [read, other] = [readDate(typed, today), readDate(typed, today, from)]
  return other?.slice(5) === read?.slice(5) ? other : read
}
