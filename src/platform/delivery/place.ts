import type { Answer } from './answer.ts'
import type { Pilot } from './pilot.ts'
import { channelFor, type DeliveryRow } from './row.ts'
import { asked, type Tools } from './tools.ts'

/** Where a delivery goes: a channel, and in it the thread or the message. */
export interface Place {
  channelId: string
  /** Of the thread's root for a reply, of the message itself for an update. */
  ts?: string | undefined
}

/**
 * Finds where to say it, with the calls that are needed first. Those may be repeated at will.
 * @param pilot who gets it instead
 */
export async function findPlace(
  tools: Tools,
  row: DeliveryRow,
  parent: DeliveryRow | undefined,
  pilot: Pilot | undefined,
): Promise<{ ok: Place } | { refusal: Answer }> {
  if (parent) return { ok: { channelId: parent.channel_id ?? parent.recipient, ts: parent.ts ?? undefined } }
  if (pilot) return findDirectMessage(tools, { ...row, recipient: pilot.slackId })
  if (row.kind === 'dm') return findDirectMessage(tools, row)
  const channelId = channelFor(row)
  return row.reason === 'not_in_channel' ? join(tools, channelId) : { ok: { channelId } }
}

async function findDirectMessage(
  { db, slack }: Tools,
  row: Pick<DeliveryRow, 'workspace_id' | 'recipient'>,
): Promise<{ ok: Place } | { refusal: Answer }> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'dm_channel_id'])
    .where('workspace_id', '=', row.workspace_id)
    .where('slack_id', '=', row.recipient)
    .executeTakeFirst()
  if (person?.dm_channel_id) return { ok: { channelId: person.dm_channel_id } }
  const opened = await asked(() => slack.read.conversations.open({ users: row.recipient }))
  if ('refusal' in opened) return opened
  const channelId = opened.ok.channel?.id
  if (channelId === undefined) return { refusal: { class: 'unsure', code: 'no_channel' } }
  if (person) await db.updateTable('person').set({ dm_channel_id: channelId }).where('id', '=', person.id).execute()
  return { ok: { channelId } }
}

/** Only a public channel can be joined; a private one has to invite. */
async function join({ slack }: Tools, channelId: string): Promise<{ ok: Place } | { refusal: Answer }> {
  const joined = await asked(() => slack.read.conversations.join({ channel: channelId }))
  if ('ok' in joined) return { ok: { channelId } }
  const { refusal } = joined
  return {
    refusal:
      refusal.class === 'recipient' || refusal.code === 'missing_scope'
        ? { class: 'recipient', code: 'not_in_channel' }
        : refusal,
  }
}
