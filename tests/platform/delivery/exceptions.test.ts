import { beforeEach, describe, expect, it } from 'vitest'
import type { Transaction } from '../../../db/schema.ts'
import type { Exception, SlotRule } from '../../../src/calendar/slots.ts'
import { toInstant, toLocal } from '../../../src/calendar/wall-time.ts'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import { say } from '../../../src/platform/delivery/outbox.ts'
import {
  nextOccurrences,
  pauseSchedule,
  resumeSchedule,
  saveSchedule,
} from '../../../src/platform/delivery/schedules.ts'
import { engines } from '../../support/databases.ts'
import { pass, shared, useWorld, workspaceId } from '../../support/delivery-world.ts'

const zone = 'Europe/Amsterdam'
const day = 86_400_000

/** Mondays and Wednesdays at 09:00, from Monday 7 December 2026, which is the world's now. */
const rule: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 3], anchor: '2026-12-01' },
  time: '09:00',
  working: { zone, days: [1, 2, 3, 4, 5], daysOff: new Set() },
  onDayOff: 'skip',
}

describe.each(engines)('a date that was decided upon, on %s', (engine) => {
  const world = useWorld(engine)
  const inTransaction = <T>(work: (trx: Transaction) => Promise<T>) => world().db.transaction().execute(work)
  const decide = (slot: string, exception: Exception | undefined) =>
    inTransaction((trx) => decideDate(trx, { scheduleId: 's1', slot, exception }, world().clock.now()))
  const ahead = async (count: number) =>
    (await nextOccurrences(world().db, workspaceId, 's1', count)).map(({ slot, dueAt }) => {
      const { date, time } = toLocal(dueAt, zone)
      return `${slot} → ${date} ${time}`
    })
  const save = (changed: SlotRule = rule) =>
    inTransaction((trx) =>
      saveSchedule(trx, { id: 's1', workspaceId, kind: 'test:date', rule: changed }, world().clock.now()),
    )

  beforeEach(async () => {
    world().schedules['test:date'] = {
      occur: async (trx, { id, slot, dueAt }, now) => {
        const to = { workspaceId, cause: `test:${id}`, kind: 'post', recipient: shared, what: 'test:text' } as const
        await say(trx, { ...to, about: { text: slot }, dueAt }, now)
        return undefined
      },
    }
    await save()
  })

  it('is skipped, accounted for, and the next one is held', async () => {
    const { clock, worker, slack, db } = world()
    expect(await decide('2026-12-09', 'skip')).toEqual({ ok: true })
    expect(await ahead(3)).toEqual([
      '2026-12-07 → 2026-12-07 09:00',
      '2026-12-14 → 2026-12-14 09:00',
      '2026-12-16 → 2026-12-16 09:00',
    ])
    await pass(clock, 8 * day, [worker()])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['2026-12-07', '2026-12-14'])
    const rows = await db.selectFrom('occurrence').select(['slot', 'skipped']).orderBy('slot').execute()
    expect(rows).toContainEqual({ slot: '2026-12-09', skipped: 'exception' })
  })

  it('is held at another moment, once, under its own date', async () => {
    const { clock, worker, slack } = world()
    expect(await decide('2026-12-09', { date: '2026-12-10', time: '14:30' })).toEqual({ ok: true })
    await pass(clock, 8 * day, [worker()])
    const said = slack.messages(shared).map(({ text, ts }) => {
      const { date, time } = toLocal(Math.floor(Number(ts) * 1000), zone)
      return `${text} → ${date} ${time}`
    })
    expect(said).toEqual([
      '2026-12-07 → 2026-12-07 09:00',
      '2026-12-09 → 2026-12-10 14:30',
      '2026-12-14 → 2026-12-14 09:00',
    ])
  })

  it('is held as ever when the decision is taken back', async () => {
    await decide('2026-12-09', 'skip')
    expect(await decide('2026-12-09', undefined)).toEqual({ ok: true })
    expect(await ahead(2)).toEqual(['2026-12-07 → 2026-12-07 09:00', '2026-12-09 → 2026-12-09 09:00'])
  })

  it('stays decided when the time of the others changes, when they pause, and is forgotten when it has passed', async () => {
    const { clock, worker, db } = world()
    await decide('2026-12-14', 'skip')
    await save({ ...rule, time: '10:00' })
    await inTransaction((trx) => pauseSchedule(trx, 's1'))
    await inTransaction((trx) => resumeSchedule(trx, 's1', clock.now()))
    expect(await ahead(3)).toEqual([
      '2026-12-07 → 2026-12-07 10:00',
      '2026-12-09 → 2026-12-09 10:00',
      '2026-12-16 → 2026-12-16 10:00',
    ])
    await pass(clock, 8 * day, [worker()])
    expect(await db.selectFrom('schedule').select('exceptions').execute()).toEqual([{ exceptions: '[]' }])
  })

  it.each<[why: string, slot: string, Exception | undefined, reason: string]>([
    ['there is no such date', '2026-12-08', 'skip', 'no date'],
    ['it is past', '2026-12-02', 'skip', 'passed'],
    ['it is due', '2026-12-07', 'skip', 'passed'],
    ['it would be in the past', '2026-12-09', { date: '2026-12-07', time: '08:00' }, 'too early'],
    ['it would share a day with the one before', '2026-12-14', { date: '2026-12-09', time: '17:00' }, 'too early'],
    ['it would share a day with the one after', '2026-12-09', { date: '2026-12-14', time: '08:00' }, 'too late'],
    ['it would come after the one after', '2026-12-09', { date: '2026-12-15', time: '08:00' }, 'too late'],
  ])('is refused where %s', async (_why, slot, exception, reason) => {
    const before = await ahead(4)
    expect(await decide(slot, exception)).toEqual({ ok: false, reason })
    expect(await ahead(4)).toEqual(before)
  })

  it('may be an earlier day, and gives its own back to no other', async () => {
    expect(await decide('2026-12-14', { date: '2026-12-11', time: '16:00' })).toEqual({ ok: true })
    expect((await ahead(4)).slice(1)).toEqual([
      '2026-12-09 → 2026-12-09 09:00',
      '2026-12-14 → 2026-12-11 16:00',
      '2026-12-16 → 2026-12-16 09:00',
    ])
  })

  it('falls to the next date where the others changed so that it would come after it', async () => {
    await decide('2026-12-09', { date: '2026-12-11', time: '09:00' })
    await save({ ...rule, cadence: { kind: 'weekly', every: 1, weekdays: [1, 3, 4], anchor: '2026-12-01' } })
    expect(await ahead(3)).toEqual([
      '2026-12-07 → 2026-12-07 09:00',
      '2026-12-10 → 2026-12-10 09:00',
      '2026-12-14 → 2026-12-14 09:00',
    ])
  })

  it('is forgotten where the others changed so that there is no such date, and comes back with none', async () => {
    await decide('2026-12-09', 'skip')
    await decide('2026-12-14', { date: '2026-12-15', time: '09:00' })
    await save({ ...rule, cadence: { kind: 'weekly', every: 1, weekdays: [5], anchor: '2026-12-01' } })
    await save()
    expect(await ahead(3)).toEqual([
      '2026-12-07 → 2026-12-07 09:00',
      '2026-12-09 → 2026-12-09 09:00',
      '2026-12-14 → 2026-12-14 09:00',
    ])
  })

  it('is forgotten where the others changed so that one of them is held where it moved to', async () => {
    await decide('2026-12-14', { date: '2026-12-11', time: '16:00' })
    await save({ ...rule, cadence: { kind: 'weekly', every: 1, weekdays: [1, 5], anchor: '2026-12-01' } })
    expect(await ahead(3)).toEqual([
      '2026-12-07 → 2026-12-07 09:00',
      '2026-12-11 → 2026-12-11 09:00',
      '2026-12-14 → 2026-12-14 09:00',
    ])
  })

  it('does not come before one that is skipped, which would hold it up', async () => {
    await decide('2026-12-09', 'skip')
    expect(await decide('2026-12-14', { date: '2026-12-08', time: '09:00' })).toEqual({
      ok: false,
      reason: 'too early',
    })
  })

  it('is due at the moment it was moved to in the zone of the partnership', async () => {
    await decide('2026-12-09', { date: '2026-12-10', time: '14:30' })
    const [, second] = await nextOccurrences(world().db, workspaceId, 's1', 2)
    expect(second?.dueAt).toBe(toInstant('2026-12-10', '14:30', zone))
  })
})
