/**
 * One replica that holds schedules, on a clock that is moved by hand: `node --expose-gc`. Told where, it measures ticks with
 * nothing due, its memory, and then the Monday on which half of the schedules are due at one instant.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/database/open.ts'
import { createDelivery } from '../../src/platform/delivery/loop.ts'
import { say } from '../../src/platform/delivery/outbox.ts'
import type { ScheduleKind } from '../../src/platform/feature.ts'
import { silentLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { travelClock } from '../../src/playground/clock.ts'
import { type Lateness, watchEventLoop } from '../event-loop.ts'
import { quantile } from '../figures.ts'
import { scheduleKind } from '../schedules-seed.ts'
import { meterStatements, type StatementTime } from '../statement-meter.ts'

export interface HoldingOrders {
  url: string
  /** When half of the schedules are due: epoch milliseconds. */
  dueAt: number
}

export interface HoldingReport {
  /** Milliseconds of a tick that finds nothing to do. */
  idle: { p50: number; p99: number }
  /** Milliseconds of asking when something is due next. */
  next: { p50: number; p99: number }
  heapMb: number
  rssMb: number
  storm: { count: number; ms: number; ticks: number; longestTickMs: number; late: Lateness; rssMb: number }
  statements: StatementTime[]
}

const idleTicks = 300
const minute = 60_000
const day = 1_440 * minute

const meter = meterStatements()
const loop = watchEventLoop()
process.once('message', async (orders: HoldingOrders) => {
  process.send?.(await measure(orders))
  process.disconnect?.()
})
process.send?.({ warm: true })

async function measure({ url, dueAt }: HoldingOrders): Promise<HoldingReport> {
  const clock = travelClock(dueAt - 60 * minute)
  const { db, engine, close } = await openDatabase(url, clock.now())
  const delivery = createDelivery({
    ...{ db, engine, clock, log: silentLog, messages: {}, jobs: [] },
    schedules: { [scheduleKind]: planning },
    // Nothing is said while this measures.
    slack: slackClients({ token: 'unused', apiUrl: 'http://127.0.0.1:9/api/', log: silentLog }),
  })
  // What came due since the last round.
  await delivery.settle()
  const idle: number[] = []
  const next: number[] = []
  for (let n = 0; n < idleTicks; n++) {
    clock.advance(1_000)
    idle.push(await timed(delivery.tick))
    next.push(await timed(delivery.nextDue))
  }
  const memory = memoryMb()
  clock.travelTo(dueAt)
  meter.reset()
  loop.reset()
  await oneTurn()
  const ticks: number[] = []
  for (let busy = true; busy; ) ticks.push(await timed(async () => (busy = await delivery.tick())))
  await oneTurn()
  const count = sql<number>`count(*)`.as('count')
  const held = db.selectFrom('occurrence').select(count).where('due_at', '=', dueAt).where('skipped', 'is', null)
  const report = {
    idle: spread(idle.slice(idleTicks / 3)),
    next: spread(next.slice(idleTicks / 3)),
    ...memory,
    storm: {
      ms: ticks.reduce((sum, ms) => sum + ms, 0),
      ticks: ticks.length,
      longestTickMs: Math.max(...ticks),
      late: loop.read(),
      rssMb: process.memoryUsage.rss() / 2 ** 20,
      count: (await held.executeTakeFirstOrThrow()).count,
    },
    statements: meter.read().statements,
  }
  // The next round must find the same.
  await db.deleteFrom('delivery').execute()
  await close()
  return report
}

/** The event loop tells how late it was only by turning before and after, and with SQLite it does not turn between ticks. */
const oneTurn = () => pause(50)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const spread = (times: number[]) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) })

function memoryMb(): { heapMb: number; rssMb: number } {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 }
}

/** Plans one message, as a check-in that opens does, but for much later: what is measured is the schedules. */
const planning: ScheduleKind = {
  async occur(trx, { id, workspaceId, scheduleId, dueAt }, now) {
    const saying = {
      workspaceId,
      cause: `bench:${id}`,
      kind: 'post',
      recipient: scheduleId,
      what: 'bench:words',
    } as const
    await say(trx, { ...saying, about: { occurrenceId: id }, dueAt: dueAt + 30 * day }, now)
    return undefined
  },
}
