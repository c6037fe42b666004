import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/schema.ts'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { constants } from '../../../src/platform/delivery/constants.ts'
import { say } from '../../../src/platform/delivery/outbox.ts'
import { pauseSchedule, saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { keyOf, pass, shared, useWorld, type World, workspaceId } from '../../support/delivery-world.ts'

describe('replicas on postgres', () => {
  const world = useWorld('postgres')

  it('share the work and say nothing twice', async () => {
    const { db, slack, clock, worker, say } = world()
    for (let each = 0; each < 60; each++) {
      slack.addChannel({ id: `C0EACH${each}`, name: `each${each}` })
      await say({ recipient: `C0EACH${each}` })
      await say({ recipient: `C0EACH${each}` })
    }
    const othersDone = Promise.withResolvers<void>()
    const slow = worker({ worker: 'slow', point: () => othersDone.promise, constants: { ...constants, batch: 20 } })
    const loops = ['two', 'three'].map((name) => worker({ worker: name }))
    const claimed = slow.settle()
    await expect.poll(() => countLeased(db)).toBe(20)
    await Promise.all(loops.map((loop) => loop.settle()))
    othersDone.resolve()
    await claimed
    await pass(clock, 60_000, [slow, ...loops])
    const keys = [...slack.workspace.channels.values()].flatMap(({ messages }) => messages.map(keyOf))
    expect([keys.length, new Set(keys).size]).toEqual([120, 120])
  })

  it('keep 1.1 s between messages to one channel together', async () => {
    const { slack, clock, worker, say } = world()
    for (let each = 0; each < 10; each++) await say()
    const loops = [worker(), worker(), worker()]
    await pass(clock, 60_000, loops)
    const times = slack.messages(shared).map(({ ts }) => Number(ts))
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(times).toHaveLength(10)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1.099)
  })

  it('hold a date once', async () => {
    const { slack, worker } = world()
    await weekly(world())
    await Promise.all([worker(), worker(), worker()].map((loop) => loop.settle()))
    expect(slack.messages(shared)).toHaveLength(1)
  })

  it('hold no date by a rule that somebody changes at that very moment', async () => {
    const { db, slack, worker } = world()
    await weekly(world())
    const [changed, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const change = db.transaction().execute(async (trx) => {
      await pauseSchedule(trx, 's1')
      changed.resolve()
      await goOn.promise
    })
    await changed.promise
    const settled = worker().settle()
    await expect.poll(() => countBlocked(db)).toBe(1)
    goOn.resolve()
    await Promise.all([change, settled])
    expect(slack.messages(shared)).toEqual([])
    expect(await db.selectFrom('occurrence').select('slot').execute()).toEqual([])
  })
})

/** A schedule of which a date is due now, and a feature that posts it. */
async function weekly({ db, clock, schedules }: World): Promise<void> {
  schedules['test:date'] = {
    occur: async (trx, { id, dueAt }, now) => {
      const to = { workspaceId, cause: `test:${id}`, kind: 'post', recipient: shared, what: 'test:text' } as const
      await say(trx, { ...to, about: { text: 'once' }, dueAt }, now)
      return undefined
    },
  }
  const rule: SlotRule = {
    cadence: { kind: 'weekly', every: 1, weekdays: [1], anchor: '2026-12-07' },
    time: '09:00',
    working: { zone: 'Europe/Amsterdam', days: [1], daysOff: new Set() },
    onDayOff: 'skip',
  }
  const schedule = { id: 's1', workspaceId, kind: 'test:date', rule }
  await db.transaction().execute((trx) => saveSchedule(trx, schedule, clock.now()))
}

async function countLeased(db: Db): Promise<number> {
  return (await db.selectFrom('delivery').select('id').where('state', '=', 'leased').execute()).length
}

async function countBlocked(db: Db): Promise<number> {
  const blocked = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await blocked.execute(db)).rows.length
}
