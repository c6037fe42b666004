import { type SqlBool, sql } from 'kysely'

/** Of rows of `account_discussion`: those of a date whose post did not come to stand in Slack were no discussion. */
export const wasHeld = sql<SqlBool>`not exists (select 1 from delivery as root
  where root.cause = 'checkins:' || account_discussion.occurrence_id and root.kind = 'post'
  and root.state in ('skipped', 'failed'))`
