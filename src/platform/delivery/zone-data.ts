import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import { firstSlot } from '../../calendar/slots.ts'
import type { Log } from '../log.ts'
import { toRule } from './rule.ts'
import { type ScheduleRow, toColumns } from './schedules.ts'

/**
 * Works out anew when the next dates are due, where that was done with another version of the time zone data: a country may have
 * moved its clocks since. The dates themselves stay.
 */
export async function followZoneData(db: Db, log: Log): Promise<void> {
  const old = await db
    .selectFrom('schedule')
    .selectAll()
    .where(sql<SqlBool>`status = 'active'`)
    .where('tzdata', '<>', process.versions.tz ?? '')
    .execute()
  for (const schedule of old) await follow(db, schedule).catch((error) => logTrouble(log, schedule, error))
}

/** One that was changed meanwhile was worked out with the new data. */
async function follow(db: Db, schedule: ScheduleRow): Promise<void> {
  const { id, rev, next_slot } = schedule
  if (next_slot === null) return
  await db
    .updateTable('schedule')
    .set(toColumns(firstSlot(toRule(schedule), next_slot)))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('next_slot', '=', next_slot)
    .execute()
}

function logTrouble(log: Log, { id, kind }: ScheduleRow, error: unknown): void {
  log.error({ schedule: id, kind, error }, 'a schedule could not follow the new time zone data')
}
