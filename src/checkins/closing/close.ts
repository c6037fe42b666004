import type { Transaction } from '../../../db/schema.ts'
import { participantsOf } from '../answering/store.ts'
import type { ClosedBecause, Occurrence } from '../occurrence.ts'
import { refreshRoot } from '../opening/root.ts'
import { lockOpening } from '../opening/store.ts'
import { participantsNow } from '../participants/facts.ts'
import { idsOf, isComplete, type Participant } from '../participants/participant.ts'
import { publishSummary } from '../summary/publish.ts'
import { insertClosing } from './store.ts'

/**
 * Closes it where nobody is left to wait for; else the first post shows how far it is.
 * @returns the ids of those for whom it waits no more, for `itemsChanged`
 */
export async function closeIfComplete(trx: Transaction, occurrence: Occurrence, now: number): Promise<string[]> {
  // Two who come to it at one moment, the last answer and the last absence say, must see each other.
  await lockOpening(trx, occurrence.id)
  if (isComplete(await participantsNow(trx, occurrence, now))) return close(trx, occurrence, 'everyone', now)
  await refreshRoot(trx, occurrence, now)
  return []
}

/** Closes an occurrence once: the summary goes into its thread. @returns as `closeIfComplete` does */
export async function close(
  trx: Transaction,
  occurrence: Occurrence,
  why: ClosedBecause,
  now: number,
): Promise<string[]> {
  await lockOpening(trx, occurrence.id)
  if (!(await insertClosing(trx, occurrence, why, now))) return []
  await publishSummary(trx, { ...occurrence, closed: { at: now, why } }, now)
  return idsOf(await stillAsked(trx, occurrence))
}

/** Those in whose messages it still waits for an answer. */
export async function stillAsked(trx: Transaction, { workspaceId, id }: Occurrence): Promise<Participant[]> {
  return (await participantsOf(trx, workspaceId, id)).filter(({ answered, skipped }) => !answered && !skipped)
}
