import { sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { newId } from '../../platform/ids.ts'
import type { Person } from '../../platform/person.ts'

/** Both dates are of the person's own calendar, and included. */
export interface Absence {
  from: LocalDate
  /** Undefined: until further notice. */
  until: LocalDate | undefined
}

type Somebody = Pick<Person, 'id' | 'workspaceId' | 'zone'>

/** Notes that somebody is away from today on, in place of what was noted before. @param until not before today */
export async function setAway(
  trx: Transaction,
  person: Somebody,
  until: LocalDate | undefined,
  now: number,
): Promise<void> {
  await endAbsence(trx, person, now)
  const absence = { id: newId(now), workspace_id: person.workspaceId, person_id: person.id, created_at: now }
  const from_date = toLocal(now, person.zone).date
  await trx
    .insertInto('absence')
    .values({ ...absence, from_date, until_date: until ?? null, ended_at: null })
    .execute()
}

/**
 * Notes that somebody will be away from a later day on, in place of what was planned for those days.
 * @param absence from after today; it ends on that day or later
 * @returns the absence's id
 */
export async function planAbsence(trx: Transaction, person: Somebody, absence: Absence, now: number): Promise<string> {
  const last = absence.until ?? endless
  await plannedOf(trx, person, now)
    .set({ ended_at: now })
    .where('from_date', '<=', last)
    .where(sql<boolean>`coalesce(until_date, ${endless}) >= ${absence.from}`)
    .execute()
  const row = { id: newId(now), workspace_id: person.workspaceId, person_id: person.id, created_at: now }
  await trx
    .insertInto('absence')
    .values({ ...row, from_date: absence.from, until_date: absence.until ?? null, ended_at: null })
    .execute()
  return row.id
}

/** Takes back a planned absence. @returns false where it has begun, or was taken back before */
export async function withdrawAbsence(trx: Transaction, person: Somebody, id: string, now: number): Promise<boolean> {
  const withdrawn = plannedOf(trx, person, now).set({ ended_at: now }).where('id', '=', id)
  return (await withdrawn.executeTakeFirst()).numUpdatedRows > 0n
}

/** What is planned of somebody's absences, the next first. */
export async function plannedAbsences(
  db: Db,
  { id, zone }: Somebody,
  now: number,
): Promise<(Absence & { id: string })[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['id', 'from_date', 'until_date'])
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .where('from_date', '>', toLocal(now, zone).date)
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({ id: row.id, from: row.from_date, until: row.until_date ?? undefined }))
}

function plannedOf(trx: Transaction, { id, zone }: Somebody, now: number) {
  return trx
    .updateTable('absence')
    .where('person_id', '=', id)
    .where('ended_at', 'is', null)
    .where('from_date', '>', toLocal(now, zone).date)
}

/** Later than any day that is meant. */
const endless = '9999-12-31'

/**
 * Notes that somebody is back today: yesterday was the last day of their absence, and one that began today never was.
 * @returns whether they were away
 */
export async function endAbsence(db: Db, { id, zone }: Somebody, now: number): Promise<boolean> {
  const today = toLocal(now, zone).date
  const open = absentOn(db, [id], today).select('id')
  const noted = db.updateTable('absence').where('id', 'in', open)
  const shortened = noted.set({ until_date: addDays(today, -1) }).where('from_date', '<', today)
  const undone = noted.set({ ended_at: now }).where('from_date', '=', today)
  const ended = [await shortened.executeTakeFirst(), await undone.executeTakeFirst()]
  return ended.some(({ numUpdatedRows }) => numUpdatedRows > 0n)
}

/** The absence somebody is in today, by their own calendar: of several the one that lasts longest. */
export async function findAbsence(db: Db, { id, zone }: Somebody, now: number): Promise<Absence | undefined> {
  const row = await absentOn(db, [id], toLocal(now, zone).date)
    .select(['from_date', 'until_date'])
    .orderBy(sql`coalesce(until_date, ${endless})`, 'desc')
    .executeTakeFirst()
  return row && { from: row.from_date, until: row.until_date ?? undefined }
}

/** All that is noted of somebody's absences, past and future, the earliest first. */
export async function absencesOf(db: Db, personId: string): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['from_date', 'until_date'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('from_date')
    .execute()
  return rows.map(({ from_date, until_date }) => ({ from: from_date, until: until_date ?? undefined }))
}

/** Which of these people are away on a date of their own calendar. */
export async function isAway(db: Db, personIds: readonly string[], date: LocalDate): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await absentOn(db, personIds, date).select('person_id').execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Which of these people are away now, each by their own calendar. */
export async function whoIsAway(
  db: Db,
  people: readonly Pick<Person, 'id' | 'zone'>[],
  now: number,
): Promise<Set<string>> {
  const byDate = Map.groupBy(people, ({ zone }) => toLocal(now, zone).date)
  const away = await Promise.all(
    [...byDate].map(([date, there]) =>
      isAway(
        db,
        there.map(({ id }) => id),
        date,
      ),
    ),
  )
  return new Set(away.flatMap((ids) => [...ids]))
}

function absentOn(db: Db, personIds: readonly string[], date: LocalDate) {
  return db
    .selectFrom('absence')
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .where('from_date', '<=', date)
    .where(sql<boolean>`coalesce(until_date, ${endless}) >= ${date}`)
}
