import type { Transaction } from '../../../db/schema.ts'
import type { Occurrence } from '../occurrence.ts'
import { participantsNow } from '../participants/facts.ts'
import { type Candidate, otherSide, whoseTurn } from './facilitator.ts'
import { findFacilitator, insertFacilitator, lastLedBy, lastSideOf } from './store.ts'

/** Chooses who leads an occurrence that opens: the sides take turns. @param asked in a stable order */
export async function chooseFacilitator(
  trx: Transaction,
  occurrence: { id: string; workspaceId: string; checkInId: string },
  asked: readonly Candidate[],
  now: number,
): Promise<void> {
  const last = await lastSideOf(trx, occurrence.checkInId)
  const lastLed = await lastLedBy(trx, occurrence.checkInId)
  const chosen = whoseTurn(asked, last ? otherSide(last) : 'marketing', lastLed)
  if (chosen) await insertFacilitator(trx, occurrence, chosen, now)
}

/** Where who leads it is no longer there, the next of their side does. @returns the ids of those for whom it changed */
export async function followFacilitator(trx: Transaction, occurrence: Occurrence, now: number): Promise<string[]> {
  const present = (await participantsNow(trx, occurrence, now)).filter(({ away, left }) => !away && !left)
  const current = await findFacilitator(trx, occurrence.id)
  if (present.some(({ personId }) => personId === current?.personId)) return []
  const lastLed = await lastLedBy(trx, occurrence.checkIn.id)
  const next = whoseTurn(present, current?.side ?? 'marketing', lastLed)
  if (!next) return []
  await insertFacilitator(trx, occurrence, next, now)
  return [next.personId, ...(current ? [current.personId] : [])]
}
