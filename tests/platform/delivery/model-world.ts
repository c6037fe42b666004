import { expect } from 'vitest'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { Engine } from '../../../src/platform/database/database.ts'
import { replyTo, say } from '../../../src/platform/delivery/outbox.ts'
import { noteRestored } from '../../../src/platform/delivery/restored.ts'
import type { ScheduleKind } from '../../../src/platform/feature.ts'
import { createLog } from '../../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../../src/playground/clock.ts'
import { shortTempered } from '../../support/delivery-slack.ts'
import { anna, createWorld, sales, shared, type World, workspaceId } from '../../support/delivery-world.ts'
import type { Backup } from './model-backup.ts'
import { createReplica, type Replica } from './model-crew.ts'
import { account, type Dates, noDates } from './model-dates.ts'

const second = 1_000
const minute = 60 * second

/** Our clock and Slack's part by more than this before ours is not believed. */
export const agreementMs = minute
/** Steps from moment to moment; what is left of a long time passes at once, as it does where a machine sleeps. */
const mostSteps = 60

/** What is delivered, what delivers it, and what ought to come of it. */
export interface Stage {
  db: Db
  slack: World['slack']
  /** Slack's own clock is right. */
  theirs: TravelClock
  /** That of the machine on which Rondo runs, and of the people who press its buttons. */
  ours: TravelClock
  replicas: (Replica | undefined)[]
  /** What the tables have to say. */
  dates: Dates
  backup?: Backup | undefined
  /** Ends the outage there is. */
  outage?: (() => void) | undefined
  /** Whether Slack may still be storing what it was sent. */
  storesLate: boolean
  /** Each ends one of the faults there are. */
  faults: (() => void)[]
  /** What shall never change again, by delivery. */
  terminal: Map<string, string>
  /** Where each schedule had got to. */
  next: Map<string, { rev: number; slot: string }>
  /** Whether the wall clock was set: then marks of before and after cannot be compared. */
  clockWasSet: boolean
  /** When a backup was last put back, by Slack's clock. */
  restoredAt?: number
  /** Starts a replica in place of the one there was. */
  put(at: number, restored?: boolean): Promise<void>
  /** Slack does again what it should. */
  endTrouble(): void
  transact<T>(work: (trx: Transaction, now: number) => Promise<T>): Promise<T>
  tick(at: number): Promise<boolean>
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

/** Each schedule says a post and a reply to it; the first also says something to Anna alone. */
export const kind: ScheduleKind = {
  async occur(trx, { id, scheduleId, slot, dueAt }, now) {
    const of = { workspaceId, cause: `test:${id}`, what: 'test:text', dueAt }
    const text = (what: string) => ({ text: `${scheduleId} ${slot} ${what}` })
    const recipient = scheduleId === 's2' ? sales : shared
    const post = await say(trx, { ...of, kind: 'post', recipient, about: text('post') }, now)
    await replyTo(trx, post, { ...of, about: text('reply') }, now)
    if (scheduleId === 's0') await say(trx, { ...of, kind: 'dm', recipient: anna, about: text('dm') }, now)
    return undefined
  },
}

/** @param start epoch milliseconds, when the run begins */
export async function setStage(db: Db, engine: Engine, crew: number, start: number): Promise<Stage> {
  const world = await createWorld(db, engine)
  const { slack, clock: theirs } = world
  world.schedules['test:date'] = kind
  theirs.travelTo(start)
  const ours = travelClock(theirs.now())
  const clients = shortTempered(slack, createLog('silent'), 80)
  /** Those who do nothing until Slack confirms their clock. */
  const waiting = new WeakSet<Replica>()
  const believed = new WeakMap<Replica, { wall: number; monotonic: number }>()
  const read = () => ({ wall: ours.now(), monotonic: ours.monotonic() })
  let made = 0

  const stage: Stage = {
    ...{ db, slack, theirs, ours, dates: noDates(), replicas: Array.from({ length: crew }, () => undefined) },
    ...{ faults: [], storesLate: false, terminal: new Map(), next: new Map(), clockWasSet: false },
    endTrouble() {
      stage.outage?.()
      stage.outage = undefined
      for (const lift of stage.faults.splice(0)) lift()
    },
    async put(at, restored = false) {
      await stage.replicas[at]?.stop()
      const name = `r${at}.${made++}`
      if (restored) await noteRestored(db, ours.now())
      stage.replicas[at] = createReplica((point) =>
        world.worker({ ...{ slack: clients, clock: ours, point, worker: name }, askTime }),
      )
    },
    transact: (work) => db.transaction().execute((trx) => work(trx, ours.now())),
    async tick(at) {
      const replica = stage.replicas[at]
      if (!replica?.works()) return false
      if (!believes(replica)) waiting.add(replica)
      else {
        waiting.delete(replica)
        account(stage.dates, ours.now())
      }
      const busy = await replica.tick()
      // What Slack stores late it stores in real time: the clock must not run ahead of it.
      if (busy && stage.storesLate) await slack.settled()
      return busy
    },
    async pass(ms) {
      const until = theirs.now() + ms
      for (let steps = 0; steps < mostSteps; steps++) {
        await settle()
        const next = await nextDue()
        if (next === undefined || theirs.now() + next >= until) break
        advance(next)
      }
      advance(until - theirs.now())
      await settle()
    },
    close: () => slack.stop(),
  }
  for (let at = 0; at < crew; at++) await stage.put(at)
  return stage

  async function askTime() {
    return stage.outage ? undefined : theirs.now()
  }

  /** As a replica does before it begins: it asks Slack where its clocks part. */
  function believes(replica: Replica): boolean {
    const [before, now] = [believed.get(replica), read()]
    if (before && Math.abs(now.wall - before.wall - (now.monotonic - before.monotonic)) <= 30 * second) return true
    if (stage.outage || Math.abs(ours.now() - theirs.now()) > agreementMs) return false
    believed.set(replica, now)
    return true
  }

  async function settle(): Promise<void> {
    for (const at of stage.replicas.keys()) {
      for (let ticks = 0; await stage.tick(at); ticks++) expect(ticks, 'it does not come to rest').toBeLessThan(500)
    }
  }

  /** How long until somebody who is awake has something to do. */
  async function nextDue(): Promise<number | undefined> {
    const awake = stage.replicas.filter((replica) => replica?.works() && !waiting.has(replica))
    const times = await Promise.all(awake.map((replica) => replica?.nextDue()))
    const next = Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY))
    return Number.isFinite(next) ? Math.max(second / 10, next - ours.now()) : undefined
  }

  function advance(ms: number): void {
    if (ms <= 0) return
    ours.advance(ms)
    theirs.advance(ms)
  }
}
