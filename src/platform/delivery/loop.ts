import { randomUUID } from 'node:crypto'
import { claimDue, claimUnsure, expireLeases, nextRun } from './claim.ts'
import { createClockGuard } from './clock-guard.ts'
import { type Constants, constants as usual } from './constants.ts'
import { deliver } from './deliver.ts'
import { createJobs, earliest } from './jobs.ts'
import { materialise, nextDate } from './materialise.ts'
import { createOutage } from './outage.ts'
import { createPool } from './pool.ts'
import { reconcile } from './reconcile.ts'
import { doubtAfterRestore, findRestored } from './restored.ts'
import type { DeliveryRow } from './row.ts'
import { createSleep } from './sleep.ts'
import { comeBack, lookLater, putBack, putOff } from './states.ts'
import { retryAt, stepOf, type Tools } from './tools.ts'

/** Brings what features planned to Slack: every date accounted for, at most one message for each. */
export interface Delivery {
  /** Does everything that is due now, as much as may be under way at once. @returns whether there was anything */
  tick(): Promise<boolean>
  /** When something is due next: epoch milliseconds, maybe in the past; undefined when nothing waits. */
  nextDue(): Promise<number | undefined>
  /** Ticks until nothing is due at what the clock shows. */
  settle(): Promise<void>
  /** Ticks by itself in real time. */
  start(): void
  /** Ticks now instead of at the next poll: something was just said. */
  wake(): void
  /** Begins nothing new, waits a while for what is under way, and gives back what it still holds. */
  stop(): Promise<void>
}

type Needs = Omit<Tools, 'constants' | 'random' | 'worker' | 'stopping' | 'point' | 'outage' | 'restored'>
type Options = Partial<Pick<Tools, 'random' | 'worker' | 'point'>> & {
  constants?: Constants | undefined
  /** What another clock shows, epoch milliseconds; undefined where it cannot be asked. Left out, our own is believed. */
  askTime?: (() => Promise<number | undefined>) | undefined
}

/** More ticks than this without the clock moving on: something asks for more work each time. */
const mostTicks = 10_000

/** The loop that every replica runs alike; no leader. */
export function createDelivery({ constants = usual, askTime, ...given }: Needs & Options): Delivery {
  let stopping = false
  let running: Promise<void> | undefined
  let waitsForClock = false
  let nextJob: number | undefined
  const sleep = createSleep()
  const pool = createPool(constants.batch, sleep.wake)
  const mine = new Map<string, DeliveryRow>()
  const tools: Tools = {
    random: Math.random,
    worker: randomUUID().slice(0, 8),
    point: async () => undefined,
    ...given,
    constants,
    outage: createOutage({ ...given, constants }),
    stopping: () => stopping,
  }
  const { db, engine, clock, log } = tools
  const guard = askTime && createClockGuard({ clock, log, askTime })
  const jobs = createJobs(tools)
  const inRoom = (): Constants => ({ ...constants, batch: pool.room() })

  return { tick, nextDue, settle, start, wake: sleep.wake, stop }

  async function tick(): Promise<boolean> {
    const busy = await begin()
    await pool.empty()
    return busy
  }

  /** Records and plans what is due and begins to bring it, without waiting for that. @returns whether there was anything */
  async function begin(): Promise<boolean> {
    if (stopping) return false
    waitsForClock = guard !== undefined && !(await guard.trusted())
    if (waitsForClock) return false
    // Every tick anew: whichever process was told of a restore, all of them look before they say.
    tools.restored = await findRestored(db, clock.now())
    const dates = await materialise(tools)
    const { ran, next } = await jobs.run()
    nextJob = next
    const expired = await expireLeases(stepOf(tools), constants)
    if (tools.restored) await doubtAfterRestore(stepOf(tools), tools.restored)
    await tools.outage.probe()
    const looking = hand(await claimUnsure(stepOf(tools), engine, inRoom()), reconcile, lookLaterAfter)
    const delivering = hand(await claimDue(stepOf(tools), engine, inRoom(), tools.restored), deliver, putOffAfter)
    return dates + expired + delivering + looking > 0 || ran
  }

  async function nextDue(): Promise<number | undefined> {
    if (waitsForClock) return clock.now() + constants.pollMs
    return earliest(await Promise.all([nextDate(db), jobs.nextDue(), nextRun(db, engine)]))
  }

  async function settle(): Promise<void> {
    for (let ticks = 0; await tick(); ticks++) {
      if (ticks >= mostTicks) throw new Error('Deliveries do not settle: something is due again each time')
    }
  }

  function start(): void {
    running ??= run()
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const waitMs = await work()
      await pool.halfFree()
      if (waitMs > 0 && !stopping) await sleep.until(waitMs)
    }
  }

  /** @returns how long nothing is due, in real milliseconds */
  async function work(): Promise<number> {
    try {
      return (await begin()) ? 0 : await untilNext()
    } catch (error) {
      log.error({ error }, 'delivering was interrupted')
      return constants.pollMs
    }
  }

  async function untilNext(): Promise<number> {
    // Of the jobs it is known since just now.
    const next = waitsForClock
      ? undefined
      : earliest([nextJob, ...(await Promise.all([nextDate(db), nextRun(db, engine)]))])
    return Math.max(0, Math.min(constants.pollMs, (next ?? Number.POSITIVE_INFINITY) - clock.now()))
  }

  async function stop(): Promise<void> {
    stopping = true
    sleep.wake()
    await Promise.race([Promise.all([running, pool.empty()]), patience(constants.drainMs)])
    const giveBack = (row: DeliveryRow) =>
      (row.state === 'leased' ? putBack : comeBack)(stepOf(tools), row, row.run_after, 'stopping')
    await Promise.all([...mine.values()].map(giveBack))
  }

  /** Begins to handle claimed rows; the trouble of one stays its own. @returns how many there are */
  function hand(
    rows: DeliveryRow[],
    handle: (tools: Tools, row: DeliveryRow) => Promise<void>,
    afterError: (row: DeliveryRow) => Promise<unknown>,
  ): number {
    for (const row of rows) {
      mine.set(row.id, row)
      pool.begin(async () => {
        try {
          await handle(tools, row)
        } catch (error) {
          log.error({ delivery: row.id, workspace: row.workspace_id, error }, 'a delivery went wrong')
          await afterError(row).catch(() => undefined)
        } finally {
          mine.delete(row.id)
        }
      })
    }
    return rows.length
  }

  /** If it is not on the wire yet; if it is, its lease runs out and it is looked for. */
  function putOffAfter(row: DeliveryRow): Promise<boolean> {
    return putOff(stepOf(tools), row, retryAt(tools, row.attempts + 1), 'error')
  }

  function lookLaterAfter(row: DeliveryRow): Promise<boolean> {
    return lookLater(stepOf(tools), row, retryAt(tools, row.attempts + 1), 'error')
  }
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
