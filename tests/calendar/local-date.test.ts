import { describe, expect, it } from 'vitest'
import { addDays, toPlainDate, weekdayOf } from '../../src/calendar/local-date.ts'

describe('a local date', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-28', 0, '2027-03-28'],
    ['2026-11-22', 365, '2027-11-22'],
  ])('counts days over month and year ends: %s and %i more is %s', (date, days, reached) => {
    expect(addDays(date, days)).toBe(reached)
  })

  it.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['2028-02-29', 2],
    ['2027-01-01', 5],
  ])('knows the weekday of %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  it.each(['2027-02-29', '2027-13-01', '20270228', '2027-02-28T09:00', '2027-2-8', '2027-02-28[u-ca=gregory]', ''])(
    'refuses %o, which is no date or is spelled otherwise',
    (text) => {
      expect(() => toPlainDate(text)).toThrow(RangeError)
    },
  )
})
