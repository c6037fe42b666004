import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds by which the event loop was late. */
export interface Lateness {
  p50: number
  p99: number
  max: number
}

const everyMs = 5

/** Watches how late this process's event loop is, from the last `reset` on. */
export function watchEventLoop(): { reset(): void; read(): Lateness } {
  const histogram = monitorEventLoopDelay({ resolution: everyMs })
  histogram.enable()
  // What is measured is from one look to the next; only what goes beyond that is lateness.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - everyMs)
  return {
    reset: () => histogram.reset(),
    read: () => ({
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: late(histogram.max),
    }),
  }
}
