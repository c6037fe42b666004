import type { Formats, Reader, Reading } from './reading.ts'
import { wallClock } from './wall-clock.ts'

const dayMs = 86_400_000
const day: Intl.DateTimeFormatOptions = { day: 'numeric', year: 'numeric' }
const forms: Record<string, Intl.DateTimeFormatOptions> = {
  date: { ...day, month: 'long' },
  date_short: { ...day, month: 'short' },
  date_long: { ...day, month: 'long', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
}

/** The most seconds before or after 1970 that a date can be. */
const mostSeconds = 8.64e12

/** What a payload gives as Unix seconds, or undefined where that is no point in time. */
export function secondsOf(given: unknown): number | undefined {
  const seconds = typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given
  return typeof seconds === 'number' && Math.abs(seconds) <= mostSeconds ? seconds : undefined
}

/**
 * A date in Slack's own form, `{date_short} at {time}`, as the reader sees it.
 * @param seconds Unix seconds, as from `secondsOf`
 */
export function dateText(seconds: number, form: string, reading: Reading): string {
  const { locale, tz } = reading.reader ?? { locale: 'en-US', tz: 'UTC' }
  const formats = reading.formats ?? formatsOf({ locale, tz })
  const at = seconds * 1000
  return form.replace(/\{(\w+)\}/g, (whole, token: string) => {
    if (token === 'date_num') return wallClock(at, tz).date
    if (token === 'ago') return distance(at, reading.now ?? at, locale)
    const plainToken = token.replace(/_pretty$/, '')
    const options = forms[plainToken]
    if (!options) return whole
    const near = token === plainToken ? undefined : nearDay(at, reading.now, tz, locale)
    return near ?? formats(options).format(at)
  })
}

/** The formats of one reader, each made once: making one takes far longer than using it. */
export function formatsOf({ locale, tz }: Reader): Formats {
  const made = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>()
  return (options) => {
    const format = made.get(options) ?? new Intl.DateTimeFormat(locale, { timeZone: tz, ...options })
    made.set(options, format)
    return format
  }
}

function nearDay(at: number, now: number | undefined, tz: string, locale: string): string | undefined {
  if (now === undefined) return undefined
  const days = Math.round((Date.parse(wallClock(at, tz).date) - Date.parse(wallClock(now, tz).date)) / dayMs)
  if (Math.abs(days) > 1) return undefined
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
}

function distance(at: number, now: number, locale: string): string {
  const minutes = Math.round((at - now) / 60_000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return Math.abs(hours) < 24 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day')
}
