import type { Clock } from '../platform/clock.ts'
import { systemClock } from '../platform/clock.ts'

export interface TravelClock extends Clock {
  /** Time passes: wall and monotonic time both move on by `ms`. */
  advance(ms: number): void
  /** Time passes until the wall shows `at` (epoch ms); does nothing when that is in the past. */
  travelTo(at: number): void
  /** Somebody sets the wall clock to `at` (epoch ms); no time passes. */
  set(at: number): void
  /** From here on time also passes by itself, at real speed. */
  run(): void
  /** Stops what `run` started. */
  pause(): void
  readonly running: boolean
  /** Calls `listener` each time somebody moved, set, started or paused the clock; the result ends that. */
  onMove(listener: () => void): () => void
}

/**
 * A clock for tests and the demo. It stands still until somebody moves it.
 * @param start epoch milliseconds
 */
export function travelClock(start: number): TravelClock {
  let wall = start
  let passed = 0
  let runningSince: number | undefined
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const live = () => (runningSince === undefined ? 0 : systemClock.monotonic() - runningSince)
  const pass = (ms: number) => {
    if (ms < 0) throw new RangeError('Time does not pass backwards; use set() to turn the clock back.')
    wall += ms
    passed += ms
  }
  const settle = () => {
    const ms = live()
    if (runningSince !== undefined) runningSince = systemClock.monotonic()
    pass(ms)
  }
  return {
    now: () => Math.floor(wall + live()),
    monotonic: () => passed + live(),
    advance: (ms) => {
      pass(ms)
      tell()
    },
    travelTo: (at) => {
      settle()
      if (at > wall) pass(at - wall)
      tell()
    },
    set: (at) => {
      settle()
      wall = at
      tell()
    },
    run: () => {
      runningSince ??= systemClock.monotonic()
      tell()
    },
    pause: () => {
      settle()
      runningSince = undefined
      tell()
    },
    get running() {
      return runningSince !== undefined
    },
    onMove: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whether this clock is moved from outside, as `travelClock` is. */
export function canTravel(clock: Clock): clock is TravelClock {
  return 'onMove' in clock
}
