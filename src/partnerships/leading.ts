/** Who leads, who is asked and who hears of it: one ladder, on which somebody always stands. */
import type { Db } from '../../db/schema.ts'
import type { Person } from '../platform/person.ts'
import { adminsOf, whoIsAway } from '../workspaces/index.ts'
import { type Side, sides } from './partnership.ts'
import { distinct, heardBy, type Level, speakerOf, speakers } from './people/ladder.ts'
import type { RoleHolder } from './people/member.ts'
import { teamLeadsOf } from './people/store.ts'
import { getPartnership } from './store.ts'

/** Who speaks for the two sides now: of each its team lead; where that one is away or has left, the deputy. */
export async function leadingNow(db: Db, partnershipId: string, now: number): Promise<Person[]> {
  const present = await presentLeaders(db, partnershipId, now)
  return sides.flatMap((side) => speakerOf(side, present) ?? [])
}

/**
 * Who speaks for one side now: its team lead; where that one is away or gone the deputy; else who speaks for the other side;
 * else the admins. Nobody only where there is no admin either.
 * @throws NoResultError when there is no such partnership
 */
export async function whoSpeaksFor(db: Db, partnershipId: string, side: Side, now: number): Promise<Person[]> {
  const present = await presentLeaders(db, partnershipId, now)
  return speakers(side, present, await adminsThere(db, (await getPartnership(db, partnershipId)).workspaceId, now))
}

/**
 * Who hears of what somebody of a side did not do in time.
 * @param level 1: who speaks for the side; 2: also who speaks for the other one, and where that is nobody new, the admins
 * @throws NoResultError when there is no such partnership
 */
export async function escalatedTo(
  db: Db,
  partnershipId: string,
  side: Side,
  level: Level,
  now: number,
): Promise<Person[]> {
  const present = await presentLeaders(db, partnershipId, now)
  const { workspaceId } = await getPartnership(db, partnershipId)
  return heardBy(side, level, present, await adminsThere(db, workspaceId, now))
}

/** All who may decide for a partnership: its team leads, their deputies, and the admins of the workspace. */
export async function decidersOf(db: Db, workspaceId: string, partnershipId: string): Promise<Person[]> {
  const leaders = (await teamLeadsOf(db, partnershipId)).map(({ person }) => person)
  return distinct([...leaders, ...(await adminsOf(db, workspaceId))])
}

/** Who is asked to decide now; where nobody who leads is there, the admins: somebody always is. */
export async function askedNow(db: Db, workspaceId: string, partnershipId: string, now: number): Promise<Person[]> {
  const leading = await leadingNow(db, partnershipId, now)
  return leading.length > 0 ? leading : adminsThere(db, workspaceId, now)
}

async function presentLeaders(db: Db, partnershipId: string, now: number): Promise<RoleHolder[]> {
  const leaders = await teamLeadsOf(db, partnershipId)
  const people = leaders.map(({ person }) => person)
  const away = await whoIsAway(db, people, now)
  return leaders.filter(({ person }) => !away.has(person.id))
}

/** The admins who are not away; all of them where all are. */
async function adminsThere(db: Db, workspaceId: string, now: number): Promise<Person[]> {
  const admins = await adminsOf(db, workspaceId)
  const away = await whoIsAway(db, admins, now)
  const there = admins.filter(({ id }) => !away.has(id))
  return there.length > 0 ? there : admins
}
