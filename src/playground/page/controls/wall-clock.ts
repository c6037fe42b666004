const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/**
 * What the calendar and the clocks of a zone show, as an `<input>` of type date and one of type time have it.
 * @param instant epoch ms @param zone IANA
 */
export function wallClock(instant: number, zone: string): { date: string; time: string } {
  const [date = '', time = ''] = new Date(instant + offsetAt(instant, zone)).toISOString().split('T')
  return { date, time: time.slice(0, 5) }
}

/**
 * The instant at which the clocks of a zone show this; Intl only, since not every browser has Temporal. A time that the
 * clocks skip moves on by as much as they skip; of one they show twice it is the first (RFC 5545, 3.3.5).
 * @param date 'YYYY-MM-DD' @param time 'HH:mm' @returns epoch ms; undefined when one of them is none
 */
export function instantOf(date: string, time: string, zone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined
  const wall = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined
  const before = offsetAt(wall - dayMs, zone)
  const after = offsetAt(wall + dayMs, zone)
  const shown = [wall - before, wall - after].filter((instant) => instant + offsetAt(instant, zone) === wall)
  return shown.length > 0 ? Math.min(...shown) : wall - before
}

export type Jump = { to: number } | { wrong: 'incomplete' | 'past' }

/** Where a jump leads that somebody filled in. @param now epoch ms */
export function jumpTo(date: string, time: string, now: number, zone: string): Jump {
  const to = instantOf(date, time, zone)
  if (to === undefined) return { wrong: 'incomplete' }
  return to > now ? { to } : { wrong: 'past' }
}

/** What to begin with when choosing a time to jump to: the next full hour. */
export function firstGuess(now: number, zone: string): { date: string; time: string } {
  const local = now + offsetAt(now, zone)
  const hourMs = 60 * minuteMs
  return wallClock(now + hourMs - (local % hourMs), zone)
}

/** How far the clocks of a zone are ahead of UTC, in ms. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(instant / 1000) * 1000
}
