import type { Row } from './row.ts'

const folder = 'src/platform/delivery'
const deliver = `${folder}/deliver.ts`
const states = `${folder}/states.ts`
const claim = `${folder}/claim.ts`
const materialise = `${folder}/materialise.ts`

const crashes = 'tests/platform/delivery/crash-points.test.ts'
const delivering = 'tests/platform/delivery/deliver.test.ts'
const claiming = 'tests/platform/delivery/claim.test.ts'
const schedules = 'tests/platform/delivery/schedules.test.ts'

const onBoth = (name: string) => ['sqlite', 'postgres'].map((engine) => `on ${engine} ${name}`)

/** What a process that dies, freezes or comes second must not do. */
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
            find: "if ('onWire' in mark) await transmit(tools, mark.onWire, found.ok, mark.since)",
            replace: "if ('onWire' in mark) await transmit(tools, mark.onWire, early, mark.since)",
          },
          {
            file: deliver,
            find: '  place: Place,\n  since: {',
            replace: '  answer: Awaited<ReturnType<typeof send>>,\n  since: {',
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
            file: `${folder}/ahead.ts`,
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
    also: 'tests/platform/delivery/model.test.ts tells hundreds of random stories; these mistakes show in some of them only.',
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
]
