/** Where every part of Rondo gets its time, so that tests and the playground can travel. */
export interface Clock {
  /** Wall time: epoch milliseconds. */
  now(): number
  /** Milliseconds since some fixed moment; never goes back, is not moved by setting the clock. */
  monotonic(): number
}

/** The machine's own clock. Only `main.ts` hands it out. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
}
