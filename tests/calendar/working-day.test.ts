import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/local-date.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  type WorkingDays,
  workingDayOnOrAfter,
} from '../../src/calendar/working-day.ts'
import { dates, workingTimes } from './arbitraries.ts'

/** With Christmas, New Year's Day and Easter Monday off. */
const office: WorkingDays = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  daysOff: new Set(['2026-12-25', '2027-01-01', '2027-03-29']),
}

describe('a working day', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2027-03-29', false, 'a day off'],
    ['2028-02-29', true, 'a leap day'],
  ])('%s: %s, for it is %s', (date, expected) => {
    expect(isWorkingDay(date, office)).toBe(expected)
  })

  it('is never a date that the zone left out', () => {
    const samoa: WorkingDays = { zone: 'Pacific/Apia', days: [1, 2, 3, 4, 5, 6, 7], daysOff: new Set() }
    expect(isWorkingDay('2011-12-29', samoa)).toBe(true)
    expect(isWorkingDay('2011-12-30', samoa)).toBe(false)
    expect(isWorkingDay('2011-12-31', samoa)).toBe(true)
  })

  it('may start in a midnight the clocks skip', () => {
    expect(isWorkingDay('2027-04-30', { ...office, zone: 'Africa/Cairo' })).toBe(true)
  })

  it.each([
    ['2026-11-23', '2026-11-23', '2026-11-24'],
    ['2026-11-27', '2026-11-27', '2026-11-30'],
    ['2026-11-28', '2026-11-30', '2026-11-30'],
    ['2026-12-25', '2026-12-28', '2026-12-28'],
    ['2026-12-31', '2026-12-31', '2027-01-04'],
    ['2027-03-27', '2027-03-30', '2027-03-30'],
  ])('is found from %s: on or after it %s, after it %s', (date, onOrAfter, after) => {
    expect(workingDayOnOrAfter(date, office)).toBe(onOrAfter)
    expect(nextWorkingDay(date, office)).toBe(after)
  })

  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-24', 6, '2027-01-05'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-29', -1, '2026-11-27'],
    ['2027-03-30', -1, '2027-03-26'],
    ['2027-01-04', -2, '2026-12-30'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('%s and %i working days make %s', (date, n, reached) => {
    expect(addWorkingDays(date, n, office)).toBe(reached)
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('is not counted in %d days', (n) => {
    expect(() => addWorkingDays('2026-11-23', n, office)).toThrow(RangeError)
  })

  it('must exist: nobody works on no day of the week', () => {
    const never = { ...office, days: [] }
    expect(() => isWorkingDay('2026-11-23', never)).toThrow(/at least one day/i)
    expect(() => nextWorkingDay('2026-11-23', never)).toThrow(RangeError)
  })

  it('is looked for up to two years ahead and back, then refused', () => {
    const days = Array.from({ length: 801 }, (_, day) => addDays('2027-01-01', day))
    const closed = { ...office, daysOff: new Set(days) }
    expect(() => workingDayOnOrAfter('2027-01-01', closed)).toThrow(/two years from 2027-01-01/)
    expect(() => nextWorkingDay('2027-01-01', closed)).toThrow(RangeError)
    expect(() => addWorkingDays('2029-03-10', -1, closed)).toThrow(/two years up to 2029-03-09/)
    expect(workingDayOnOrAfter('2027-06-01', closed)).toBe('2029-03-12')
  })
})

describe('any working days', () => {
  it('have no other between a date and the next', () => {
    fc.assert(
      fc.property(dates, workingTimes, (date, working) => {
        const next = nextWorkingDay(date, working)
        const between: string[] = []
        for (let day = addDays(date, 1); day < next; day = addDays(day, 1)) between.push(day)
        expect(isWorkingDay(next, working)).toBe(true)
        expect(between.filter((day) => isWorkingDay(day, working))).toEqual([])
      }),
    )
  })

  it('can be counted back to where they were counted from', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 30 }), workingTimes, (date, n, working) => {
        const start = workingDayOnOrAfter(date, working)
        expect(addWorkingDays(addWorkingDays(start, n, working), -n, working)).toBe(start)
      }),
    )
  })
})
