import type { Db } from '../../../../db/schema.ts'
import { toLocal } from '../../../calendar/wall-time.ts'
import { type Day, dateInFull, isOn } from './day.ts'
import type { Sent } from './deliveries.ts'
import type { Recipient } from './question.ts'

/** What a channel or a person is to Rondo. */
export interface Standing {
  /** Of the partnership, or the person's own. IANA name. */
  zone: string
  workspaceIds: string[]
  /** Of a person who left: epoch milliseconds. */
  leftAt?: number | undefined
}

/** Undefined where no partnership uses the channel, or nobody has met the person. */
export async function findStanding(db: Db, { kind, id }: Recipient): Promise<Standing | undefined> {
  const rows = kind === 'channel' ? await partnershipsWith(db, id) : await peopleCalled(db, id)
  const [first] = rows
  const workspaceIds = rows.map(({ workspace_id }) => workspace_id)
  return first && { zone: first.zone, workspaceIds, leftAt: first.deactivated_at ?? undefined }
}

interface Row {
  workspace_id: string
  zone: string
  deactivated_at?: number | null
}

function partnershipsWith(db: Db, channelId: string): Promise<Row[]> {
  return db
    .selectFrom('partnership')
    .select(['workspace_id', 'zone'])
    .where(({ or, eb }) =>
      or([
        eb('shared_channel_id', '=', channelId),
        eb('marketing_channel_id', '=', channelId),
        eb('sales_channel_id', '=', channelId),
      ]),
    )
    .orderBy('id')
    .execute()
}

function peopleCalled(db: Db, slackId: string): Promise<Row[]> {
  const query = db.selectFrom('person').select(['workspace_id', 'zone', 'deactivated_at'])
  return query.where('slack_id', '=', slackId).orderBy('id').execute()
}

/** Why there is no gathered message, where there is none. */
export function gatheredLines(
  standing: Standing | undefined,
  deliveries: readonly Sent[],
  day: Day,
  now: number,
): string[] {
  if (standing?.leftAt !== undefined)
    return [
      `they left Slack on ${dateInFull(toLocal(standing.leftAt, day.zone).date)}: nothing is sent to them any more`,
    ]
  if (deliveries.some(({ what, due_at }) => what.startsWith('gathered:') && isOn(day, due_at))) return []
  if (day.from > now) return ['gathered message: not yet come; it is planned when their working day begins']
  return [
    'gathered message: none was planned. It is planned when their working day begins: not on a day off, not while they are away, and only for people in a team',
  ]
}
