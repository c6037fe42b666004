import type { Db } from '../../db/schema.ts'
import type { Person } from '../platform/feature.ts'
import { adminsOf, whoIsAway } from '../workspaces/index.ts'
import { teamLeadsOf } from './people/store.ts'

/** Who speaks for the two sides now: of each its team lead; where that one is away or has left, the deputy. */
export async function leadingNow(db: Db, partnershipId: string, now: number): Promise<Person[]> {
  const leaders = await teamLeadsOf(db, partnershipId)
  const away = await whoIsAway(
    db,
    leaders.map(({ person }) => person),
    now,
  )
  const present = leaders.filter(({ person }) => !away.has(person.id))
  const bySide = Map.groupBy(present, ({ side }) => side)
  return [...bySide.values()].flatMap(([first]) => (first ? [first.person] : []))
}

/** All who may decide for a partnership: its team leads, their deputies, and the admins of the workspace. */
export async function decidersOf(db: Db, workspaceId: string, partnershipId: string): Promise<Person[]> {
  const leaders = (await teamLeadsOf(db, partnershipId)).map(({ person }) => person)
  const admins = await adminsOf(db, workspaceId)
  return [...new Map([...leaders, ...admins].map((person) => [person.id, person])).values()]
}

/** Who is asked to decide now; where nobody who leads is there, the admins: somebody always is. */
export async function askedNow(db: Db, workspaceId: string, partnershipId: string, now: number): Promise<Person[]> {
  const leading = await leadingNow(db, partnershipId, now)
  return leading.length > 0 ? leading : adminsOf(db, workspaceId)
}
