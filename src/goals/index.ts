import type { Transaction } from '../../db/schema.ts'
import type { Feature } from '../platform/feature.ts'

/** What goals need of others, given by `app.ts`. */
export interface GoalNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** Shared goals: a target with a number and a date. */
export function goals(_needs: GoalNeeds): Feature {
  return { name: 'goals' }
}
