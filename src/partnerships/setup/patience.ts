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

/** Tries again a few times, ever later: a window that was just pushed takes Slack a moment. @returns whether it worked */
export async function insist(attempt: () => Promise<boolean>): Promise<boolean> {
  for (const pauseMs of [0, 200, 500, 1_000]) {
    if (pauseMs > 0) await wait(pauseMs)
    if (await attempt()) return true
  }
  return false
}
