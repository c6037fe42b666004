/** When somebody's App Home is to be drawn again. What draws it is a feature; what changes it may happen anywhere. */
import { sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'

/** Whoever opened theirs longer ago is shown it anew when they open it. */
const lookingMs = 10 * 60_000
/** Slack allows a workspace few of these, and several changes often come together. */
const togetherMs = 30_000

/** Something these people see in their Home has changed: whoever may be looking is shown it within half a minute. */
export async function homesChanged(trx: Transaction, personIds: readonly string[], now: number): Promise<void> {
  if (personIds.length === 0) return
  const looking = await trx
    .selectFrom('home_view')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .where('opened_at', '>', now - lookingMs)
    .orderBy('person_id')
    .execute()
  // Written also where it is due already, so that it is not drawn before this transaction has ended.
  for (const { person_id } of looking) {
    const soon = sql<number>`case when published_at + ${togetherMs} > ${now} then published_at + ${togetherMs} else ${now} end`
    await trx
      .updateTable('home_view')
      .set({ due_at: sql<number>`coalesce(due_at, ${soon})` })
      .where('person_id', '=', person_id)
      .execute()
  }
}

/** Somebody did something themselves: their Home, if they have ever opened it, follows at once. */
export async function homeActed(db: Db, personId: string, now: number): Promise<void> {
  await db.updateTable('home_view').set({ due_at: now }).where('person_id', '=', personId).execute()
}
