/** What the calendar and the clocks of a zone show, as an `<input>` of type date and one of type time have it. */
export interface WallClock {
  /** 'YYYY-MM-DD' */
  date: string
  /** 'HH:mm' */
  time: string
}

const dayMs = 86_400_000

/** @param instant epoch ms @param zone IANA */
export function wallClock(instant: number, zone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/**
 * The instant at which the clocks of a zone show this; Intl only, since not every browser has Temporal. A time that the
 * clocks skip moves on by as much as they skip; of one they show twice it is the first (RFC 5545, 3.3.5).
 * @returns epoch ms; undefined when there is no such date or time
 */
export function instantOf(shown: WallClock, zone: string): number | undefined {
  const wall = asUtc(shown)
  if (Number.isNaN(wall) || wallClock(wall, 'UTC').date !== shown.date) return undefined
  const offset = (at: number) => asUtc(wallClock(at, zone)) - at
  const before = wall - offset(wall - dayMs)
  const after = wall - offset(wall + dayMs)
  return [before, after].sort((a, b) => a - b).find((at) => at + offset(at) === wall) ?? before
}

const asUtc = ({ date, time }: WallClock) => Date.parse(`${date}T${time}Z`)

/** The city of a zone as a reader calls it: `Europe/London` is London, or Londen in Dutch. */
export function cityOf(zone: string, locale: string): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return (locale.startsWith('nl') && dutchCities.get(city)) || city
}

/** Those near by that are called otherwise in Dutch. */
const dutchCities = new Map([
  ['Berlin', 'Berlijn'],
  ['Brussels', 'Brussel'],
  ['Lisbon', 'Lissabon'],
  ['London', 'Londen'],
  ['Paris', 'Parijs'],
])
