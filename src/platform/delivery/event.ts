import type { DeliveryState, Transaction } from '../../../db/schema.ts'
import { newId } from '../ids.ts'
import type { DeliveryRow } from './row.ts'

type Noted = Pick<DeliveryRow, 'id' | 'workspace_id'>

interface Happening {
  from: DeliveryState
  to: DeliveryState
  /** Epoch milliseconds. */
  at: number
  detail: string
}

/** What happened to a delivery. */
export function note(trx: Transaction, row: Noted, happened: Happening): Promise<void> {
  return noteAll(trx, [row], happened)
}

/** The same happened to all of these. */
export async function noteAll(
  trx: Transaction,
  rows: readonly Noted[],
  { from, to, at, detail }: Happening,
): Promise<void> {
  if (rows.length === 0) return
  const happened = { at, from_state: from, to_state: to, detail }
  const events = rows.map(({ id, workspace_id }) => ({ id: newId(at), workspace_id, delivery_id: id, ...happened }))
  await trx.insertInto('delivery_event').values(events).execute()
}
