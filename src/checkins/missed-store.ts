import { sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import { left } from '../platform/delivery/states.ts'
import type { CheckIn, Missed } from './occurrence.ts'

/** Why a post that waited was not said after all. */
export const paused = 'paused'

/** The latest date of a check-in, if it was missed. */
export async function findMissed(db: Db, { scheduleId, workspaceId }: CheckIn): Promise<Missed | undefined> {
  const latest = await db
    .selectFrom('occurrence')
    .leftJoin('delivery as root', (join) =>
      join.on('root.cause', '=', sql<string>`'checkins:' || occurrence.id`).on('root.kind', '=', 'post'),
    )
    .select(['occurrence.due_at', 'occurrence.skipped', 'root.state', 'root.reason'])
    .where('occurrence.workspace_id', '=', workspaceId)
    .where('occurrence.schedule_id', '=', scheduleId)
    .orderBy('occurrence.due_at', 'desc')
    .executeTakeFirst()
  if (!latest || latest.reason === paused || latest.reason === left) return undefined
  // Of one that may stand in Slack nobody knows yet whether it was missed: its team leads are asked.
  const lost = latest.state === 'skipped' || latest.state === 'failed'
  if (latest.skipped === 'no accounts') return { dueAt: latest.due_at, why: 'no accounts' }
  if (latest.skipped !== 'no time' && !lost) return undefined
  return { dueAt: latest.due_at, why: latest.state === 'failed' ? 'refused' : 'no time' }
}
