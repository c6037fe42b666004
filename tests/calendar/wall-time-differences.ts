import { toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import { daysOfChange, instantOf, offsetOf, textsOf, wallTimesAround } from './oracle.ts'

/** The wall times, around every clock change of 2024 to 2030, of which `wall-time.ts` and the oracle think differently. */
export function differencesFromOracle(zone: string): string[] {
  const offset = offsetOf(zone)
  const quietDay = Date.UTC(2027, 5, 15)
  const days = [quietDay, ...daysOfChange(offset, Date.UTC(2024, 0, 1), Date.UTC(2031, 0, 1))]
  return days.flatMap(wallTimesAround).flatMap((wall) => {
    const { date, time } = textsOf(wall)
    const instant = instantOf(wall, offset)
    const shown = textsOf(instant + offset(instant))
    const read = toLocal(instant, zone)
    const agree = toInstant(date, time, zone) === instant && read.date === shown.date && read.time === shown.time
    return agree ? [] : [`${date} ${time}`]
  })
}
