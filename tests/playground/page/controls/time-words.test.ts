import { describe, expect, it } from 'vitest'
import {
  durationText,
  hourText,
  languageText,
  momentText,
  stampForm,
} from '../../../../src/playground/page/controls/time-words.ts'
import { now } from './stage.tsx'

const dutch = { locale: 'nl-NL', tz: 'Europe/Amsterdam' }
const british = { locale: 'en-GB', tz: 'Europe/London' }
const american = { locale: 'en-US', tz: 'America/New_York' }

describe('a moment', () => {
  it.each([
    [dutch, 'ma 5 april 10:05'],
    [british, 'Mon 5 April 09:05'],
  ])('is said in the reader’s words: %o', (reader, expected) => expect(momentText(now, reader)).toBe(expected))

  it('has its year, its seconds and its half of the day where they are wanted', () => {
    expect(momentText(now, british, true)).toBe('Mon 5 April 2027 09:05')
    expect(hourText(now + 7000, dutch, true)).toBe('10:05:07')
    expect(hourText(now, american)).toMatch(/^04:05\sAM$/)
    expect(stampForm(dutch)(now)).toMatch(/ma 5 apr.* 10:05:00/)
  })
})

describe('a duration', () => {
  const hour = 3_600_000
  it.each([
    [26 * hour, 'en-GB', '1 day and 2 hours'],
    [26 * hour + 5 * 60_000, 'en-GB', '1 day and 2 hours'],
    [24 * hour + 5 * 60_000, 'en-GB', '1 day'],
    [48 * hour, 'nl-NL', '2 dagen'],
    [90 * 60_000, 'nl-NL', '1 uur en 30 minuten'],
    [59_999, 'en-GB', '1 minute'],
    [0, 'en-GB', '0 minutes'],
    [-5, 'en-GB', '0 minutes'],
  ])('of %i ms is, for %s, %s', (ms, locale, expected) => expect(durationText(ms, locale)).toBe(expected))
})

it('names languages as the reader does', () => {
  expect(languageText('nl', 'en-GB')).toBe('Dutch')
  expect(languageText('nl', 'nl-NL')).toBe('Nederlands')
})
