import type { Transaction } from '../../../db/schema.ts'
import { membersOf } from '../../partnerships/index.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { changeSide, insertAsked, participantsOf } from '../answering/store.ts'
import { closeIfComplete } from '../closing/close.ts'
import { followFacilitator } from '../facilitation/follow.ts'
import { followOwners } from '../key-accounts/discussion.ts'
import { askedFrom, type Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { lockOpenings } from '../opening/store.ts'
import { partsIn } from '../parts-store.ts'
import { whoIsAsked } from './participant.ts'

/**
 * People came, went or changed sides while these are open: who is there now is asked, nobody waits for who is not, and somebody
 * leads. @param occurrences of one workspace
 * @returns the ids of those for whom something else waits now; tell `itemsChanged` last in the transaction
 */
export async function followPeople(
  trx: Transaction,
  occurrences: readonly Occurrence[],
  now: number,
): Promise<string[]> {
  await lockOpenings(trx, occurrences)
  const concerned: string[] = []
  for (const { id, workspaceId } of occurrences) {
    const found = await findOccurrence(trx, workspaceId, id)
    if (!found || found.closed) continue
    const occurrence = await followOwners(trx, found, now)
    concerned.push(...(await askNewcomers(trx, occurrence, now)), ...(await followFacilitator(trx, occurrence, now)))
    concerned.push(...(await closeIfComplete(trx, occurrence, now)))
  }
  return concerned
}

/** Asks who is there now and was not asked yet; who changed sides before answering, for the side they are on. @returns ids */
async function askNewcomers(trx: Transaction, occurrence: Occurrence, now: number): Promise<string[]> {
  const { id: occurrenceId, workspaceId, checkIn, questions } = occurrence
  const members = await membersOf(trx, checkIn.partnershipId)
  const people = members.map(({ person }) => person)
  const asked = whoIsAsked(members, questions, await partsIn(trx, checkIn.id), await whoIsAway(trx, people, now))
  const askedAt = new Map(people.map(({ id, zone }) => [id, askedFrom(occurrence, zone)]))
  const before = new Map((await participantsOf(trx, workspaceId, occurrenceId)).map((one) => [one.personId, one]))
  const changed = asked.filter(({ personId, side }) => {
    const known = before.get(personId)
    return !known || (known.side !== side && !known.answered)
  })
  for (const one of changed) {
    const own = { workspaceId, occurrenceId, personId: one.personId }
    if (before.has(one.personId)) await changeSide(trx, own, one.side)
    else await insertAsked(trx, own, { ...one, askedAt: Math.max(now, askedAt.get(one.personId) ?? now) }, now)
  }
  return changed.map(({ personId }) => personId)
}
