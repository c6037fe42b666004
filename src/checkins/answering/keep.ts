import type { Transaction } from '../../../db/schema.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import { closeIfComplete } from '../closing/close.ts'
import { isHeld } from '../held.ts'
import { keepUpdates } from '../key-accounts/discussion.ts'
import type { Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { lockOpening } from '../opening/store.ts'
import type { Asked } from '../participants/participant.ts'
import type { Answers } from '../question.ts'
import { announceLateAnswer, publishSummary } from '../summary/publish.ts'
import { findAnswers, insertAsked, type Own, saveResponse } from './store.ts'

/** Why answers are not kept: it has closed with what they said before, or its date was not held after all. */
export type Refusal = 'closed' | 'not held'

/**
 * Keeps answers, and shows what they change: how many have answered, the close, or a summary that stands already. Whether it is an
 * answer, a change or one that came late is decided as things stand once nobody else can close it.
 */
export async function keepAnswers(
  trx: Transaction,
  own: Own,
  { answers, ...asked }: Omit<Asked, 'personId'> & { answers: Answers },
  now: number,
): Promise<Refusal | undefined> {
  await lockOpening(trx, own.occurrenceId)
  const occurrence = await findOccurrence(trx, own.workspaceId, own.occurrenceId)
  if (!occurrence || !(await isHeld(trx, occurrence))) return 'not held'
  if (occurrence.closed && (await findAnswers(trx, own))) return 'closed'
  await insertAsked(trx, own, { ...asked, askedAt: now }, now)
  await saveResponse(trx, own, answers, now)
  await keepUpdates(trx, own, { side: asked.side, answers }, occurrence, now)
  const waitedFor = occurrence.closed ? [] : await closeIfComplete(trx, occurrence, now)
  if (occurrence.closed) await addLate(trx, occurrence, own.personId, now)
  await itemsChanged(trx, own.workspaceId, [own.personId, ...waitedFor], now)
  return undefined
}

async function addLate(trx: Transaction, occurrence: Occurrence, personId: string, now: number): Promise<void> {
  await publishSummary(trx, occurrence, now)
  await announceLateAnswer(trx, occurrence, personId, now)
}
