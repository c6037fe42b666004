import fc from 'fast-check'
import { expect } from 'vitest'
import type { Weekday } from '../../../src/calendar/local-date.ts'
import { addDays } from '../../../src/calendar/local-date.ts'
import type { Exception, SlotRule } from '../../../src/calendar/slots.ts'
import { toLocal } from '../../../src/calendar/wall-time.ts'
import { decideDate } from '../../../src/platform/delivery/exceptions.ts'
import {
  endSchedule,
  pauseSchedule,
  resumeSchedule,
  runNow,
  saveSchedule,
} from '../../../src/platform/delivery/schedules.ts'
import { points } from '../../../src/platform/delivery/tools.ts'
import { workspaceId } from '../../support/delivery-world.ts'
import { makeBackup, restore } from './model-backup.ts'
import { look } from './model-check.ts'
import * as dates from './model-dates.ts'
import { agreementMs, kind, type Stage } from './model-world.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

type Command = fc.AsyncCommand<object, Stage>

/** @param what how it is printed, so that a failure can be read as a story */
function command(what: string, run: (stage: Stage) => Promise<unknown>): Command {
  return {
    check: () => true,
    toString: () => what,
    async run(_model, stage) {
      await run(stage)
      await look(stage)
    },
  }
}

/** A date that moved farther is lost when its schedule changes after a month. */
const farthestMove = 30

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
const people: fc.Arbitrary<Command>[] = [
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

const replicas = fc.nat(2)

/** What happens to the processes. */
const processes: fc.Arbitrary<Command>[] = [
  replicas.map((at) => command(`replica ${at} ticks`, (stage) => stage.tick(at))),
  fc.constant(command('all tick at once', tickTogether)),
  fc
    .tuple(
      replicas,
      fc.constantFrom(...points),
      fc.constantFrom('dies' as const, 'freezes' as const, 'is asked to stop' as const),
    )
    .map(([at, point, fate]) =>
      command(`replica ${at} ${fate} when ${point}`, async (stage) => stage.replicas[at]?.trap(point, fate)),
    ),
  replicas.map((at) => command(`replica ${at} thaws`, async (stage) => stage.replicas[at]?.thaw())),
  replicas.map((at) => command(`replica ${at} is killed`, async (stage) => stage.replicas[at]?.kill())),
  replicas.map((at) =>
    command(`replica ${at} is deployed`, (stage) => (at in stage.replicas ? stage.put(at) : Promise.resolve())),
  ),
]

const someTime = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1000),
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * minute),
  fc.integer({ min: 1, max: 48 }).map((hours) => hours * hour),
  fc.integer({ min: 2, max: 21 }).map((days) => days * day),
)

/** What time does, and what the clock shows. */
const clocks: fc.Arbitrary<Command>[] = [
  ...Array.from({ length: 4 }, () => someTime.map((ms) => command(`${ms / 1000} s pass`, (stage) => stage.pass(ms)))),
  fc.constantFrom(-31 * 24 * 60, -60, -3, 2, 45, 31 * 24 * 60).map((minutes) =>
    command(`the clock is set to be ${minutes} min off`, async (stage) => {
      stage.clockWasSet = true
      setClock(stage, stage.theirs.now() + minutes * minute)
    }),
  ),
  fc.constant(
    command('the clock is set right', async (stage) => {
      setClock(stage, stage.theirs.now())
    }),
  ),
  fc.integer({ min: 1, max: 60 }).map((hours) =>
    command(`the machine sleeps ${hours} h`, async ({ ours, theirs }) => {
      ours.set(ours.now() + hours * hour)
      theirs.advance(hours * hour)
    }),
  ),
]

/** Slack and its faults, of which none lasts. */
const trouble: fc.Arbitrary<Command>[] = [
  fc.constantFrom('status' as const, 'dropBefore' as const, 'dropAfter' as const).map((kind) =>
    command(`Slack is down (${kind})`, async (stage) => {
      stage.outage ??= stage.slack.fault(kind === 'status' ? { kind, status: 503 } : { kind })
    }),
  ),
  fc.constant(
    command('Slack is up', async (stage) => {
      stage.outage?.()
      stage.outage = undefined
    }),
  ),
  fc
    .tuple(
      fc.constantFrom('chat.postMessage', 'conversations.*'),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(
        { kind: 'dropAfter' } as const,
        { kind: 'dropBefore' } as const,
        { kind: 'status', status: 500 } as const,
        { kind: 'error', error: 'fatal_error' } as const,
        { kind: 'neverAnswer' } as const,
        { kind: 'commitLate', ms: 20 } as const,
        { kind: 'retryAfter', seconds: 3 } as const,
        { kind: 'retryAfter', seconds: 3 } as const,
      ),
    )
    .map(([method, times, fault]) =>
      command(`${method} fails ${times} times: ${JSON.stringify(fault)}`, async (stage) => {
        stage.storesLate ||= fault.kind === 'commitLate'
        stage.faults.push(stage.slack.fault({ ...fault, method, times }))
      }),
    ),
]

const backups: fc.Arbitrary<Command>[] = [1, 2].flatMap(() => [
  fc.constant(
    command('a backup is made', async (stage) => {
      stage.backup = (await makeBackup(stage)) ?? stage.backup
    }),
  ),
  fc.constant(
    command('the backup is put back', async (stage) => {
      const clockIsRight = Math.abs(stage.ours.now() - stage.theirs.now()) <= agreementMs
      if (stage.backup && clockIsRight && !stage.outage) await restore(stage, stage.backup)
    }),
  ),
])

/** Everything that can happen, in any order. */
export function stories(most: number): fc.Arbitrary<Iterable<Command>> {
  const all = [...people, ...processes, ...clocks, ...trouble, ...backups]
  return fc.noBias(fc.commands(all, { maxCommands: most, size: 'max' }))
}

export async function save(stage: Stage, id: string, changed: (rule: SlotRule) => SlotRule): Promise<void> {
  const old = stage.dates.plans.get(id)
  const rule = changed(old?.rule ?? usual)
  if (old?.last && isEastOf(rule.working.zone, old.rule.working.zone, stage.ours.now())) return
  dates.save(stage.dates, id, rule, stage.ours.now())
  await stage.transact((trx, now) => saveSchedule(trx, { id, workspaceId, kind: 'test:date', rule }, now))
}

/** After a move to the east a second change takes the last date that was held for the one after it. */
function isEastOf(zone: string, other: string, now: number): boolean {
  const [one, two] = [zone, other].map((each) => Object.values(toLocal(now, each)).join(' '))
  return one !== undefined && two !== undefined && one > two
}

export const usual: SlotRule = {
  cadence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5], anchor: '2026-12-01' },
  time: '09:00',
  working: { zone: 'Europe/Amsterdam', days: [1, 2, 3, 4, 5], daysOff: new Set() },
  onDayOff: 'skip',
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

/** By a clock that was set nobody can tell how long they stood still. */
function setClock({ ours, replicas }: Stage, to: number): void {
  for (const replica of replicas) if (replica?.mayYetSend()) replica.kill()
  ours.set(to)
}

async function tickTogether(stage: Stage): Promise<void> {
  await Promise.all(stage.replicas.map((_, at) => stage.tick(at)))
}

function textOf({ cadence, time, working, onDayOff }: SlotRule): string {
  return JSON.stringify({ ...cadence, time, ...working, daysOff: working.daysOff.size, onDayOff })
}
