import { describe, expect, it } from 'vitest'
import { createDates, tsOf } from '../../../../src/playground/page/workspace/dates.ts'
import { ts } from '../given.ts'

const dutch = createDates({ locale: 'nl-NL', tz: 'Europe/Amsterdam', language: 'nl' })
const american = createDates({ locale: 'en-US', tz: 'America/New_York', language: 'en' })

describe('the dates of a reader', () => {
  it('puts one instant on the date it has where the reader is', () => {
    expect(dutch.day(ts('2026-04-08T23:30:00Z'))).toBe('2026-04-09')
    expect(american.day(ts('2026-04-08T23:30:00Z'))).toBe('2026-04-08')
  })

  it('shows the hour of before and after a clock change as the wall showed it', () => {
    expect(dutch.time(ts('2026-03-29T00:59:00Z'))).toBe('01:59')
    expect(dutch.time(ts('2026-03-29T01:00:00Z'))).toBe('03:00')
    expect(american.time(ts('2026-04-08T13:05:00Z'))).toMatch(/^9:05\sAM$/)
  })

  it.each([
    ['2026-04-08', 'Vandaag'],
    ['2026-04-07', 'Gisteren'],
    ['2026-04-09', 'Donderdag 9 april'],
    ['2026-03-28', 'Zaterdag 28 maart'],
    ['2025-12-31', 'Woensdag 31 december 2025'],
  ])('calls %s "%s" on 8 April 2026', (day, name) => {
    expect(dutch.dayName(day, '2026-04-08')).toBe(name)
  })

  it('calls the day before a clock change yesterday, although it was not 24 hours ago', () => {
    expect(american.dayName('2026-03-08', '2026-03-09')).toBe('Yesterday')
  })

  it('names a moment within a sentence', () => {
    expect(dutch.moment(ts('2026-04-08T09:10:00Z'), '2026-04-08')).toBe('vandaag om 11:10')
    expect(american.moment(ts('2026-04-06T13:05:00Z'), '2026-04-08')).toMatch(/^Monday, April 6 at 9:05\sAM$/)
  })

  it('says the whole date where one points at the time', () => {
    expect(dutch.full(ts('2026-04-08T09:10:07Z'))).toContain('woensdag 8 april 2026')
    expect(dutch.full(ts('2026-04-08T09:10:07Z'))).toContain('11:10:07')
  })

  it('writes an instant as Slack does', () => {
    expect(tsOf(1_700_000_000_100)).toBe('1700000000.100000')
  })
})
