import type { Transaction } from '../../db/schema.ts'
import { partnershipsLedBy } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Person } from '../platform/person.ts'
import { concernedBy } from './needs.ts'
import { openActionsOf } from './store.ts'

/** Somebody went away or came back: who is asked about what they promised, and about what they lead, hears of it. */
export async function presenceChanged(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  now: number,
): Promise<void> {
  const owned = (await openActionsOf(trx, workspaceId, id)).map(({ partnershipId }) => partnershipId)
  const partnershipIds = new Set([...owned, ...(await partnershipsLedBy(trx, id))])
  const concerned: string[] = []
  for (const partnershipId of partnershipIds)
    concerned.push(...(await concernedBy(trx, { workspaceId, partnershipId }, [])))
  await itemsChanged(trx, workspaceId, concerned, now)
}
