import type { Db, Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { decidersOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Action } from './action.ts'

/** What actions need of others, given by `app.ts`. */
export interface ActionNeeds {
  /** An action was added, moved, handed on or ended: what shows it should follow. */
  changed(trx: Transaction, action: ActionRef, now: number): Promise<void>
  /** The date on which the two teams come together next: until when something new is promised if nobody says otherwise. */
  nextDate(db: Db, workspaceId: string, partnershipId: string, now: number): Promise<LocalDate | undefined>
}

export type ActionRef = Pick<Action, 'workspaceId' | 'partnershipId' | 'occurrenceId'>

/**
 * What shows an action follows: what others made of it, and the messages and Homes of those it concerns. Last in a transaction.
 * @param people ids of its owners, before and after, and of who did it
 */
export async function follow(
  trx: Transaction,
  needs: ActionNeeds,
  action: ActionRef,
  people: readonly (string | undefined)[],
  now: number,
): Promise<void> {
  await needs.changed(trx, action, now)
  await itemsChanged(trx, action.workspaceId, await concernedBy(trx, action, people), now)
}

/** In whose messages an action may stand: theirs, and of those who are asked about what nobody has or what is late. */
export async function concernedBy(
  db: Db,
  { workspaceId, partnershipId }: Pick<Action, 'workspaceId' | 'partnershipId'>,
  people: readonly (string | undefined)[],
): Promise<string[]> {
  const known = people.filter((id) => id !== undefined)
  return [...known, ...(await decidersOf(db, workspaceId, partnershipId)).map(({ id }) => id)]
}
