/**
 * The queued path: what Slack sent is stored, acknowledged, then handled. After a crash it is found in the inbox and handled
 * again, three times at most.
 */
import type { Db } from '../../../db/schema.ts'
import type { Clock } from '../clock.ts'
import type { Engine } from '../database/database.ts'
import type { Log } from '../log.ts'
import { type Arrival, type Happening, keyOf, readAs } from './arrival.ts'
import { createGroupCommit } from './group-commit.ts'
import { type ClaimedRow, claimAbandoned, releaseLeases, renewLeases } from './inbox.ts'
import { openInboxWriter, tableWriter } from './inbox-writer.ts'
import { reference } from './reference.ts'
import { createRunner, type Task } from './runner.ts'

const leaseMs = 60_000
const tendEveryMs = 15_000
const mostAttempts = 3
const limits = { running: 32, startedPerTurn: 32, waiting: 1_000, claimed: 100, drainMs: 10_000 }

export interface Queue {
  /** Stores it and has it handled afterwards. @returns false where it was known. Rejects where it cannot be stored. */
  keep(happening: Happening): Promise<boolean>
  /** Has something done beside the stored work, bounded like it; it is lost with the process. */
  run(task: () => Promise<void>): void
  /** Takes up what a process before this one left. Before anything new is accepted. */
  resume(): Promise<void>
  /** Lets what runs end, ten seconds at most; the rest stays in the inbox. */
  stop(): Promise<void>
  settled(): Promise<void>
  healthy(): boolean
}

interface Settings {
  db: Db
  engine: Engine
  clock: Clock
  log: Log
  /** Must not reject. */
  handle(arrival: Arrival): Promise<void>
  /** It was begun three times and never ended. */
  abandon(arrival: Arrival, reference: string): Promise<void>
}

type Work = Task & { key: string | undefined }

export function createQueue({ db, engine, clock, log, handle, abandon }: Settings): Queue {
  let writer = tableWriter(db, engine)
  const commits = createGroupCommit({ write: (rows, done) => writer.write(rows, done), log })
  const runner = createRunner<Work>({ most: limits.running, perTurn: limits.startedPerTurn })
  /** The keys of what waits or runs here: its leases are ours. */
  const held = new Set<string>()
  let leftForLater = false
  let stopping = false
  let tending: NodeJS.Timeout | undefined

  async function keep(happening: Happening): Promise<boolean> {
    const key = keyOf(happening)
    const receivedAt = clock.now()
    const mine = !stopping && runner.waiting() < limits.waiting
    const lease = mine ? { attempts: 1, leaseUntil: receivedAt + leaseMs } : { attempts: 0, leaseUntil: 0 }
    const row = { key, kind: happening.kind, body: JSON.stringify(happening.body), receivedAt, ...lease }
    if (!(await commits.keep(row))) return false
    if (mine) add({ ...happening, key, receivedAt })
    else leftForLater = true
    return true
  }

  function add(arrival: Arrival): void {
    const { key } = arrival
    held.add(key)
    const run = async () => {
      await handle(arrival)
      finish(key)
    }
    runner.add({ key, run })
  }

  function finish(key: string): void {
    held.delete(key)
    commits.done(key, clock.now())
    if (leftForLater && runner.waiting() === 0) {
      leftForLater = false
      void tend()
    }
  }

  /** Holds on to what is ours, and takes over what nobody holds. */
  async function tend(): Promise<void> {
    try {
      await renewLeases(db, [...held], clock.now() + leaseMs)
      await claim(clock.now())
    } catch (error) {
      log.error({ about: 'inbox', error }, 'the inbox cannot be tended')
    }
  }

  async function claim(leaseOverBy: number): Promise<void> {
    while (!stopping && runner.waiting() < limits.waiting / 2) {
      const until = clock.now() + leaseMs
      const rows = await claimAbandoned(db, engine, { leaseOverBy, leaseUntil: until, limit: limits.claimed })
      for (const row of rows) takeUp(row)
      if (rows.length < limits.claimed) return
    }
    leftForLater = true
  }

  function takeUp(row: ClaimedRow): void {
    const { key, attempts } = row
    const happening = readAs(row.kind, parsed(row.body))
    if ('unread' in happening) {
      log.error({ about: 'inbox', kind: row.kind }, 'a row of the inbox cannot be read')
      finish(key)
      return
    }
    const arrival = { ...happening, key, receivedAt: row.receivedAt }
    if (attempts <= mostAttempts) add(arrival)
    else drop(arrival, attempts)
  }

  function drop(arrival: Arrival, attempts: number): void {
    const ref = reference()
    log.error({ about: 'inbox', kind: arrival.kind, attempts, reference: ref }, 'dropped: it was begun and never ended')
    finish(arrival.key)
    runner.add({ key: undefined, run: () => abandon(arrival, ref) })
  }

  async function resume(): Promise<void> {
    writer = await openInboxWriter(db, engine)
    // One process per SQLite file: no lease there can be another's.
    await claim(clock.now() + (engine === 'sqlite' ? leaseMs : 0))
    tending = setInterval(tend, tendEveryMs).unref()
  }

  async function stop(): Promise<void> {
    stopping = true
    clearInterval(tending)
    runner.close()
    await within(limits.drainMs, runner.idle())
    try {
      await commits.flush()
      // Only now: what was being stored when we were asked to stop came to the runner after it had closed.
      const unbegun = runner.unstarted().flatMap(({ key }) => key ?? [])
      for (const key of unbegun) held.delete(key)
      // What still runs keeps its lease: another replica would begin it beside us.
      await releaseLeases(db, unbegun)
      const { close } = writer
      writer = tableWriter(db, engine)
      await close()
    } catch (error) {
      log.error({ about: 'inbox', error }, 'the inbox cannot be left in order; it will be when its leases end')
    }
  }

  async function settled(): Promise<void> {
    do {
      await runner.idle()
      await commits.flush()
    } while (runner.running() + runner.waiting() > 0)
  }

  return {
    keep,
    run: (task) => runner.add({ key: undefined, run: task }),
    resume,
    stop,
    settled,
    healthy: commits.healthy,
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Waits for it, but no longer than this. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, promise])
  clearTimeout(timer)
}
