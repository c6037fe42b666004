import type { Db, Transaction } from '../../db/schema.ts'
import type { Period } from '../platform/feature.ts'
import { compare } from './account.ts'
import { wasHeld } from './held-store.ts'
import { type Candidate, chooseAccounts, type Pick, toPick } from './pick.ts'
import { accountsOf, findAccount } from './store.ts'

/**
 * What a check-in takes up when it opens: at most three accounts, those put in front first, then by how long they have waited,
 * weighted by tier. Empty where the partnership has no accounts.
 * @param checkInId the check-in that asks: what another one has open at the moment comes last
 */
export async function pickAccounts(db: Db, partnershipId: string, checkInId: string, now: number): Promise<Pick[]> {
  const elsewhere = await takenUpElsewhere(db, partnershipId, checkInId)
  const accounts = await accountsOf(db, partnershipId)
  const candidates = accounts.map((one): Candidate => ({ ...one, elsewhere: elsewhere.has(one.id) }))
  return chooseAccounts(candidates, now)
}

async function takenUpElsewhere(db: Db, partnershipId: string, checkInId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('account_discussion')
    .innerJoin('account', 'account.id', 'account_discussion.account_id')
    .innerJoin('check_in_opening', 'check_in_opening.occurrence_id', 'account_discussion.occurrence_id')
    .select('account.id')
    .where('account.partnership_id', '=', partnershipId)
    .where('check_in_opening.open', '=', 1)
    .where(wasHeld)
    .where('check_in_opening.check_in_id', '!=', checkInId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export interface Discussion {
  workspaceId: string
  occurrenceId: string
  accountIds: readonly string[]
}

/** A check-in has taken these up: they have had their turn, also where they were put in front, if its post comes to stand. Twice is once. */
export async function recordDiscussion(
  trx: Transaction,
  { workspaceId, occurrenceId, accountIds }: Discussion,
  now: number,
): Promise<void> {
  if (accountIds.length === 0) return
  await trx
    .insertInto('account_discussion')
    .values(
      accountIds.map((account_id) => ({
        workspace_id: workspaceId,
        account_id,
        occurrence_id: occurrenceId,
        discussed_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['account_id', 'occurrence_id']).doNothing())
    .execute()
}

/** What a check-in has taken up, by name, with their owners as they are now. */
export async function discussedIn(db: Db, partnershipId: string, occurrenceId: string): Promise<Pick[]> {
  const rows = await db
    .selectFrom('account_discussion')
    .select('account_id')
    .where('occurrence_id', '=', occurrenceId)
    .execute()
  const ids = new Set(rows.map(({ account_id }) => account_id))
  const discussed = (await accountsOf(db, partnershipId)).filter(({ id }) => ids.has(id))
  return discussed.map(toPick).toSorted((one, other) => compare(one.name, other.name))
}

/** Puts it in front of the next discussion; a second time takes that back. @returns whether it is in front now */
export async function toggleNext(
  trx: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  by: string,
  now: number,
): Promise<boolean> {
  const before = await findAccount(trx, workspaceId, id)
  await trx.deleteFrom('account_next').where('account_id', '=', id).execute()
  if (before?.next) return false
  await trx
    .insertInto('account_next')
    .values({ account_id: id, workspace_id: workspaceId, chosen_at: now, chosen_by: by })
    .execute()
  return true
}

/** How many accounts of a partnership were discussed after `since`, until `until`. */
export async function countDiscussed(db: Db, partnershipId: string, { since, until }: Period): Promise<number> {
  const rows = await db
    .selectFrom('account_discussion')
    .innerJoin('account', 'account.id', 'account_discussion.account_id')
    .select('account.id')
    .distinct()
    .where('account.partnership_id', '=', partnershipId)
    .where(wasHeld)
    .where('account_discussion.discussed_at', '>', since)
    .where('account_discussion.discussed_at', '<=', until)
    .execute()
  return rows.length
}
