import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../../db/schema.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import { type Constants, constants } from '../../src/platform/delivery/constants.ts'
import { replyTo, say } from '../../src/platform/delivery/outbox.ts'
import type { FaultRule } from '../../src/playground/server/faults.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { createCrew } from './delivery-crew.ts'
import { type Random, seeded } from './random.ts'

export interface Chaos {
  url: string
  kills: number
  /** Processes that deliver side by side; one of them is killed at a time. One per SQLite file. */
  workers: number
  seed: number
  /** Repeats what is unclear without looking: the mistake that this must be able to show. */
  blind?: boolean
}

export interface Toll {
  kills: number
  said: number
  /** Nowhere in Slack. */
  lost: number
  /** In Slack more than once. */
  doubled: number
}

/** Much faster than life, but settling: Slack takes up to 600 ms here to store a message. */
const hurried: Constants = {
  ...constants,
  pollMs: 20,
  httpTimeoutMs: 800,
  leaseMs: 2_000,
  guardMs: 900,
  settleMs: 1_200,
  secondLookMs: 250,
  spacingMs: 15,
  backoffMs: 20,
  longestBackoffMs: 300,
  drainMs: 500,
  batch: 8,
}

const workspaceId = 'w1'
const people = Array.from({ length: 8 }, (_, index) => `U0PERSON0${index}`)
const channels = Array.from({ length: 10 }, (_, index) => `C0CHANNEL${index}`)
const alwaysOpen = 50

/**
 * Kills delivering processes at random moments, while 50 deliveries are due and Slack fails in every way it can, and counts
 * afterwards what stands in Slack.
 */
export async function killAtRandom({ url, kills, workers, seed, blind = false }: Chaos): Promise<Toll> {
  const random = seeded(seed)
  const slack = await startSlack({
    seed: { users: people.map(named), channels: channels.map(named) },
    trafficLimit: 50,
  })
  for (const rule of troubles(random)) slack.fault(rule)
  const crew = createCrew({ url, slack: { apiUrl: slack.apiUrl, botToken: slack.botToken }, constants: hurried, blind })
  try {
    await inDatabase(url, (db) => settleIn(db, slack))
    for (let worker = 0; worker < workers; worker++) await crew.put()
    for (let killed = 0; killed < kills; killed++) {
      await pause(100 + random() * 1_000)
      await crew.killOne(Math.floor(random() * workers))
      // Where only one process may use the file, what is said next is written while nobody delivers.
      await inDatabase(url, (db) => fillUp(db, random))
      await crew.put()
    }
    await crew.finished()
    await crew.dismiss()
    return { kills, ...(await inDatabase(url, (db) => count(db, slack))) }
  } finally {
    await crew.dismiss()
    await slack.stop()
  }
}

export function sentence(engine: string, { kills, said, lost, doubled }: Toll, seed: number): string {
  return `${engine}: ${kills} kills, ${said} said, ${lost} lost, ${doubled} doubled (seed ${seed})`
}

const named = (id: string) => ({ id, name: id.toLowerCase() })

/** One call in six goes wrong in some way; the others take their time. */
function troubles(random: Random): FaultRule[] {
  const method = 'chat.postMessage'
  const one = (share: number) => ({ method, when: () => random() < share })
  const slow = {
    get ms() {
      return random() * 600
    },
  }
  const slowly = (rule: { kind: 'delay' | 'commitLate'; method: string; when: () => boolean }): FaultRule =>
    Object.defineProperty({ ms: 0, ...rule }, 'ms', { get: () => slow.ms })
  return [
    { ...one(0.005), kind: 'retryAfter', seconds: 1 },
    { ...one(0.03), kind: 'status', status: 500 },
    { ...one(0.03), kind: 'dropBefore' },
    { ...one(0.04), kind: 'dropAfter' },
    { ...one(0.03), kind: 'neverAnswer' },
    slowly({ ...one(0.04), kind: 'commitLate' }),
    slowly({ ...one(1), kind: 'delay' }),
    { method: 'conversations.history', when: () => random() < 0.05, kind: 'status', status: 503 },
    { kind: 'historyLag', ms: 60 },
  ]
}

async function inDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase(url, systemClock.now())
  return work(database.db).finally(database.close)
}

async function settleIn(db: Db, { team, bot }: Slack): Promise<void> {
  const ids = { id: workspaceId, enterprise_id: '', team_id: team.id, bot_id: bot.botId, bot_user_id: bot.userId }
  await db
    .insertInto('workspace')
    .values({ ...ids, name: team.name, installed_at: 0 })
    .execute()
  await fillUp(db, seeded(0))
}

/** Says more until 50 deliveries are open: posts, direct messages and replies. */
async function fillUp(db: Db, random: Random): Promise<void> {
  const all = await db.selectFrom('delivery').select(['id', 'state', 'kind']).execute()
  const missing = alwaysOpen - all.filter(({ state }) => state !== 'sent').length
  const now = systemClock.now()
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  await db.transaction().execute(async (trx) => {
    for (let index = 0; index < missing; index++) {
      const text = `Message ${all.length + index}`
      const saying = { workspaceId, cause: `chaos:${text}`, what: 'test:text', about: { text }, dueAt: now }
      const parent = random() < 0.2 ? pick(all.filter(({ kind }) => kind !== 'reply')) : undefined
      if (parent) await replyTo(trx, parent.id, saying, now)
      else if (random() < 0.2) await say(trx, { ...saying, kind: 'dm', recipient: pick(people) ?? '' }, now)
      else await say(trx, { ...saying, kind: 'post', recipient: pick(channels) ?? '' }, now)
    }
  })
}

async function count(db: Db, { workspace }: Slack): Promise<Omit<Toll, 'kills'>> {
  const messages = [...workspace.channels.values()].flatMap((channel) => channel.messages)
  const texts = messages.map(({ text }) => text)
  const copies = Map.groupBy(texts, (text) => text)
  const said = await db.selectFrom('delivery').select('cause').execute()
  const found = said.map(({ cause }) => copies.get(cause.replace('chaos:', ''))?.length ?? 0)
  return { said: said.length, lost: found.filter((n) => n === 0).length, doubled: found.filter((n) => n > 1).length }
}
