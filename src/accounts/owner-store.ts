import { sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Side } from '../partnerships/index.ts'
import type { Account } from './account.ts'
import { setOwner } from './store.ts'

/** An account on a side that came to somebody when its owner there left. */
export interface Inherited {
  accountId: string
  side: Side
  former: { id: string; name: string }
  /** Epoch milliseconds. */
  since: number
}

/** What came to somebody in a partnership and waits for them to keep it or to give it away; archived ones excepted. */
export async function inheritedBy(db: Db, partnershipId: string, personId: string): Promise<Inherited[]> {
  const rows = await db
    .selectFrom('account_owner as owner')
    .innerJoin('account', 'account.id', 'owner.account_id')
    .innerJoin('person as former', 'former.id', 'owner.inherited_from')
    .leftJoin('account_archiving as archiving', 'archiving.account_id', 'account.id')
    .select(['owner.account_id', 'owner.side', 'owner.since', 'former.id', 'former.name'])
    .where('account.partnership_id', '=', partnershipId)
    .where('owner.person_id', '=', personId)
    .where('archiving.account_id', 'is', null)
    .orderBy('account.name_key')
    .orderBy('owner.side')
    .execute()
  return rows.map(({ account_id, side, since, id, name }) => ({
    accountId: account_id,
    side,
    former: { id, name },
    since,
  }))
}

interface HandOver {
  partnershipId: string
  side: Side
  personId: string
  /** Of the same side; undefined: nobody has them from now on. */
  successorId: string | undefined
}

/** What somebody had on a side goes to who comes after them. */
export async function handOver(
  trx: Transaction,
  { partnershipId, side, personId, successorId }: HandOver,
  now: number,
): Promise<void> {
  const there = trx.selectFrom('account').select('id').where('partnership_id', '=', partnershipId)
  const theirs = trx.selectFrom('account_owner').select('account_id').where('person_id', '=', personId)
  // Who has a form open sees that it is no longer as it was.
  await trx
    .updateTable('account')
    .set(({ ref }) => ({ revision: sql<number>`${ref('revision')} + 1` }))
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', theirs.where('side', '=', side))
    .execute()
  if (successorId === undefined) {
    await trx
      .deleteFrom('account_owner')
      .where('person_id', '=', personId)
      .where('side', '=', side)
      .where('account_id', 'in', there)
      .execute()
    return
  }
  await trx
    .updateTable('account_owner')
    .set({ person_id: successorId, since: now, inherited_from: personId })
    .where('person_id', '=', personId)
    .where('side', '=', side)
    .where('account_id', 'in', there)
    .execute()
}

/** Names who looks after an account on a side, so that forms that were open before notice. @param personId undefined: nobody */
export async function nameOwner(
  trx: Transaction,
  account: Pick<Account, 'id' | 'workspaceId'>,
  side: Side,
  personId: string | undefined,
  now: number,
): Promise<void> {
  await setOwner(trx, account, side, personId, now)
  await trx
    .updateTable('account')
    .set(({ ref }) => ({ revision: sql<number>`${ref('revision')} + 1` }))
    .where('id', '=', account.id)
    .execute()
}

/** Somebody keeps what came to them from one person. */
export async function keepInherited(
  trx: Transaction,
  { partnershipId, personId, formerId }: { partnershipId: string; personId: string; formerId: string },
): Promise<void> {
  const there = trx.selectFrom('account').select('id').where('partnership_id', '=', partnershipId)
  await trx
    .updateTable('account_owner')
    .set({ inherited_from: null })
    .where('person_id', '=', personId)
    .where('inherited_from', '=', formerId)
    .where('account_id', 'in', there)
    .execute()
}
