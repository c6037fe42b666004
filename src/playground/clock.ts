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
}

/**
 * A clock for tests and the demo. It stands still until somebody moves it.
 * @param start epoch milliseconds
 */
export function travelClock(start: number): TravelClock {
  let wall = start
  let passed = 0
  let runningSince: number | undefined
  const live = () => (runningSince === undefined ? 0 : systemClock.monotonic() - runningSince)
  const advance = (ms: number) => {
    if (ms < 0) throw new RangeError('Time does not pass backwards; use set() to turn the clock back.')
    wall += ms
    passed += ms
  }
  const settle = () => {
    const ms = live()
    if (runningSince !== undefined) runningSince = systemClock.monotonic()
    advance(ms)
  }
  return {
    now: () => Math.floor(wall + live()),
    monotonic: () => passed + live(),
    advance,
    travelTo: (at) => {
      settle()
      if (at > wall) advance(at - wall)
    },
    set: (at) => {
      settle()
      wall = at
    },
    run: () => {
      runningSince ??= systemClock.monotonic()
    },
    pause: () => {
      settle()
      runningSince = undefined
    },
  }
}
