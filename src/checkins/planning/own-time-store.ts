import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'

/** A literal: with a bound value neither engine would use the partial index. */
const waits = sql<SqlBool>`waits = 1`

/** When the clocks of anybody next show the time at which they are asked: epoch milliseconds. */
export async function earliestBeginning(db: Db): Promise<number | undefined> {
  const query = db.selectFrom('check_in_asked').select('asked_at').where(waits)
  return (await query.orderBy('asked_at').limit(1).executeTakeFirst())?.asked_at
}

/** Those whose clocks have come to show the time since it was last asked. */
export async function begin(trx: Transaction, now: number): Promise<{ workspaceId: string; personId: string }[]> {
  const rows = await trx
    .updateTable('check_in_asked')
    .set({ waits: 0 })
    .where(waits)
    .where('asked_at', '<=', now)
    .returning(['workspace_id', 'person_id'])
    .execute()
  return rows.map((row) => ({ workspaceId: row.workspace_id, personId: row.person_id }))
}
