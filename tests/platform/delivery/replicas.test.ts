import { describe, expect, it } from 'vitest'
import { say } from '../../../src/platform/delivery/outbox.ts'
import { saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { keyOf, pass, shared, useWorld, workspaceId } from '../../support/delivery-world.ts'

describe('replicas on postgres', () => {
  const world = useWorld('postgres')

  it('share the work and say nothing twice', async () => {
    const { db, slack, clock, worker, say } = world()
    for (let each = 0; each < 60; each++) {
      slack.addChannel({ id: `C0EACH${each}`, name: `each${each}` })
      await say({ recipient: `C0EACH${each}` })
      await say({ recipient: `C0EACH${each}` })
    }
    const loops = ['one', 'two', 'three'].map((name) => worker({ worker: name }))
    await Promise.all(loops.map((loop) => loop.settle()))
    clock.advance(1_100)
    await Promise.all(loops.map((loop) => loop.settle()))
    const keys = [...slack.workspace.channels.values()].flatMap(({ messages }) => messages.map(keyOf))
    expect([keys.length, new Set(keys).size]).toEqual([120, 120])
    const events = await db.selectFrom('delivery_event').select('detail').where('to_state', '=', 'leased').execute()
    expect(new Set(events.map(({ detail }) => detail)).size).toBeGreaterThan(1)
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
    const { db, slack, clock, worker, schedules } = world()
    schedules['test:date'] = {
      occur: async (trx, { id, dueAt }, now) => {
        const to = { workspaceId, cause: `test:${id}`, kind: 'post', recipient: shared, what: 'test:text' } as const
        await say(trx, { ...to, about: { text: 'once' }, dueAt }, now)
        return undefined
      },
    }
    const rule = {
      cadence: { kind: 'weekly', every: 1, weekdays: [1], anchor: '2026-12-07' },
      time: '09:00',
      working: { zone: 'Europe/Amsterdam', days: [1], daysOff: new Set<string>() },
      onDayOff: 'skip',
    } as const
    const schedule = { id: 's1', workspaceId, kind: 'test:date', rule }
    await db.transaction().execute((trx) => saveSchedule(trx, schedule, clock.now()))
    await Promise.all([worker(), worker(), worker()].map((loop) => loop.settle()))
    expect(slack.messages(shared)).toHaveLength(1)
  })
})
