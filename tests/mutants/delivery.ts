import type { Row } from './row.ts'

const folder = 'src/platform/delivery'
const deliver = `${folder}/deliver.ts`
const states = `${folder}/states.ts`
const claim = `${folder}/claim.ts`
const row = `${folder}/row.ts`
const materialise = `${folder}/materialise.ts`

const crashes = 'tests/platform/delivery/crash-points.test.ts'
const delivering = 'tests/platform/delivery/deliver.test.ts'
const claiming = 'tests/platform/delivery/claim.test.ts'
const schedules = 'tests/platform/delivery/schedules.test.ts'
const limits = 'tests/platform/delivery/rate-limits.test.ts'

const onBoth = (name: string) => ['sqlite', 'postgres'].map((engine) => `on ${engine} ${name}`)
const usesItsIndex = onBoth('finds what to claim by its partial index')

/** Rows, leases, gates. */
export const deliveryRows: readonly Row[] = [
  {
    test: 'T5',
    promise: 'Wherever a process dies, under whatever Slack does meanwhile, everything is said once.',
    mutants: [
      {
        kills: 'what was on the wire when the process died is sent again without a look',
        changes: [
          {
            file: claim,
            find: "return row.kind === 'update' ? ['due', clearAt] : ['unsure', clearAt]",
            replace: "return ['due', clearAt]",
          },
        ],
        by: crashes,
        sees: ['on sqlite answered, nothing else goes wrong: says everything once'],
      },
      {
        kills: 'what Slack does not answer is sent again without a look',
        changes: [
          {
            file: deliver,
            find: ': doubt(step, row, settledAt, code)',
            replace: ': refused(step, row, { runAfter: settledAt, code })',
          },
        ],
        by: crashes,
        sees: ['on sqlite nowhere, the answer is lost: says everything once'],
      },
      {
        kills: 'nothing is looked for: what is unclear counts as absent',
        changes: [
          {
            file: `${folder}/reconcile.ts`,
            find: 'const sight = await sightOf(tools, row)',
            replace: "const sight: Sight = row.id === '' ? await sightOf(tools, row) : { absent: true }",
          },
        ],
        by: crashes,
        sees: ['on sqlite nowhere, the answer is lost: says everything once'],
      },
      {
        kills: 'the mark is written after the request',
        changes: [
          {
            file: deliver,
            find: 'const mark = await markOnWire(',
            replace: `const early = await send(tools, { ...row, payload }, found.ok)
  await tools.point('on the wire')
  const mark = await markOnWire(`,
          },
          {
            file: deliver,
            find: "if ('onWire' in mark) await transmit(tools, mark.onWire, found.ok)",
            replace: "if ('onWire' in mark) await transmit(tools, mark.onWire, early)",
          },
          {
            file: deliver,
            find: 'async function transmit(tools: Tools, row: DeliveryRow, place: Place): Promise<void> {',
            replace:
              'async function transmit(tools: Tools, row: DeliveryRow, answer: Awaited<ReturnType<typeof send>>): Promise<void> {',
          },
          {
            file: deliver,
            find: '  const answer = await send(tools, row, place)\n',
            replace: '',
          },
        ],
        by: crashes,
        sees: ['on sqlite on the wire, nothing else goes wrong: says everything once'],
      },
    ],
    also: 'npm run test:long takes every point and every fault on PostgreSQL too.',
  },
  {
    test: 'T6',
    promise:
      'Whatever is created, edited, paused, moved and killed in whatever order, each date is held once and accounted for.',
    mutants: [
      {
        kills: 'a schedule moves on although its date was not written down',
        changes: [
          {
            file: materialise,
            find: `  await db.transaction().execute(async (trx) => {
    if (await advance(trx, schedule, next)) await record(trx, kind, schedule, rule, passed, now)
  })`,
            replace: `  const moved = await db.transaction().execute((trx) => advance(trx, schedule, next))
  if (moved) await db.transaction().execute((trx) => record(trx, kind, schedule, rule, passed, now))`,
          },
        ],
        by: schedules,
        sees: onBoth('is not stopped by one that cannot be worked out'),
      },
      {
        kills: 'what was held is known by its instant, not by its date',
        changes: [
          {
            file: `${folder}/schedules.ts`,
            find: 'return firstNotBefore(rule, from === undefined ? earliest : laterOf(from, earliest), now)',
            replace: 'return firstNotBefore(rule, from === undefined ? earliest : earliestToMove(rule, now), now)',
          },
        ],
        by: schedules,
        sees: onBoth('holds nothing twice when the hour moves after it was held'),
      },
      {
        kills: 'a replica that comes second does not see that the schedule has moved on',
        changes: [
          {
            file: materialise,
            find: "    .where('rev', '=', rev)\n    .where('next_slot', '=', next_slot)\n    .where(isActive)\n    .executeTakeFirst()",
            replace: '    .executeTakeFirst()',
          },
        ],
        by: 'tests/platform/delivery/replicas.test.ts',
        sees: ['hold no date by a rule that somebody changes at that very moment'],
      },
    ],
  },
  {
    test: 'T8',
    promise: 'A worker that was frozen longer than its lease sends nothing when it wakes.',
    mutants: [
      {
        kills: 'nobody looks how much is left of the lease',
        changes: [
          {
            file: states,
            find: `lease_until > \${now + constants.guardMs}`,
            replace: `lease_until > \${now - constants.leaseMs}`,
          },
        ],
        by: claiming,
        sees: onBoth('marks nothing as being on the wire with too little of its lease left'),
      },
      {
        kills: 'nobody looks whose lease it is',
        changes: [
          { file: states, find: "    .where('lease_token', '=', lease_token)\n", replace: '' },
          { file: states, find: "    .where('lease_token', 'is not distinct from', row.lease_token)\n", replace: '' },
        ],
        by: claiming,
        sees: onBoth(
          'marks nothing as being on the wire with too little of its lease left, or when somebody else has it',
        ),
      },
      {
        kills: 'what was marked is sent however long the process stood still since',
        changes: [
          { file: deliver, find: 'if (stoodStill) return', replace: 'if (stoodStill && tools.stopping()) return' },
        ],
        by: delivering,
        sees: onBoth('sends nothing after standing still between the mark and the wire'),
      },
    ],
    also: 'npm run chaos freezes processes for longer than a lease, as the code is and without the guard.',
  },
  {
    test: 'T9',
    promise: 'Three replicas together keep 1.1 s between messages to one channel, and every pause that Slack asks for.',
    mutants: [
      {
        kills: 'each replica keeps its own gates, as in memory',
        changes: [
          {
            file: states,
            find: 'takeGate(trx, row, now, constants.spacingMs)',
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
            find: 'const delivering = hand(await claimDue(stepOf(tools), engine, inRoom()), deliver, putOffAfter)',
            replace: `const delivering = hand(await claimDue(stepOf(tools), engine, inRoom()), deliver, putOffAfter)
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
