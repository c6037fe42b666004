import { describe, expect, it } from 'vitest'
import type { SlotRule } from '../../../src/calendar/slots.ts'
import { toInstant } from '../../../src/calendar/wall-time.ts'
import { say } from '../../../src/platform/delivery/outbox.ts'
import { toRule, toRuleText } from '../../../src/platform/delivery/rule.ts'
import {
  endSchedule,
  nextOccurrences,
  pauseSchedule,
  resumeSchedule,
  runNow,
  saveSchedule,
} from '../../../src/platform/delivery/schedules.ts'
import type { DueOccurrence, ScheduleKind } from '../../../src/platform/feature.ts'
import { engines } from '../../support/databases.ts'
import { monday, pass, shared, useWorld, type World, workspaceId } from '../../support/delivery-world.ts'

const zone = 'Europe/Amsterdam'
const hour = 3_600_000
const day = 24 * hour
const at = (date: string, time = '09:00') => toInstant(date, time, zone)

/** Every day at 09:00 from Monday 7 December 2026, which is the world's now; nobody works at the weekend. */
const daily: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], anchor: '2026-12-07' },
  time: '09:00',
  working: { zone, days: [1, 2, 3, 4, 5], daysOff: new Set(['2026-12-09']) },
  onDayOff: 'skip',
}
const saturdays: SlotRule = {
  ...daily,
  cadence: { kind: 'weekly', every: 1, weekdays: [6], anchor: '2026-12-01' },
  onDayOff: 'move',
}

it('keeps a rule as the same text for the same rule, and reads it back', () => {
  const more: SlotRule = { ...saturdays, working: { ...daily.working, daysOff: new Set(['2026-12-25', '2026-12-09']) } }
  const other: SlotRule = {
    ...saturdays,
    working: { ...daily.working, daysOff: new Set(['2026-12-09', '2026-12-25']) },
  }
  expect(toRuleText(more)).toBe(toRuleText(other))
  const readBack = (rule: SlotRule) => toRule({ rule: toRuleText(rule), exceptions: '[]' })
  expect(readBack(more)).toEqual({ ...more, exceptions: new Map() })
  const monthly: SlotRule = {
    ...daily,
    cadence: { kind: 'monthly', every: 3, on: { nth: 'last', weekday: 5 }, anchor: '2026-01-01' },
  }
  expect(readBack(monthly)).toEqual({ ...monthly, exceptions: new Map() })
  expect(() => toRule({ rule: '{"cadence":{"kind":"hourly"}}', exceptions: '[]' })).toThrow()
})

describe.each(engines)('schedules on %s', (engine) => {
  const world = useWorld(engine)

  /** A feature that posts its dates, and remembers what it was told. */
  function listen(name = 'test:date'): DueOccurrence[] {
    const told: DueOccurrence[] = []
    world().schedules[name] = {
      occur: async (trx, occurrence, now) => {
        told.push(occurrence)
        const to = {
          workspaceId,
          cause: `test:${occurrence.id}`,
          kind: 'post',
          recipient: shared,
          what: 'test:text',
        } as const
        await say(trx, { ...to, about: { text: occurrence.slot }, dueAt: occurrence.dueAt }, now)
        return undefined
      },
    }
    return told
  }
  const save = (rule: SlotRule, id = 's1') =>
    world()
      .db.transaction()
      .execute((trx) => saveSchedule(trx, { id, workspaceId, kind: 'test:date', rule }, world().clock.now()))
  const ahead = (count: number, id = 's1') => nextOccurrences(world().db, workspaceId, id, count)
  const inTransaction = <T>(
    run: (trx: Parameters<Parameters<ReturnType<World['db']['transaction']>['execute']>[0]>[0]) => Promise<T>,
  ) => world().db.transaction().execute(run)
  const occurrences = async () => {
    const rows = await world().db.selectFrom('occurrence').select(['slot', 'skipped']).orderBy('slot').execute()
    return rows.map(({ slot, skipped }) => (skipped === null ? slot : `${slot} ${skipped}`))
  }

  it('holds every date on time and says why where it does not', async () => {
    const { slack, clock, worker } = world()
    const told = listen()
    await save(daily)
    await pass(clock, 4 * day, [worker()])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual([
      '2026-12-07',
      '2026-12-08',
      '2026-12-10',
      '2026-12-11',
    ])
    expect(slack.messages(shared).map(({ ts }) => Math.round(Number(ts) * 1000))).toEqual(
      told.map(({ dueAt }) => dueAt),
    )
    expect(await occurrences()).toEqual(['2026-12-07', '2026-12-08', '2026-12-09 day off', '2026-12-10', '2026-12-11'])
    expect(told[1]).toMatchObject({ slot: '2026-12-08', dueAt: at('2026-12-08'), nextDueAt: at('2026-12-10') })
    expect(told[1]).toMatchObject({ workspaceId, scheduleId: 's1' })
  })

  it('after a standstill holds the latest date only, and accounts for the others', async () => {
    const { slack, clock, worker } = world()
    listen()
    await save(daily)
    clock.advance(4 * day + hour)
    await pass(clock, hour, [worker()])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['2026-12-11'])
    expect(await occurrences()).toEqual([
      '2026-12-07 collapsed',
      '2026-12-08 collapsed',
      '2026-12-09 day off',
      '2026-12-10 collapsed',
      '2026-12-11',
    ])
  })

  it('records why the feature does not hold a date', async () => {
    const { schedules, clock, worker } = world()
    schedules['test:date'] = { occur: async () => ({ skip: 'nobody is there' }) }
    await save(daily)
    await pass(clock, 0, [worker()])
    expect(await occurrences()).toEqual(['2026-12-07 nobody is there'])
  })

  it('holds a date once, however often the clock is turned back', async () => {
    const { slack, clock, worker } = world()
    listen()
    await save(daily)
    const loop = worker()
    await pass(clock, 0, [loop])
    clock.set(monday - hour)
    await pass(clock, 2 * hour, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
  })

  it('holds nothing twice when the hour moves after it was held, and nothing is lost when it moves before', async () => {
    const { clock, worker } = world()
    const told = listen()
    await save(daily)
    const loop = worker()
    await pass(clock, hour / 2, [loop])
    await save({ ...daily, time: '10:00' })
    expect((await ahead(2)).map(({ dueAt }) => dueAt)).toEqual([at('2026-12-08', '10:00'), at('2026-12-10', '10:00')])
    await pass(clock, day - hour, [loop])
    await save({ ...daily, time: '11:00' })
    await pass(clock, 3 * hour, [loop])
    expect(told.map(({ slot, dueAt }) => [slot, dueAt])).toEqual([
      ['2026-12-07', at('2026-12-07')],
      ['2026-12-08', at('2026-12-08', '11:00')],
    ])
  })

  it('does not hold a day twice when a date that had moved onto it is followed by that day itself', async () => {
    const { clock, worker } = world()
    const told = listen()
    await save(saturdays)
    await pass(clock, hour / 2, [worker()])
    expect(told.map(({ slot, dueAt }) => [slot, dueAt])).toEqual([['2026-12-05', monday]])
    await save({ ...daily, time: '10:00' })
    expect(await ahead(1)).toMatchObject([{ slot: '2026-12-08', dueAt: at('2026-12-08', '10:00') }])
  })

  it('does not lose a date that has moved over a weekend when the days off change in between', async () => {
    const { clock } = world()
    clock.set(at('2026-12-06'))
    await save(saturdays)
    await save({ ...saturdays, working: { ...daily.working, daysOff: new Set(['2026-12-25']) } })
    expect(await ahead(1)).toMatchObject([{ slot: '2026-12-05', dueAt: at('2026-12-07') }])
  })

  it.each(['10:00', '08:00'])('loses no date that came but was not recorded yet when it moves to %s', async (time) => {
    const { clock, worker } = world()
    const told = listen()
    await save(daily)
    clock.advance(1)
    await save({ ...daily, time })
    await pass(clock, 2 * hour, [worker()])
    expect(told.map(({ dueAt }) => dueAt)).toEqual([at('2026-12-07', time)])
  })

  it('changes nothing when it is saved as it was', async () => {
    const { db } = world()
    await save(daily)
    const before = await db.selectFrom('schedule').selectAll().executeTakeFirstOrThrow()
    await save({ ...daily })
    expect(await db.selectFrom('schedule').selectAll().executeTakeFirstOrThrow()).toEqual(before)
    await save(saturdays)
    expect(await db.selectFrom('schedule').selectAll().executeTakeFirstOrThrow()).toMatchObject({ rev: before.rev + 1 })
  })

  it('lets dates pass silently while it is paused, and makes up for none', async () => {
    const { clock, worker } = world()
    const told = listen()
    await save(daily)
    const loop = worker()
    await pass(clock, 0, [loop])
    await inTransaction((trx) => pauseSchedule(trx, 's1'))
    expect(await ahead(1)).toEqual([])
    await pass(clock, 3 * day + hour, [loop])
    await save({ ...daily, time: '09:30' })
    await inTransaction((trx) => resumeSchedule(trx, 's1', clock.now()))
    await pass(clock, day, [loop])
    expect(told.map(({ slot }) => slot)).toEqual(['2026-12-07', '2026-12-11'])
  })

  it('ends, and can be taken up again', async () => {
    const { clock, worker } = world()
    const told = listen()
    await save(daily)
    const loop = worker()
    await pass(clock, 0, [loop])
    await inTransaction((trx) => endSchedule(trx, 's1'))
    await pass(clock, 2 * day, [loop])
    await save(daily)
    await pass(clock, day, [loop])
    expect(told.map(({ slot }) => slot)).toEqual(['2026-12-07', '2026-12-10'])
  })

  it('holds an extra one once for each request, beside the dates', async () => {
    const { db, clock, worker } = world()
    const told = listen()
    await save(daily)
    const loop = worker()
    await pass(clock, hour, [loop])
    const kind = world().schedules['test:date'] as ScheduleKind
    const run = (requestId: string) =>
      inTransaction((trx) => runNow(trx, kind, { workspaceId, scheduleId: 's1', requestId }, clock.now()))
    const first = await run('click1')
    expect(first).toMatchObject({ slot: '2026-12-07#click1' })
    expect(await run('click1')).toBeUndefined()
    expect(await run('click2')).toMatchObject({ slot: '2026-12-07#click2' })
    expect(
      await inTransaction((trx) => runNow(trx, kind, { workspaceId: 'w2', scheduleId: 's1', requestId: 'x' }, 0)),
    ).toBeUndefined()
    await pass(clock, day, [loop])
    expect(told.map(({ slot }) => slot)).toEqual(['2026-12-07', '2026-12-07#click1', '2026-12-07#click2', '2026-12-08'])
    expect(told[1]).toMatchObject({ nextDueAt: at('2026-12-08'), dueAt: monday + hour })
    expect(await db.selectFrom('delivery').select('state').where('state', '!=', 'sent').execute()).toEqual([])
  })

  it('is not stopped by one that cannot be worked out, which rests and comes back', async () => {
    const { db, schedules, clock, worker, logged, slack } = world()
    listen()
    const good = schedules['test:date'] as ScheduleKind
    let broken = true
    schedules['test:date'] = {
      occur: async (trx, occurrence, now) => {
        const outcome = await good.occur(trx, occurrence, now)
        if (broken && occurrence.scheduleId === 'a-poison') throw new Error('no such check-in')
        return outcome
      },
    }
    await save(daily, 'a-poison')
    await save(daily, 'b-fine')
    await save(daily, 'c-unreadable')
    await db.updateTable('schedule').set({ rule: '{}' }).where('id', '=', 'c-unreadable').execute()
    const loop = worker()
    await pass(clock, hour / 2, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
    const complaints = logged.filter(({ schedule }) => schedule === 'a-poison').length
    expect(complaints).toBeGreaterThan(1)
    expect(complaints).toBeLessThan(10)
    broken = false
    await pass(clock, hour / 2, [loop])
    expect(slack.messages(shared)).toHaveLength(2)
  })

  it('runs once', async () => {
    const { clock, worker } = world()
    const told = listen()
    await save({ ...daily, cadence: { kind: 'once', date: '2026-12-08' } })
    await pass(clock, 10 * day, [worker()])
    expect(told.map(({ slot, nextDueAt }) => [slot, nextDueAt])).toEqual([['2026-12-08', undefined]])
    expect(await ahead(3)).toEqual([])
  })
})
