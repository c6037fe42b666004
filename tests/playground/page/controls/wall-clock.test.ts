import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant, toLocal } from '../../../../src/calendar/wall-time.ts'
import { firstGuess, instantOf, jumpTo, wallClock } from '../../../../src/playground/page/controls/wall-clock.ts'

const amsterdam = 'Europe/Amsterdam'

describe('the instant of a date and a time somewhere', () => {
  it.each([
    ['in summer', '2027-04-05', '09:00', amsterdam, '2027-04-05T07:00:00.000Z'],
    ['in winter', '2027-01-04', '09:00', amsterdam, '2027-01-04T08:00:00.000Z'],
    ['elsewhere', '2027-04-05', '09:00', 'America/New_York', '2027-04-05T13:00:00.000Z'],
    ['where the zone is not of whole hours', '2027-04-05', '09:00', 'Asia/Kathmandu', '2027-04-05T03:15:00.000Z'],
    ['that the clocks skip is as much later', '2027-03-28', '02:30', amsterdam, '2027-03-28T01:30:00.000Z'],
    ['that they show twice is the first', '2027-10-31', '02:30', amsterdam, '2027-10-31T00:30:00.000Z'],
    ['just before they change', '2027-03-28', '01:59', amsterdam, '2027-03-28T00:59:00.000Z'],
    ['just after they changed', '2027-03-28', '03:00', amsterdam, '2027-03-28T01:00:00.000Z'],
  ])('%s', (_, date, time, zone, expected) => {
    const instant = instantOf(date, time, zone)
    expect(new Date(instant ?? Number.NaN).toISOString()).toBe(expected)
  })

  it('is what Rondo itself makes of it, around every change of the clocks', () => {
    const zones = fc.constantFrom(amsterdam, 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    const days = fc.constantFrom('2027-03-14', '2027-03-28', '2027-04-04', '2027-10-03', '2027-10-31', '2027-11-07')
    const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:15`)
    fc.assert(
      fc.property(days, hours, zones, (date, time, zone) => {
        const instant = toInstant(date, time, zone)
        expect(instantOf(date, time, zone)).toBe(instant)
        expect(wallClock(instant, zone)).toEqual(toLocal(instant, zone))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['', '09:00'],
    ['2027-04-05', ''],
    ['2027-02-30', '09:00'],
    ['2027-04-05', '24:10'],
    ['5 April', '09:00'],
  ])('does not exist for %j %j', (date, time) => expect(instantOf(date, time, amsterdam)).toBeUndefined())
})

describe('a jump', () => {
  const now = Date.UTC(2027, 3, 5, 8, 5)

  it('leads to what was filled in, where the reader is', () => {
    expect(jumpTo('2027-04-05', '10:06', now, amsterdam)).toEqual({ to: now + 60_000 })
    expect(jumpTo('2027-04-05', '09:06', now, 'Europe/London')).toEqual({ to: now + 60_000 })
  })

  it('goes neither back nor nowhere', () => {
    expect(jumpTo('2027-04-05', '10:05', now, amsterdam)).toEqual({ wrong: 'past' })
    expect(jumpTo('2027-04-04', '23:00', now, amsterdam)).toEqual({ wrong: 'past' })
    expect(jumpTo('2027-04-05', '', now, amsterdam)).toEqual({ wrong: 'incomplete' })
  })

  it('begins with the next full hour of the reader’s clock, also past midnight', () => {
    expect(firstGuess(now, amsterdam)).toEqual({ date: '2027-04-05', time: '11:00' })
    expect(firstGuess(now, 'Asia/Kathmandu')).toEqual({ date: '2027-04-05', time: '14:00' })
    expect(firstGuess(Date.UTC(2027, 3, 5, 21, 59), amsterdam)).toEqual({ date: '2027-04-06', time: '00:00' })
  })
})
