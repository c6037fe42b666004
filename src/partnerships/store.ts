import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Db, Schema } from '../../db/schema.ts'
import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import type { WorkingTime } from '../calendar/working-time.ts'
import { daysOffAround } from './days-off.ts'
import { type DayOff, type Partnership, workingTimeOf } from './partnership.ts'

const weekday = z.custom<Weekday>((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7)
const workingDays = z.array(weekday).min(1)

export function toPartnership(row: Selectable<Schema['partnership']>): Partnership {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    language: row.language,
    zone: row.zone,
    channels: {
      marketing: row.marketing_channel_id,
      sales: row.sales_channel_id,
      shared: row.shared_channel_id,
    },
    workingDays: workingDays.parse(JSON.parse(row.working_days)),
    workStart: row.work_start,
    workEnd: row.work_end,
    holidayCountry: row.holiday_country,
    pilotId: row.pilot_id ?? undefined,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

export async function findPartnership(db: Db, workspaceId: string, id: string): Promise<Partnership | undefined> {
  const query = db.selectFrom('partnership').selectAll().where('id', '=', id)
  const row = await query.where('workspace_id', '=', workspaceId).executeTakeFirst()
  return row && toPartnership(row)
}

/** @throws NoResultError when there is none */
export async function getPartnership(db: Db, id: string): Promise<Partnership> {
  return toPartnership(await db.selectFrom('partnership').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Those with these ids, the oldest first. */
export async function findPartnerships(db: Db, ids: readonly string[]): Promise<Partnership[]> {
  if (ids.length === 0) return []
  const query = db.selectFrom('partnership').selectAll().where('id', 'in', ids)
  return (await query.orderBy('id').execute()).map(toPartnership)
}

/** All of a workspace, the oldest first. */
export async function partnershipsInWorkspace(db: Db, workspaceId: string): Promise<Partnership[]> {
  const query = db.selectFrom('partnership').selectAll().where('workspace_id', '=', workspaceId)
  return (await query.orderBy('id').execute()).map(toPartnership)
}

/** Those that a channel serves, the oldest first. */
export async function partnershipsIn(db: Db, workspaceId: string, channelId: string): Promise<Partnership[]> {
  const query = db.selectFrom('partnership').selectAll().where('workspace_id', '=', workspaceId)
  const serving = query.where(({ or, eb }) =>
    or([
      eb('marketing_channel_id', '=', channelId),
      eb('sales_channel_id', '=', channelId),
      eb('shared_channel_id', '=', channelId),
    ]),
  )
  return (await serving.orderBy('id').execute()).map(toPartnership)
}

/** Its own days off, in order; public holidays are not among them. */
export async function ownDaysOff(db: Db, partnershipId: string): Promise<DayOff[]> {
  const query = db.selectFrom('day_off').select(['date', 'name']).where('partnership_id', '=', partnershipId)
  return query.orderBy('date').execute()
}

/** The own days off of several at once, by partnership. */
export async function ownDaysOffOf(db: Db, partnershipIds: readonly string[]): Promise<Map<string, LocalDate[]>> {
  if (partnershipIds.length === 0) return new Map()
  const query = db
    .selectFrom('day_off')
    .select(['partnership_id', 'date'])
    .where('partnership_id', 'in', partnershipIds)
  const byPartnership = Map.groupBy(await query.execute(), (row) => row.partnership_id)
  return new Map([...byPartnership].map(([id, days]) => [id, days.map(({ date }) => date)]))
}

/** Public holidays and own days off, for the years around `now`. */
export function daysOffOf(partnership: Partnership, own: readonly LocalDate[], now: number): ReadonlySet<LocalDate> {
  return daysOffAround(toLocal(now, partnership.zone).date, partnership.holidayCountry, own)
}

/** When the two teams work, with their days off of the years around `now`. */
export async function workingTimeAround(db: Db, partnership: Partnership, now: number): Promise<WorkingTime> {
  const own = (await ownDaysOff(db, partnership.id)).map(({ date }) => date)
  return workingTimeOf(partnership, daysOffOf(partnership, own, now))
}
