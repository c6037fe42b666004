import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'
import { left } from '../platform/delivery/states.ts'
import type { Period } from '../platform/feature.ts'
import type { CheckIn, ClosedBecause, Missed, Occurrence, WallMoment } from './occurrence.ts'
import type { Asked } from './participants/participant.ts'
import type { Question } from './question.ts'
import { toQuestions } from './questions/stored.ts'
import { toCheckIn } from './store.ts'

/** What the first post of an occurrence is due to; its replies' causes begin with it. */
export const causeOf = (occurrenceId: string): string => `checkins:${occurrenceId}`

/** Why a post that waited was not said after all. */
export const paused = 'paused'

/** What a check-in asks as it is now. */
export interface Version {
  version: number
  questions: readonly Question[]
}

export async function latestVersion(db: Db, checkInId: string): Promise<Version> {
  const { version, questions } = await db
    .selectFrom('check_in_version')
    .select(['version', 'questions'])
    .where('check_in_id', '=', checkInId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { version, questions: toQuestions(questions) }
}

export interface NewOpening {
  occurrenceId: string
  checkIn: CheckIn
  version: number
  /** What this date asks, where that is not what its version says. */
  questions?: readonly Question[] | undefined
  openedAt: number
  deadlineAt: number
  meetsAt?: number | undefined
  ownFrom?: WallMoment | undefined
  /** `askedAt` where it is not the opening. */
  asked: readonly (Asked & { askedAt?: number })[]
}

export async function insertOpening(trx: Transaction, opening: NewOpening): Promise<void> {
  const { occurrenceId, checkIn, openedAt, deadlineAt } = opening
  await trx
    .insertInto('check_in_opening')
    .values({
      occurrence_id: occurrenceId,
      workspace_id: checkIn.workspaceId,
      check_in_id: checkIn.id,
      version: opening.version,
      opened_at: openedAt,
      deadline_at: deadlineAt,
      meets_at: opening.meetsAt ?? null,
      own_from: opening.ownFrom ? `${opening.ownFrom.date} ${opening.ownFrom.time}` : null,
      questions: opening.questions ? JSON.stringify(opening.questions) : null,
    })
    .execute()
  const asked = opening.asked.map((person) => ({
    workspace_id: checkIn.workspaceId,
    occurrence_id: occurrenceId,
    person_id: person.personId,
    side: person.side,
    required: person.required ? 1 : 0,
    asked_at: person.askedAt ?? openedAt,
    waits: person.askedAt !== undefined && person.askedAt > openedAt ? 1 : 0,
  }))
  if (asked.length > 0) await trx.insertInto('check_in_asked').values(asked).execute()
}

/** Lets those who write to one occurrence wait for each other, so that the last answer sees all the others. */
export async function lockOpening(trx: Transaction, occurrenceId: string): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set(({ ref }) => ({ deadline_at: ref('deadline_at') }))
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** All of these, in the order in which everybody takes them: before anything that shows them, and before anybody's messages. */
export async function lockOpenings(trx: Transaction, occurrences: readonly Pick<Occurrence, 'id'>[]): Promise<void> {
  for (const id of occurrences.map((one) => one.id).toSorted()) await lockOpening(trx, id)
}

export async function moveDeadline(trx: Transaction, occurrenceId: string, deadlineAt: number): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set({ deadline_at: deadlineAt })
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** What one date asks from now on, where that is not what its version says. */
export async function saveQuestions(
  trx: Transaction,
  { id, workspaceId }: Pick<Occurrence, 'id' | 'workspaceId'>,
  questions: readonly Question[],
): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set({ questions: JSON.stringify(questions) })
    .where('workspace_id', '=', workspaceId)
    .where('occurrence_id', '=', id)
    .execute()
}

/** @returns whether this closed it; false when it had been closed before */
export async function insertClosing(
  trx: Transaction,
  occurrence: Occurrence,
  why: ClosedBecause,
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('check_in_closing')
    .values({ occurrence_id: occurrence.id, workspace_id: occurrence.workspaceId, closed_at: now, why })
    .onConflict((conflict) => conflict.column('occurrence_id').doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows) !== 1) return false
  await trx.updateTable('check_in_opening').set({ open: 0 }).where('occurrence_id', '=', occurrence.id).execute()
  return true
}

export async function findOccurrence(db: Db, workspaceId: string, id: string): Promise<Occurrence | undefined> {
  const row = await selectOccurrences(db)
    .where('opening.workspace_id', '=', workspaceId)
    .where('opening.occurrence_id', '=', id)
    .executeTakeFirst()
  return row && toOccurrence(row)
}

/** Those of a partnership that people can still answer, the latest first. */
export async function openOccurrences(db: Db, workspaceId: string, partnershipId: string): Promise<Occurrence[]> {
  const rows = await selectOpen(db)
    .where('opening.workspace_id', '=', workspaceId)
    .where('check_in.partnership_id', '=', partnershipId)
    .orderBy('opening.opened_at', 'desc')
    .execute()
  return rows.map(toOccurrence)
}

/** When the one before it opened, of the same check-in; one that never stood in Slack does not count. Epoch milliseconds. */
export async function openedBefore(
  db: Db,
  { id, workspaceId, openedAt, checkIn }: Pick<Occurrence, 'id' | 'workspaceId' | 'openedAt' | 'checkIn'>,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('check_in_opening as opening')
    .select('opening.opened_at')
    .where('opening.workspace_id', '=', workspaceId)
    .where('opening.check_in_id', '=', checkIn.id)
    .where('opening.opened_at', '<', openedAt)
    .where('opening.occurrence_id', '!=', id)
    .where(stoodInSlack)
    .orderBy('opening.opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.opened_at
}

/** Those of a partnership that opened in a period and have closed, the oldest first. */
export async function closedAmong(
  db: Db,
  workspaceId: string,
  partnershipId: string,
  { since, until }: Period,
): Promise<Occurrence[]> {
  const rows = await selectOccurrences(db)
    .where('opening.workspace_id', '=', workspaceId)
    .where('check_in.partnership_id', '=', partnershipId)
    .where('opening.opened_at', '>=', since)
    .where('opening.opened_at', '<', until)
    .where('closing.closed_at', 'is not', null)
    .orderBy('opening.opened_at')
    .orderBy('opening.occurrence_id')
    .execute()
  return rows.map(toOccurrence)
}

/** All that were opened in a partnership, the oldest first. */
export async function occurrencesIn(db: Db, workspaceId: string, partnershipId: string): Promise<Occurrence[]> {
  const rows = await selectOccurrences(db)
    .where('opening.workspace_id', '=', workspaceId)
    .where('check_in.partnership_id', '=', partnershipId)
    .orderBy('opening.opened_at')
    .orderBy('opening.occurrence_id')
    .execute()
  return rows.map(toOccurrence)
}

/** The open ones that concern somebody: of the partnerships they are in, and those that asked them. */
export async function openOccurrencesAround(db: Db, workspaceId: string, personId: string): Promise<Occurrence[]> {
  const rows = await selectOpen(db)
    .where('opening.workspace_id', '=', workspaceId)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('check_in_asked as asked')
            .select('asked.person_id')
            .whereRef('asked.occurrence_id', '=', 'opening.occurrence_id')
            .where('asked.person_id', '=', personId),
        ),
        where.exists(
          where
            .selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.partnership_id', '=', 'check_in.partnership_id')
            .where('membership.person_id', '=', personId)
            .where('membership.removed_at', 'is', null),
        ),
      ]),
    )
    .orderBy('opening.occurrence_id')
    .execute()
  return rows.map(toOccurrence)
}

/** Those that wait for an answer of this person. */
export async function occurrencesWaitingFor(db: Db, workspaceId: string, personId: string): Promise<Occurrence[]> {
  const rows = await selectOpen(db)
    .innerJoin('check_in_asked as asked', 'asked.occurrence_id', 'opening.occurrence_id')
    .leftJoin('check_in_response as response', (join) =>
      join
        .onRef('response.occurrence_id', '=', 'asked.occurrence_id')
        .onRef('response.person_id', '=', 'asked.person_id'),
    )
    .leftJoin('check_in_skip as skip', (join) =>
      join.onRef('skip.occurrence_id', '=', 'asked.occurrence_id').onRef('skip.person_id', '=', 'asked.person_id'),
    )
    .where('opening.workspace_id', '=', workspaceId)
    .where('asked.person_id', '=', personId)
    .where('response.person_id', 'is', null)
    .where('skip.person_id', 'is', null)
    .orderBy('opening.deadline_at')
    .execute()
  return rows.map(toOccurrence)
}

/** The earliest deadline among those that stand in Slack and are open. */
export async function earliestDeadline(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('check_in_opening as opening')
    .select('opening.deadline_at')
    .where(isOpen)
    .where(sql<SqlBool>`exists (select 1 from delivery as root
      where root.cause = 'checkins:' || opening.occurrence_id and root.kind = 'post' and root.state = 'sent')`)
    .orderBy('opening.deadline_at')
    .limit(1)
    .executeTakeFirst()
  return row?.deadline_at
}

/** Those whose time is up. One whose post does not stand in Slack yet waits: its deadline will move. */
export async function occurrencesPastDeadline(db: Db, now: number): Promise<Occurrence[]> {
  const rows = await selectOpen(db)
    .where('root.state', '=', 'sent')
    .where('opening.deadline_at', '<=', now)
    .orderBy('opening.deadline_at')
    .execute()
  return rows.map(toOccurrence)
}

/** The latest date of a check-in, if it was missed. */
export async function findMissed(db: Db, { scheduleId, workspaceId }: CheckIn): Promise<Missed | undefined> {
  const latest = await db
    .selectFrom('occurrence')
    .leftJoin('delivery as root', (join) =>
      join.on('root.cause', '=', sql<string>`'checkins:' || occurrence.id`).on('root.kind', '=', 'post'),
    )
    .select(['occurrence.due_at', 'occurrence.skipped', 'root.state', 'root.reason'])
    .where('occurrence.workspace_id', '=', workspaceId)
    .where('occurrence.schedule_id', '=', scheduleId)
    .orderBy('occurrence.due_at', 'desc')
    .executeTakeFirst()
  if (!latest || latest.reason === paused || latest.reason === left) return undefined
  // Of one that may stand in Slack nobody knows yet whether it was missed: its team leads are asked.
  const lost = latest.state === 'skipped' || latest.state === 'failed'
  if (latest.skipped === 'no accounts') return { dueAt: latest.due_at, why: 'no accounts' }
  if (latest.skipped !== 'no time' && !lost) return undefined
  return { dueAt: latest.due_at, why: latest.state === 'failed' ? 'refused' : 'no time' }
}

const stoodInSlack = sql<SqlBool>`not exists (select 1 from delivery as root
  where root.cause = 'checkins:' || opening.occurrence_id and root.kind = 'post' and root.state in ('skipped', 'failed'))`

/** A literal: with a bound value neither engine would use the partial index. */
const isOpen = sql<SqlBool>`opening.open = 1`

/** Not closed, and its post stands in Slack or may still come to. */
function selectOpen(db: Db) {
  return selectOccurrences(db)
    .innerJoin('delivery as root', (join) =>
      join.on('root.cause', '=', sql<string>`'checkins:' || opening.occurrence_id`).on('root.kind', '=', 'post'),
    )
    .where(isOpen)
    .where('root.state', 'not in', ['skipped', 'failed', 'unknown'])
}

function selectOccurrences(db: Db) {
  return db
    .selectFrom('check_in_opening as opening')
    .innerJoin('check_in', 'check_in.id', 'opening.check_in_id')
    .innerJoin('occurrence', 'occurrence.id', 'opening.occurrence_id')
    .innerJoin('check_in_version as version', (join) =>
      join.onRef('version.check_in_id', '=', 'opening.check_in_id').onRef('version.version', '=', 'opening.version'),
    )
    .leftJoin('check_in_closing as closing', 'closing.occurrence_id', 'opening.occurrence_id')
    .select([
      'opening.occurrence_id',
      'opening.opened_at',
      'opening.deadline_at',
      'opening.meets_at',
      'opening.own_from',
      'occurrence.slot',
      'occurrence.date',
      'occurrence.due_at',
      'version.questions',
      'opening.questions as own_questions',
      'closing.closed_at',
      'closing.why',
      'check_in.id',
      'check_in.workspace_id',
      'check_in.partnership_id',
      'check_in.schedule_id',
      'check_in.template',
      'check_in.name',
      'check_in.channel_id',
      'check_in.answer_hours',
      'check_in.meeting_at',
      'check_in.own_zone',
    ])
}

type OccurrenceRow = Awaited<ReturnType<ReturnType<typeof selectOccurrences>['execute']>>[number]

function toOccurrence(row: OccurrenceRow): Occurrence {
  return {
    id: row.occurrence_id,
    workspaceId: row.workspace_id,
    checkIn: toCheckIn(row),
    slot: row.slot,
    date: row.date ?? undefined,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    deadlineAt: row.deadline_at,
    meetsAt: row.meets_at ?? undefined,
    ownFrom: row.own_from ? toWallMoment(row.own_from) : undefined,
    questions: toQuestions(row.own_questions ?? row.questions),
    closed: row.closed_at === null || row.why === null ? undefined : { at: row.closed_at, why: row.why },
  }
}

function toWallMoment(text: string): WallMoment {
  const [date = '', time = ''] = text.split(' ')
  return { date, time }
}
