/** What a clock on the wall shows. */
export interface Wall {
  /** 'YYYY-MM-DD' */
  date: string
  /** 'HH:mm' */
  time: string
}

const daySeconds = 86_400

const mostSeconds = 8.64e12

/** What the clocks of a zone show at an instant; undefined for what is none. @param seconds Unix seconds @param tz IANA zone */
export function wallOf(seconds: unknown, tz: string): Wall | undefined {
  return typeof seconds === 'number' && Math.abs(seconds) <= mostSeconds ? wallAt(seconds, tz) : undefined
}

function wallAt(seconds: number, tz: string): Wall {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(seconds * 1000)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

const asUtc = ({ date, time }: Wall) => Date.parse(`${date}T${time}Z`) / 1000

/**
 * The instant at which the clocks of a zone show this; the earlier of two where they are set back, and where they are put
 * forward over it, as much later (what Temporal calls `compatible`). Undefined for what is no date or time.
 * @returns Unix seconds
 */
export function secondsOf(wall: Wall, tz: string): number | undefined {
  const local = asUtc(wall)
  if (!Number.isFinite(local)) return undefined
  const offset = (at: number) => asUtc(wallAt(at, tz)) - at
  const before = local - offset(local - daySeconds)
  const after = local - offset(local + daySeconds)
  const reads = (at: number) => asUtc(wallAt(at, tz)) === local
  return [before, after].sort((a, b) => a - b).find(reads) ?? before
}

/** The city of a zone: `Europe/Amsterdam` is Amsterdam. */
export function cityOf(tz: string): string {
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ')
}
