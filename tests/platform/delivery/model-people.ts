import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, type Weekday } from '../../../src/calendar/local-date.ts'
import type { Exception, SlotRule } from '../../../src/calendar/slots.ts'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import {
  endSchedule,
  pauseSchedule,
  resumeSchedule,
  runNow,
  saveSchedule,
} from '../../../src/platform/delivery/schedules.ts'
import { workspaceId } from '../../support/delivery-world.ts'
import { type Command, command } from './model-command.ts'
import * as dates from './model-dates.ts'
import { kind, type Stage } from './model-world.ts'

const farthestMove = 60

const ids = fc.constantFrom('s0', 's1', 's2')
const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7)
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }).map((days) => days.toSorted())
const times = fc.constantFrom('00:00', '02:30', '09:00', '10:00', '18:00', '23:30')
const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe')

const cadences = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('weekly'),
      every: fc.integer({ min: 1, max: 2 }),
      weekdays,
      anchor: fc.constant('2026-12-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('monthly'),
      every: fc.constantFrom(1, 3),
      on: fc.oneof(
        fc.record({ day: fc.constantFrom(1, 31) }),
        fc.record({ nth: fc.constantFrom<(1 | 'last')[]>(1, 'last'), weekday }),
      ),
      anchor: fc.constant('2026-12-01'),
    }),
  },
)

const rules: fc.Arbitrary<SlotRule> = fc.record({
  cadence: cadences,
  time: times,
  working: fc.record({
    zone: zones,
    days: fc.constantFrom<Weekday[][]>([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]),
    daysOff: fc.constantFrom(new Set<string>(), new Set(['2026-12-25', '2026-12-28', '2027-01-01'])),
  }),
  onDayOff: fc.constantFrom('skip', 'move'),
})

/** What people do, at the moment that their clock shows. */
export const people: fc.Arbitrary<Command>[] = [
  fc.tuple(ids, rules).map(([id, rule]) => command(`${id} is ${textOf(rule)}`, (stage) => save(stage, id, () => rule))),
  fc
    .tuple(ids, times)
    .map(([id, time]) => command(`${id} at ${time}`, (stage) => save(stage, id, (rule) => ({ ...rule, time })))),
  fc.tuple(ids, weekdays).map(([id, days]) =>
    command(`${id} on days ${days}`, (stage) =>
      save(stage, id, (rule) => ({
        ...rule,
        cadence: { kind: 'weekly', every: 1, weekdays: days, anchor: '2026-12-01' },
      })),
    ),
  ),
  fc
    .tuple(ids, zones)
    .map(([id, zone]) =>
      command(`${id} moves to ${zone}`, (stage) =>
        save(stage, id, (rule) => ({ ...rule, working: { ...rule.working, zone } })),
      ),
    ),
  ids.map((id) =>
    command(`${id} pauses`, async (stage) => {
      dates.pause(stage.dates, id)
      await stage.transact((trx) => pauseSchedule(trx, id))
    }),
  ),
  ids.map((id) =>
    command(`${id} goes on`, async (stage) => {
      dates.resume(stage.dates, id, stage.ours.now())
      await stage.transact((trx, now) => resumeSchedule(trx, id, now))
    }),
  ),
  ids.map((id) =>
    command(`${id} ends`, async (stage) => {
      dates.end(stage.dates, id)
      await stage.transact((trx) => endSchedule(trx, id))
    }),
  ),
  fc
    .tuple(ids, fc.nat(2))
    .map(([id, n]) => command(`${id} skips date ${n}`, (stage) => decide(stage, id, n, () => 'skip'))),
  fc
    .tuple(ids, fc.nat(2))
    .map(([id, n]) => command(`${id} holds date ${n} as ever`, (stage) => decide(stage, id, n, () => undefined))),
  fc
    .tuple(ids, fc.nat(2), fc.integer({ min: -2, max: farthestMove }), times)
    .map(([id, n, days, time]) =>
      command(`${id} moves date ${n} by ${days} days to ${time}`, (stage) =>
        decide(stage, id, n, (slot) => ({ date: addDays(slot, days), time })),
      ),
    ),
  fc
    .tuple(ids, fc.nat(3))
    .map(([id, request]) => command(`${id} runs now (${request})`, (stage) => run(stage, id, String(request)))),
]

export const usual: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5], anchor: '2026-12-01' },
  time: '09:00',
  working: { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], daysOff: new Set() },
  onDayOff: 'skip',
}

export async function save(stage: Stage, id: string, changed: (rule: SlotRule) => SlotRule): Promise<void> {
  const old = stage.dates.plans.get(id)
  const rule = changed(old?.rule ?? usual)
  dates.save(stage.dates, id, rule, stage.ours.now())
  await stage.transact((trx, now) => saveSchedule(trx, { id, workspaceId, kind: 'test:date', rule }, now))
}

async function decide(
  stage: Stage,
  id: string,
  n: number,
  choose: (slot: string) => Exception | undefined,
): Promise<void> {
  const date = dates.upcoming(stage.dates, id, n, stage.ours.now())
  if (!date) return
  const exception = choose(date.slot)
  const choice = { scheduleId: id, slot: date.slot, exception }
  const decided = await stage.transact((trx, now) => decideDate(trx, choice, now))
  if (exception === 'skip') expect(decided).toEqual({ ok: true })
  if (decided.ok) dates.decide(stage.dates, id, date.slot, exception)
}

async function run(stage: Stage, scheduleId: string, requestId: string): Promise<void> {
  const now = stage.ours.now()
  const ran = await stage.transact((trx) => runNow(trx, kind, { workspaceId, scheduleId, requestId }, now))
  if (ran && 'slot' in ran) dates.ranNow(stage.dates, scheduleId, ran.slot, now)
}

function textOf({ cadence, time, working, onDayOff }: SlotRule): string {
  return JSON.stringify({ ...cadence, time, ...working, daysOff: working.daysOff.size, onDayOff })
}
