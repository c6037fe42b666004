/**
 * `npm run bench -- schedules`: what 10,000 schedules cost that are only held, and the Monday on which half of them are due at
 * one instant. Beside it, in the same rounds, a replica that holds none.
 */
import type { Engine } from '../src/platform/database/database.ts'
import type { Databases } from './databases.ts'
import { median, nameOf, printStatements, printTable } from './figures.ts'
import type { Options } from './options.ts'
import { ask, kill, message, startProcess } from './processes.ts'
import { monday, seedSchedules } from './schedules-seed.ts'
import type { HoldingOrders, HoldingReport } from './servers/holding.ts'

const week = 7 * 86_400_000

interface Held {
  engine: Engine
  url: string
  reports: HoldingReport[]
}

/** Runs all rounds and prints what holding costs, and what the Monday. */
export async function benchSchedules(databases: Databases, options: Options): Promise<void> {
  const { engines, rounds, schedules } = options
  const pairs: { none: Held; all: Held }[] = []
  for (const engine of engines) {
    const hold = async (count: number): Promise<Held> => {
      const url = await databases.create(engine)
      await seedSchedules(url, count)
      return { engine, url, reports: [] }
    }
    pairs.push({ none: await hold(0), all: await hold(schedules) })
  }
  for (let n = 0; n < rounds; n++) {
    for (const held of pairs.flatMap(({ none, all }) => [none, all])) {
      held.reports.push(await measure({ url: held.url, dueAt: monday + n * week }))
    }
  }
  printTable(
    `${schedules} weekly schedules held, nothing due; ${rounds} rounds, median (ratio to holding none)`,
    ['tick p50, ms', 'tick p99, ms', 'next due p50, ms', 'next due p99, ms', 'heap, MB', 'resident, MB'],
    pairs.map((pair) => [nameOf(pair.all.engine), ...holding.map((pick) => compared(pair, pick))]),
  )
  printTable(
    `${schedules / 2} of ${schedules} due at one instant, each planning one message; ${rounds} rounds, median`,
    ['due', 'all, ms', 'each, ms', 'ticks', 'longest tick, ms', 'loop late p50 / p99 / max, ms', 'resident after, MB'],
    pairs.map(({ all }) => stormRow(all)),
  )
  if (options.statements)
    for (const { all } of pairs) printStatements(nameOf(all.engine), all.reports.at(-1)?.statements)
  await databases.printDurability()
}

async function measure(orders: HoldingOrders): Promise<HoldingReport> {
  const process = startProcess('servers/holding.ts', [], { execArgv: ['--expose-gc'] })
  try {
    await message(process)
    return await ask<HoldingReport>(process, orders)
  } finally {
    await kill(process)
  }
}

const holding: ((report: HoldingReport) => number)[] = [
  ({ idle }) => idle.p50,
  ({ idle }) => idle.p99,
  ({ next }) => next.p50,
  ({ next }) => next.p99,
  ({ heapMb }) => heapMb,
  ({ rssMb }) => rssMb,
]

function compared({ none, all }: { none: Held; all: Held }, pick: (report: HoldingReport) => number): string {
  const ratios = all.reports.map((report, n) => {
    const beside = none.reports[n]
    return beside ? pick(report) / pick(beside) : Number.NaN
  })
  return `${median(all.reports.map(pick)).toFixed(2)} (${median(ratios).toFixed(2)}×)`
}

function stormRow({ engine, reports }: Held): (string | number)[] {
  const middle = (pick: (storm: HoldingReport['storm']) => number) => median(reports.map(({ storm }) => pick(storm)))
  const late = (['p50', 'p99', 'max'] as const).map((key) => middle((storm) => storm.late[key]).toFixed(1))
  return [
    nameOf(engine),
    middle(({ count }) => count),
    middle(({ ms }) => ms).toFixed(0),
    middle(({ ms, count }) => ms / count).toFixed(2),
    middle(({ ticks }) => ticks),
    middle(({ longestTickMs }) => longestTickMs).toFixed(0),
    late.join(' / '),
    middle(({ rssMb }) => rssMb).toFixed(0),
  ]
}
