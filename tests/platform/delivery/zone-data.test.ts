import { describe, expect, it } from 'vitest'
import { saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { followZoneData } from '../../../src/platform/delivery/zone-data.ts'
import { createLog } from '../../../src/platform/log.ts'
import { engines } from '../../support/databases.ts'
import { monday, useWorld, workspaceId } from '../../support/delivery-world.ts'

const week = 7 * 86_400_000

describe.each(engines)('new time zone data on %s', (engine) => {
  const world = useWorld(engine)

  async function save(id: string): Promise<void> {
    const rule = {
      cadence: { kind: 'weekly', every: 1, weekdays: [1], anchor: '2026-12-01' },
      time: '09:00',
      working: { zone: 'Europe/Amsterdam', days: [1], daysOff: new Set<string>() },
      onDayOff: 'skip',
    } as const
    const schedule = { id, workspaceId, kind: 'test:date', rule }
    await world()
      .db.transaction()
      .execute((trx) => saveSchedule(trx, schedule, monday + 1))
  }
  const dueOf = (id: string) =>
    world()
      .db.selectFrom('schedule')
      .select(['next_slot', 'next_due_at', 'tzdata'])
      .where('id', '=', id)
      .executeTakeFirst()

  it('moves the instants and not the dates, also where one schedule is broken', async () => {
    const { db } = world()
    for (const id of ['a', 'b', 'c']) await save(id)
    const right = await dueOf('a')
    expect(right).toMatchObject({ next_slot: '2026-12-14', next_due_at: monday + week })
    const old = { next_due_at: monday + week + 3_600_000, tzdata: '1999z' }
    await db.updateTable('schedule').set(old).where('id', 'in', ['a', 'c']).execute()
    await db
      .updateTable('schedule')
      .set({ ...old, rule: '{}' })
      .where('id', '=', 'b')
      .execute()
    await followZoneData(db, createLog('silent'))
    expect([await dueOf('a'), await dueOf('c')]).toEqual([right, right])
    expect(await dueOf('b')).toMatchObject(old)
  })

  it('leaves alone what was worked out with the same', async () => {
    await save('a')
    const odd = { next_due_at: monday + week + 1 }
    await world().db.updateTable('schedule').set(odd).execute()
    await followZoneData(world().db, createLog('silent'))
    expect(await dueOf('a')).toMatchObject(odd)
  })
})
