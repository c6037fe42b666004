import type { Db, Transaction } from '../../../db/schema.ts'
import { findDelivery, refresh } from '../../platform/delivery/outbox.ts'
import type { Occurrence } from '../occurrence.ts'
import { causeOf } from '../occurrence-store.ts'

/** What became of the first post of an occurrence. */
export function findRoot(db: Db, occurrence: Occurrence) {
  return findDelivery(db, occurrence.workspaceId, { cause: causeOf(occurrence.id), kind: 'post' })
}

/** Has the first post show how things stand. */
export async function refreshRoot(trx: Transaction, occurrence: Occurrence, now: number): Promise<void> {
  const root = await findRoot(trx, occurrence)
  if (root) await refresh(trx, root.id, now)
}
