import { variants } from '../chaos/variants.ts'
import type { Change } from '../support/mutated-copy.ts'
import type { Row } from './row.ts'

const folder = 'src/platform/delivery'
const loop = `${folder}/loop.ts`
const clockGuard = `${folder}/clock-guard.ts`
const backup = 'src/platform/database/backup.ts'

const delivering = 'tests/platform/delivery/deliver.test.ts'
const guarding = 'tests/platform/delivery/clock-guard.test.ts'
const restoring = 'tests/platform/delivery/restored.test.ts'
const backingUp = 'tests/platform/database/backup.test.ts'
const chaos = 'tests/chaos/chaos.test.ts'

const onBoth = (name: string) => ['sqlite', 'postgres'].map((engine) => `on ${engine} ${name}`)

/** Processes that are killed while Slack fails, clocks that are wrong, backups. */
export const troubleRows: readonly Row[] = [
  {
    test: 'T7',
    promise: 'Killed at random moments while Slack fails in every way it can, nothing is lost and nothing doubled.',
    mutants: [
      {
        kills: 'what is unclear is repeated at once',
        changes: weaker('blind retry'),
        by: chaos,
        sees: ['loses and doubles nothing on sqlite'],
      },
      {
        kills: 'the package repeats by itself',
        changes: weaker('sdk retries'),
        by: chaos,
        sees: ['loses and doubles nothing on sqlite'],
      },
      {
        kills: 'what Slack did not answer is looked for at once',
        changes: [
          {
            file: `${folder}/deliver.ts`,
            find: 'const settledAt = step.now + tools.constants.settleMs',
            replace: 'const settledAt = step.now',
          },
        ],
        by: delivering,
        sees: onBoth('never looks before what is unclear has settled'),
      },
      {
        kills: 'what a dead process left on the wire is looked for at once',
        changes: [
          {
            file: `${folder}/claim.ts`,
            find: 'const clearAt = (row.wire_at ?? now) + httpTimeoutMs + settleMs',
            replace: 'const clearAt = Math.min((row.wire_at ?? now) + httpTimeoutMs + settleMs, now)',
          },
        ],
        by: 'tests/platform/delivery/claim.test.ts',
        sees: onBoth('gives back what was not on the wire, and doubts what was'),
      },
      {
        kills: 'one look is enough',
        changes: [{ file: `${folder}/states.ts`, find: 'if (absent_looks >= 2)', replace: 'if (absent_looks >= 1)' }],
        by: delivering,
        sees: onBoth('looks twice, then says what Slack never took'),
      },
    ],
    also: 'npm run chaos does it with thousands of dates, as the code is and with each of these weaknesses, which must show.',
  },
  {
    test: 'T14',
    promise: 'A clock that jumped, either way, is not believed until Slack agrees; one that is right again is.',
    mutants: [
      {
        kills: 'every clock is believed',
        changes: [
          {
            file: loop,
            find: 'const guard = askTime && createClockGuard({ clock, log, askTime })',
            replace: 'const guard = undefined as ReturnType<typeof createClockGuard> | undefined',
          },
        ],
        by: guarding,
        sees: onBoth('says nothing before its time'),
      },
      {
        kills: 'one that goes back is believed',
        changes: [
          { file: clockGuard, find: 'Math.abs(partedMs) <= suspiciousMs', replace: 'partedMs <= suspiciousMs' },
        ],
        by: guarding,
        sees: ['that was set an hour back is not believed'],
      },
      {
        kills: 'one that is wrong little by little is never asked about',
        changes: [
          {
            file: clockGuard,
            find: 'if (partedMs !== undefined && Math.abs(partedMs) <= suspiciousMs) return true',
            replace: `if (partedMs !== undefined && Math.abs(partedMs) <= suspiciousMs) {
        believed = now
        return true
      }`,
          },
        ],
        by: guarding,
        sees: ['that is set right little by little is asked about now and then'],
      },
      {
        kills: 'a machine that slept stays silent',
        changes: [
          {
            file: clockGuard,
            find: 'const other = await askTime()',
            replace: 'const other = suspected ? undefined : await askTime()',
          },
        ],
        by: guarding,
        sees: ['of a machine that slept is believed as soon as somebody else confirms it'],
      },
    ],
  },
  {
    test: 'T15',
    promise: 'After a backup was put back, what was said since is found in Slack, not said again.',
    mutants: [
      {
        kills: 'what is due is said without a look',
        changes: [
          {
            file: `${folder}/restored.ts`,
            find: "sql<SqlBool>`(delivery.kind <> 'update'",
            replace: "sql<SqlBool>`(1 = 0 and delivery.kind <> 'update'",
          },
        ],
        by: restoring,
        sees: [
          ...onBoth('made before the date was recorded says nothing twice'),
          ...onBoth('made after it was recorded and before it was said says nothing twice'),
        ],
      },
      {
        kills: 'the look begins when the backup was put back, not when it was made',
        changes: [
          {
            file: `${folder}/restored.ts`,
            find: 'restored ? Math.min(wireAt, restored.since) : wireAt',
            replace: 'restored ? Math.max(wireAt, restored.since) : wireAt',
          },
        ],
        by: restoring,
        sees: onBoth('made before the date was recorded says nothing twice'),
      },
      {
        kills: 'what is planned again gets another id',
        changes: [
          {
            file: `${folder}/outbox.ts`,
            find: "import { idOf } from '../ids.ts'",
            replace: "import { newId } from '../ids.ts'",
          },
          {
            file: `${folder}/outbox.ts`,
            find: "const id = idOf('delivery', cause, kind, recipient)",
            replace: 'const id = newId(now)',
          },
        ],
        by: restoring,
        sees: onBoth('made before the date was recorded says nothing twice'),
      },
    ],
  },
  {
    test: 'T19',
    promise: 'A backup is whole and of one moment, ends however busy Rondo is, and holds up nobody.',
    mutants: [
      {
        kills: 'the copy begins again whenever somebody has written',
        changes: [
          { file: backup, find: "    source.exec('begin; select count(*) from sqlite_schema')\n", replace: '' },
        ],
        by: backingUp,
        sees: ['comes to an end, with what there was at its beginning'],
      },
      {
        kills: 'nobody looks whether the copy is whole',
        changes: [{ file: backup, find: "if (found !== 'ok')", replace: "if (found === '')" }],
        by: backingUp,
        sees: ['is not kept where the database is damaged somewhere inside'],
      },
      {
        kills: 'everybody may read it',
        changes: [{ file: backup, find: "'wx', 0o600", replace: "'wx', 0o644" }],
        by: backingUp,
        sees: ['is one file that its owner alone may read'],
      },
    ],
    also: 'It is made in a process of its own, so that it costs no delivery a turn; the same test backs up beside one that delivers.',
  },
]

/** What npm run chaos makes weaker under this name. */
function weaker(name: string): readonly Change[] {
  const variant = variants.find((one) => one.name === name)
  if (!variant) throw new Error(`There is no weaker variant ${name}`)
  return variant.changes
}
