import { type LocalDate, toPlainDate } from '../calendar/local-date.ts'
import { leadingDate } from '../workspaces/index.ts'
import { holidayDates } from './holidays.ts'
import type { DayOff } from './partnership.ts'

/** Longer texts could not be shown again in the field they were typed in, which holds 3,000 characters. */
const longestText = 2900

export type ReadDaysOff = { days: DayOff[] } | { problem: 'unreadable'; line: string } | { problem: 'too many' }

/**
 * Own days off as typed: one date per line, a name behind it if wanted. Of a date that stands there twice the last counts.
 * @param today without a year, a date is the next such date
 */
export function readDaysOff(typed: string, today: LocalDate): ReadDaysOff {
  const days = new Map<LocalDate, DayOff>()
  for (const line of typed.split('\n').map((text) => text.trim())) {
    if (line === '') continue
    const found = leadingDate(line, today)
    if (!found) return { problem: 'unreadable', line }
    days.set(found.date, { date: found.date, name: found.rest.slice(0, 100) })
  }
  const sorted = [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return daysOffText(sorted).length > longestText ? { problem: 'too many' } : { days: sorted }
}

/** The same days, to be changed: what `readDaysOff` reads back. */
export function daysOffText(days: readonly DayOff[]): string {
  return days.map(({ date, name }) => `${date} ${name}`.trim()).join('\n')
}

/**
 * Public holidays and own days off of the years around a date: long enough for any deadline or cadence worked out from it.
 * @param around in any zone: the year before and the three after it are included
 */
export function daysOffAround(around: LocalDate, country: string, own: readonly LocalDate[]): ReadonlySet<LocalDate> {
  const { year } = toPlainDate(around)
  return new Set([...holidayDates(country, { from: year - 1, to: year + 3 }), ...own])
}
