import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../../db/schema.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import { startSlack } from '../../src/playground/server/start.ts'
import { type Random, seeded } from '../support/random.ts'
import { count, type Outcome } from './count.ts'
import { type Crew, createCrew } from './crew.ts'
import { createFacts } from './feature.ts'
import { findBroken } from './invariants.ts'
import { beginning, fastClock, pace, real } from './pace.ts'
import { channels, endOf, people, settleIn } from './plan.ts'
import { createStrikes, type StrikePlan, type Strikes } from './strikes.ts'
import { makeTrouble, type Trouble } from './trouble.ts'

export interface Chaos {
  /** Of an empty database. */
  url: string
  /** Processes that deliver side by side. One per SQLite file: a killed one has a successor, a frozen one does not. */
  processes: number
  occurrences: number
  seed: number
  strikes: StrikePlan
  /** They last until the last date has come, and longer where they were fewer. */
  leastStrikes: number
  /** The root of the code that delivers; a mutated copy, say. */
  folder: string
  /** After this much real time the run ends, whatever is still open. */
  mostSeconds: number
}

export interface Toll extends Outcome, Trouble {
  kills: number
  freezes: number
  seconds: number
  /** Longest that our Slack itself was held up. */
  lagMs: number
  /** What else does not hold, in sentences. */
  broken: string[]
}

/**
 * Lets schedules come due and their messages go out while Slack fails in every way it can and processes are killed and frozen
 * at random moments, until nothing is left to do. Then counts what stands in Slack.
 */
export async function wreakHavoc(chaos: Chaos): Promise<Toll> {
  const { url, occurrences, folder } = chaos
  const random = seeded(chaos.seed)
  const startedAt = systemClock.now()
  const slack = await startSlack({
    clock: fastClock(startedAt),
    seed: { users: people.map(named), channels: channels.map(named) },
    botEvents: [],
    trafficLimit: 50,
  })
  const lag = monitorEventLoopDelay({ resolution: 10 })
  try {
    await inDatabase(url, async (db) => {
      await createFacts(db)
      await settleIn(db, slack, occurrences)
    })
    const trouble = makeTrouble(slack, random)
    lag.enable()
    const orders = {
      url,
      slack: { apiUrl: slack.apiUrl, botToken: slack.botToken },
      startedAt,
      end: endOf(occurrences),
    }
    const struck = await strikeUntilDone(createCrew(orders, folder), chaos, random, startedAt)
    const { deaths, ...strikes } = struck
    const seconds = (systemClock.now() - startedAt) / 1000
    const outcome = await inDatabase(url, (db) => count(db, slack, occurrences))
    const broken = await inDatabase(url, (db) => findBroken(db, slack, occurrences))
    if (deaths > 0) broken.push(`processes that ended by themselves: ${deaths}`)
    return { ...outcome, ...trouble, ...strikes, seconds, lagMs: lag.max / 1e6, broken }
  } finally {
    lag.disable()
    await slack.stop()
  }
}

async function strikeUntilDone(
  crew: Crew,
  { processes, occurrences, strikes: plan, leastStrikes, mostSeconds }: Chaos,
  random: Random,
  startedAt: number,
): Promise<Strikes['struck'] & { deaths: number }> {
  const strikes = createStrikes(crew, processes, plan, random)
  const struckUntil = startedAt + (endOf(occurrences) - beginning) / pace + real.lifetime
  const over = () => systemClock.now() - startedAt > mostSeconds * 1000
  try {
    for (let worker = 0; worker < processes; worker++) await crew.put()
    const goOn = () => systemClock.now() < struckUntil || strikes.count() < leastStrikes
    while (goOn() && !over()) await strikes.next()
    await strikes.end()
    // The first wait is for what was frozen to say what it still has to say, and for what Slack takes late.
    do await pause(2 * real.httpTimeout + real.latestCommit)
    while (!crew.finished() && !over())
    return { ...strikes.struck, deaths: crew.deaths() }
  } finally {
    await crew.dismiss()
  }
}

async function inDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase(url, beginning)
  return work(database.db).finally(database.close)
}

const named = (id: string) => ({ id, name: id.toLowerCase() })
