import type { Clock } from '../platform/clock.ts'
import { canTravel } from './clock.ts'

/** What is to be done later, by a clock that may travel. */
export interface Alarms {
  /** Does `what` once `ms` have passed, however the wall clock is set meanwhile; the result calls it off. */
  after(ms: number, what: () => void): () => void
  /** Does `what` once the wall shows `instant` (epoch ms); the result calls it off. */
  at(instant: number, what: () => void): () => void
  /** Calls everything off. */
  clear(): void
  /** Calls everything off and listens to the clock no more. */
  stop(): void
}

interface Alarm {
  /** Milliseconds until it is due by the clock; none or less when it is. */
  left(): number
  what: () => void
}

/** setTimeout takes no more. */
const longestWaitMs = 2 ** 31 - 1

/**
 * Alarms of a clock: those of one that travels ring when it is moved past their moment, in the order of their moments, and
 * by real time as far as it runs by itself.
 */
export function createAlarms(clock: Clock): Alarms {
  const set = new Set<Alarm>()
  let timer: NodeJS.Timeout | undefined
  const earliest = () => [...set].toSorted((a, b) => a.left() - b.left())[0]
  const look = () => {
    for (let next = earliest(); next && next.left() <= 0; next = earliest()) {
      set.delete(next)
      next.what()
    }
    wait()
  }
  const wait = () => {
    clearTimeout(timer)
    const next = earliest()
    const passes = !canTravel(clock) || clock.running
    if (next && passes) timer = setTimeout(look, Math.min(Math.max(1, Math.ceil(next.left())), longestWaitMs)).unref()
  }
  const add = (alarm: Alarm) => {
    set.add(alarm)
    wait()
    return () => void set.delete(alarm)
  }
  const clear = () => {
    set.clear()
    clearTimeout(timer)
  }
  const unlisten = canTravel(clock) ? clock.onMove(look) : undefined
  return {
    after: (ms, what) => {
      const due = clock.monotonic() + ms
      return add({ left: () => due - clock.monotonic(), what })
    },
    at: (instant, what) => add({ left: () => instant - clock.now(), what }),
    clear,
    stop: () => {
      clear()
      unlisten?.()
    },
  }
}
