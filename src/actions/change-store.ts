import type { Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { newId } from '../platform/ids.ts'
import type { Action, Handover } from './action.ts'

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

/** Takes its end back, and keeps that it had one. @returns whether this did; false when it has none */
export async function reopenAction(trx: Transaction, action: Action, by: string, now: number): Promise<boolean> {
  const { end } = action
  if (!end) return false
  const deleted = await trx.deleteFrom('action_end').where('action_id', '=', action.id).executeTakeFirst()
  if (Number(deleted.numDeletedRows) === 0) return false
  await trx
    .insertInto('action_reopening')
    .values({
      id: newId(now),
      workspace_id: action.workspaceId,
      action_id: action.id,
      ended_at: end.at,
      ended_by: end.byId,
      reopened_at: now,
      reopened_by: by,
    })
    .execute()
  return true
}

/**
 * Makes it somebody else's, and keeps whose it was. Who takes something themselves keeps it.
 * @returns whether it is theirs now; false when it is no longer as `action` says whose it is
 */
export async function handOver(
  trx: Transaction,
  action: Action,
  handover: { to: string | undefined; why: Handover['why']; by: string | undefined },
  now: number,
): Promise<boolean> {
  const { to, why, by } = handover
  const from = action.owner?.id ?? null
  const updated = await trx
    .updateTable('action')
    .set({ owner_id: to ?? null })
    .where('id', '=', action.id)
    .where('owner_id', 'is not distinct from', from)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return false
  await trx
    .insertInto('action_handover')
    .values({
      id: newId(now),
      workspace_id: action.workspaceId,
      action_id: action.id,
      from_id: from,
      to_id: to ?? null,
      why,
      handed_at: now,
      handed_by: by ?? null,
      kept_at: why === 'taken' ? now : null,
    })
    .execute()
  return true
}

/** Notes that its owner keeps what came to them; once. */
export async function keepAction(trx: Transaction, { handover }: Action, now: number): Promise<void> {
  if (!handover) return
  await trx
    .updateTable('action_handover')
    .set({ kept_at: now })
    .where('id', '=', handover.id)
    .where('kept_at', 'is', null)
    .execute()
}
