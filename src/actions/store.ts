import type { Db, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { newId } from '../platform/ids.ts'
import type { Action } from './action.ts'

/** An action about to be added: nothing has happened to it yet. */
export interface NewAction {
  workspaceId: string
  partnershipId: string
  text: string
  ownerId: string | undefined
  dueDate: LocalDate
  occurrenceId: string | undefined
  /** The person who adds it. */
  by: string
}

/** @returns its id */
export async function insertAction(trx: Transaction, action: NewAction, now: number): Promise<string> {
  const id = newId(now)
  await trx
    .insertInto('action')
    .values({
      id,
      workspace_id: action.workspaceId,
      partnership_id: action.partnershipId,
      text: action.text,
      owner_id: action.ownerId ?? null,
      due_date: action.dueDate,
      occurrence_id: action.occurrenceId ?? null,
      created_at: now,
      created_by: action.by,
    })
    .execute()
  return id
}

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

/** Moves it and keeps where it came from. */
export async function insertMove(
  trx: Transaction,
  action: Action,
  move: { to: LocalDate; reason: string; by: string },
  now: number,
): Promise<void> {
  await trx.updateTable('action').set({ due_date: move.to }).where('id', '=', action.id).execute()
  await trx
    .insertInto('action_move')
    .values({
      id: newId(now),
      workspace_id: action.workspaceId,
      action_id: action.id,
      from_date: action.dueDate,
      to_date: move.to,
      reason: move.reason,
      moved_at: now,
      moved_by: move.by,
    })
    .execute()
}

/** @returns whether this ended it; false when it had been ended before */
export async function insertEnd(
  trx: Transaction,
  action: Action,
  end: { how: 'done' | 'cancelled'; reason: string; by: string },
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('action_end')
    .values({
      action_id: action.id,
      workspace_id: action.workspaceId,
      how: end.how,
      reason: end.reason,
      ended_at: now,
      ended_by: end.by,
    })
    .onConflict((conflict) => conflict.column('action_id').doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

/** @returns whether it is theirs now; false when it is no longer as `action` says whose it is */
export async function takeAction(trx: Transaction, action: Action, personId: string): Promise<boolean> {
  const updated = await trx
    .updateTable('action')
    .set({ owner_id: personId })
    .where('id', '=', action.id)
    .where('owner_id', 'is not distinct from', action.owner?.id ?? null)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows) === 1
}

function selectActions(db: Db, workspaceId: string) {
  return db
    .selectFrom('action')
    .leftJoin('person as owner', 'owner.id', 'action.owner_id')
    .leftJoin('action_end as ending', 'ending.action_id', 'action.id')
    .leftJoin('person as ender', 'ender.id', 'ending.ended_by')
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
      'ender.name as ender_name',
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
    end:
      row.how === null || row.ended_at === null
        ? undefined
        : { how: row.how, reason: row.reason ?? '', at: row.ended_at, byName: row.ender_name ?? '' },
  }
}
