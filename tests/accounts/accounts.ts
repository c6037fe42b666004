import type { Db } from '../../db/schema.ts'
import type { Account } from '../../src/accounts/account.ts'
import { insertAccount, type NewAccount } from '../../src/accounts/store.ts'
import { at, ids } from '../actions/two-teams.ts'

/** An account to think with. */
export function account(said: Partial<Account> = {}): Account {
  return {
    id: said.name ?? 'vega',
    workspaceId: ids.workspace,
    partnershipId: ids.partnership,
    name: 'Vega',
    tier: 'B',
    crmUrl: undefined,
    owners: {},
    revision: 1,
    addedAt: 0,
    discussedAt: undefined,
    next: undefined,
    archived: undefined,
    ...said,
  }
}

export const added = at('2027-02-01 09:00')

/** An account in the tables, added by Anna. @returns its id */
export async function saveAccount(db: Db, said: Partial<NewAccount> = {}, now = added): Promise<string> {
  const whole: NewAccount = {
    workspaceId: ids.workspace,
    partnershipId: ids.partnership,
    name: 'Vega',
    tier: 'B',
    crmUrl: undefined,
    ownerIds: {},
    by: 'anna',
    ...said,
  }
  const id = await db.transaction().execute((trx) => insertAccount(trx, whole, now))
  if (id === undefined) throw new Error(`There is a ${whole.name} already.`)
  return id
}

/** A date of a check-in, without a check-in. @returns its id */
export async function saveOccurrence(db: Db, slot: string): Promise<string> {
  const workspace_id = ids.workspace
  await db
    .insertInto('schedule')
    .values({
      id: 'schedule',
      workspace_id,
      ...{ kind: 'test', rule: '{}', status: 'active', rev: 1, tzdata: '' },
      ...{ next_slot: null, next_due_at: null, retry_at: null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const due_at = at(`${slot} 09:00`)
  await db
    .insertInto('occurrence')
    .values({
      id: `on-${slot}`,
      workspace_id,
      schedule_id: 'schedule',
      slot,
      date: slot,
      due_at,
      created_at: due_at,
      skipped: null,
    })
    .execute()
  return `on-${slot}`
}

/** Turns key accounts on. */
export async function turnOn(db: Db, partnershipId = ids.partnership): Promise<void> {
  await db
    .insertInto('partnership_part')
    .values({
      workspace_id: ids.workspace,
      partnership_id: partnershipId,
      part: 'accounts',
      turned_on_at: added,
      turned_on_by: 'anna',
    })
    .execute()
}
