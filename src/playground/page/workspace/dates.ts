import type { Language } from '../reading.ts'

/** How one reader sees instants. A Slack `ts` is Unix seconds with the message's own number behind the dot. */
export interface Dates {
  /** The local date, 'YYYY-MM-DD'. */
  day(ts: string): string
  /** `09:05`. */
  time(ts: string): string
  /** Weekday, date and time to the second. */
  full(ts: string): string
  /** Today, Yesterday, or the date; with the year where it is another. Both 'YYYY-MM-DD'. */
  dayName(day: string, today: string): string
  /** `today at 09:05`, within a sentence. @param today 'YYYY-MM-DD' */
  moment(ts: string, today: string): string
}

const dayMs = 86_400_000
const at: Record<Language, string> = { en: 'at', nl: 'om' }

/** @param epochMs @returns the `ts` of that instant */
export function tsOf(epochMs: number): string {
  return (epochMs / 1000).toFixed(6)
}

/** Keeps its formats: making one costs more than a hundred uses. */
export function createDates({ locale, tz, language }: { locale: string; tz: string; language: Language }): Dates {
  const form = (options: Intl.DateTimeFormatOptions, timeZone = tz) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' })
  const hour = form({ timeStyle: 'short' })
  const whole = form({ dateStyle: 'full', timeStyle: 'medium' })
  const thisYear = form({ weekday: 'long', day: 'numeric', month: 'long' }, 'UTC')
  const otherYear = form({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC')
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const ms = (ts: string) => Number(ts) * 1000
  const name = (day: string, today: string) => {
    const days = Math.round((Date.parse(day) - Date.parse(today)) / dayMs)
    if (days === 0 || days === -1) return near.format(days, 'day')
    return (day.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear).format(Date.parse(day))
  }
  const dates: Dates = {
    day: (ts) => date.format(ms(ts)),
    time: (ts) => hour.format(ms(ts)),
    full: (ts) => whole.format(ms(ts)),
    dayName: (day, today) => name(day, today).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale)),
    moment: (ts, today) => `${name(dates.day(ts), today)} ${at[language]} ${dates.time(ts)}`,
  }
  return dates
}
