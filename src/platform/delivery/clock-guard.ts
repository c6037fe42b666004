import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

/** Tells whether the wall clock can be believed. */
export interface ClockGuard {
  /** Asked before anything is decided by the time. While it says no, nothing is recorded, planned or said. */
  trusted(): Promise<boolean>
}

interface Needs {
  clock: Clock
  log: Log
  /** What another clock shows, epoch milliseconds; undefined where it cannot be asked. */
  askTime: () => Promise<number | undefined>
}

/** Wall and monotonic time may part by so much: less than the settling of a clock, more than any tick. */
const suspiciousMs = 30_000
/** The other clock tells whole seconds, after a journey. */
const agreementMs = 60_000

/**
 * Believes the wall clock as long as it runs with the monotonic one. At the start, and where the two part (somebody set the
 * clock, the machine slept), it asks another clock first: one that went back then only delays, and one that was set a month
 * ahead does not pour out a month of messages.
 */
export function createClockGuard({ clock, log, askTime }: Needs): ClockGuard {
  let believed: { wall: number; monotonic: number } | undefined
  let suspected = false
  const read = () => ({ wall: clock.now(), monotonic: clock.monotonic() })

  return {
    async trusted() {
      const now = read()
      const partedMs = believed ? now.wall - believed.wall - (now.monotonic - believed.monotonic) : undefined
      if (partedMs !== undefined && Math.abs(partedMs) <= suspiciousMs) return true
      const other = await askTime()
      const offByMs = other === undefined ? undefined : clock.now() - other
      if (offByMs !== undefined && Math.abs(offByMs) <= agreementMs) {
        believed = read()
        if (partedMs !== undefined) log.info({ offByMs: partedMs }, 'the clock jumped, and is right')
        suspected = false
        return true
      }
      if (!suspected) log.error({ offByMs }, 'the clock cannot be believed: nothing is said until Slack confirms it')
      suspected = true
      return false
    },
  }
}
