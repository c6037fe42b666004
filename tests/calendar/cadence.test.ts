import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cadence, firstDateOnOrAfter, nextDates } from '../../src/calendar/cadence.ts'
import { addDays } from '../../src/calendar/local-date.ts'
import { cadences, dates, occursOn } from './arbitraries.ts'

const weekly = (every: number, weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[], anchor: string): Cadence => ({
  kind: 'weekly',
  every,
  weekdays,
  anchor,
})
const monthly = (every: number, on: Extract<Cadence, { kind: 'monthly' }>['on'], anchor: string): Cadence => ({
  kind: 'monthly',
  every,
  on,
  anchor,
})

describe('the dates of a cadence', () => {
  it.each<[string, Cadence, string, string[]]>([
    ['every Monday', weekly(1, [1], '2026-11-23'), '2026-11-22', ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['never before the anchor', weekly(1, [1], '2026-11-24'), '2020-01-01', ['2026-11-30', '2026-12-07']],
    ['the anchor itself', weekly(1, [2], '2026-11-24'), '2020-01-01', ['2026-11-24', '2026-12-01']],
    [
      'weekdays in any order',
      weekly(1, [5, 1, 5], '2026-11-23'),
      '2026-11-22',
      ['2026-11-23', '2026-11-27', '2026-11-30'],
    ],
    ['Sunday ends a week', weekly(2, [7, 1], '2026-11-23'), '2026-11-22', ['2026-11-23', '2026-11-29', '2026-12-07']],
    [
      'every two weeks, counted from the week of a midweek anchor',
      weekly(2, [1, 4], '2026-11-25'),
      '2026-11-01',
      ['2026-11-26', '2026-12-07', '2026-12-10', '2026-12-21'],
    ],
    [
      'every two weeks through week 53, whatever the week numbers say',
      weekly(2, [1], '2026-12-14'),
      '2026-12-14',
      ['2026-12-28', '2027-01-11', '2027-01-25'],
    ],
    [
      'every three weeks, asked in a week between',
      weekly(3, [3], '2026-11-25'),
      '2026-12-01',
      ['2026-12-16', '2027-01-06'],
    ],
    [
      'the 31st, and back to it after shorter months',
      monthly(1, { day: 31 }, '2027-01-31'),
      '2027-01-01',
      ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'],
    ],
    ['the 30th in a leap year', monthly(1, { day: 30 }, '2028-01-30'), '2028-01-30', ['2028-02-29', '2028-03-30']],
    [
      'a day already past in the month of the anchor',
      monthly(1, { day: 10 }, '2026-11-15'),
      '2026-01-01',
      ['2026-12-10'],
    ],
    ['the same, every two months', monthly(2, { day: 10 }, '2026-11-15'), '2026-01-01', ['2027-01-10', '2027-03-10']],
    [
      'the last day',
      monthly(1, { lastDay: true }, '2027-12-01'),
      '2028-01-31',
      ['2028-02-29', '2028-03-31', '2028-04-30'],
    ],
    [
      'every quarter on the 31st',
      monthly(3, { day: 31 }, '2026-11-30'),
      '2026-11-29',
      ['2026-11-30', '2027-02-28', '2027-05-31', '2027-08-31'],
    ],
    [
      '29 February once a year',
      monthly(12, { day: 29 }, '2028-02-29'),
      '2030-01-01',
      ['2030-02-28', '2031-02-28', '2032-02-29'],
    ],
    [
      'the first Monday',
      monthly(1, { nth: 1, weekday: 1 }, '2027-01-01'),
      '2027-01-01',
      ['2027-01-04', '2027-02-01', '2027-03-01'],
    ],
    [
      'the second Tuesday',
      monthly(1, { nth: 2, weekday: 2 }, '2027-01-01'),
      '2027-05-31',
      ['2027-06-08', '2027-07-13'],
    ],
    ['the third Sunday', monthly(1, { nth: 3, weekday: 7 }, '2027-01-01'), '2027-01-01', ['2027-01-17', '2027-02-21']],
    ['the fourth Friday of five', monthly(1, { nth: 4, weekday: 5 }, '2027-01-01'), '2027-01-01', ['2027-01-22']],
    [
      'the last Friday, the fifth where there is one',
      monthly(1, { nth: 'last', weekday: 5 }, '2027-01-01'),
      '2027-01-01',
      ['2027-01-29', '2027-02-26'],
    ],
    [
      'the last Wednesday when it is the last day',
      monthly(1, { nth: 'last', weekday: 3 }, '2027-03-01'),
      '2027-03-30',
      ['2027-03-31'],
    ],
    ['years after its anchor', weekly(2, [1], '1987-01-05'), '2026-11-22', ['2026-11-30', '2026-12-14']],
  ])('are right for %s', (_name, cadence, after, expected) => {
    expect(nextDates(cadence, after, expected.length)).toEqual(expected)
  })

  it('end after the date of a single occasion', () => {
    const once: Cadence = { kind: 'once', date: '2027-03-28' }
    expect(firstDateOnOrAfter(once, '2027-03-28')).toBe('2027-03-28')
    expect(firstDateOnOrAfter(once, '2027-03-29')).toBeUndefined()
    expect(nextDates(once, '2027-03-01', 5)).toEqual(['2027-03-28'])
    expect(nextDates(once, '2027-03-28', 5)).toEqual([])
  })

  it('include the date asked for, but not the date asked after', () => {
    expect(firstDateOnOrAfter(weekly(1, [1], '2026-11-23'), '2026-11-30')).toBe('2026-11-30')
    expect(nextDates(weekly(1, [1], '2026-11-23'), '2026-11-30', 1)).toEqual(['2026-12-07'])
  })

  it.each<[string, Cadence, RegExp]>([
    ['no weekday', weekly(1, [], '2026-11-23'), /at least one weekday/],
    ['every 0 weeks', weekly(0, [1], '2026-11-23'), /not every 0/],
    ['every 1.5 months', monthly(1.5, { day: 1 }, '2026-11-23'), /not every 1.5/],
    ['every -1 months', monthly(-1, { day: 1 }, '2026-11-23'), /not every -1/],
    ['a day 0', monthly(1, { day: 0 }, '2026-11-23'), /no month has a day 0/i],
    ['a day 32', monthly(1, { day: 32 }, '2026-11-23'), /no month has a day 32/i],
    ['an anchor that does not exist', weekly(1, [1], '2026-02-30'), /./],
  ])('cannot be found for a cadence with %s, which is said', (_name, cadence, reason) => {
    expect(() => firstDateOnOrAfter(cadence, '2026-11-23')).toThrow(RangeError)
    expect(() => firstDateOnOrAfter(cadence, '2026-11-23')).toThrow(reason)
  })
})

describe('any cadence', () => {
  it('occurs on the dates a day-by-day search finds, and on no others', () => {
    fc.assert(
      fc.property(cadences, dates, (cadence, after) => {
        const found = nextDates(cadence, after, 4)
        const searched: string[] = []
        const last = found.at(-1) ?? after
        for (let date = addDays(after, 1); date <= last; date = addDays(date, 1)) {
          if (occursOn(cadence, date)) searched.push(date)
        }
        expect(found).toEqual(searched)
        expect(found).toHaveLength(4)
      }),
    )
  })

  it('has as its n-th date the anchor plus n times its step', () => {
    const day = fc.integer({ min: 1, max: 31 })
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 12 }),
        day,
        fc.integer({ min: 0, max: 60 }),
        (anchor, every, on, n) => {
          const [year = 0, month = 0] = anchor.split('-').map(Number)
          const firstOfMonth = `${anchor.slice(0, 7)}-01`
          const lastOfMonth = new Date(Date.UTC(year, month + n * every, 0)).toISOString().slice(0, 10)
          const expected = `${lastOfMonth.slice(0, 8)}${String(Math.min(on, Number(lastOfMonth.slice(8)))).padStart(2, '0')}`
          expect(nextDates(monthly(every, { day: on }, firstOfMonth), addDays(firstOfMonth, -1), n + 1).at(-1)).toBe(
            expected,
          )
        },
      ),
    )
  })
})
