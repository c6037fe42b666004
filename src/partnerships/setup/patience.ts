import { setTimeout as wait } from 'node:timers/promises'

/** Slack waits three seconds for the answer to a submission; what we ask Slack meanwhile must leave time to decide and store. */
export const patienceMs = 2_000

/** What a promise gives, or undefined where it rejects or takes longer. Nothing rejects later. */
export async function within<T>(ms: number, asked: Promise<T>): Promise<T | undefined> {
  const over = new AbortController()
  const late = wait(ms, undefined, { signal: over.signal }).catch(() => undefined)
  try {
    return await Promise.race([asked.catch(() => undefined), late])
  } finally {
    over.abort()
  }
}
