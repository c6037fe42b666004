import fc from 'fast-check'
import { points } from '../../../src/platform/delivery/tools.ts'
import { makeBackup, restore } from './model-backup.ts'
import { type Command, command } from './model-command.ts'
import { people } from './model-people.ts'
import { agreementMs, type Stage } from './model-world.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

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
      stage.ours.set(stage.theirs.now() + minutes * minute)
    }),
  ),
  fc.constant(
    command('the clock is set right', async (stage) => {
      stage.ours.set(stage.theirs.now())
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
      stage.backup = await makeBackup(stage)
    }),
  ),
  fc.constant(
    command('the backup is put back', async (stage) => {
      const clockIsRight = Math.abs(stage.ours.now() - stage.theirs.now()) <= agreementMs
      if (stage.backup && clockIsRight) await restore(stage, stage.backup)
    }),
  ),
])

/** Everything that can happen, in any order. */
export function stories(most: number): fc.Arbitrary<Iterable<Command>> {
  const all = [...people, ...processes, ...clocks, ...trouble, ...backups]
  return fc.noBias(fc.commands(all, { maxCommands: most, size: 'max' }))
}

async function tickTogether(stage: Stage): Promise<void> {
  await Promise.all(stage.replicas.map((_, at) => stage.tick(at)))
}
