import type { Log } from '../log.ts'
import type { NewRow } from './inbox.ts'
import type { InboxWriter } from './inbox-writer.ts'

const mostRows = 500
/** So that the next commit need not wait until the disk has the one before. */
const mostAtOnce = 2
/** Between the tries to get hold of an SQLite file's lock. */
const busyPausesMs = [1, 5, 20, 50, 100, 200, 400]
const brokenPauseMs = 500
/** How long a completion waits for a commit to ride with. */
const rideMs = 20

export interface GroupCommit {
  /** Resolves once the row is on disk: true, or false where it was there already. Rejects where it cannot be stored. */
  keep(row: NewRow): Promise<boolean>
  /** Marks a row done with one of the next commits; its body goes with it. */
  done(key: string, at: number): void
  /** Resolves when nothing waits to be written; rejects where the last attempt failed. */
  flush(): Promise<void>
  /** Whether the last write worked. */
  healthy(): boolean
}

interface Waiting {
  row: NewRow
  promise: Promise<boolean>
  resolve(fresh: boolean): void
  reject(error: unknown): void
}

/**
 * Gathers what one turn of the event loop brings and writes it in one commit: an fsync costs eight times what a row does.
 */
export function createGroupCommit({ write: store, log }: { write: InboxWriter['write']; log: Log }): GroupCommit {
  const rows = new Map<string, Waiting>()
  const done = new Map<string, number>()
  let scheduled = false
  let ride: NodeJS.Timeout | undefined
  const writing = new Set<Promise<void>>()
  let healthy = true

  const keep = (row: NewRow): Promise<boolean> => {
    // A repetition within the same turn has to wait for the same commit, then it is known.
    const same = rows.get(row.key)
    if (same) return same.promise.then(() => false)
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    rows.set(row.key, { row, promise, resolve, reject })
    schedule()
    return promise
  }

  function schedule(): void {
    if (scheduled || writing.size >= mostAtOnce) return
    scheduled = true
    clearTimeout(ride)
    ride = undefined
    setImmediate(() => {
      scheduled = false
      const work = write()
      writing.add(work)
      void work.finally(() => {
        writing.delete(work)
        more()
      })
    })
  }

  async function write(): Promise<void> {
    const batch = take(rows, mostRows)
    const finished = new Map(take(done, mostRows))
    try {
      const written = await persist(
        batch.map(([, { row }]) => row).filter(({ key }) => !finished.has(key)),
        finished,
      )
      healthy = true
      for (const [key, { resolve }] of batch) resolve(written.has(key) && !finished.has(key))
    } catch (error) {
      if (healthy) log.error({ about: 'inbox', error, count: batch.length }, 'the inbox cannot be written')
      healthy = false
      for (const [key, at] of finished) done.set(key, at)
      for (const [, { reject }] of batch) reject(error)
    }
  }

  /** What came while as much was being written as may be. */
  function more(): void {
    if (rows.size > 0) schedule()
    // Without anything to write too: who is not ready is sent nothing, and would never find out that it could be.
    else if (!healthy) rideAfter(brokenPauseMs)
    else if (done.size > 0) rideAfter(rideMs)
  }

  /** Once its time is over it counts no more, whether or not a commit could begin then: `more` gives it another. */
  function rideAfter(ms: number): void {
    ride ??= setTimeout(() => {
      ride = undefined
      schedule()
    }, ms).unref()
  }

  async function persist(fresh: NewRow[], finished: Map<string, number>): Promise<Set<string>> {
    for (const pauseMs of busyPausesMs) {
      try {
        return await store(fresh, finished)
      } catch (error) {
        if (!isBusy(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    return store(fresh, finished)
  }

  return {
    keep,
    done(key, at) {
      done.set(key, at)
      rideAfter(rideMs)
    },
    async flush() {
      while (rows.size > 0 || done.size > 0 || writing.size > 0) {
        schedule()
        await (writing.size > 0 ? Promise.all(writing) : new Promise((resolve) => setImmediate(resolve)))
        if (!healthy) throw new Error('The inbox cannot be written.')
      }
    },
    healthy: () => healthy,
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

function take<V>(from: Map<string, V>, most: number): [string, V][] {
  const taken = from.size <= most ? [...from] : [...from].slice(0, most)
  for (const [key] of taken) from.delete(key)
  return taken
}
