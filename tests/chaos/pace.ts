import { type Clock, systemClock } from '../../src/platform/clock.ts'
import { type Constants, constants } from '../../src/platform/delivery/constants.ts'

/** How much faster than life: a lease of a minute lasts two seconds. */
export const pace = 30

/** Monday 7 December 2026, 09:00 in Amsterdam. */
export const beginning = Date.UTC(2026, 11, 7, 8)

/** The clock of everybody in a run, in whatever process. @param startedAt when the run began, by the machine's clock */
export function fastClock(startedAt: number): Clock {
  return {
    now: () => Math.floor(beginning + (systemClock.now() - startedAt) * pace),
    monotonic: () => systemClock.monotonic() * pace,
  }
}

/** Rondo's own, on the fast clock. Only what waits on a real timer is said anew. */
export const hurried: Constants = { ...constants, pollMs: constants.pollMs / pace, drainMs: constants.drainMs / pace }

/** Milliseconds of the machine's own time. */
export const real = {
  httpTimeout: Math.round(constants.httpTimeoutMs / pace),
  lease: constants.leaseMs / pace,
  /**
   * The most that Slack takes to store what it was sent, after the one who sent it gave up. With the longest freeze it is less
   * than what lies between a wire mark and the earliest repetition (timeout, settling, second look): beyond that no design
   * without Slack's help keeps a message from standing twice.
   */
  latestCommit: 1_500,
  /** Of three processes one is struck every 450 ms. */
  lifetime: 1_350,
}
