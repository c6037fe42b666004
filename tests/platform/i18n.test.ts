import { describe, expect, it } from 'vitest'
import { dayInWords, fromNowInWords, languageOf, listInWords, momentInWords } from '../../src/platform/i18n.ts'

describe('texts', () => {
  it.each([
    ['nl-NL', 'nl'],
    ['nl', 'nl'],
    ['NL-be', 'nl'],
    ['en-US', 'en'],
    ['fr-FR', 'en'],
    [undefined, 'en'],
  ])('take %s for %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })

  it('say a date, whatever the machine’s own zone', () => {
    expect(dayInWords('2027-05-12', 'en')).toBe('Wednesday 12 May')
    expect(dayInWords('2027-05-12', 'nl')).toBe('woensdag 12 mei')
  })

  it('say a moment in a zone', () => {
    const instant = Date.UTC(2027, 4, 12, 22, 30)
    expect(momentInWords(instant, 'Europe/Amsterdam', 'en')).toBe('Thursday 13 May at 00:30')
    expect(momentInWords(instant, 'Europe/London', 'nl')).toBe('woensdag 12 mei om 23:30')
  })

  it('say how far away something is', () => {
    const now = Date.UTC(2027, 4, 12, 9)
    expect(fromNowInWords(now + 3 * 86_400_000, now, 'en')).toBe('in 3 days')
    expect(fromNowInWords(now + 2 * 3_600_000, now, 'nl')).toBe('over ongeveer 2 uur')
  })

  it('list names', () => {
    expect(listInWords(['Anna', 'Bram', 'Chris'], 'en')).toBe('Anna, Bram and Chris')
    expect(listInWords(['Anna', 'Bram'], 'nl')).toBe('Anna en Bram')
  })
})
