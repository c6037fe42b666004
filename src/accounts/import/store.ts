import { sql } from 'kysely'
import type { Transaction } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import { type AccountFacts, nameKey, sides } from '../account.ts'
import { type Row, rows as schema } from './table.ts'

interface Whose {
  workspaceId: string
  partnershipId: string
  personId: string
}

/** Keeps what somebody is about to import, in the place of what they were about to before. @returns its id */
export async function keepDraft(trx: Transaction, whose: Whose, rows: readonly Row[], now: number): Promise<string> {
  const id = newId(now)
  await trx
    .insertInto('account_import')
    .values({
      id,
      workspace_id: whose.workspaceId,
      partnership_id: whose.partnershipId,
      person_id: whose.personId,
      rows: JSON.stringify(rows),
      made_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'person_id']).doUpdateSet(({ ref }) => ({
        id: ref('excluded.id'),
        rows: ref('excluded.rows'),
        made_at: ref('excluded.made_at'),
      })),
    )
    .execute()
  return id
}

/** Takes it out, so that it is imported once. @returns undefined where it is not there any more */
export async function takeDraft(trx: Transaction, whose: Whose, id: string): Promise<Row[] | undefined> {
  const taken = await trx
    .deleteFrom('account_import')
    .where('id', '=', id)
    .where('workspace_id', '=', whose.workspaceId)
    .where('partnership_id', '=', whose.partnershipId)
    .where('person_id', '=', whose.personId)
    .returning('rows')
    .executeTakeFirst()
  return taken && schema.parse(JSON.parse(taken.rows))
}

/** Lets those who import into a partnership wait for each other, and for those who change its accounts one by one. */
export async function lockAccounts(trx: Transaction, partnershipId: string): Promise<void> {
  await trx
    .updateTable('partnership')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', partnershipId)
    .execute()
  await trx
    .updateTable('account')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('partnership_id', '=', partnershipId)
    .execute()
}

/** Both engines take so many in one statement. */
const atOnce = 100

/**
 * Adds accounts and changes those of these names, in few statements: somebody waits for it.
 * @param all each name once; an owner who is left out stays
 */
export async function saveAccounts(trx: Transaction, whose: Whose, all: readonly AccountFacts[], now: number) {
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce)
    const idByKey = await saveRows(trx, whose, some, now)
    await saveOwners(trx, whose, some, idByKey, now)
  }
}

async function saveRows(
  trx: Transaction,
  { workspaceId, partnershipId, personId }: Whose,
  some: readonly AccountFacts[],
  now: number,
): Promise<Map<string, string>> {
  const saved = await trx
    .insertInto('account')
    .values(
      some.map(({ name, tier, crmUrl }) => ({
        ...{ id: newId(now), workspace_id: workspaceId, partnership_id: partnershipId },
        ...{ name, name_key: nameKey(name), tier, crm_url: crmUrl ?? null },
        ...{ added_at: now, added_by: personId },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'name_key']).doUpdateSet(({ ref }) => ({
        tier: ref('excluded.tier'),
        crm_url: ref('excluded.crm_url'),
        revision: sql<number>`${ref('account.revision')} + 1`,
      })),
    )
    .returning(['id', 'name_key'])
    .execute()
  return new Map(saved.map(({ id, name_key }) => [name_key, id]))
}

async function saveOwners(
  trx: Transaction,
  { workspaceId }: Whose,
  some: readonly AccountFacts[],
  idByKey: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  const owners = some.flatMap(({ name, ownerIds }) =>
    sides.flatMap((side) => {
      const [account_id, person_id] = [idByKey.get(nameKey(name)), ownerIds[side]]
      if (account_id === undefined || person_id === undefined) return []
      return [{ workspace_id: workspaceId, account_id, side, person_id, since: now, inherited_from: null }]
    }),
  )
  if (owners.length === 0) return
  await trx
    .insertInto('account_owner')
    .values(owners)
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'side']).doUpdateSet(({ ref }) => ({
        person_id: ref('excluded.person_id'),
        since: ref('excluded.since'),
        inherited_from: null,
      })),
    )
    .execute()
}
