import { describe, expect, it } from 'vitest'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { datesIfSaved } from '../../../src/platform/delivery/ahead.ts'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import { say } from '../../../src/platform/delivery/outbox.ts'
import { nextOccurrences, saveSchedule } from '../../../src/platform/delivery/schedules.ts'
import { engines } from '../../support/databases.ts'
import { pass, shared, useWorld, workspaceId } from '../../support/delivery-world.ts'

const day = 86_400_000

/** Mondays and Wednesdays at 09:00, from Monday 7 December 2026, which is the world's now. */
const rule: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 3], anchor: '2026-12-01' },
  time: '09:00',
  working: { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], daysOff: new Set(['2026-12-16']) },
  onDayOff: 'skip',
}
const opens = { workingDaysBefore: 1, time: '09:00' }

describe.each(engines)('the dates there would be, on %s', (engine) => {
  const world = useWorld(engine)
  const save = (changed: SlotRule) =>
    world()
      .db.transaction()
      .execute((trx) =>
        saveSchedule(trx, { id: 's1', workspaceId, kind: 'test:date', rule: changed }, world().clock.now()),
      )
  const ifSaved = async (changed: SlotRule, id?: string) =>
    (await datesIfSaved(world().db, id, changed, world().clock.now(), 4)).filter(({ skipped }) => !skipped)

  it.each<[what: string, SlotRule]>([
    ['the same as ever', rule],
    ['at another hour', { ...rule, time: '11:00' }],
    ['on other days', { ...rule, cadence: { kind: 'weekly', every: 2, weekdays: [2, 5], anchor: '2026-12-01' } }],
    ['moved over a day off', { ...rule, onDayOff: 'move' }],
    ['for a meeting', { ...rule, time: '14:00', opens }],
    ['on the clocks of people elsewhere', { ...rule, zones: ['Asia/Tokyo', 'America/New_York'] }],
    ['once', { ...rule, cadence: { kind: 'once', date: '2026-12-18' } }],
  ])('are those that come when it is saved: %s', async (_, changed) => {
    const { clock, worker, schedules, db } = world()
    schedules['test:date'] = {
      occur: async (trx, { id, slot, dueAt }, now) => {
        const to = { workspaceId, cause: `test:${id}`, kind: 'post', recipient: shared, what: 'test:text' } as const
        await say(trx, { ...to, about: { text: slot }, dueAt }, now)
        return undefined
      },
    }
    const asNew = await ifSaved(changed)
    await save(rule)
    await pass(clock, day, [worker()])
    await db
      .transaction()
      .execute((trx) => decideDate(trx, { scheduleId: 's1', slot: '2026-12-14', exception: 'skip' }, clock.now()))
    const told = await ifSaved(changed, 's1')
    await save(changed)
    expect(told).toEqual(await nextOccurrences(db, workspaceId, 's1', 4))
    expect(told).not.toEqual([])
    expect(asNew).not.toEqual([])
  })

  it('name those that are skipped, and change nothing', async () => {
    await save(rule)
    const before = await world().db.selectFrom('schedule').selectAll().execute()
    const slots = await datesIfSaved(world().db, 's1', { ...rule, time: '11:00' }, world().clock.now(), 3)
    expect(slots.map(({ slot, skipped }) => `${slot} ${skipped ?? 'held'}`)).toEqual([
      '2026-12-07 held',
      '2026-12-09 held',
      '2026-12-14 held',
    ])
    const [, , , fourth] = await datesIfSaved(world().db, 's1', rule, world().clock.now(), 4)
    expect(fourth).toMatchObject({ slot: '2026-12-16', skipped: 'day off' })
    expect(await world().db.selectFrom('schedule').selectAll().execute()).toEqual(before)
  })
})
