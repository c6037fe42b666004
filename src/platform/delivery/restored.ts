import { sql } from 'kysely'
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

/** What was lost is planned again soon after the start: what is said from then on is new. */
const catchingUpMs = 3_600_000
/** Where a backup holds no trace of the time it was made. */
const oneDayMs = 86_400_000

/** @param at epoch milliseconds: now, at the first start with the backup */
export async function findRestored(db: Db, at: number): Promise<Restored> {
  const event = await db.selectFrom('delivery_event').select(sql<number | null>`max(at)`.as('at')).executeTakeFirst()
  return { at, since: event?.at ?? at - oneDayMs }
}

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
      .where('kind', '<>', 'update')
      .where('run_after', '<=', now)
      .where('created_at', '<=', restored.at + catchingUpMs)
      .where('wire_at', 'is', null)
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
