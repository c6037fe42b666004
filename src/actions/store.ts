import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Period } from '../platform/feature.ts'
import type { PartnershipRef } from '../platform/person.ts'
import type { Action, Handover } from './action.ts'

export async function findAction(db: Db, workspaceId: string, id: string): Promise<Action | undefined> {
  const row = await selectActions(db, workspaceId).where('action.id', '=', id).executeTakeFirst()
  return row && toAction(row)
}

/** The action as it stands, and held: those who change it wait for each other. */
export async function lockAction(trx: Transaction, { workspaceId, id }: Action): Promise<Action | undefined> {
  await trx
    .updateTable('action')
    .set(({ ref }) => ({ text: ref('text') }))
    .where('id', '=', id)
    .execute()
  return findAction(trx, workspaceId, id)
}

/** Those of both teams, the longest promised first. */
export async function openActions(db: Db, workspaceId: string, partnershipId: string): Promise<Action[]> {
  const rows = await selectOpen(db, workspaceId).where('action.partnership_id', '=', partnershipId).execute()
  return rows.map(toAction)
}

/** Those of one person in all their partnerships, the longest promised first. */
export async function openActionsOf(db: Db, workspaceId: string, ownerId: string): Promise<Action[]> {
  const rows = await selectOpen(db, workspaceId).where('action.owner_id', '=', ownerId).execute()
  return rows.map(toAction)
}

/** Those that came up in one check-in of a partnership, whatever became of them, as they were added. */
export async function actionsFrom(
  db: Db,
  { workspaceId, partnershipId }: Pick<Action, 'workspaceId' | 'partnershipId'>,
  occurrenceId: string,
): Promise<Action[]> {
  const rows = await selectActions(db, workspaceId)
    .where('action.partnership_id', '=', partnershipId)
    .where('action.occurrence_id', '=', occurrenceId)
    .orderBy('action.id')
    .execute()
  return rows.map(toAction)
}

/** Those of a partnership that ended in a period, its end included, in the order in which they did. */
export async function actionsEnded(
  db: Db,
  { id, workspaceId }: Pick<PartnershipRef, 'id' | 'workspaceId'>,
  { since, until }: Period,
): Promise<Action[]> {
  const rows = await selectActions(db, workspaceId)
    .where('action.partnership_id', '=', id)
    .where('ending.ended_at', '>', since)
    .where('ending.ended_at', '<=', until)
    .orderBy('ending.ended_at')
    .orderBy('action.id')
    .execute()
  return rows.map(toAction)
}

/** How many were added in a partnership in a period, its end included. */
export async function countAdded(
  db: Db,
  { id, workspaceId }: Pick<PartnershipRef, 'id' | 'workspaceId'>,
  { since, until }: Period,
): Promise<number> {
  const { added } = await db
    .selectFrom('action')
    .select(({ fn }) => fn.countAll<number>().as('added'))
    .where('workspace_id', '=', workspaceId)
    .where('partnership_id', '=', id)
    .where('created_at', '>', since)
    .where('created_at', '<=', until)
    .executeTakeFirstOrThrow()
  return added
}

/** All of a partnership, whatever became of them, the longest promised first. */
export async function allActions(db: Db, workspaceId: string, partnershipId: string): Promise<Action[]> {
  const rows = await selectActions(db, workspaceId)
    .where('action.partnership_id', '=', partnershipId)
    .orderBy('action.due_date')
    .orderBy('action.id')
    .execute()
  return rows.map(toAction)
}

function selectActions(db: Db, workspaceId: string) {
  return db
    .selectFrom('action')
    .leftJoin('person as owner', 'owner.id', 'action.owner_id')
    .leftJoin('action_end as ending', 'ending.action_id', 'action.id')
    .leftJoin('person as ender', 'ender.id', 'ending.ended_by')
    .leftJoin('action_handover as handover', (join) => join.on(sql<SqlBool>`handover.id = (${latestHandover(db)})`))
    .leftJoin('person as before', 'before.id', 'handover.from_id')
    .leftJoin('person as giver', 'giver.id', 'handover.handed_by')
    .where('action.workspace_id', '=', workspaceId)
    .select(({ selectFrom, fn }) => [
      'action.id',
      'action.workspace_id',
      'action.partnership_id',
      'action.text',
      'action.owner_id',
      'owner.name as owner_name',
      'action.due_date',
      'action.occurrence_id',
      'ending.how',
      'ending.reason',
      'ending.ended_at',
      'ending.ended_by',
      'ender.name as ender_name',
      'handover.id as handover_id',
      'handover.to_id as handed_to',
      'handover.why',
      'handover.handed_at',
      'handover.kept_at',
      'before.name as before_name',
      'giver.name as giver_name',
      selectFrom('action_move')
        .whereRef('action_move.action_id', '=', 'action.id')
        .select(fn.countAll<number>().as('count'))
        .as('moves'),
      selectFrom('action_move')
        .whereRef('action_move.action_id', '=', 'action.id')
        .select('reason')
        .orderBy('moved_at', 'desc')
        .orderBy('action_move.id', 'desc')
        .limit(1)
        .as('moved_because'),
    ])
}

/** Of the action of the query around it. */
function latestHandover(db: Db) {
  return db
    .selectFrom('action_handover as latest')
    .select('latest.id')
    .where(sql<SqlBool>`latest.action_id = action.id`)
    .orderBy('latest.handed_at', 'desc')
    .orderBy('latest.id', 'desc')
    .limit(1)
}

function selectOpen(db: Db, workspaceId: string) {
  return selectActions(db, workspaceId)
    .where('ending.action_id', 'is', null)
    .orderBy('action.due_date')
    .orderBy('action.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActions>['execute']>>[number]

function toAction(row: Row): Action {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    partnershipId: row.partnership_id,
    text: row.text,
    owner: row.owner_id === null ? undefined : { id: row.owner_id, name: row.owner_name ?? '' },
    dueDate: row.due_date,
    occurrenceId: row.occurrence_id ?? undefined,
    moves: row.moves ?? 0,
    movedBecause: row.moved_because || undefined,
    handover: toHandover(row),
    end:
      row.how === null || row.ended_at === null
        ? undefined
        : {
            how: row.how,
            reason: row.reason ?? '',
            at: row.ended_at,
            byId: row.ended_by ?? '',
            byName: row.ender_name ?? '',
          },
  }
}

/** Of the last one, as long as who got it then still has it. */
function toHandover(row: Row): Handover | undefined {
  const { handover_id: id, why, handed_at: at } = row
  if (id === null || why === null || at === null || row.handed_to !== row.owner_id) return undefined
  const [from, by] = [row.before_name ?? undefined, row.giver_name ?? undefined]
  return { id, why, at, from, by, kept: row.kept_at !== null }
}
