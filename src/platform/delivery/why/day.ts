import { addDays, type LocalDate } from '../../../calendar/local-date.ts'
import { isZone, startOfDay, toLocal } from '../../../calendar/wall-time.ts'
import { dayInWords } from '../../i18n.ts'

/** A date in a zone, from its first instant to that of the next. Epoch milliseconds. */
export interface Day {
  date: LocalDate
  zone: string
  from: number
  to: number
}

/** @param zone IANA name; where this Node does not know it, UTC */
export function dayOf(date: LocalDate, zone: string): Day {
  const known = isZone(zone) ? zone : 'UTC'
  return { date, zone: known, from: startOfDay(date, known), to: startOfDay(addDays(date, 1), known) }
}

export const isOn = ({ from, to }: Day, instant: number): boolean => instant >= from && instant < to

/** The time on the clocks there, with the date where it is another one. */
export function timeOn(day: Day, instant: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(day.zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'second' })
  const { date } = toLocal(instant, day.zone)
  return date === day.date ? time : `${date} ${time}`
}

/** 'Monday 1 March 2027' */
export const dateInFull = (date: LocalDate): string => `${dayInWords(date, 'en')} ${date.slice(0, 4)}`

const minuteMs = 60_000

/** How long after it was due: 'on time', '3 min late', '2 h 5 min late'. */
export function lateness(dueAt: number, at: number): string {
  const minutes = Math.floor((at - dueAt) / minuteMs)
  if (minutes < 1) return 'on time'
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '')
  return `${parts.join(' ')} late`
}
