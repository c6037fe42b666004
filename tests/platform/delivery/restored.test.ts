import { describe, expect, it } from 'vitest'
import type { Db, Schema } from '../../../db/schema.ts'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { claimDue } from '../../../src/platform/delivery/claim.ts'
import { constants } from '../../../src/platform/delivery/constants.ts'
import type { Delivery } from '../../../src/platform/delivery/loop.ts'
import { replyTo, say } from '../../../src/platform/delivery/outbox.ts'
import { findRestored, noteRestored } from '../../../src/platform/delivery/restored.ts'
import { saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { engines } from '../../support/databases.ts'
import { anna, pass, shared, useWorld, workspaceId } from '../../support/delivery-world.ts'

const minute = 60_000
const hour = 60 * minute

/** Every day at 10:00, an hour after the world begins. */
const daily: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], anchor: '2026-12-07' },
  time: '10:00',
  working: { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5, 6, 7], daysOff: new Set() },
  onDayOff: 'skip',
}

describe.each(engines)('a backup that was put back, on %s', (engine) => {
  const world = useWorld(engine)

  /** Each date says a post, a reply to it and a direct message. */
  async function begin(): Promise<void> {
    const { db, schedules } = world()
    schedules['test:date'] = {
      occur: async (trx, { id, slot }, now) => {
        const of = { workspaceId, what: 'test:text', dueAt: now }
        const post = {
          ...of,
          cause: `test:${id}`,
          kind: 'post',
          recipient: shared,
          about: { text: `root ${slot}` },
        } as const
        const root = await say(trx, post, now)
        await replyTo(trx, root, { ...of, cause: `test:${id}:reply`, about: { text: `reply ${slot}` } }, now)
        const dm = {
          ...of,
          cause: `test:${id}`,
          kind: 'dm',
          recipient: anna,
          about: { text: `direct ${slot}` },
        } as const
        await say(trx, dm, now)
        return undefined
      },
    }
    const schedule = { id: 's1', workspaceId, kind: 'test:date', rule: daily }
    await db.transaction().execute((trx) => saveSchedule(trx, schedule, world().clock.now()))
  }

  /** A start, with RESTORED=1 or, later, without. */
  const started = async (restored: boolean): Promise<Delivery> => {
    if (restored) await noteRestored(world().db, world().clock.now())
    return world().worker()
  }
  const restoredWorker = () => started(true)
  const texts = () =>
    [...world().slack.workspace.channels.values()]
      .flatMap(({ messages }) => messages.map(({ text }) => text))
      .toSorted()
  const ofMonday = ['direct 2026-12-07', 'reply 2026-12-07', 'root 2026-12-07']

  it.each([
    ['before the date was recorded', 30 * minute],
    ['after it was recorded and before it was said', hour],
  ])('made %s says nothing twice', async (_when, made) => {
    const { db, clock, worker } = world()
    await begin()
    await pass(clock, made - 1, [worker()])
    clock.advance(1)
    // It is recorded, and the process ends before anything goes out.
    if (made === hour) {
      await worker({ point: async () => Promise.reject(new Error('here it ends')) }).tick()
    }
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    expect(texts()).toEqual(ofMonday)
    await putBack(db, backup)
    await pass(clock, hour, [await restoredWorker()])
    expect(texts()).toEqual(ofMonday)
    const states = await db.selectFrom('delivery').select('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    await pass(clock, 24 * hour, [worker()])
    expect(texts()).toHaveLength(6)
  })

  it('says what was not said, after two looks', async () => {
    const { db, clock, worker } = world()
    await begin()
    await pass(clock, 30 * minute, [worker()])
    const backup = await copyOf(db)
    clock.advance(3 * hour)
    await putBack(db, backup)
    const loop = await restoredWorker()
    await pass(clock, minute - 1, [loop])
    expect(texts()).toEqual([])
    await pass(clock, 10 * minute, [loop])
    expect(texts()).toEqual(ofMonday)
  })

  it.each([
    ['with RESTORED=1 again', true],
    ['without it', false],
  ])('says nothing twice when its first start ends early and another follows %s', async (_how, restored) => {
    const { db, clock, worker, slack } = world()
    await begin()
    await pass(clock, 30 * minute, [worker()])
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    await putBack(db, backup)
    const first = await restoredWorker()
    const reads = ['conversations.history', 'conversations.replies']
    slack.fault({ kind: 'retryAfter', seconds: 30, method: reads, times: 2 })
    await first.tick()
    await first.stop()
    clock.advance(5 * minute)
    await pass(clock, hour, [await started(restored)])
    expect(texts()).toEqual(ofMonday)
  })

  it('says nothing twice when its first process did nothing before it ended', async () => {
    const { db, clock, worker } = world()
    await begin()
    await pass(clock, 30 * minute, [worker()])
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    await putBack(db, backup)
    const now = clock.now()
    clock.set(now - 40 * 24 * hour)
    await restoredWorker()
    clock.set(now)
    await pass(clock, hour, [worker()])
    expect(texts()).toEqual(ofMonday)
  })

  it('says nothing twice when it was made while a message waited after a pause', async () => {
    const { db, clock, worker, slack } = world()
    await begin()
    await pass(clock, hour - 1, [worker()])
    clock.advance(1)
    slack.fault({ kind: 'retryAfter', seconds: 30, method: 'chat.postMessage', times: 1 })
    await worker().tick()
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    await putBack(db, backup)
    await pass(clock, hour, [await restoredWorker()])
    expect(texts()).toEqual(ofMonday)
  })

  it('says nothing unlooked that comes due between two steps of one tick', async () => {
    const { db, clock, worker } = world()
    await begin()
    await pass(clock, 30 * minute, [worker()])
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    await putBack(db, backup)
    await (await restoredWorker()).tick()
    const restored = await findRestored(db, clock.now())
    const [row] = await db.selectFrom('delivery').selectAll().where('kind', '=', 'reply').execute()
    expect(row).toMatchObject({ state: 'due', wire_at: null })
    await db
      .updateTable('delivery')
      .set({ state: 'sent', ts: '1.0', channel_id: shared })
      .where('kind', '=', 'post')
      .execute()
    expect(await claimDue({ db, worker: 'w', now: clock.now() + hour }, engine, constants, restored)).toEqual([])
  })

  it('would double without the word that it was put back', async () => {
    const { db, clock, worker } = world()
    await begin()
    const backup = await copyOf(db)
    await pass(clock, 3 * hour, [worker()])
    await putBack(db, backup)
    await pass(clock, hour, [worker()])
    expect(texts()).toHaveLength(6)
  })

  it('does not hold up what is new', async () => {
    const { clock, slack, say: sayNew } = world()
    const loop = await restoredWorker()
    await loop.tick()
    clock.advance(25 * hour)
    await sayNew()
    await pass(clock, 0, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
  })
})

const tables = ['schedule', 'occurrence', 'delivery', 'delivery_event', 'gate', 'person', 'restore'] as const
type Backup = { [Table in (typeof tables)[number]]: Schema[Table][] }

async function copyOf(db: Db): Promise<Backup> {
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]])) as unknown as Backup
}

async function putBack(db: Db, backup: Backup): Promise<void> {
  for (const table of tables.toReversed()) await db.deleteFrom(table).execute()
  for (const table of tables)
    if (backup[table].length > 0)
      await db
        .insertInto(table)
        .values(backup[table] as never)
        .execute()
}
