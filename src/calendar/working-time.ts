import { addDays, type LocalDate } from './local-date.ts'
import { startOfDay, toInstant, toLocal, type WallTime } from './wall-time.ts'
import { isWorkingDay, nextWorkingDay, type WorkingDays, workingDayOnOrAfter } from './working-day.ts'

/** When somebody works: the same hours on every working day, within one calendar date. */
export interface WorkingTime extends WorkingDays {
  start: WallTime
  /** Later than `start`. */
  end: WallTime
}

const hourMs = 3_600_000

/** The end of the day is no longer working time. @param instant epoch milliseconds */
export function isWorkingTime(instant: number, working: WorkingTime): boolean {
  const { date } = toLocal(instant, working.zone)
  const { opens, closes } = hoursOf(date, working)
  return isWorkingDay(date, working) && opens <= instant && instant < closes
}

/**
 * When work starts on a date, whether or not that date is a working day.
 * @returns epoch milliseconds
 */
export function startOfWorkingDay(date: LocalDate, working: WorkingTime): number {
  return hoursOf(date, working).opens
}

/**
 * The instant at which so many hours have been worked, in hours that really pass: a night in which the clocks change is
 * longer or shorter. From outside working time it counts from the next start. A sum that comes out at the end of a day
 * stays there.
 * @param instant epoch milliseconds
 * @param hours may be a fraction; to the millisecond
 * @returns epoch milliseconds
 * @throws RangeError when hours is negative or endless, or when two years pass without a working day
 */
export function addWorkingHours(instant: number, hours: number, working: WorkingTime): number {
  if (!(hours >= 0 && hours < Infinity)) throw new RangeError(`Cannot add ${hours} working hours`)
  let leftMs = Math.round(hours * hourMs)
  let date = workingDayOnOrAfter(toLocal(instant, working.zone).date, working)
  for (;;) {
    const { opens, closes } = hoursOf(date, working)
    const from = Math.max(instant, opens)
    if (from + leftMs <= closes) return from + leftMs
    leftMs -= Math.max(0, closes - from)
    date = nextWorkingDay(date, working)
  }
}

/**
 * How many working hours really passed between two instants (epoch milliseconds); 0 when `to` is not later than `from`.
 * Undoes `addWorkingHours`.
 */
export function workingHoursBetween(from: number, to: number, working: WorkingTime): number {
  const last = toLocal(to, working.zone).date
  let workedMs = 0
  for (let date = toLocal(from, working.zone).date; date <= last; date = addDays(date, 1)) {
    if (!isWorkingDay(date, working)) continue
    const { opens, closes } = hoursOf(date, working)
    workedMs += Math.max(0, Math.min(to, closes) - Math.max(from, opens))
  }
  return workedMs / hourMs
}

/**
 * The working hours of a date as instants; none (closed before they open) where the clocks skip them all.
 * They end with the date at the latest: in Nuuk, where the clocks skip the hour before midnight, an end within that hour
 * would otherwise lie in the next date.
 */
function hoursOf(date: LocalDate, working: WorkingTime): { opens: number; closes: number } {
  const { start, end, zone } = working
  if (start >= end) throw new RangeError(`Working hours cannot start at ${start} and end at ${end}`)
  const opens = toInstant(date, start, zone)
  const closes = Math.min(toInstant(date, end, zone), startOfDay(addDays(date, 1), zone))
  return { opens, closes }
}
