import type { Transaction } from '../../db/schema.ts'
import { leadingNow, membersOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import { homesChanged } from '../platform/home-views.ts'

/** What goals need of others, given by `app.ts`. */
export interface GoalNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** What shows goals follows: open check-ins, the Homes of both teams, and the messages of those it concerns. Last in a transaction. */
export async function follow(
  trx: Transaction,
  needs: GoalNeeds,
  where: { workspaceId: string; partnershipId: string },
  owners: readonly string[],
  now: number,
): Promise<void> {
  await needs.changed(trx, where, now)
  const members = (await membersOf(trx, where.partnershipId)).map(({ person }) => person.id)
  await homesChanged(trx, members, now)
  const leading = (await leadingNow(trx, where.partnershipId, now)).map(({ id }) => id)
  await itemsChanged(trx, where.workspaceId, [...owners, ...leading], now)
}
