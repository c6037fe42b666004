const minuteMs = 60_000
const units = [
  ['day', 24 * 60 * minuteMs],
  ['hour', 60 * minuteMs],
  ['minute', minuteMs],
] as const

interface Reader {
  locale: string
  tz: string
}

/** `Mon 5 April 09:00`, as the reader sees it; with the year where it is asked for. @param instant epoch ms */
export function momentText(instant: number, { locale, tz }: Reader, year = false): string {
  return `${dayText(instant, { locale, tz }, year)} ${hourText(instant, { locale, tz })}`
}

/** `Mon 5 April`. @param instant epoch ms */
export function dayText(instant: number, { locale, tz }: Reader, year = false): string {
  const form = new Intl.DateTimeFormat(locale, {
    timeZone: tz,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(year && { year: 'numeric' }),
  })
  return form.format(instant).replace(/^([^\s,]+),/, '$1')
}

/** `09:00`, or `9:00 AM` where people say so. @param instant epoch ms */
export function hourText(instant: number, { locale, tz }: Reader, seconds = false): string {
  const form = new Intl.DateTimeFormat(locale, {
    timeZone: tz,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  })
  return form.format(instant)
}

/** `Mon 5 Apr, 09:00:07`, for many instants in epoch ms. */
export function stampForm({ locale, tz }: Reader): (instant: number) => string {
  const form = new Intl.DateTimeFormat(locale, {
    timeZone: tz,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (instant) => form.format(instant)
}

/** `3 days and 2 hours`: the two greatest units, minutes at least. @param ms of elapsed time */
export function durationText(ms: number, locale: string): string {
  let rest = Math.max(0, Math.round(ms / minuteMs) * minuteMs)
  const counts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return { unit, count }
  })
  const first = counts.findIndex(({ count }) => count > 0)
  const said = first < 0 ? counts.slice(-1) : counts.slice(first, first + 2).filter(({ count }) => count > 0)
  const parts = said.map(({ unit, count }) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  )
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

/** A language by its own reader's word for it: `Dutch`, `Nederlands`. */
export function languageText(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
}
