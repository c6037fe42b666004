import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/schema.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { startSlack } from '../../../src/playground/server/start.ts'
import { count } from '../../chaos/count.ts'
import { type Crew, createCrew } from '../../chaos/crew.ts'
import { createFacts } from '../../chaos/feature.ts'
import { fastClock, real } from '../../chaos/pace.ts'
import { channels, endOf, people, settleIn } from '../../chaos/plan.ts'
import { makeTrouble } from '../../chaos/trouble.ts'
import { createDatabase } from '../../support/databases.ts'
import { type Change, makeMutatedCopy } from '../../support/mutated-copy.ts'
import { seeded } from '../../support/random.ts'

const root = join(import.meta.dirname, '../../..')
const occurrences = 144
// Whoever sees a failure can have the same one again: RONDO_SEED=…
const seed = Number(process.env.RONDO_SEED ?? Math.floor(Math.random() * 2 ** 32))

/** What a next version may do to the tables: add to them. It also writes what it added. */
const next: Change[] = [
  {
    file: 'db/migrations/all.ts',
    find: '\n]',
    replace: `
  {
    name: '9999_next',
    statements: ({ text, table }) => [
      \`alter table delivery add column next_note \${text}\`,
      \`create table next_thing (id \${text} not null primary key)\${table}\`,
    ],
  },
]`,
  },
  {
    file: 'src/platform/delivery/states.ts',
    find: 'const stands = { channel_id',
    replace: "const stands = { next_note: 'next', channel_id",
  },
]

it(`loses and doubles nothing while the next version comes, and both are killed (seed ${seed})`, async () => {
  const random = seeded(seed)
  const { db, url, remove } = await createDatabase('postgres')
  onTestFinished(remove)
  const startedAt = systemClock.now()
  const users = people.map(named)
  const slack = await startSlack({
    clock: fastClock(startedAt),
    seed: { users, channels: channels.map(named) },
    botEvents: [],
    trafficLimit: 50,
  })
  onTestFinished(slack.stop)
  await createFacts(db)
  await settleIn(db, slack, occurrences)
  makeTrouble(slack, random)
  const copy = makeMutatedCopy(next)
  onTestFinished(copy.remove)
  const orders = { url, slack: { apiUrl: slack.apiUrl, botToken: slack.botToken }, startedAt, end: endOf(occurrences) }
  const [older, newer] = [createCrew(orders, root), createCrew(orders, copy.folder)]
  onTestFinished(newer.dismiss)
  onTestFinished(older.dismiss)

  await older.put()
  await expect.poll(() => workersSince(db, 0), { timeout: 20_000 }).toHaveLength(1)
  const [theOlder] = await workersSince(db, 0)
  await newer.put()
  const migratedAt = await migrationTime(db)
  // Also what it was in the middle of, and what comes due from now on.
  await expect.poll(() => workersSince(db, migratedAt), { timeout: 20_000 }).toContain(theOlder)
  await killOneOf(newer)
  await newer.put()
  await pause(real.lifetime * random())
  await killOneOf(older)
  expect(await startElsewhere(url)).toMatch(
    /used by a newer version of Rondo \(it holds "9999_next".*start that version/,
  )
  await pause(real.lifetime * random())
  await killOneOf(newer)
  await newer.put()
  await expect.poll(() => newer.finished(), { timeout: 60_000 }).toBe(true)
  // What Slack takes late it has by now.
  await pause(2 * real.httpTimeout + real.latestCommit)
  await expect.poll(() => newer.finished(), { timeout: 60_000 }).toBe(true)

  expect(await count(db, slack, occurrences)).toMatchObject({ lost: 0, doubled: 0, stale: 0, open: 0 })
  expect([older.deaths(), newer.deaths()]).toEqual([0, 0])
  expect(await saidBy(db)).toEqual(['next', null])
})

const named = (id: string) => ({ id, name: id.toLowerCase() })

/** Who claimed something after this moment of the run's clock. */
async function workersSince(db: Db, at: number): Promise<string[]> {
  const claims = await db
    .selectFrom('delivery_event')
    .select('detail')
    .distinct()
    .where('to_state', '=', 'leased')
    .where('at', '>', at)
    .execute()
  return claims.map(({ detail }) => detail)
}

async function migrationTime(db: Db): Promise<number> {
  const { rows } = await sql<{ at: number }>`select applied_at as at from migration where name = '9999_next'`.execute(
    db,
  )
  return rows[0]?.at ?? Number.NaN
}

async function killOneOf(crew: Crew): Promise<void> {
  await crew.awake()[0]?.kill()
}

/** What this version says when it is started. */
async function startElsewhere(url: string): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'tests/support/hold-database.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return text(child.stdout)
}

/** Of the messages that stand, which version noted them. */
async function saidBy(db: Db): Promise<(string | null)[]> {
  const { rows } = await sql<{ next_note: string | null }>`
    select distinct next_note from delivery where kind <> 'update' order by next_note nulls last`.execute(db)
  return rows.map(({ next_note }) => next_note)
}
