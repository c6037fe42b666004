import type { Db } from '../db/schema.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { say } from '../src/platform/delivery/outbox.ts'
import { directMessageOf, peopleOf, personOf, type Shape, sayingsOf } from './storm-shape.ts'

const workspaceId = 'w1'
/** What was said on earlier Mondays. */
const earlier = 20_000
const atOnce = 500

export interface Team {
  team: { id: string; name: string }
  bot: { botId: string; userId: string }
}

/** Writes everything a storm consists of into an empty database. @param breaksIn milliseconds after it is written @returns when it is due */
export async function seedStorm(
  url: string,
  { team, bot }: Team,
  shape: Shape,
  partnerships: number,
  breaksIn: number,
): Promise<number> {
  const { db, close } = await openDatabase(url, systemClock.now())
  try {
    const ids = { id: workspaceId, enterprise_id: '', team_id: team.id, bot_id: bot.botId, bot_user_id: bot.userId }
    await db
      .insertInto('workspace')
      .values({ ...ids, name: team.name, installed_at: 0 })
      .execute()
    await addPeople(db, peopleOf(partnerships))
    await addEarlier(db)
    await sayAll(db, shape, partnerships)
    const dueAt = systemClock.now() + breaksIn
    await db.updateTable('delivery').set({ due_at: dueAt, run_after: dueAt }).where('state', '=', 'due').execute()
    return dueAt
  } finally {
    await close()
  }
}

/** Everybody has had a direct message before, as on every Monday but the first. */
async function addPeople(db: Db, count: number): Promise<void> {
  const common = { workspace_id: workspaceId, zone: 'Europe/Amsterdam', language: 'en', kind: 'member' } as const
  const rows = Array.from({ length: count }, (_, n) => ({
    ...common,
    ...{ id: `p${n}`, slack_id: personOf(n), name: `Person ${n}`, dm_channel_id: directMessageOf(personOf(n)) },
    ...{ admin: 0, deactivated_at: null, learned_at: 0 },
  }))
  for (const some of chunks(rows)) await db.insertInto('person').values(some).execute()
}

async function addEarlier(db: Db): Promise<void> {
  const common = { workspace_id: workspaceId, kind: 'post', what: 'bench:words', about: '{}', state: 'sent' } as const
  const times = { due_at: 0, run_after: 0, created_at: 0, sent_at: 0, wire_at: 0, attempts: 1, absent_looks: 0 }
  const rows = Array.from({ length: earlier }, (_, n) => ({
    ...common,
    ...times,
    ...{ id: `earlier-${n}`, cause: `bench:earlier-${n}`, recipient: 'C0EARLIER01', ts: `1.${n}` },
    ...{ channel_id: 'C0EARLIER01', payload: JSON.stringify({ text: 'x'.repeat(300), blocks: [] }) },
  }))
  for (const some of chunks(rows)) await db.insertInto('delivery').values(some).execute()
}

async function sayAll(db: Db, shape: Shape, partnerships: number): Promise<void> {
  const now = systemClock.now()
  const all = sayingsOf(shape, partnerships).map((saying, n) => ({ ...saying, n }))
  for (const some of chunks(all)) {
    await db.transaction().execute(async (trx) => {
      for (const { kind, recipient, n } of some) {
        const saying = { workspaceId, kind, recipient, what: 'bench:words', about: { text: `(${n})` } }
        await say(trx, { ...saying, cause: `bench:${n}`, dueAt: now + 3_600_000 }, now)
      }
    })
  }
}

function chunks<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, n) => rows.slice(n * atOnce, (n + 1) * atOnce))
}
