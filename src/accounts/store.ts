import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'
import type { Side } from '../partnerships/index.ts'
import { newId } from '../platform/ids.ts'
import { type Account, type AccountFacts, inOrderOfTheList, nameKey, type Owner, sides } from './account.ts'
import { wasHeld } from './held-store.ts'

export interface NewAccount extends AccountFacts {
  workspaceId: string
  partnershipId: string
  /** The person who adds it. */
  by: string
}

/** @returns its id; undefined where there is one of that name already, archived or not */
export async function insertAccount(trx: Transaction, account: NewAccount, now: number): Promise<string | undefined> {
  const id = newId(now)
  const { workspaceId, partnershipId, name, tier, crmUrl, ownerIds, by } = account
  const inserted = await trx
    .insertInto('account')
    .values({
      id,
      workspace_id: workspaceId,
      partnership_id: partnershipId,
      name,
      name_key: nameKey(name),
      tier,
      crm_url: crmUrl ?? null,
      added_at: now,
      added_by: by,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'name_key']).doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows) === 0) return undefined
  for (const side of sides) await setOwner(trx, { id, workspaceId }, side, ownerIds[side], now)
  return id
}

/** Keeps all of it as it is said here. @returns false where another one has that name */
export async function saveFacts(
  trx: Transaction,
  account: Pick<Account, 'id' | 'workspaceId' | 'partnershipId'>,
  { name, tier, crmUrl, ownerIds }: AccountFacts,
  now: number,
): Promise<boolean> {
  const { id, workspaceId, partnershipId } = account
  const other = await findByName(trx, partnershipId, name)
  if (other && other.id !== id) return false
  await trx
    .updateTable('account')
    .set(({ ref }) => ({
      name,
      name_key: nameKey(name),
      tier,
      crm_url: crmUrl ?? null,
      revision: sql<number>`${ref('revision')} + 1`,
    }))
    .where('id', '=', id)
    .execute()
  for (const side of sides) await setOwner(trx, { id, workspaceId }, side, ownerIds[side], now)
  return true
}

/** Who looks after it on a side from now on; whom somebody has named has been decided on. @param personId undefined: nobody */
export async function setOwner(
  trx: Transaction,
  { id, workspaceId }: Pick<Account, 'id' | 'workspaceId'>,
  side: Side,
  personId: string | undefined,
  now: number,
): Promise<void> {
  const of = trx.deleteFrom('account_owner').where('account_id', '=', id).where('side', '=', side)
  if (personId === undefined) {
    await of.execute()
    return
  }
  await trx
    .insertInto('account_owner')
    .values({ workspace_id: workspaceId, account_id: id, side, person_id: personId, since: now, inherited_from: null })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'side']).doUpdateSet(({ ref }) => ({
        since: sql<number>`case when account_owner.person_id = excluded.person_id then account_owner.since else excluded.since end`,
        person_id: ref('excluded.person_id'),
        inherited_from: null,
      })),
    )
    .execute()
}

/** The account as it stands, and held: those who change it wait for each other. */
export async function lockAccount(trx: Transaction, workspaceId: string, id: string): Promise<Account | undefined> {
  await trx
    .updateTable('account')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .execute()
  return findAccount(trx, workspaceId, id)
}

export async function findAccount(db: Db, workspaceId: string, id: string): Promise<Account | undefined> {
  const row = await selectAccounts(db)
    .where('account.workspace_id', '=', workspaceId)
    .where('account.id', '=', id)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** One by its whole name, in any case. Archived ones too. */
export async function findByName(db: Db, partnershipId: string, name: string): Promise<Account | undefined> {
  const row = await selectAccounts(db)
    .where('account.partnership_id', '=', partnershipId)
    .where('account.name_key', '=', nameKey(name))
    .executeTakeFirst()
  return row && toAccount(row)
}

/** Archived ones too: by tier, then the longest not discussed. */
export async function allAccounts(db: Db, partnershipId: string): Promise<Account[]> {
  const rows = await selectAccounts(db).where('account.partnership_id', '=', partnershipId).execute()
  return rows.map(toAccount).toSorted(inOrderOfTheList)
}

/** Those that are not archived: by tier, then the longest not discussed. */
export async function accountsOf(db: Db, partnershipId: string): Promise<Account[]> {
  return (await allAccounts(db, partnershipId)).filter(({ archived }) => archived === undefined)
}

/** @returns whether this archived it; false when it had been before */
export async function archive(
  trx: Transaction,
  { id, workspaceId }: Pick<Account, 'id' | 'workspaceId'>,
  by: string,
  now: number,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('account_archiving')
    .values({ account_id: id, workspace_id: workspaceId, archived_at: now, archived_by: by })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .executeTakeFirst()
  await trx.deleteFrom('account_next').where('account_id', '=', id).execute()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

/** @returns whether this brought it back; false when it was there already */
export async function bringBack(trx: Transaction, { id }: Pick<Account, 'id'>): Promise<boolean> {
  const deleted = await trx.deleteFrom('account_archiving').where('account_id', '=', id).executeTakeFirst()
  return Number(deleted.numDeletedRows) === 1
}

function selectAccounts(db: Db) {
  return db
    .selectFrom('account')
    .leftJoin('account_archiving as archiving', 'archiving.account_id', 'account.id')
    .leftJoin('person as archiver', 'archiver.id', 'archiving.archived_by')
    .leftJoin('account_next as next', 'next.account_id', 'account.id')
    .leftJoin('person as chooser', 'chooser.id', 'next.chosen_by')
    .leftJoin('account_owner as m', (join) =>
      join.onRef('m.account_id', '=', 'account.id').on('m.side', '=', 'marketing').on(stillThere('m')),
    )
    .leftJoin('person as marketer', 'marketer.id', 'm.person_id')
    .leftJoin('account_owner as s', (join) =>
      join.onRef('s.account_id', '=', 'account.id').on('s.side', '=', 'sales').on(stillThere('s')),
    )
    .leftJoin('person as seller', 'seller.id', 's.person_id')
    .selectAll('account')
    .select(({ selectFrom }) => [
      'archiving.archived_at',
      'archiver.name as archiver_name',
      'next.chosen_at',
      'chooser.name as chooser_name',
      'marketer.id as marketer_id',
      'marketer.name as marketer_name',
      'marketer.slack_id as marketer_slack_id',
      'seller.id as seller_id',
      'seller.name as seller_name',
      'seller.slack_id as seller_slack_id',
      selectFrom('account_discussion')
        .whereRef('account_discussion.account_id', '=', 'account.id')
        .where(wasHeld)
        .select(({ fn }) => fn.max('account_discussion.discussed_at').as('at'))
        .as('discussed_at'),
    ])
}

/** Somebody who is no longer on that side owns nothing there. */
const stillThere = (owner: 'm' | 's') => sql<SqlBool>`exists (
  select 1 from membership
  join person on person.id = membership.person_id
  where membership.partnership_id = account.partnership_id and membership.person_id = ${sql.ref(`${owner}.person_id`)}
  and membership.side = ${sql.ref(`${owner}.side`)} and membership.removed_at is null and person.deactivated_at is null)`

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]

function toAccount(row: Row): Account {
  const marketing = toOwner(row.marketer_id, row.marketer_name, row.marketer_slack_id)
  const sales = toOwner(row.seller_id, row.seller_name, row.seller_slack_id)
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    partnershipId: row.partnership_id,
    name: row.name,
    tier: row.tier,
    crmUrl: row.crm_url ?? undefined,
    owners: { ...(marketing && { marketing }), ...(sales && { sales }) },
    revision: row.revision,
    addedAt: row.added_at,
    discussedAt: row.discussed_at ?? undefined,
    next: toNext(row),
    archived: row.archived_at === null ? undefined : { at: row.archived_at, byName: row.archiver_name ?? '' },
  }
}

/** A discussion that was held since uses it up; one whose post never stood does not. */
function toNext({ chosen_at: at, chooser_name, discussed_at }: Row): Account['next'] {
  const usedUp = at === null || (discussed_at !== null && discussed_at >= at)
  return usedUp ? undefined : { at, byName: chooser_name ?? '' }
}

function toOwner(id: string | null, name: string | null, slackId: string | null): Owner | undefined {
  return id === null ? undefined : { id, name: name ?? '', slackId: slackId ?? '' }
}
