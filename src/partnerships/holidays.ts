import Holidays from 'date-holidays'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Language } from '../platform/i18n.ts'
import type { DayOff } from './partnership.ts'

/**
 * The countries to choose from, as ISO 3166-1 codes, and the region whose calendar stands for the whole. Holidays of other
 * regions (Germany's, Switzerland's) are entered as own days off.
 */
const countries: Record<string, string | undefined> = {
  NL: undefined,
  BE: undefined,
  DE: undefined,
  GB: 'ENG',
  IE: undefined,
  FR: undefined,
  LU: undefined,
  AT: undefined,
  CH: undefined,
  DK: undefined,
  SE: undefined,
  ES: undefined,
  US: undefined,
}

export const holidayCountries = Object.keys(countries)

// A pure function remembered: working out one year takes about a millisecond, and every reminder asks.
const remembered = new Map<string, readonly DayOff[]>()

/** The public holidays of a country in a year, in order; none for '' or a country that is not on the list. */
export function publicHolidays(country: string, year: number, language: Language): readonly DayOff[] {
  if (!holidayCountries.includes(country)) return []
  const key = `${country} ${year} ${language}`
  const known = remembered.get(key) ?? workedOut(country, year, language)
  remembered.set(key, known)
  return known
}

/** @param years first and last, both included */
export function holidayDates(country: string, years: { from: number; to: number }): LocalDate[] {
  const span = Array.from({ length: years.to - years.from + 1 }, (_, index) => years.from + index)
  return span.flatMap((year) => publicHolidays(country, year, 'en').map(({ date }) => date))
}

function workedOut(country: string, year: number, language: Language): DayOff[] {
  const options = { types: ['public' as const], languages: [language, 'en'] }
  const region = countries[country]
  const calendar = region ? new Holidays(country, region, options) : new Holidays(country, options)
  // Of an afternoon off the time is not 00:00: people work that day.
  const wholeDays = calendar.getHolidays(year).filter(({ date }) => date.slice(11, 16) === '00:00')
  return wholeDays.map(({ date, name }) => ({ date: date.slice(0, 10), name }))
}
