import { describe, expect, it } from 'vitest'
import { daysOffAround, daysOffText, readDaysOff } from '../../src/partnerships/days-off.ts'
import { holidayCountries, publicHolidays } from '../../src/partnerships/holidays.ts'

const today = '2026-11-22'

describe('own days off', () => {
  it('are one date per line, with or without a name', () => {
    const typed = '24 dec Kerstavond\n\n 2027-05-05\n1-6 : Team day \n'
    expect(readDaysOff(typed, today)).toEqual({
      days: [
        { date: '2026-12-24', name: 'Kerstavond' },
        { date: '2027-05-05', name: '' },
        { date: '2027-06-01', name: 'Team day' },
      ],
    })
  })

  it('are none where nothing is typed', () => {
    expect(readDaysOff(' \n ', today)).toEqual({ days: [] })
  })

  it('name the line that has no date', () => {
    expect(readDaysOff('24 dec\nthe day after', today)).toEqual({ problem: 'unreadable', line: 'the day after' })
  })

  it('count a date once, with its last name', () => {
    expect(readDaysOff('24 dec one\n2026-12-24 two', today)).toEqual({ days: [{ date: '2026-12-24', name: 'two' }] })
  })

  it('read back what they are shown as', () => {
    const read = readDaysOff('24 dec Kerstavond\n3-3', today)
    if (!('days' in read)) throw new Error('unread')
    expect(readDaysOff(daysOffText(read.days), '2030-01-01')).toEqual(read)
  })

  it('are refused before they outgrow the field', () => {
    const lines = Array.from(
      { length: 40 },
      (_, day) => `${(day % 28) + 1}-${1 + Math.floor(day / 28)} ${'x'.repeat(90)}`,
    )
    expect(readDaysOff(lines.join('\n'), today)).toEqual({ problem: 'too many' })
  })
})

describe('public holidays', () => {
  it.each([
    ['NL', '2027-04-27', 'Koningsdag'],
    ['NL', '2027-03-29', 'Tweede paasdag'],
    ['BE', '2027-07-21', 'Nationale feestdag'],
  ])('of %s include %s', (country, date, name) => {
    expect(publicHolidays(country, 2027, 'nl')).toContainEqual({ date, name })
  })

  it.each(['en', 'nl'] as const)('have a name in %s in every country', (language) => {
    const nameless = holidayCountries
      .flatMap((country) => publicHolidays(country, 2027, language))
      .filter((day) => !day.name)
    expect(nameless).toEqual([])
  })

  it('are known for every country on the list', () => {
    expect(holidayCountries.filter((country) => publicHolidays(country, 2027, 'en').length < 6)).toEqual([])
  })

  it('have the summer bank holiday in the United Kingdom', () => {
    expect(publicHolidays('GB', 2026, 'en').map(({ date }) => date)).toContain('2026-08-31')
  })

  it('leave half days out: the afternoon of Christmas Eve is worked', () => {
    const eves = holidayCountries.filter((c) => publicHolidays(c, 2026, 'en').some(({ date }) => date === '2026-12-24'))
    expect(eves).toEqual([])
  })

  it('are none without a country', () => {
    expect(publicHolidays('', 2026, 'en')).toEqual([])
  })
})

it('takes holidays and own days off together, over the years around a date', () => {
  const days = daysOffAround('2026-12-31', 'NL', ['2027-02-10'])
  expect(['2025-12-25', '2026-04-27', '2027-02-10', '2029-12-26'].filter((date) => !days.has(date))).toEqual([])
  expect(days.has('2027-02-11')).toBe(false)
})
