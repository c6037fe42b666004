import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import { noteAll } from './event.ts'
import { isDue, parentSettled } from './row.ts'
import type { Step } from './states.ts'

/** A backup was put back: what it does not know of may have been said. */
export interface Restored {
  /** When it was put back. Epoch milliseconds, as the other. */
  at: number
  /** The last moment that the backup knows of. */
  since: number
}

/** What was lost is planned again soon after the start, but not while Slack is down or the clock is wrong. */
const catchingUpMs = 86_400_000

/** Writes down that a backup was put back, at the first start with it: those that follow within a day are the same restore. */
export async function noteRestored(db: Db, now: number): Promise<void> {
  if (await findRestored(db, now)) return
  const event = await db.selectFrom('delivery_event').select(sql<number | null>`max(at)`.as('at')).executeTakeFirst()
  // Where it knows of nothing that was said, all that was said came after it.
  const first = await db.selectFrom('workspace').select('installed_at').orderBy('installed_at').executeTakeFirst()
  await db
    .insertInto('restore')
    .values({ at: now, since: event?.at ?? first?.installed_at ?? now })
    .onConflict((conflict) => conflict.column('at').doNothing())
    .execute()
}

/** The restore that still matters, for every process that starts after it; undefined where there was none of late. */
export function findRestored(db: Db, now: number): Promise<Restored | undefined> {
  return db
    .selectFrom('restore')
    .select(['at', 'since'])
    .where('at', '>', now - catchingUpMs)
    .orderBy('at', 'desc')
    .executeTakeFirst()
}

/** Whether a delivery may have been said before the backup was put back, and was not looked for since. */
export const isDoubtful = ({ at }: Restored): RawBuilder<SqlBool> => sql<SqlBool>`(delivery.kind <> 'update'
  and delivery.created_at <= ${at + catchingUpMs} and (delivery.wire_at is null or delivery.wire_at < ${at}))`

/**
 * Has everything that is due looked for before it is said: it may stand in Slack since before the backup was put back. Its id
 * is the same as then, also where it had to be planned again.
 * @returns how much was doubted
 */
export async function doubtAfterRestore({ db, worker, now }: Step, restored: Restored): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const doubted = await trx
      .updateTable('delivery')
      .set({ state: sql.lit('unsure'), wire_at: now, run_after: now, absent_looks: 0 })
      .where(isDue)
      .where(isDoubtful(restored))
      .where('run_after', '<=', now)
      .where(parentSettled)
      .returning(['id', 'workspace_id'])
      .execute()
    await noteAll(trx, doubted, { from: 'due', to: 'unsure', at: now, detail: `after a restore (${worker})` })
    return doubted.length
  })
}

/** Where to begin to look for a message. @returns epoch milliseconds */
export const lookFrom = (wireAt: number, restored: Restored | undefined): number =>
  restored ? Math.min(wireAt, restored.since) : wireAt
