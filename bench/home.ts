/**
 * `npm run bench -- home`: how long it takes from opening App Home until Slack has it, for a partnership of 60 people with five
 * years of history; beside it, in the same rounds, one that began two weeks ago. The stand-in for Slack runs in this process.
 */
import type { Db } from '../db/schema.ts'
import { allFeatures } from '../src/app.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import type { Feature } from '../src/platform/feature.ts'
import { silentLog } from '../src/platform/log.ts'
import { type SlackClients, slackClients } from '../src/platform/slack/client.ts'
import { startSlack } from '../src/playground/server/start.ts'
import type { Databases } from './databases.ts'
import { median, nameOf, printTable } from './figures.ts'
import { lookedAt, seedYears, zone } from './home-seed.ts'
import type { Options } from './options.ts'

const weeks = { 'two weeks': 2, 'five years': 260 }
const looks = 20
/** A team lead, and somebody who is none. */
const lookers = ['U0', 'U7']

/** Measures all and prints it. */
export async function benchHome(databases: Databases, { engines, rounds }: Options): Promise<void> {
  const users = Array.from({ length: 60 }, (_, n) => ({ id: `U${n}`, name: `p${n}`, locale: 'nl-NL', tz: zone }))
  const slack = await startSlack({ seed: { users, team: { id: 'T1' } } })
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log: silentLog })
  const rows: (string | number)[][] = []
  try {
    for (const engine of engines) {
      const held = new Map<string, { db: Db; close(): Promise<void>; times: number[] }>()
      for (const [name, count] of Object.entries(weeks)) {
        const { db, close } = await openDatabase(await databases.create(engine), lookedAt)
        await seedYears(db, count)
        held.set(name, { db, close, times: [] })
      }
      for (let round = 0; round < rounds; round++) {
        for (const { db, times } of held.values()) times.push(...(await look(db, clients.read)))
      }
      const base = median(held.get('two weeks')?.times ?? [])
      for (const [name, { times, close }] of held) {
        const middle = median(times)
        rows.push([
          `${nameOf(engine)}, ${name}`,
          `${middle.toFixed(0)} (${(middle / base).toFixed(2)}×)`,
          Math.max(...times).toFixed(0),
        ])
        await close()
      }
    }
  } finally {
    await slack.stop()
  }
  printTable(
    `App Home of a partnership of 60, opened ${looks * lookers.length} times in ${rounds} rounds`,
    ['median, ms', 'worst, ms'],
    rows,
  )
}

async function look(db: Db, slack: SlackClients['read']): Promise<number[]> {
  const opened = listenerOf(allFeatures({ language: 'en', zone }, silentLog))
  const times: number[] = []
  for (let n = 0; n < looks; n++) {
    for (const user of lookers) {
      const begin = performance.now()
      const event = { type: 'app_home_opened', user, tab: 'home' }
      await opened.run({ db, slack, log: silentLog, now: lookedAt, workspaceId: 'w1', event })
      times.push(performance.now() - begin)
    }
  }
  return times
}

function listenerOf(features: readonly Feature[]) {
  const listeners = features.flatMap((feature) => feature.listeners ?? [])
  for (const listener of listeners) if (listener.on === 'event' && listener.type === 'app_home_opened') return listener
  throw new Error('Nobody listens to an opened Home')
}
