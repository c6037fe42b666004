import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/calendar/wall-time.ts'
import { workingDayOnOrAfter } from '../../src/calendar/working-day.ts'
import {
  addWorkingHours,
  isWorkingTime,
  startOfWorkingDay,
  type WorkingTime,
  workingHoursBetween,
} from '../../src/calendar/working-time.ts'
import { dates, instants, workingTimes } from './arbitraries.ts'
import { dayMs, hourMs } from './oracle.ts'

const office: WorkingTime = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  start: '09:00',
  end: '17:00',
  daysOff: new Set(['2026-12-25', '2027-03-29']),
}
const daily: WorkingTime = { ...office, days: [1, 2, 3, 4, 5, 6, 7], daysOff: new Set() }
const nights: WorkingTime = { ...daily, start: '01:00', end: '09:00' }
const lordHowe: WorkingTime = { ...nights, zone: 'Australia/Lord_Howe' }
const havana: WorkingTime = { ...nights, start: '00:00', zone: 'America/Havana' }
const nuuk: WorkingTime = { ...daily, start: '15:00', end: '23:30', zone: 'America/Nuuk' }
const samoa: WorkingTime = { ...daily, zone: 'Pacific/Apia' }
const inTheGap: WorkingTime = { ...daily, start: '02:15', end: '03:00' }

/** @param wall '2026-11-23 10:00' */
function at(wall: string, zone: string): number {
  return toInstant(wall.slice(0, 10), wall.slice(11), zone)
}

describe('adding working hours', () => {
  it.each<[string, WorkingTime, string, number, string]>([
    ['within a day', office, '2026-11-23 10:00', 2, '2026-11-23 12:00'],
    ['a fraction', office, '2026-11-23 10:00', 1 / 3, '2026-11-23 10:20'],
    ['up to the end of the day, and not to the next morning', office, '2026-11-23 10:00', 7, '2026-11-23 17:00'],
    ['past the end of the day', office, '2026-11-23 10:00', 7.5, '2026-11-24 09:30'],
    ['whole days', office, '2026-11-23 09:00', 16, '2026-11-24 17:00'],
    ['a week', office, '2026-11-23 10:00', 40, '2026-11-30 10:00'],
    ['over a weekend', office, '2026-11-27 16:00', 2, '2026-11-30 10:00'],
    ['from a weekend', office, '2026-11-28 12:00', 1, '2026-11-30 10:00'],
    ['from before the start', office, '2026-11-23 07:00', 1, '2026-11-23 10:00'],
    ['from after the end', office, '2026-11-23 18:00', 1, '2026-11-24 10:00'],
    ['from the very end', office, '2026-11-23 17:00', 0.25, '2026-11-24 09:15'],
    ['none, during work', office, '2026-11-23 10:00', 0, '2026-11-23 10:00'],
    ['none, at the very end', office, '2026-11-23 17:00', 0, '2026-11-23 17:00'],
    ['none, outside work', office, '2026-11-28 12:00', 0, '2026-11-30 09:00'],
    ['over a day off and a weekend', office, '2026-12-24 16:00', 2, '2026-12-28 10:00'],
    ['over the end of a year', office, '2026-12-31 16:00', 2, '2027-01-01 10:00'],
    ['onto a leap day', office, '2028-02-28 16:30', 1, '2028-02-29 09:30'],
    ['over the weekend the clocks go forward, and Easter', office, '2027-03-26 16:00', 2, '2027-03-30 10:00'],
    ['over the weekend the clocks go back', office, '2027-10-29 16:00', 2, '2027-11-01 10:00'],
    ['in the night that is an hour shorter', nights, '2027-03-28 01:00', 7, '2027-03-28 09:00'],
    ['past the night that is an hour shorter', nights, '2027-03-28 01:00', 8, '2027-03-29 02:00'],
    ['in the night that is an hour longer', nights, '2027-10-31 01:00', 8, '2027-10-31 08:00'],
    ['to the end of the night that is an hour longer', nights, '2027-10-31 01:00', 9, '2027-10-31 09:00'],
    ['past the night that is an hour longer', nights, '2027-10-31 01:00', 10, '2027-11-01 02:00'],
    ['in the night that is half an hour longer', lordHowe, '2027-04-04 01:00', 8.5, '2027-04-04 09:00'],
    ['in the night that is half an hour shorter', lordHowe, '2027-10-03 01:00', 7.5, '2027-10-03 09:00'],
    ['from a midnight the clocks skip', havana, '2027-03-14 00:00', 8, '2027-03-14 09:00'],
    ['from a midnight the clocks show twice', havana, '2027-11-07 00:00', 10, '2027-11-07 09:00'],
    ['to an end within an hour the clocks skip before midnight', nuuk, '2027-03-27 15:00', 9, '2027-03-28 16:00'],
    ['over the date Samoa left out', samoa, '2011-12-29 16:00', 2, '2011-12-31 10:00'],
    ['none, on a day whose working hours the clocks skip', inTheGap, '2027-03-28 01:00', 0, '2027-03-29 02:15'],
    ['over a day whose working hours the clocks skip', inTheGap, '2027-03-27 02:45', 0.5, '2027-03-29 02:30'],
  ])('%s', (_name, working, from, hours, to) => {
    expect(addWorkingHours(at(from, working.zone), hours, working)).toBe(at(to, working.zone))
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d hours', (hours) => {
    expect(() => addWorkingHours(0, hours, office)).toThrow(RangeError)
  })
})

describe('working hours between two instants', () => {
  it.each<[string, WorkingTime, string, string, number]>([
    ['within a day', office, '2026-11-23 10:00', '2026-11-23 12:30', 2.5],
    ['around a day', office, '2026-11-23 00:00', '2026-11-24 00:00', 8],
    ['from one day into the next', office, '2026-11-23 16:00', '2026-11-24 10:00', 2],
    ['over a weekend', office, '2026-11-27 16:00', '2026-11-30 10:00', 2],
    ['outside work', office, '2026-11-28 10:00', '2026-11-29 10:00', 0],
    ['over a day off', office, '2026-12-24 16:00', '2026-12-28 10:00', 2],
    ['no time at all', office, '2026-11-23 10:00', '2026-11-23 10:00', 0],
    ['back in time, within a day', office, '2026-11-23 12:00', '2026-11-23 10:00', 0],
    ['back in time, over days', office, '2026-11-25 12:00', '2026-11-23 10:00', 0],
    ['in the night that is an hour shorter', nights, '2027-03-28 01:00', '2027-03-28 09:00', 7],
    ['in the night that is an hour longer', nights, '2027-10-31 01:00', '2027-10-31 09:00', 9],
    ['in the night that is half an hour longer', lordHowe, '2027-04-04 00:00', '2027-04-04 12:00', 8.5],
    ['up to a midnight in an hour the clocks skip', nuuk, '2027-03-27 00:00', '2027-03-28 12:00', 8],
    ['over the date Samoa left out', samoa, '2011-12-29 00:00', '2012-01-01 00:00', 16],
    ['on a day whose working hours the clocks skip', inTheGap, '2027-03-28 00:00', '2027-03-29 00:00', 0],
    ['in a whole year', { ...office, daysOff: new Set() }, '2027-01-01 00:00', '2028-01-01 00:00', 261 * 8],
  ])('%s', (_name, working, from, to, hours) => {
    expect(workingHoursBetween(at(from, working.zone), at(to, working.zone), working)).toBe(hours)
  })
})

describe('working time', () => {
  it.each([
    ['2026-11-23 08:59', false],
    ['2026-11-23 09:00', true],
    ['2026-11-23 16:59', true],
    ['2026-11-23 17:00', false],
    ['2026-11-22 12:00', false],
    ['2026-12-25 12:00', false],
  ])('at %s: %s', (wall, expected) => {
    expect(isWorkingTime(at(wall, office.zone), office)).toBe(expected)
  })

  it.each([
    ['2027-03-26', office, '2027-03-26T08:00Z'],
    ['2027-03-30', office, '2027-03-30T07:00Z'],
    ['2027-03-28', { ...nights, start: '02:30' }, '2027-03-28T01:30Z'],
    ['2026-11-22', office, '2026-11-22T08:00Z'],
  ])('starts on %s when the clocks say so', (date, working, instant) => {
    expect(startOfWorkingDay(date, working)).toBe(Date.parse(instant))
  })

  it.each([
    ['17:00', '09:00'],
    ['09:00', '09:00'],
    ['09:00', '24:00'],
    ['9:00', '9:30'],
  ])('cannot be from %s to %s', (start, end) => {
    const working = { ...office, start, end }
    const monday = at('2026-11-23 10:00', office.zone)
    expect(() => isWorkingTime(monday, working)).toThrow(RangeError)
    expect(() => startOfWorkingDay('2026-11-23', working)).toThrow(RangeError)
    expect(() => addWorkingHours(monday, 1, working)).toThrow(RangeError)
    expect(() => workingHoursBetween(monday, monday + hourMs, working)).toThrow(RangeError)
  })

  it('cannot be on no day of the week', () => {
    const working = { ...office, days: [] }
    expect(() => isWorkingTime(0, working)).toThrow(RangeError)
    expect(() => addWorkingHours(0, 1, working)).toThrow(RangeError)
    expect(() => workingHoursBetween(0, dayMs, working)).toThrow(RangeError)
  })
})

describe('any working time', () => {
  const lengthMs = fc.integer({ min: 0, max: 40 * hourMs })

  it('counts as many hours as were added', () => {
    fc.assert(
      fc.property(instants, lengthMs, workingTimes, (from, ms, working) => {
        const to = addWorkingHours(from, ms / hourMs, working)
        expect(workingHoursBetween(from, to, working)).toBe(ms / hourMs)
      }),
    )
  })

  it('reaches a moment of work again by adding the hours counted up to it', () => {
    const daysLater = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(dates, daysLater, fc.integer({ min: 1, max: 1439 }), workingTimes, (date, days, minutes, working) => {
        const to = startOfWorkingDay(workingDayOnOrAfter(date, working), working) + minutes * 60_000
        fc.pre(isWorkingTime(to - 1, working))
        const from = to - days * dayMs
        expect(addWorkingHours(from, workingHoursBetween(from, to, working), working)).toBe(to)
      }),
    )
  })

  it('ends where it would have ended in two steps, and later the more is added', () => {
    fc.assert(
      fc.property(instants, lengthMs, lengthMs, workingTimes, (from, first, second, working) => {
        const halfway = addWorkingHours(from, first / hourMs, working)
        const end = addWorkingHours(from, (first + second) / hourMs, working)
        expect(addWorkingHours(halfway, second / hourMs, working)).toBe(end)
        expect(end - halfway).toBeGreaterThanOrEqual(second)
      }),
    )
  })

  it('always ends in working time', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 * hourMs }), workingTimes, (from, ms, working) => {
        expect(isWorkingTime(addWorkingHours(from, ms / hourMs, working) - 1, working)).toBe(true)
      }),
    )
  })

  it('is as many hours as minute after minute says', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 })
    const changes = ['2027-03-14', '2027-03-28', '2027-04-04', '2027-04-30', '2027-10-03', '2027-10-31', '2027-11-07']
    const moments = fc.oneof(
      instants,
      fc.constantFrom(...changes).map((date) => Date.parse(date) - dayMs),
    )
    fc.assert(
      fc.property(moments, minutes, workingTimes, (from, length, working) => {
        const worked = Array.from({ length }, (_, minute) => from + minute * 60_000).filter((minute) =>
          isWorkingTime(minute, working),
        )
        expect(workingHoursBetween(from, from + length * 60_000, working)).toBe(worked.length / 60)
      }),
    )
  })
})
