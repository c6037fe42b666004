import { variants } from '../chaos/variants.ts'
import type { Change } from '../support/mutated-copy.ts'
import type { Row } from './row.ts'

const folder = 'src/platform/delivery'
const loop = `${folder}/loop.ts`
const clockGuard = `${folder}/clock-guard.ts`
const answer = `${folder}/answer.ts`
const client = 'src/platform/slack/client.ts'

const delivering = 'tests/platform/delivery/deliver.test.ts'
const guarding = 'tests/platform/delivery/clock-guard.test.ts'
const restoring = 'tests/platform/delivery/restored.test.ts'
const answering = 'tests/platform/delivery/answer.test.ts'
const calling = 'tests/platform/slack/client.test.ts'
const chaos = 'tests/chaos/chaos.test.ts'

const onBoth = (name: string) => ['sqlite', 'postgres'].map((engine) => `on ${engine} ${name}`)

/** Answers that tell nothing, clocks that are wrong, backups that were put back. */
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
            file: loop,
            find: 'if (tools.restored) await doubtAfterRestore(stepOf(tools), tools.restored)',
            replace: 'if (tools.restored?.at === 0) await doubtAfterRestore(stepOf(tools), tools.restored)',
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
    test: 'T17',
    promise: 'Every code of Slack is decided on; of one that nobody knows it is not known whether it happened.',
    mutants: [
      {
        kills: 'a code that nobody knows is tried again',
        changes: [
          {
            file: answer,
            find: "return { class: 'unsure', code: /^[a-z_]",
            replace: "return { class: 'later', code: /^[a-z_]",
          },
        ],
        by: answering,
        sees: [
          'a_code_that_slack_may_yet_invent: unsure',
          'fatal_error: unsure',
          'never passes on an answer that is no code',
        ],
      },
      {
        kills: 'an HTTP status is tried again',
        changes: [
          {
            file: answer,
            find: `return { class: 'unsure', code: \`http_\${status}\``,
            replace: `return { class: 'later', code: \`http_\${status}\``,
          },
        ],
        by: answering,
        sees: ['is unsure about every HTTP status'],
      },
      {
        kills: 'a connection that broke is tried again',
        changes: [
          {
            file: answer,
            find: "? 'later' : 'unsure', code, ...down }",
            replace: "? 'later' : 'later', code, ...down }",
          },
        ],
        by: answering,
        sees: ['ECONNRESET: the request may have arrived', 'UND_ERR_BODY_TIMEOUT: the request may have arrived'],
      },
      {
        kills: 'a code is forgotten',
        changes: [{ file: answer, find: "    'ekm_access_denied',\n", replace: '' }],
        by: answering,
        sees: ['ekm_access_denied: recipient'],
      },
    ],
  },
  {
    test: 'T18',
    promise: 'A call is one request, whatever becomes of its answer.',
    mutants: [
      {
        kills: 'the package repeats as it does by default',
        changes: [{ file: client, find: '    retryConfig: { retries: 0 },\n', replace: '' }],
        by: calling,
        sees: [
          'the client to post with asks once, whatever goes wrong: drop',
          'the client to post with asks once, whatever goes wrong: fail',
        ],
      },
      {
        kills: 'the package sleeps through a pause in memory, as it does by default',
        changes: [{ file: client, find: '    rejectRateLimitedCalls: true,\n', replace: '' }],
        by: calling,
        sees: ['the client to post with asks once, whatever goes wrong: limit'],
      },
      {
        kills: 'the package waits for ever, as it does by default',
        changes: [{ file: client, find: '    timeout: 10_000,\n', replace: '' }],
        by: calling,
        sees: ['tries once, as long as a delivery counts on'],
      },
    ],
  },
]

/** What npm run chaos makes weaker under this name. */
function weaker(name: string): readonly Change[] {
  const variant = variants.find((one) => one.name === name)
  if (!variant) throw new Error(`There is no weaker variant ${name}`)
  return variant.changes
}
