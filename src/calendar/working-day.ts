import { addDays, type LocalDate, type Weekday, weekdayOf } from './local-date.ts'
import { startOfDay, toLocal } from './wall-time.ts'

/** On which dates somebody works. */
export interface WorkingDays {
  /** IANA name. */
  zone: string
  /** At least one. */
  days: readonly Weekday[]
  /** Holidays and own days off. */
  daysOff: ReadonlySet<LocalDate>
}

/** Longer than any holiday; past it, the days off are wrong. */
const longestBreakDays = 2 * 366

/**
 * Whether they work on this date. On a date that the zone itself left out, nobody does.
 * @throws RangeError when they work on no day of the week
 */
export function isWorkingDay(date: LocalDate, working: WorkingDays): boolean {
  if (working.days.length === 0) throw new RangeError('At least one day of the week must be a working day')
  return working.days.includes(weekdayOf(date)) && !working.daysOff.has(date) && existsIn(working.zone, date)
}

/** @throws RangeError when no working day follows within two years */
export function workingDayOnOrAfter(date: LocalDate, working: WorkingDays): LocalDate {
  return firstWorkingDay(date, 1, working)
}

/**
 * The first working day later than `date`.
 * @throws RangeError when none follows within two years
 */
export function nextWorkingDay(date: LocalDate, working: WorkingDays): LocalDate {
  return firstWorkingDay(addDays(date, 1), 1, working)
}

/**
 * The n-th working day after a date; before it, when n is negative. 0 leaves the date as it is, a working day or not.
 * @param n a whole number
 * @throws RangeError when n is not whole, or when two years pass without a working day
 */
export function addWorkingDays(date: LocalDate, n: number, working: WorkingDays): LocalDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Working days are counted in whole days, not ${n}`)
  const step = n < 0 ? -1 : 1
  let reached = date
  for (let left = Math.abs(n); left > 0; left--) reached = firstWorkingDay(addDays(reached, step), step, working)
  return reached
}

function firstWorkingDay(from: LocalDate, step: 1 | -1, working: WorkingDays): LocalDate {
  let date = from
  for (let tried = 0; tried < longestBreakDays; tried++) {
    if (isWorkingDay(date, working)) return date
    date = addDays(date, step)
  }
  throw new RangeError(`Every day in the two years ${step > 0 ? 'from' : 'up to'} ${from} is a day off`)
}

function existsIn(zone: string, date: LocalDate): boolean {
  return toLocal(startOfDay(date, zone), zone).date === date
}
