import type { Transaction } from '../../db/schema.ts'
import type { Feature } from '../platform/feature.ts'

/** What accounts need of others, given by `app.ts`. */
export interface AccountNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** Key accounts: the customers that both sides look after. */
export function accounts(_needs: AccountNeeds): Feature {
  return { name: 'accounts' }
}
