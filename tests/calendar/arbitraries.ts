import fc from 'fast-check'
import type { Cadence, DayOfMonth } from '../../src/calendar/cadence.ts'
import type { Weekday } from '../../src/calendar/local-date.ts'
import type { WorkingTime } from '../../src/calendar/working-time.ts'
import { dayMs, oddZones } from './oracle.ts'

const epochDay = (date: string) => Date.parse(date) / dayMs
const fromEpochDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

/** Late 2026 to the end of 2028: a week 53, a leap day, every clock change twice. */
export const dates = fc.integer({ min: epochDay('2026-10-01'), max: epochDay('2028-12-31') }).map(fromEpochDay)

const weekdays = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7)
const someWeekdays = fc.uniqueArray(weekdays, { minLength: 1, maxLength: 7 })
const every = fc.integer({ min: 1, max: 5 })

type Nth = Extract<DayOfMonth, { nth: unknown }>['nth']

/** Cadences that never end. */
export const cadences: fc.Arbitrary<Exclude<Cadence, { kind: 'once' }>> = fc.oneof(
  fc.record({ kind: fc.constant('weekly'), every, weekdays: someWeekdays, anchor: dates }),
  fc.record({
    kind: fc.constant('monthly'),
    every,
    on: fc.oneof<fc.Arbitrary<DayOfMonth>[]>(
      fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
      fc.constant({ lastDay: true }),
      fc.record({ nth: fc.constantFrom<Nth[]>(1, 2, 3, 4, 'last'), weekday: weekdays }),
    ),
    anchor: dates,
  }),
)

/** Whether a cadence occurs on one date, worked out from that date alone and without `Temporal`. */
export function occursOn(cadence: Exclude<Cadence, { kind: 'once' }>, date: string): boolean {
  if (date < cadence.anchor) return false
  const day = new Date(date)
  const anchor = new Date(cadence.anchor)
  const weekday = day.getUTCDay() || 7
  if (cadence.kind === 'weekly') {
    // Epoch day 4 was a Monday.
    const week = (text: string) => Math.floor((epochDay(text) - 4) / 7)
    return (
      cadence.weekdays.some((chosen) => chosen === weekday) && (week(date) - week(cadence.anchor)) % cadence.every === 0
    )
  }
  const months = (day.getUTCFullYear() - anchor.getUTCFullYear()) * 12 + day.getUTCMonth() - anchor.getUTCMonth()
  if (months % cadence.every !== 0) return false
  const { on } = cadence
  const dayOfMonth = day.getUTCDate()
  const isInLast = (days: number) => new Date(day.getTime() + days * dayMs).getUTCMonth() !== day.getUTCMonth()
  if ('day' in on) return dayOfMonth === on.day || (dayOfMonth < on.day && isInLast(1))
  if ('lastDay' in on) return isInLast(1)
  return weekday === on.weekday && (on.nth === 'last' ? isInLast(7) : Math.ceil(dayOfMonth / 7) === on.nth)
}

const wallTime = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16)

/** At least half an hour a day, at any time of day, in zones with odd rules. */
export const workingTimes: fc.Arbitrary<WorkingTime> = fc
  .record({
    zone: fc.constantFrom(...oddZones),
    days: someWeekdays,
    from: fc.integer({ min: 0, max: 1409 }),
    minutes: fc.integer({ min: 30, max: 1439 }),
    daysOff: fc.uniqueArray(dates, { maxLength: 30 }),
  })
  .map(({ zone, days, from, minutes, daysOff }) => ({
    zone,
    days,
    start: wallTime(from),
    end: wallTime(Math.min(from + minutes, 1439)),
    daysOff: new Set(daysOff),
  }))

/** Whole minutes of the same years as `dates`. */
export const instants = fc
  .integer({ min: Date.parse('2026-10-01') / 60_000, max: Date.parse('2028-12-31') / 60_000 })
  .map((minute) => minute * 60_000)
