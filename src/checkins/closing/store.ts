import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { ClosedBecause, Occurrence } from '../occurrence.ts'
import { isOpen, selectOpen, toOccurrence } from '../occurrence-store.ts'

/** @returns whether this closed it; false when it had been closed before */
export async function insertClosing(
  trx: Transaction,
  occurrence: Occurrence,
  why: ClosedBecause,
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('check_in_closing')
    .values({ occurrence_id: occurrence.id, workspace_id: occurrence.workspaceId, closed_at: now, why })
    .onConflict((conflict) => conflict.column('occurrence_id').doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows) !== 1) return false
  await trx.updateTable('check_in_opening').set({ open: 0 }).where('occurrence_id', '=', occurrence.id).execute()
  return true
}

/** The earliest deadline among those that stand in Slack and are open. */
export async function earliestDeadline(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('check_in_opening as opening')
    .select('opening.deadline_at')
    .where(isOpen)
    .where(sql<SqlBool>`exists (select 1 from delivery as root
      where root.cause = 'checkins:' || opening.occurrence_id and root.kind = 'post' and root.state = 'sent')`)
    .orderBy('opening.deadline_at')
    .limit(1)
    .executeTakeFirst()
  return row?.deadline_at
}

/** Those whose time is up. One whose post does not stand in Slack yet waits: its deadline will move. */
export async function occurrencesPastDeadline(db: Db, now: number): Promise<Occurrence[]> {
  const rows = await selectOpen(db)
    .where('root.state', '=', 'sent')
    .where('opening.deadline_at', '<=', now)
    .orderBy('opening.deadline_at')
    .execute()
  return rows.map(toOccurrence)
}
