import { describe, expect, it } from 'vitest'
import { toInstant, toLocal } from '../../src/calendar/wall-time.ts'
import { cityOf, instantOf, wallClock } from '../../src/playground/plain/wall-clock.ts'
import { daysOfChange, oddZones, offsetOf, textsOf, wallTimesAround } from '../calendar/oracle.ts'

const amsterdam = 'Europe/Amsterdam'

describe('the clocks of a zone', () => {
  it.each([
    ['in summer', '2027-04-05', '09:00', amsterdam, '2027-04-05T07:00Z'],
    ['in winter', '2027-01-04', '09:00', amsterdam, '2027-01-04T08:00Z'],
    ['at midnight', '2027-07-15', '00:00', amsterdam, '2027-07-14T22:00Z'],
    ['where it is still the year before', '2027-12-31', '23:59', 'America/New_York', '2028-01-01T04:59Z'],
    ['where the zone is not of whole hours', '2027-04-05', '09:00', 'Asia/Kathmandu', '2027-04-05T03:15Z'],
    ['just before they change', '2027-03-28', '01:59', amsterdam, '2027-03-28T00:59Z'],
    ['just after they changed', '2027-03-28', '03:00', amsterdam, '2027-03-28T01:00Z'],
  ])('show it %s, and it is at that instant', (_, date, time, zone, instant) => {
    expect(instantOf({ date, time }, zone)).toBe(Date.parse(instant))
    expect(wallClock(Date.parse(instant), zone)).toEqual({ date, time })
  })

  it.each([
    ['skip it: as much later', '2027-03-28', '02:30', amsterdam, '2027-03-28T01:30Z'],
    ['show it twice: the first', '2027-10-31', '02:30', amsterdam, '2027-10-31T00:30Z'],
  ])('%s', (_, date, time, zone, instant) => {
    expect(instantOf({ date, time }, zone)).toBe(Date.parse(instant))
  })

  it.each(oddZones)('are what Rondo itself makes of them, around every change of a year in %s', (zone) => {
    const days = [Date.UTC(2027, 5, 15), ...daysOfChange(offsetOf(zone), Date.UTC(2027, 0), Date.UTC(2028, 0))]
    // One in three is enough, and done three times as soon.
    const walls = days.flatMap((day) => wallTimesAround(day).filter((_, quarter) => quarter % 3 === 0)).map(textsOf)
    const differences = walls.filter((wall) => {
      const instant = toInstant(wall.date, wall.time, zone)
      const shown = wallClock(instant, zone)
      const local = toLocal(instant, zone)
      return instantOf(wall, zone) !== instant || shown.date !== local.date || shown.time !== local.time
    })
    expect(differences).toEqual([])
  })

  it.each([
    ['', '09:00'],
    ['2027-04-05', ''],
    ['2027-02-30', '09:00'],
    ['2027-02-30x', '09:30'],
    ['2027-04-05', '24:10'],
    ['5 April', '09:00'],
  ])('never show %j %j', (date, time) => expect(instantOf({ date, time }, amsterdam)).toBeUndefined())

  it('are those of a city, as the reader calls it', () => {
    expect(cityOf('America/Argentina/Buenos_Aires', 'nl-NL')).toBe('Buenos Aires')
    expect(cityOf('UTC', 'en-GB')).toBe('UTC')
    expect(cityOf('Europe/London', 'en-GB')).toBe('London')
    expect(cityOf('Europe/London', 'nl-NL')).toBe('Londen')
  })
})
