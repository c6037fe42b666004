/** Dates as people type them, in both languages: '3 dec', 'December 3rd', '3-12-2026', 'vrijdag', 'tomorrow'. */
import { addDays, type LocalDate, toPlainDate, type Weekday, weekdayOf } from '../calendar/local-date.ts'

const months = [
  ['january', 'januari', 'jan'],
  ['february', 'februari', 'feb'],
  ['march', 'maart', 'mar', 'mrt'],
  ['april', 'apr'],
  ['may', 'mei'],
  ['june', 'juni', 'jun'],
  ['july', 'juli', 'jul'],
  ['august', 'augustus', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oktober', 'oct', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const

const weekdays = [
  ['monday', 'maandag', 'mon', 'ma'],
  ['tuesday', 'dinsdag', 'tues', 'tue', 'di'],
  ['wednesday', 'woensdag', 'wed', 'wo'],
  ['thursday', 'donderdag', 'thurs', 'thu', 'do'],
  ['friday', 'vrijdag', 'fri', 'vrij', 'vr'],
  ['saturday', 'zaterdag', 'sat', 'za'],
  ['sunday', 'zondag', 'sun', 'zo'],
] as const

const daysAhead: Record<string, number> = { today: 0, vandaag: 0, tomorrow: 1, morgen: 1, overmorgen: 2 }

const end = String.raw`(?=$|[\s,:;])`
const iso = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${end}`)
// With slashes '12/3' is December in one country and March in the other: not read. Dots and dashes put the day first.
const numbers = new RegExp(String.raw`^(?<day>\d{1,2})[-.](?<month>\d{1,2})(?:[-.](?<year>\d{4}))?${end}`)
const dayFirst = new RegExp(
  String.raw`^(?<day>\d{1,2})(?:st|nd|rd|th|ste|de|e)?\s+(?:of\s+)?(?<month>[a-z]+)\.?(?:,?\s+(?<year>\d{4}))?${end}`,
  'i',
)
const monthFirst = new RegExp(
  String.raw`^(?<month>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?${end}`,
  'i',
)
const word = new RegExp(`^(?<word>[a-z]+)${end}`, 'i')

/**
 * The date a text starts with, and what follows it. Without a year it is the next such date, today included; a weekday is
 * the next one after today.
 * @param from the day to count from instead; 'tomorrow' is still the day after today
 * @returns undefined where the text starts with no date that exists
 */
export function leadingDate(
  typed: string,
  today: LocalDate,
  from = today,
): { date: LocalDate; rest: string } | undefined {
  const text = typed.trim()
  for (const pattern of [iso, numbers, dayFirst, monthFirst]) {
    const match = pattern.exec(text)
    const date = match && calendarDate(match.groups ?? {}, from)
    if (date) return { date, rest: after(text, match[0]) }
  }
  return wordDate(text, today, from)
}

/** The date that a text is, with nothing after it but a full stop; see `leadingDate`. */
export function readDate(typed: string, today: LocalDate, from = today): LocalDate | undefined {
  const found = leadingDate(typed.trim().replace(/[.!]+$/, ''), today, from)
  return found?.rest === '' ? found.date : undefined
}

function wordDate(text: string, today: LocalDate, from: LocalDate): { date: LocalDate; rest: string } | undefined {
  const match = word.exec(text)
  const name = match?.groups?.word?.toLowerCase()
  if (!match || name === undefined) return undefined
  const ahead = daysAhead[name]
  if (ahead !== undefined) return { date: addDays(today, ahead), rest: after(text, match[0]) }
  const weekday = numberIn(weekdays, name)
  return weekday === undefined ? undefined : onWeekday(weekday as Weekday, after(text, match[0]), today, from)
}

/** 'friday', or 'friday 4 December' where that is a Friday. */
function onWeekday(
  weekday: Weekday,
  rest: string,
  today: LocalDate,
  from: LocalDate,
): { date: LocalDate; rest: string } | undefined {
  const spelled = leadingDate(rest, today, from)
  if (spelled) return weekdayOf(spelled.date) === weekday ? spelled : undefined
  const ahead = (weekday - weekdayOf(from) + 7) % 7 || 7
  return { date: addDays(from, ahead), rest }
}

function calendarDate(found: Record<string, string | undefined>, from: LocalDate): LocalDate | undefined {
  const month = /^\d/.test(found.month ?? '') ? Number(found.month) : numberIn(months, found.month?.toLowerCase() ?? '')
  if (month === undefined) return undefined
  const day = Number(found.day)
  if (found.year !== undefined) return existing(Number(found.year), month, day)
  const thisYear = toPlainDate(from).year
  // 29 February may be eight years away.
  const years = Array.from({ length: 9 }, (_, ahead) => thisYear + ahead)
  return years.map((year) => existing(year, month, day)).find((date) => date !== undefined && date >= from)
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** Counted from 1. */
function numberIn(names: readonly (readonly string[])[], name: string): number | undefined {
  const index = names.findIndex((spellings) => spellings.includes(name))
  return index === -1 ? undefined : index + 1
}

function after(text: string, date: string): string {
  return text.slice(date.length).replace(/^[\s,:;–-]+/, '')
}
