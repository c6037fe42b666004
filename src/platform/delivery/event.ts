import type { DeliveryState, Transaction } from '../../../db/schema.ts'
import { newId } from '../ids.ts'
import type { DeliveryRow } from './row.ts'

/** What happened to a delivery. */
export async function note(
  trx: Transaction,
  { id, workspace_id }: Pick<DeliveryRow, 'id' | 'workspace_id'>,
  happened: { from: DeliveryState; to: DeliveryState; at: number; detail: string },
): Promise<void> {
  const { from, to, at, detail } = happened
  await trx
    .insertInto('delivery_event')
    .values({ id: newId(at), workspace_id, delivery_id: id, at, from_state: from, to_state: to, detail })
    .execute()
}
