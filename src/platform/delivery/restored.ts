import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import { newId } from '../ids.ts'
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

/**
 * Writes down that a backup was put back: at the start, before anything else, since that process may end before it did anything.
 * @param now epoch milliseconds; nobody knows yet whether the clock is right
 */
export async function noteRestored(db: Db, now: number): Promise<void> {
  const event = await db.selectFrom('delivery_event').select(sql<number | null>`max(at)`.as('at')).executeTakeFirst()
  // Where it knows of nothing that was said, all that was said came after it.
  const first = await db.selectFrom('workspace').select('installed_at').orderBy('installed_at').executeTakeFirst()
  const since = event?.at ?? first?.installed_at ?? now
  await db
    .insertInto('restore')
    .values({ id: newId(now), at: now, since, confirmed: 0 })
    .execute()
}

/**
 * The restore that still matters, for every process, whatever it was told at its start; undefined where there was none of late.
 * @param now epoch milliseconds, by a clock that is believed
 */
export async function findRestored(db: Db, now: number): Promise<Restored | undefined> {
  const all = await db.selectFrom('restore').select(['at', 'since', 'confirmed']).execute()
  if (all.some(({ confirmed }) => confirmed === 0)) {
    await db.updateTable('restore').set({ at: now, confirmed: 1 }).where('confirmed', '=', 0).execute()
  }
  const recent = all
    .map(({ at, since, confirmed }) => ({ at: confirmed === 1 ? at : now, since }))
    .filter(({ at }) => at > now - catchingUpMs)
  if (recent.length === 0) return undefined
  return {
    at: Math.max(...recent.map(({ at }) => at)),
    since: Math.min(...recent.map(({ since }) => since)),
  }
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
