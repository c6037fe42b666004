/**
 * `npm run bench -- storm`: 5,000 deliveries of 500 partnerships due at one instant, in real time, against the stand-in in a
 * process of its own. What counts is the ratio to the time that Slack's one message per second and channel makes it take.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '../src/platform/database/connect.ts'
import type { Engine } from '../src/platform/database/database.ts'
import { constants } from '../src/platform/delivery/constants.ts'
import type { Databases } from './databases.ts'
import { median, nameOf, printStatements, printTable } from './figures.ts'
import type { Options } from './options.ts'
import { ask, kill, message, startProcess } from './processes.ts'
import type { DeliveringOrders, DeliveringReport } from './servers/delivering.ts'
import type { SlackRequest, Standing } from './servers/slack.ts'
import type { StatementTime } from './statement-meter.ts'
import { seedStorm, type Team } from './storm-seed.ts'
import { leastMs, type Shape, sayingsOf, shapes } from './storm-shape.ts'

const answerMs = 300
/** From the last row written to the storm: replicas need time to open the database. */
const breaksIn = 2_500
const patienceMs = 300_000

interface Setup {
  engine: Engine
  replicas: number
}

interface Storm {
  seconds: number
  /** Deliveries taken per second, each counted as often as it was taken. */
  claimed: number
  late: DeliveringReport['late']
  /** Of the time, for each replica. */
  databaseShare: number
  cpuShare: number
  slackCpuShare: number
  shortestGapMs: number
  unsent: number
  doubled: number
  statements: StatementTime[]
}

const setups: Setup[] = [
  { engine: 'sqlite', replicas: 1 },
  { engine: 'postgres', replicas: 1 },
  { engine: 'postgres', replicas: 2 },
]

/** Runs all rounds and prints a table for each shape. */
export async function benchStorm(databases: Databases, options: Options): Promise<void> {
  const { rounds, partnerships, batch = constants.batch } = options
  const running = setups.filter(({ engine }) => options.engines.includes(engine))
  const of = (shape: Shape, setup: Setup) => `${shape.name}, ${setupName(setup)}`
  const results = new Map<string, Storm[]>()
  for (let n = 0; n < rounds; n++) {
    for (const shape of shapes) {
      for (const setup of running) {
        const storm = await round(databases, shape, setup, options)
        results.set(of(shape, setup), [...(results.get(of(shape, setup)) ?? []), storm])
      }
    }
  }
  for (const shape of shapes) {
    const bound = leastMs(shape, partnerships, constants.spacingMs, answerMs) / 1000
    const count = sayingsOf(shape, partnerships).length
    printTable(
      `${count} deliveries at one instant (${shape.name}); Slack makes it take ${bound.toFixed(1)} s; ${batch} at once; ${rounds} rounds, median`,
      columns,
      running.map((setup) =>
        row(setup, results.get(of(shape, setup)) ?? [], bound, (count / batch) * (answerMs / 1000)),
      ),
    )
    if (options.statements) {
      for (const setup of running) {
        printStatements(setupName(setup), results.get(of(shape, setup))?.at(-1)?.statements)
      }
    }
  }
  await databases.printDurability()
}

const columns = [
  'all sent, s',
  '× Slack’s limit',
  '× requests at once',
  'loop late p50 / p99 / max, ms',
  'claims/s',
  'database busy',
  'processor',
  'Slack’s processor',
  'shortest gap, ms',
  'unsent',
  'doubled',
]

function row(setup: Setup, storms: Storm[], slackSeconds: number, requestSeconds: number): (string | number)[] {
  const middle = (pick: (storm: Storm) => number) => median(storms.map(pick))
  const percent = (pick: (storm: Storm) => number) => `${Math.round(middle(pick) * 100)} %`
  const seconds = middle((storm) => storm.seconds)
  const late = (['p50', 'p99', 'max'] as const).map((key) => middle((storm) => storm.late[key]).toFixed(1))
  return [
    setupName(setup),
    seconds.toFixed(1),
    (seconds / slackSeconds).toFixed(2),
    ((seconds * setup.replicas) / requestSeconds).toFixed(2),
    late.join(' / '),
    middle((storm) => storm.claimed).toFixed(0),
    percent((storm) => storm.databaseShare),
    percent((storm) => storm.cpuShare),
    percent((storm) => storm.slackCpuShare),
    Math.min(...storms.map((storm) => storm.shortestGapMs)).toFixed(0),
    Math.max(...storms.map((storm) => storm.unsent)),
    Math.max(...storms.map((storm) => storm.doubled)),
  ]
}

const setupName = ({ engine, replicas }: Setup): string =>
  replicas === 1 ? nameOf(engine) : `${nameOf(engine)}, ${replicas} replicas`

async function round(
  databases: Databases,
  shape: Shape,
  { engine, replicas }: Setup,
  { partnerships, slow, batch = constants.batch }: Options,
): Promise<Storm> {
  const url = await databases.create(engine)
  const slack = startProcess('servers/slack.ts', [partnerships, answerMs, slow].map(String))
  const working = Array.from({ length: replicas }, () => startProcess('servers/delivering.ts'))
  try {
    const [address] = await Promise.all([
      message<Team & DeliveringOrders['slack']>(slack),
      ...working.map((one) => message(one)),
    ])
    const dueAt = await seedStorm(url, address, shape, partnerships, breaksIn)
    const orders: DeliveringOrders = { url, slack: address, dueAt, batch }
    await Promise.all(working.map((one) => ask(one, orders)))
    const before = await ask<Standing>(slack, { report: true } satisfies SlackRequest)
    const expect = sayingsOf(shape, partnerships).length
    await Promise.race([ask(slack, { expect } satisfies SlackRequest), pause(patienceMs, undefined, { ref: false })])
    // What stands is still to be noted.
    await pause(2 * answerMs)
    const reports = await Promise.all(working.map((one) => ask<DeliveringReport>(one, { stop: true })))
    const after = await ask<Standing>(slack, { report: true } satisfies SlackRequest)
    return summed(reports, after, after.cpuMs - before.cpuMs, await readOutcome(url, dueAt))
  } finally {
    await Promise.all([slack, ...working].map(kill))
  }
}

interface Outcome {
  elapsedMs: number
  claimed: number
  unsent: number
}

async function readOutcome(url: string, dueAt: number): Promise<Outcome> {
  const { db, close } = await connect(url)
  const count = sql<number>`count(*)`.as('count')
  const last = sql<number>`max(sent_at)`.as('at')
  try {
    const { at } = await db.selectFrom('delivery').select(last).executeTakeFirstOrThrow()
    const events = db.selectFrom('delivery_event').where('to_state', '=', 'leased').select(count)
    const unsent = db.selectFrom('delivery').where('state', '!=', 'sent').select(count)
    return {
      elapsedMs: at - dueAt,
      claimed: (await events.executeTakeFirstOrThrow()).count,
      unsent: (await unsent.executeTakeFirstOrThrow()).count,
    }
  } finally {
    await close()
  }
}

function summed(reports: DeliveringReport[], standing: Standing, slackCpuMs: number, outcome: Outcome): Storm {
  const most = (pick: (report: DeliveringReport) => number) => Math.max(...reports.map(pick))
  const share = (pick: (report: DeliveringReport) => number) => most((report) => pick(report) / report.elapsedMs)
  const { elapsedMs, claimed, unsent } = outcome
  return {
    seconds: elapsedMs / 1000,
    claimed: claimed / (elapsedMs / 1000),
    late: { p50: most(({ late }) => late.p50), p99: most(({ late }) => late.p99), max: most(({ late }) => late.max) },
    databaseShare: share(({ databaseMs }) => databaseMs),
    cpuShare: share(({ cpuMs }) => cpuMs),
    slackCpuShare: slackCpuMs / elapsedMs,
    shortestGapMs: standing.shortestGapMs,
    unsent,
    doubled: standing.doubled,
    statements: reports[0]?.statements ?? [],
  }
}
