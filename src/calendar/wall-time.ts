import { type LocalDate, toPlainDate } from './local-date.ts'

/** What a clock on the wall shows, 'HH:mm', from '00:00' to '23:59'. It sorts as text. */
export type WallTime = string

/**
 * The instant at which the clocks of a zone show this date and time.
 * A time that the clocks skip moves on by as much as they skip; of a time they show twice it is the first
 * (Temporal's `compatible`; RFC 5545, 3.3.5).
 * @returns epoch milliseconds
 * @throws RangeError when the date, the time or the zone does not exist
 */
export function toInstant(date: LocalDate, time: WallTime, zone: string): number {
  const wall = toPlainDate(date).toPlainDateTime(toPlainTime(time))
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/**
 * What the calendar and the clocks of a zone show at an instant; seconds are cut off.
 * @param instant epoch milliseconds
 */
export function toLocal(instant: number, zone: string): { date: LocalDate; time: WallTime } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/**
 * The first instant of a date: not always midnight, since some zones change their clocks at midnight.
 * Of a date that the zone left out (Samoa crossed the date line on 30 December 2011), the start of the date after it.
 * @returns epoch milliseconds
 */
export function startOfDay(date: LocalDate, zone: string): number {
  return toPlainDate(date).toZonedDateTime(zone).epochMilliseconds
}

/** Whether this names a time zone with rules of its own ('Europe/Amsterdam'); a bare offset ('+01:00') does not. */
export function isZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zones to choose from, one name each, sorted. */
export function zones(): string[] {
  return Intl.supportedValuesOf('timeZone')
}

function toPlainTime(time: WallTime): Temporal.PlainTime {
  const plain = Temporal.PlainTime.from(time)
  if (plain.toString({ smallestUnit: 'minute' }) !== time)
    throw new RangeError(`A time is written 'HH:mm', not '${time}'`)
  return plain
}
