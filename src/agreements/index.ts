import type { Transaction } from '../../db/schema.ts'
import type { Feature } from '../platform/feature.ts'

/** What agreements need of others, given by `app.ts`. */
export interface AgreementNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** Working agreements: texts that both team leads agree to. */
export function agreements(_needs: AgreementNeeds): Feature {
  return { name: 'agreements' }
}
