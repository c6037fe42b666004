import type { Db, Transaction } from '../../db/schema.ts'
import { partnershipsLedBy, partnershipsWith, type Side, teamLeadsOf, whoSpeaksFor } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Person } from '../platform/person.ts'
import { type Account, sides } from './account.ts'

/** What key accounts need of others, given by `app.ts`. */
export interface AccountNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** What shows accounts follows: open check-ins, the messages of their owners and of those who name owners. Last in a transaction. */
export async function follow(
  trx: Transaction,
  needs: AccountNeeds,
  { workspaceId, partnershipId }: Pick<Account, 'workspaceId' | 'partnershipId'>,
  ownerIds: readonly (string | undefined)[],
  now: number,
): Promise<void> {
  await needs.changed(trx, { workspaceId, partnershipId }, now)
  const speaking: string[] = []
  for (const side of sides) speaking.push(...(await whoSpeaksFor(trx, partnershipId, side, now)).map(({ id }) => id))
  const owners = ownerIds.filter((id) => id !== undefined)
  await itemsChanged(trx, workspaceId, [...new Set([...owners, ...speaking])], now)
}

export const ownersOf = (account: Account | undefined): string[] =>
  Object.values(account?.owners ?? {}).map(({ id }) => id)

/** The sides somebody speaks for now: their own; the other one too, where nobody leads it. */
export async function spokenForBy(db: Db, partnershipId: string, personId: string, now: number): Promise<Side[]> {
  const spoken: Side[] = []
  for (const side of sides)
    if ((await whoSpeaksFor(db, partnershipId, side, now)).some(({ id }) => id === personId)) spoken.push(side)
  return spoken
}

/** Somebody went away or came back: accounts without owner wait for somebody else meanwhile. */
export async function followLeaders(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  now: number,
): Promise<void> {
  const led = await partnershipsLedBy(trx, id)
  const on = (await partnershipsWith(trx, id, 'accounts')).filter((partnership) => led.has(partnership.id))
  const leaders: string[] = []
  for (const partnership of on) leaders.push(...(await teamLeadsOf(trx, partnership.id)).map(({ person }) => person.id))
  await itemsChanged(trx, workspaceId, [...new Set(leaders)], now)
}
