/**
 * What Slack sent and we have acknowledged, until it is done. A row is written before the acknowledgement; its body is
 * wiped when it is done, its key stays 48 hours so that a repetition is known.
 */
import { CompiledQuery } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import { type Engine, skipLocked } from '../database/database.ts'
import type { Kind } from './arrival.ts'

const keptMs = 48 * 3_600_000

export interface NewRow {
  key: string
  kind: Kind
  body: string
  receivedAt: number
  attempts: number
  leaseUntil: number
}

export interface ClaimedRow {
  key: string
  kind: string
  body: string
  receivedAt: number
  /** How often it was begun, this time included. */
  attempts: number
}

/**
 * One statement for both, so that whatever one turn of the event loop brought costs one commit. A row that is there
 * already stays as it is, unless it is being done.
 */
const statements: Record<Engine, string> = {
  sqlite: upsert(
    'json_each(?) as row',
    (n) => `row.value->>${n}`,
    (n) => `row.value->>${n}`,
  ),
  postgres: upsert(
    'json_array_elements($1::json) as row',
    (n) => `row->>${n}`,
    (n) => `(row->>${n})::bigint`,
  ),
}

function upsert(source: string, text: (n: number) => string, integer: (n: number) => string): string {
  const values = [text(0), text(1), text(2), integer(3), integer(4), integer(5), integer(6)].join(', ')
  return `insert into inbox (key, kind, body, received_at, done_at, attempts, lease_until) select ${values} from ${source} where true
    on conflict (key) do update set done_at = excluded.done_at, body = null
    where excluded.done_at is not null and inbox.done_at is null
    returning key`
}

/**
 * Stores new rows and marks others done, in one commit. No key may be in both or twice.
 * @returns the keys of the rows that were not known before, and of those that were not yet done
 */
export async function writeInbox(
  db: Db,
  engine: Engine,
  rows: NewRow[],
  done: Map<string, number>,
): Promise<Set<string>> {
  const fresh = rows.map((row) => [row.key, row.kind, row.body, row.receivedAt, null, row.attempts, row.leaseUntil])
  const finished = [...done].map(([key, at]) => [key, '', null, at, at, 0, 0])
  // In one order everywhere: two writers that wait for each other's keys would never end.
  const sorted = [...fresh, ...finished].sort(([a = ''], [b = '']) => (String(a) < String(b) ? -1 : 1))
  const query = CompiledQuery.raw(statements[engine], [JSON.stringify(sorted)])
  const written = await db.executeQuery<{ key: string }>(query)
  return new Set(written.rows.map(({ key }) => key))
}

/** Notes a key as done where it was not known. @returns whether it is new */
export async function firstTime(trx: Transaction, key: string, kind: Kind, now: number): Promise<boolean> {
  const row = { key, kind, body: null, received_at: now, done_at: now, attempts: 1, lease_until: 0 }
  const result = await trx
    .insertInto('inbox')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function isKnown(db: Db, key: string): Promise<boolean> {
  return (await db.selectFrom('inbox').select('key').where('key', '=', key).executeTakeFirst()) !== undefined
}

/** Lets a submission be made again: its window stayed open. */
export async function forget(db: Db, key: string): Promise<void> {
  await db.deleteFrom('inbox').where('key', '=', key).execute()
}

interface Claim {
  /** Takes rows whose lease ended before this moment. */
  leaseOverBy: number
  leaseUntil: number
  limit: number
}

/** Takes over rows that nobody works on, oldest first. Several replicas may ask at once. */
export async function claimAbandoned(db: Db, engine: Engine, claim: Claim): Promise<ClaimedRow[]> {
  return db.transaction().execute(async (trx) => {
    const abandoned = trx
      .selectFrom('inbox')
      .selectAll()
      .where('done_at', 'is', null)
      .where('lease_until', '<', claim.leaseOverBy)
      .orderBy('received_at')
      .limit(claim.limit)
    const rows = await skipLocked(abandoned, engine).execute()
    if (rows.length === 0) return []
    const keys = rows.map(({ key }) => key)
    await trx
      .updateTable('inbox')
      .set((of) => ({ lease_until: claim.leaseUntil, attempts: of('attempts', '+', 1) }))
      .where('key', 'in', keys)
      .execute()
    return rows.map((row) => ({
      key: row.key,
      kind: row.kind,
      body: row.body ?? '',
      receivedAt: row.received_at,
      attempts: row.attempts + 1,
    }))
  })
}

/** Keeps rows ours for longer. */
export async function renewLeases(db: Db, keys: string[], leaseUntil: number): Promise<void> {
  if (keys.length === 0) return
  await db.updateTable('inbox').set({ lease_until: leaseUntil }).where('key', 'in', keys).execute()
}

/** Hands rows back at once whose handlers were not started, so that the attempt does not count. */
export async function releaseLeases(db: Db, keys: string[]): Promise<void> {
  if (keys.length === 0) return
  await db
    .updateTable('inbox')
    .set((of) => ({ lease_until: 0, attempts: of('attempts', '-', 1) }))
    .where('key', 'in', keys)
    .execute()
}

/** Forgets what was done more than 48 hours ago. */
export async function purgeInbox(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('done_at', '<', now - keptMs)
    .execute()
}
