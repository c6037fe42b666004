import type { Transaction } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Side } from '../partnerships/index.ts'
import { type Agreement, reviewDateAfter, type Version, waitsFor } from './agreement.ts'
import { insertConsents, insertOutcome } from './store.ts'

/**
 * Agrees for these sides. Where both sides have, the text holds from now on.
 * @param agreement held @param today in the partnership's zone
 * @returns the number of the version that holds from now on; undefined while it waits for the other side
 */
export async function consent(
  trx: Transaction,
  agreement: Agreement,
  version: Pick<Version, 'id' | 'consents'>,
  { sides, by, today }: { sides: readonly Side[]; by: string; today: LocalDate },
  now: number,
): Promise<number | undefined> {
  await insertConsents(trx, agreement, version.id, { sides, by }, now)
  if (waitsFor(version).some((side) => !sides.includes(side))) return undefined
  const outcome = { how: 'agreed', by, reviewDate: reviewDateAfter(today) } as const
  return insertOutcome(trx, agreement, version.id, outcome, now)
}
