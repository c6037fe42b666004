import { instantOf, type WallClock, wallClock } from '../../plain/wall-clock.ts'

const minuteMs = 60_000

export type Jump = { to: number } | { wrong: 'incomplete' | 'past' }

/** Where a jump leads that somebody filled in. @param now epoch ms */
export function jumpTo(filled: WallClock, now: number, zone: string): Jump {
  const to = instantOf(filled, zone)
  if (to === undefined) return { wrong: 'incomplete' }
  return to > now ? { to } : { wrong: 'past' }
}

/** What to begin with when choosing a time to jump to: the next full hour. @param now epoch ms */
export function firstGuess(now: number, zone: string): WallClock {
  const minutes = Number(wallClock(now, zone).time.slice(3))
  return wallClock(now + (60 - minutes) * minuteMs, zone)
}
