import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../db/schema.ts'
import type { SlotRule } from '../calendar/slots.ts'
import { toRule } from '../platform/delivery/rule.ts'
import type { ServingSchedule } from '../platform/feature.ts'
import type { CheckIn } from './occurrence.ts'
import { type ChannelName, type Channels, channelNames } from './planning/plan.ts'
import type { Question } from './question.ts'
import { templates } from './templates/all.ts'

/** @param by who made it, and in which of the partnership's channels it stands; '' where it comes with the partnership */
export async function insertCheckIn(
  trx: Transaction,
  checkIn: CheckIn,
  questions: readonly Question[],
  now: number,
  { by = '', channel = 'shared' }: { by?: string; channel?: ChannelName } = {},
): Promise<void> {
  await trx
    .insertInto('check_in')
    .values({
      id: checkIn.id,
      workspace_id: checkIn.workspaceId,
      partnership_id: checkIn.partnershipId,
      schedule_id: checkIn.scheduleId,
      template: checkIn.template,
      name: checkIn.name,
      channel_id: checkIn.channelId,
      answer_hours: checkIn.answerHours,
      meeting_at: checkIn.meetingAt ?? null,
      own_zone: checkIn.ownZone ? 1 : 0,
      channel,
      created_at: now,
      created_by: by,
    })
    .execute()
  await trx
    .insertInto('check_in_version')
    .values({
      workspace_id: checkIn.workspaceId,
      check_in_id: checkIn.id,
      version: 1,
      questions: JSON.stringify(questions),
      made_at: now,
    })
    .execute()
}

/** When a schedule recurs. */
export async function findRule(db: Db, scheduleId: string): Promise<SlotRule | undefined> {
  const row = await db
    .selectFrom('schedule')
    .select(['rule', 'exceptions'])
    .where('id', '=', scheduleId)
    .executeTakeFirst()
  return row && toRule(row)
}

/** The check-ins of a partnership stand in its channels as they are now. */
export async function followChannels(trx: Transaction, partnershipId: string, channels: Channels): Promise<void> {
  for (const name of channelNames)
    await trx
      .updateTable('check_in')
      .set({ channel_id: channels[name] })
      .where('partnership_id', '=', partnershipId)
      .where('channel', '=', name)
      .execute()
}

/** The check-ins of a partnership that have not ended, the oldest first. */
export async function checkInsOf(db: Db, workspaceId: string, partnershipId: string): Promise<CheckIn[]> {
  const rows = await db
    .selectFrom('check_in')
    .innerJoin('schedule', 'schedule.id', 'check_in.schedule_id')
    .selectAll('check_in')
    .where('check_in.workspace_id', '=', workspaceId)
    .where('check_in.partnership_id', '=', partnershipId)
    .where('schedule.status', '!=', 'ended')
    .orderBy('check_in.id')
    .execute()
  return rows.map(toCheckIn)
}

/** Whether a partnership ever had a check-in: it may have ended. */
export async function hasBegun(db: Db, partnershipId: string): Promise<boolean> {
  const query = db.selectFrom('check_in').select('id').where('partnership_id', '=', partnershipId)
  return (await query.executeTakeFirst()) !== undefined
}

export async function findCheckIn(db: Db, workspaceId: string, id: string): Promise<CheckIn | undefined> {
  const row = await db
    .selectFrom('check_in')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toCheckIn(row)
}

/** The check-in that a schedule gives its dates to. */
export async function findCheckInBySchedule(
  db: Db,
  workspaceId: string,
  scheduleId: string,
): Promise<CheckIn | undefined> {
  const row = await db
    .selectFrom('check_in')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('schedule_id', '=', scheduleId)
    .executeTakeFirst()
  return row && toCheckIn(row)
}

/** The schedules of the check-ins that are held in a channel, the oldest first; for the operator. */
export async function schedulesIn(db: Db, channelId: string): Promise<ServingSchedule[]> {
  const rows = await db
    .selectFrom('check_in')
    .innerJoin('partnership', 'partnership.id', 'check_in.partnership_id')
    .select(['check_in.schedule_id', 'check_in.name', 'check_in.template', 'partnership.name as partnership'])
    .where('check_in.channel_id', '=', channelId)
    .orderBy('check_in.id')
    .execute()
  return rows.map(({ schedule_id, name, template, partnership }) => ({
    scheduleId: schedule_id,
    name: `${name || templates[template]?.name('en') || template} (${partnership})`,
  }))
}

type Row = Omit<Selectable<Schema['check_in']>, 'channel' | 'created_at' | 'created_by'>

/** The row of a check-in, alone or joined. */
export function toCheckIn(row: Row): CheckIn {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    partnershipId: row.partnership_id,
    scheduleId: row.schedule_id,
    template: row.template,
    name: row.name,
    channelId: row.channel_id,
    answerHours: row.answer_hours,
    meetingAt: row.meeting_at ?? undefined,
    ownZone: row.own_zone === 1,
  }
}
