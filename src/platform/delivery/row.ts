import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { Outgoing } from '../feature.ts'

export type DeliveryRow = Selectable<Schema['delivery']>

/**
 * A state named in a condition, as a literal: with a bound parameter neither engine would use the partial index, and without
 * the index's own words SQLite would not see that it may.
 */
export const isDue = sql<SqlBool>`state in ('due', 'unsure') and state = 'due'`
export const isUnsure = sql<SqlBool>`state in ('due', 'unsure') and state = 'unsure'`
export const isLeased = sql<SqlBool>`state in ('leased', 'sending', 'checking')`

/** A reply and an update wait until it is clear whether the message they belong to stands. */
export const parentSettled = sql<SqlBool>`(delivery.parent_id is null or exists (
  select 1 from delivery as parent where parent.id = delivery.parent_id and parent.state in ('sent', 'skipped', 'failed')))`

/** The channel that a post is for: another than it was meant for where it was redirected; not where it stands in pilot mode. */
export const channelFor = ({ channel_id, recipient, pilot_id }: DeliveryRow): string =>
  pilot_id === null ? (channel_id ?? recipient) : recipient

/** What a feature is told about a delivery of its own. */
export function toOutgoing(row: DeliveryRow): Outgoing {
  const about: Record<string, string> = JSON.parse(row.about)
  const sentAt = row.sent_at ?? undefined
  return { id: row.id, workspaceId: row.workspace_id, recipient: row.recipient, about, dueAt: row.due_at, sentAt }
}
