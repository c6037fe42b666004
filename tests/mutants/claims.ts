import type { Row } from './row.ts'

const folder = 'src/platform/delivery'
const states = `${folder}/states.ts`
const claim = `${folder}/claim.ts`
const row = `${folder}/row.ts`

const delivering = 'tests/platform/delivery/deliver.test.ts'
const claiming = 'tests/platform/delivery/claim.test.ts'
const limits = 'tests/platform/delivery/rate-limits.test.ts'

const onBoth = (name: string) => ['sqlite', 'postgres'].map((engine) => `on ${engine} ${name}`)
const usesItsIndex = onBoth('finds what to claim by its partial index')

/** What replicas share: gates, turns, batches, indexes, transactions. */
export const claimRows: readonly Row[] = [
  {
    test: 'T9',
    promise: 'Three replicas together keep 1.1 s between messages to one channel, and every pause that Slack asks for.',
    mutants: [
      {
        kills: 'each replica keeps its own gates, as in memory',
        changes: [
          {
            file: states,
            find: 'takeGate(trx, toPass, now, constants.spacingMs)',
            replace: `takeGate(trx, { ...row, recipient: row.recipient + step.worker }, now, constants.spacingMs)`,
          },
        ],
        by: limits,
        sees: ['keep 1.1 s in each channel'],
      },
      {
        kills: 'a pause holds back only what Slack refused',
        changes: [
          {
            file: `${folder}/tools.ts`,
            find: "const restMs = answer.class === 'workspace' ? constants.workspaceRestMs : answer.retryAfterMs",
            replace: "const restMs = answer.class === 'workspace' ? constants.workspaceRestMs : undefined",
          },
        ],
        by: limits,
        sees: ['every pause that Slack asks for'],
      },
      {
        kills: 'what Slack refused comes back after a wait of our own',
        changes: [
          {
            file: `${folder}/tools.ts`,
            find: '(answer?.retryAfterMs ?? backoff(attempts, tools.random(), tools.constants))',
            replace: 'backoff(attempts, tools.random(), tools.constants)',
          },
          {
            file: `${folder}/tools.ts`,
            find: 'if (restMs !== undefined) await closeGate(db, scope, clock.now() + restMs)',
            replace: 'if (restMs !== undefined) await closeGate(db, scope, clock.now() + Math.min(restMs, 2_000))',
          },
        ],
        by: limits,
        sees: ['every pause that Slack asks for'],
      },
    ],
  },
  {
    test: 'T10',
    promise: 'One partnership with thousands of messages delays none with one.',
    mutants: [
      {
        kills: 'the oldest go first, whoever they are of',
        changes: [{ file: claim, find: 'order by turn, run_after limit', replace: 'order by run_after, id limit' }],
        by: claiming,
        sees: onBoth('lets partnerships take turns'),
      },
      {
        kills: 'turns go by workspace',
        changes: [
          {
            file: claim,
            find: 'partition by workspace_id, partnership_id order by run_after, id',
            replace: 'partition by workspace_id order by run_after, id',
          },
        ],
        by: claiming,
        sees: onBoth('lets partnerships take turns'),
      },
      {
        kills: 'what is unclear waits until nothing is due',
        changes: [
          {
            file: `${folder}/loop.ts`,
            find: 'const looking = hand(await claimUnsure(stepOf(tools), engine, inRoom()), reconcile, lookLaterAfter)',
            replace:
              'const looksLast = async () => hand(await claimUnsure(stepOf(tools), engine, inRoom()), reconcile, lookLaterAfter)',
          },
          {
            file: `${folder}/loop.ts`,
            find: 'const delivering = hand(await claimDue(stepOf(tools), engine, inRoom(), tools.restored), deliver, putOffAfter)',
            replace: `const delivering = hand(await claimDue(stepOf(tools), engine, inRoom(), tools.restored), deliver, putOffAfter)
    const looking = await looksLast()`,
          },
        ],
        by: delivering,
        sees: onBoth('looks for what is unclear even while more is due than it can carry'),
      },
    ],
  },
  {
    test: 'T11',
    promise: 'Five thousand messages due in one minute cost few transactions.',
    mutants: [
      {
        kills: 'rows are claimed one at a time',
        changes: [{ file: claim, find: `limit \${batch}\``, replace: `limit \${Math.min(batch, 1)}\`` }],
        by: claiming,
        sees: onBoth('takes a whole batch in one transaction'),
      },
      {
        kills: 'leases are given back one at a time',
        changes: [{ file: claim, find: '.limit(200)', replace: '.limit(1)' }],
        by: claiming,
        sees: onBoth('takes a whole batch in one transaction'),
      },
    ],
    also: 'How long it takes and how late the event loop turns meanwhile is measured by npm run bench -- storm, not tested.',
  },
  {
    test: 'T12',
    promise: 'Both engines find what to claim by its partial index.',
    mutants: [
      {
        kills: 'the state of what is due is a bound parameter',
        changes: [
          {
            file: row,
            find: "export const isDue = sql<SqlBool>`state in ('due', 'unsure') and state = 'due'`",
            replace: `export const isDue = sql<SqlBool>\`state in (\${'due'}, \${'unsure'}) and state = \${'due'}\``,
          },
        ],
        by: claiming,
        sees: usesItsIndex,
      },
      {
        kills: 'the states that hold a lease are bound parameters',
        changes: [
          {
            file: row,
            find: "sql<SqlBool>`state in ('leased', 'sending', 'checking')`",
            replace: `sql<SqlBool>\`state in (\${'leased'}, \${'sending'}, \${'checking'})\``,
          },
        ],
        by: claiming,
        sees: usesItsIndex,
      },
      {
        kills: 'the words of the index are left out',
        changes: [
          {
            file: row,
            find: "sql<SqlBool>`state in ('due', 'unsure') and state = 'unsure'`",
            replace: "sql<SqlBool>`state = 'unsure'`",
          },
        ],
        by: claiming,
        sees: ['on sqlite finds what to claim by its partial index'],
      },
    ],
  },
  {
    test: 'T13',
    promise:
      'Inside a transaction only the transaction is used: nobody waits for himself, and nothing is read beside it.',
    mutants: [
      {
        kills: 'the outer db is let in',
        changes: [
          {
            file: 'src/platform/database/transaction-guard.ts',
            find: 'if (inside.getStore()?.open)',
            replace: 'if (inside.getStore() === null)',
          },
        ],
        by: 'tests/platform/database/transaction-guard.test.ts',
        // On SQLite the mistake would wait for ever.
        sees: [
          'the outer db on postgres is refused inside a transaction',
          'the outer db on postgres is refused in what a',
        ],
      },
    ],
    also: 'That no transaction spans a call of Slack has no mutant: a call needs Tools, and what runs in a transaction is given trx alone.',
  },
]
