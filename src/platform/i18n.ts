/** Texts in every language Rondo speaks. A missing translation does not compile. */
import { formatDistance } from 'date-fns/formatDistance'
import { enGB } from 'date-fns/locale/en-GB'
import { nl } from 'date-fns/locale/nl'

export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

type Wording<A extends unknown[]> = string | ((...args: A) => string)
export type Phrase<A extends unknown[] = []> = (language: Language, ...args: A) => string

/**
 * One text in all languages: `const answered = phrase({ en: (n: number) => …, nl: (n) => … })`, said with `answered('nl', 7)`.
 * @returns a function of the language and whatever the wordings need
 */
export function phrase<A extends unknown[] = []>(wordings: Record<Language, Wording<A>>): Phrase<A> {
  return (language, ...args) => {
    const wording = wordings[language]
    return typeof wording === 'string' ? wording : wording(...args)
  }
}

/** The language for a Slack locale such as 'nl-NL'; English unless it is Dutch. */
export function languageOf(locale: string | undefined, fallback: Language = 'en'): Language {
  const code = locale?.slice(0, 2).toLowerCase()
  return languages.find((language) => language === code) ?? fallback
}

const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' }

/** A local date in words: "Monday 12 May", "maandag 12 mei". @param date 'YYYY-MM-DD' */
export function dayInWords(date: string, language: Language): string {
  return formatted(date, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** A local date in words without its weekday: "12 May", "12 mei". @param date 'YYYY-MM-DD' */
export function dateInWords(date: string, language: Language): string {
  return formatted(date, language, { day: 'numeric', month: 'long' })
}

/** A local date as an axis or a table has room for it: "8 Mar 2027", "8 mrt 2027". @param date 'YYYY-MM-DD' */
export function shortDate(date: string, language: Language): string {
  return formatted(date, language, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** A number as people write it: "1,250.5", "1.250,5". */
export function numberInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 10 }).format(value)
}

/** "Anna, Bram and Chris". */
export function listInWords(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
}

/** An instant in words in a zone: "Monday 12 May at 09:00". @param instant epoch milliseconds @param zone IANA name */
export function momentInWords(instant: number, zone: string, language: Language): string {
  const parts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }
  const time = new Intl.DateTimeFormat(locales[language], parts).format(instant)
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
  return `${dayInWords(date, language)} ${language === 'nl' ? 'om' : 'at'} ${time}`
}

/** How far away a moment is: "in 3 days", "over 3 dagen". Both epoch milliseconds. */
export function fromNowInWords(instant: number, now: number, language: Language): string {
  return formatDistance(instant, now, { addSuffix: true, locale: language === 'nl' ? nl : enGB })
}

function formatted(date: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' }).format(midnight).replace(',', '')
}
