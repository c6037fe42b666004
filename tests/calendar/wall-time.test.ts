import { describe, expect, it } from 'vitest'
import { isZone, startOfDay, toInstant, toLocal, zones } from '../../src/calendar/wall-time.ts'
import { oddZones } from './oracle.ts'
import { differencesFromOracle } from './wall-time-differences.ts'

describe('the instant of a wall time', () => {
  it.each([
    // The clocks skip it: later by as much as they skip.
    ['Europe/Amsterdam', '2027-03-28', '02:30', '2027-03-28T01:30Z'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30Z'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:45Z'],
    ['Africa/Cairo', '2027-04-30', '00:00', '2027-04-29T22:00Z'],
    ['America/Havana', '2027-03-14', '00:00', '2027-03-14T05:00Z'],
    ['America/Nuuk', '2027-03-27', '23:30', '2027-03-28T01:30Z'],
    ['Africa/Casablanca', '2027-03-14', '02:30', '2027-03-14T02:30Z'],
    ['Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00Z'],
    // The clocks show it twice: the first.
    ['Europe/Amsterdam', '2027-10-31', '02:30', '2027-10-31T00:30Z'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30Z'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45Z'],
    ['Africa/Cairo', '2027-10-28', '23:30', '2027-10-28T20:30Z'],
    ['America/Havana', '2027-11-07', '00:30', '2027-11-07T04:30Z'],
    ['America/Nuuk', '2027-10-30', '23:30', '2027-10-31T00:30Z'],
    // The minutes on either side of a change, and ordinary days.
    ['Europe/Amsterdam', '2027-03-28', '01:59', '2027-03-28T00:59Z'],
    ['Europe/Amsterdam', '2027-03-28', '03:00', '2027-03-28T01:00Z'],
    ['Europe/Amsterdam', '2027-10-31', '01:59', '2027-10-30T23:59Z'],
    ['Europe/Amsterdam', '2027-10-31', '03:00', '2027-10-31T02:00Z'],
    ['Europe/Amsterdam', '2027-03-28', '09:00', '2027-03-28T07:00Z'],
    ['Europe/Amsterdam', '2027-10-31', '09:00', '2027-10-31T08:00Z'],
    ['Europe/Amsterdam', '2026-12-31', '23:59', '2026-12-31T22:59Z'],
    ['Europe/Amsterdam', '2028-02-29', '09:00', '2028-02-29T08:00Z'],
    ['Pacific/Apia', '2027-01-01', '00:00', '2026-12-31T11:00Z'],
    ['Asia/Kathmandu', '2027-06-01', '09:00', '2027-06-01T03:15Z'],
    ['UTC', '2027-06-01', '09:00', '2027-06-01T09:00Z'],
  ])('%s %s %s is %s', (zone, date, time, instant) => {
    expect(toInstant(date, time, zone)).toBe(Date.parse(instant))
  })

  it.each([
    ['2027-02-30', '09:00', 'Europe/Amsterdam'],
    ['2027-02-28', '24:00', 'Europe/Amsterdam'],
    ['2027-02-28', '9:00', 'Europe/Amsterdam'],
    ['2027-02-28', '09:00:00', 'Europe/Amsterdam'],
    ['2027-02-28', '09', 'Europe/Amsterdam'],
    ['2027-02-28', '09:00', 'Europe/Nowhere'],
  ])('refuses %s %s in %s', (date, time, zone) => {
    expect(() => toInstant(date, time, zone)).toThrow(RangeError)
  })
})

describe('the wall time of an instant', () => {
  it.each([
    ['2027-03-28T00:59:59.999Z', 'Europe/Amsterdam', '2027-03-28', '01:59'],
    ['2027-03-28T01:00:00Z', 'Europe/Amsterdam', '2027-03-28', '03:00'],
    ['2027-10-31T00:30:00Z', 'Europe/Amsterdam', '2027-10-31', '02:30'],
    ['2027-10-31T01:30:00Z', 'Europe/Amsterdam', '2027-10-31', '02:30'],
    ['2026-12-31T23:00:00Z', 'Europe/Amsterdam', '2027-01-01', '00:00'],
    ['2027-01-01T04:59:59Z', 'America/New_York', '2026-12-31', '23:59'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', '00:00'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(toLocal(Date.parse(instant), zone)).toEqual({ date, time })
  })
})

describe('the start of a day', () => {
  it.each([
    ['Europe/Amsterdam', '2027-03-28', '2027-03-27T23:00Z'],
    ['Africa/Cairo', '2027-04-30', '2027-04-29T22:00Z'],
    ['America/Nuuk', '2027-03-28', '2027-03-28T01:00Z'],
    ['America/Havana', '2027-11-07', '2027-11-07T04:00Z'],
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00Z'],
  ])('in %s of %s is %s', (zone, date, instant) => {
    expect(startOfDay(date, zone)).toBe(Date.parse(instant))
  })
})

describe('zones', () => {
  it.each(['Europe/Amsterdam', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Ushuaia', 'UTC', 'Etc/GMT+1'])(
    'knows %s',
    (name) => {
      expect(isZone(name)).toBe(true)
    },
  )

  it.each(['', 'Mars/Olympus', '+01:00', '-05', 'Z', '2027-01-01T00:00[UTC]', ' UTC'])(
    'does not take %o for a zone',
    (name) => {
      expect(isZone(name)).toBe(false)
    },
  )

  it('offers every zone once, in order, and only zones it knows', () => {
    const offered = zones()
    expect(offered).toContain('Europe/Amsterdam')
    expect(offered).toEqual([...new Set(offered)].sort())
    expect(offered.filter((name) => !isZone(name))).toEqual([])
  })
})

describe('against clocks worked out from Intl alone, around every clock change of 2024 to 2030', () => {
  const sample = new Set([...oddZones, ...zones().filter((_, index) => index % 14 === 0)])

  it.each([...sample])('gives the same instants and wall times in %s', (zone) => {
    expect(differencesFromOracle(zone)).toEqual([])
  })
})
