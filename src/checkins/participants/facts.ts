import type { Db } from '../../../db/schema.ts'
import { membersOf } from '../../partnerships/index.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { participantsOf } from '../answering/store.ts'
import type { Occurrence } from '../occurrence.ts'
import { partsIn } from '../parts-store.ts'
import { type Participant, takesPart } from './participant.ts'

/** Those who are asked, what they did, and who of them is away by now. Who left the teams without answering is not missing. */
export async function participantsNow(db: Db, occurrence: Occurrence, now: number): Promise<Participant[]> {
  const members = await membersOf(db, occurrence.checkIn.partnershipId)
  const there = new Set(members.map(({ person }) => person.id))
  const all = await participantsOf(db, occurrence.workspaceId, occurrence.id)
  const asked = all.filter(({ personId, answered }) => answered || there.has(personId))
  const people = asked.map(({ personId, zone }) => ({ id: personId, zone }))
  const away = await whoIsAway(db, people, occurrence.closed?.at ?? now)
  return asked.map((one) => ({ ...one, away: away.has(one.personId), left: !there.has(one.personId) }))
}

/** Names of the members who are not asked because they were away when it opened. */
export async function awayAtOpening(db: Db, occurrence: Occurrence, asked: readonly Participant[]): Promise<string[]> {
  const members = await membersOf(db, occurrence.checkIn.partnershipId)
  const parts = await partsIn(db, occurrence.checkIn.id)
  const others = members.filter(
    ({ person, side }) =>
      !asked.some(({ personId }) => personId === person.id) &&
      takesPart({ personId: person.id, side }, occurrence.questions, parts),
  )
  const people = others.map(({ person }) => person)
  const away = await whoIsAway(db, people, occurrence.openedAt)
  return others.filter(({ person }) => away.has(person.id)).map(({ person }) => person.name)
}
