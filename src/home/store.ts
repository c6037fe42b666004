import type { Db } from '../../db/schema.ts'
import type { Person } from '../platform/person.ts'

/** `views.publish` is limited per workspace, and opening a Home must never wait for others'. */
const most = { aMinute: 50, atOnce: 5 }
const minuteMs = 60_000

/** Somebody opened their Home; it was just drawn. */
export async function saveOpened(db: Db, { id, workspaceId }: Person, now: number): Promise<void> {
  const seen = { opened_at: now, published_at: now, due_at: null }
  await db
    .insertInto('home_view')
    .values({ person_id: id, workspace_id: workspaceId, ...seen })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(seen))
    .execute()
}

/** When the next Home may be drawn: epoch milliseconds; undefined when none is due. */
export async function nextPublishing(db: Db, now: number): Promise<number | undefined> {
  const first = await db
    .selectFrom('home_view')
    .select('due_at')
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  if (!first || first.due_at === null) return undefined
  return Math.max(first.due_at, await roomAt(db, now))
}

/**
 * Claims Homes that are due; of several replicas one gets each.
 * @returns ids of the people, at most so many as may be drawn now
 */
export async function claimHomes(db: Db, now: number): Promise<string[]> {
  if ((await roomAt(db, now)) > now) return []
  const due = await db
    .selectFrom('home_view')
    .select(['person_id', 'due_at'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('person_id')
    .limit(most.atOnce)
    .execute()
  const claimed: string[] = []
  for (const { person_id, due_at } of due) {
    const claim = db
      .updateTable('home_view')
      .set({ due_at: null, published_at: now })
      .where('person_id', '=', person_id)
    const { numUpdatedRows } = await claim.where('due_at', '=', due_at).executeTakeFirst()
    if (numUpdatedRows === 1n) claimed.push(person_id)
  }
  return claimed
}

/** One that Slack would not take now is drawn later. */
export async function postpone(db: Db, personId: string, dueAt: number): Promise<void> {
  await db.updateTable('home_view').set({ due_at: dueAt }).where('person_id', '=', personId).execute()
}

/** From when on the limit of a minute leaves room: epoch milliseconds. */
async function roomAt(db: Db, now: number): Promise<number> {
  const latest = await db
    .selectFrom('home_view')
    .select('published_at')
    .where('published_at', '>', now - minuteMs)
    .orderBy('published_at', 'desc')
    .limit(most.aMinute)
    .execute()
  const fiftieth = latest[most.aMinute - 1]
  return fiftieth ? fiftieth.published_at + minuteMs : now
}
