import { randomUUID } from 'node:crypto'
import { claimDue, claimUnsure, expireLeases, nextRun } from './claim.ts'
import { type Constants, constants as usual } from './constants.ts'
import { deliver } from './deliver.ts'
import { createJobs } from './jobs.ts'
import { materialise, nextDate } from './materialise.ts'
import { reconcile } from './reconcile.ts'
import type { DeliveryRow } from './row.ts'
import { lookLater, putBack, putOff } from './states.ts'
import { retryAt, stepOf, type Tools } from './tools.ts'

/** Brings what features planned to Slack: every date accounted for, at most one message for each. */
export interface Delivery {
  /** Does everything that is due now, one batch of it. @returns whether there was anything */
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

type Needs = Omit<Tools, 'constants' | 'random' | 'worker' | 'stopping' | 'point'>
type Options = Partial<Pick<Tools, 'random' | 'worker' | 'point'>> & { constants?: Constants | undefined }

/** More ticks than this without the clock moving on: something asks for more work each time. */
const mostTicks = 10_000

/** The loop that every replica runs alike; no leader. */
export function createDelivery({ constants = usual, ...given }: Needs & Options): Delivery {
  let stopping = false
  let running: Promise<void> | undefined
  let endSleep: () => void = () => undefined
  const held = new Map<string, DeliveryRow>()
  const tools: Tools = {
    random: Math.random,
    worker: randomUUID().slice(0, 8),
    point: async () => undefined,
    ...given,
    constants,
    stopping: () => stopping,
  }
  const { db, engine, clock, log } = tools
  const jobs = createJobs(tools)

  return { tick, nextDue, settle, start, wake: () => endSleep(), stop }

  async function tick(): Promise<boolean> {
    if (stopping) return false
    const dates = await materialise(tools)
    const ran = await jobs.run()
    const expired = await expireLeases(stepOf(tools), constants)
    const delivered = await each(await claimDue(stepOf(tools), engine, constants), deliver, putOffAfter)
    const reconciled = await each(await claimUnsure(stepOf(tools), engine, constants), reconcile, lookLaterAfter)
    return dates + expired + delivered + reconciled > 0 || ran
  }

  async function nextDue(): Promise<number | undefined> {
    const times = await Promise.all([nextDate(db), jobs.nextDue(), nextRun(db, engine)])
    const known = times.filter((at) => at !== undefined)
    return known.length > 0 ? Math.min(...known) : undefined
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
      const idle = await tick().then(
        (busy) => !busy,
        (error) => {
          log.error({ error }, 'delivering was interrupted')
          return true
        },
      )
      if (idle && !stopping) await sleep(await untilNext())
    }
  }

  async function untilNext(): Promise<number> {
    const next = await nextDue().catch(() => undefined)
    return Math.max(0, Math.min(constants.pollMs, (next ?? Number.POSITIVE_INFINITY) - clock.now()))
  }

  async function sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endSleep = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function stop(): Promise<void> {
    stopping = true
    endSleep()
    await Promise.race([running, patience(constants.drainMs)])
    const left = [...held.values()].filter(({ state }) => state === 'leased')
    await Promise.all(left.map((row) => putBack(stepOf(tools), row, row.run_after, 'stopping')))
  }

  /** Handles all claimed rows at once; the trouble of one stays its own. */
  async function each(
    rows: DeliveryRow[],
    handle: (tools: Tools, row: DeliveryRow) => Promise<void>,
    afterError: (row: DeliveryRow) => Promise<unknown>,
  ): Promise<number> {
    await Promise.all(
      rows.map(async (row) => {
        held.set(row.id, row)
        try {
          await handle(tools, row)
        } catch (error) {
          log.error({ delivery: row.id, workspace: row.workspace_id, state: row.state, error }, 'a delivery went wrong')
          await afterError(row).catch(() => undefined)
        } finally {
          held.delete(row.id)
        }
      }),
    )
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
