import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../db/schema.ts'
import type { SlotRule } from '../calendar/slots.ts'
import { toRule } from '../platform/delivery/rule.ts'
import type { ServingSchedule } from '../platform/feature.ts'
import type { CheckIn } from './occurrence.ts'
import type { Question } from './question.ts'
import { templates } from './templates/all.ts'

export async function insertCheckIn(
  trx: Transaction,
  checkIn: CheckIn,
  questions: readonly Question[],
  now: number,
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
      created_at: now,
      // Nobody in person: it comes with the partnership.
      created_by: '',
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

export async function moveToChannel(trx: Transaction, checkInId: string, channelId: string): Promise<void> {
  await trx.updateTable('check_in').set({ channel_id: channelId }).where('id', '=', checkInId).execute()
}

/** The check-ins of a partnership, the oldest first. */
export async function checkInsOf(db: Db, workspaceId: string, partnershipId: string): Promise<CheckIn[]> {
  const rows = await db
    .selectFrom('check_in')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('partnership_id', '=', partnershipId)
    .orderBy('id')
    .execute()
  return rows.map(toCheckIn)
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

type Row = Omit<Selectable<Schema['check_in']>, 'created_at' | 'created_by'>

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
