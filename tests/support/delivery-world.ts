import { afterEach, beforeEach } from 'vitest'
import type { Db } from '../../db/schema.ts'
import type { Engine } from '../../src/platform/database/database.ts'
import { createDelivery, type Delivery } from '../../src/platform/delivery/loop.ts'
import { type Saying, say } from '../../src/platform/delivery/outbox.ts'
import type { Job, Message, ScheduleKind } from '../../src/platform/feature.ts'
import { createLog } from '../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Message as SlackMessage } from '../../src/playground/server/workspace.ts'
import { useDatabase } from './databases.ts'
import { shortTempered } from './delivery-slack.ts'

/** Monday 7 December 2026, 09:00 in Amsterdam. */
export const monday = Date.UTC(2026, 11, 7, 8)
export const workspaceId = 'w1'
export const shared = 'C0SHARED01'
export const sales = 'C0SALES001'
export const anna = 'U0ANNA0001'

const seed = {
  users: [
    { id: anna, name: 'anna', locale: 'nl-NL' },
    { id: 'U0BRAM0001', name: 'bram' },
  ],
  channels: [
    { id: shared, name: 'shared', members: ['anna', 'bram'] },
    { id: sales, name: 'sales', members: ['bram'] },
  ],
}

/** A database, a Slack and a clock that stands still, with a workspace in which things can be said. */
export interface World {
  db: Db
  engine: Engine
  slack: Slack
  clock: TravelClock
  /** Lines that were logged. */
  logged: Record<string, unknown>[]
  /** What the test's features say and do. */
  messages: Record<string, Message>
  schedules: Record<string, ScheduleKind>
  jobs: Job[]
  /** One replica. */
  worker(options?: Partial<Parameters<typeof createDelivery>[0]>): Delivery
  /** Says something of the test's own wording 'test:text', which says about.text. */
  say(saying?: Partial<Saying>): Promise<string>
}

/** A fresh world for each test of the suite. */
export function useWorld(engine: Engine, more: Pick<Seed, 'channels'> = {}): () => World {
  const database = useDatabase(engine)
  let world: World | undefined
  beforeEach(async () => {
    world = await createWorld(database().db, engine, more)
  })
  afterEach(async () => {
    await world?.slack.stop()
  })
  return () => {
    if (!world) throw new Error('A world exists only while a test runs.')
    return world
  }
}

export async function createWorld(db: Db, engine: Engine, more: Pick<Seed, 'channels'> = {}): Promise<World> {
  const clock = travelClock(monday)
  const channels = [...seed.channels, ...(more.channels ?? [])]
  const slack = await startSlack({ clock, seed: { ...seed, channels }, botEvents: [] })
  const logged: Record<string, unknown>[] = []
  const log = createLog('debug', { write: (line) => void logged.push(JSON.parse(line)) })
  await settleIn(db, slack)
  const messages: Record<string, Message> = { 'test:text': textMessage }
  const schedules: Record<string, ScheduleKind> = {}
  const jobs: Job[] = []
  const common = { db, engine, clock, log, messages, schedules, jobs, random: () => 0.5 }
  let said = 0
  return {
    ...{ db, engine, slack, clock, logged, messages, schedules, jobs },
    worker: (options) => createDelivery({ ...common, slack: shortTempered(slack, log, 5_000), ...options }),
    say: (saying) => {
      const usual = {
        workspaceId,
        cause: `test:${said++}`,
        kind: 'post',
        recipient: shared,
        what: 'test:text',
      } as const
      const whole = { ...usual, about: { text: 'Good morning' }, dueAt: clock.now(), ...saying }
      return db.transaction().execute((trx) => say(trx, whole, clock.now()))
    },
  }
}

async function settleIn(db: Db, { team, bot }: Slack): Promise<void> {
  const ids = { id: workspaceId, enterprise_id: '', team_id: team.id, bot_id: bot.botId, bot_user_id: bot.userId }
  await db
    .insertInto('workspace')
    .values({ ...ids, name: team.name, installed_at: monday })
    .execute()
  const person = {
    id: 'p1',
    workspace_id: workspaceId,
    slack_id: anna,
    name: 'Anna',
    zone: 'Europe/Amsterdam',
  } as const
  const more = { language: 'nl', kind: 'member', admin: 0, deactivated_at: null, dm_channel_id: null } as const
  await db
    .insertInto('person')
    .values({ ...person, ...more, learned_at: monday })
    .execute()
}

const textMessage: Message = {
  async render(_db, { about }) {
    const text = about.text ?? ''
    return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }
  },
}

/** Does everything that is due until `ms` from now, stepping from moment to moment. @param before each step; for what takes real time */
export async function pass(
  clock: TravelClock,
  ms: number,
  workers: Delivery[],
  before = async () => {},
): Promise<void> {
  const until = clock.now() + ms
  for (;;) {
    for (const worker of workers) await worker.settle()
    await before()
    const times = await Promise.all(workers.map((worker) => worker.nextDue()))
    const next = Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY))
    if (next > until) return clock.travelTo(until)
    clock.travelTo(next)
  }
}

/** The delivery id that a message in Slack carries. */
export function keyOf(message: SlackMessage): unknown {
  const { metadata } = message
  const payload = metadata?.event_payload
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
}

export async function stateOf(db: Db, id: string) {
  return db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** What happened to a delivery, as 'from→to'. Within one moment each event follows from the one before it. */
export async function historyOf(db: Db, id: string): Promise<string[]> {
  const left = await db
    .selectFrom('delivery_event')
    .select(['from_state', 'to_state'])
    .where('delivery_id', '=', id)
    .orderBy('at')
    .execute()
  const history: string[] = []
  for (let state = 'due'; left.length > 0; ) {
    const next = Math.max(
      0,
      left.findIndex(({ from_state }) => from_state === state),
    )
    for (const { from_state, to_state } of left.splice(next, 1)) {
      history.push(`${from_state}→${to_state}`)
      state = to_state
    }
  }
  return history
}
