import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import type { Period } from '../platform/feature.ts'
import type { Occurrence, WallMoment } from './occurrence.ts'
import { toQuestions } from './questions/stored.ts'
import { toCheckIn } from './store.ts'

/** What the first post of an occurrence is due to; its replies' causes begin with it. */
export const causeOf = (occurrenceId: string): string => `checkins:${occurrenceId}`

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

const stoodInSlack = sql<SqlBool>`not exists (select 1 from delivery as root
  where root.cause = 'checkins:' || opening.occurrence_id and root.kind = 'post' and root.state in ('skipped', 'failed'))`

/** A literal: with a bound value neither engine would use the partial index. */
export const isOpen = sql<SqlBool>`opening.open = 1`

/** Not closed, and its post stands in Slack or may still come to. */
export function selectOpen(db: Db) {
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

export function toOccurrence(row: OccurrenceRow): Occurrence {
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
