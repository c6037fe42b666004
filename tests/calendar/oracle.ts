/**
 * What the clocks of a zone do, found without `Temporal`: only from how `Intl` prints instants. The tests hold `src/calendar`
 * against it.
 */

const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Zones whose rules are out of the ordinary: half hours, midnight, dates left out, clock changes in Ramadan. */
export const oddZones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Asuncion',
  'America/Havana',
  'America/New_York',
  'America/Nuuk',
  'America/Santiago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Amsterdam',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
] as const

/** The zone's offset from UTC at an instant, in milliseconds. */
export type Offset = (instant: number) => number

export function offsetOf(zone: string): Offset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 0, day = 0, hour, minute, second } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant
  }
}

/**
 * The instant of a wall time, given as if it were UTC: of the offsets a day before and a day after, the earliest instant that
 * reads back; in a gap, by the offset before it.
 */
export function instantOf(wall: number, offset: Offset): number {
  const before = wall - offset(wall - dayMs)
  const after = wall - offset(wall + dayMs)
  const candidates = [before, after].filter((instant) => instant + offset(instant) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : before
}

/** Every UTC day, given by its midnight, in which the offset changes. */
export function daysOfChange(offset: Offset, from: number, to: number): number[] {
  const days: number[] = []
  for (let day = from; day < to; day += dayMs) if (offset(day) !== offset(day + dayMs)) days.push(day)
  return days
}

/** The wall times from a day before a UTC day to a day after it, each quarter of an hour, as if they were UTC. */
export function wallTimesAround(day: number): number[] {
  return Array.from({ length: 3 * 96 + 1 }, (_, quarter) => day - dayMs + quarter * 15 * minuteMs)
}

/** The texts of a wall time given as if it were UTC. */
export function textsOf(wall: number): { date: string; time: string } {
  const text = new Date(wall).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}
