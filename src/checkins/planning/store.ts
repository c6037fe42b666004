import type { Db, Transaction } from '../../../db/schema.ts'
import type { SlotRule } from '../../calendar/slots.ts'
import { toRule } from '../../platform/delivery/rule.ts'
import type { CheckIn } from '../occurrence.ts'
import { toCheckIn } from '../store.ts'
import type { ChannelName } from './plan.ts'

/** A check-in with its dates: as it stands, paused or not, or after it has ended. */
export interface Planned {
  checkIn: CheckIn
  channel: ChannelName
  rule: SlotRule
  status: 'active' | 'paused' | 'ended'
  /** The date that comes next, skipped or not. */
  nextSlot: string | undefined
}

export async function findPlanned(db: Db, workspaceId: string, checkInId: string): Promise<Planned | undefined> {
  const row = await selectPlanned(db, workspaceId).where('check_in.id', '=', checkInId).executeTakeFirst()
  return row && toPlanned(row)
}

/** Those of these partnerships that have not ended, the oldest partnership and check-in first. */
export async function plannedOf(db: Db, workspaceId: string, partnershipIds: readonly string[]): Promise<Planned[]> {
  if (partnershipIds.length === 0) return []
  const rows = await selectPlanned(db, workspaceId)
    .where('check_in.partnership_id', 'in', partnershipIds)
    .where('schedule.status', '!=', 'ended')
    .orderBy('check_in.partnership_id')
    .orderBy('check_in.id')
    .execute()
  return rows.map(toPlanned)
}

/** What was chosen of a check-in beside its dates and its questions. */
export async function updateCheckIn(
  trx: Transaction,
  { id, name, channelId, answerHours, meetingAt, ownZone }: CheckIn,
  channel: ChannelName,
): Promise<void> {
  await trx
    .updateTable('check_in')
    .set({ name, channel, channel_id: channelId, answer_hours: answerHours })
    .set({ meeting_at: meetingAt ?? null, own_zone: ownZone ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

function selectPlanned(db: Db, workspaceId: string) {
  return db
    .selectFrom('check_in')
    .innerJoin('schedule', 'schedule.id', 'check_in.schedule_id')
    .selectAll('check_in')
    .select(['schedule.rule', 'schedule.exceptions', 'schedule.status', 'schedule.next_slot'])
    .where('check_in.workspace_id', '=', workspaceId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPlanned>['execute']>>[number]

function toPlanned(row: Row): Planned {
  return {
    checkIn: toCheckIn(row),
    channel: row.channel,
    rule: toRule(row),
    status: row.status,
    nextSlot: row.next_slot ?? undefined,
  }
}
