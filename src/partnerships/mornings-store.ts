import type { Db } from '../../db/schema.ts'
import type { Unless } from '../platform/delivery/gathered/mornings.ts'
import type { Person } from '../platform/person.ts'

type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

/** In which zones the people of each partnership are. @param only of this person alone */
export async function zonesByPartnership(db: Db, only: Somebody | undefined): Promise<Map<string, string[]>> {
  const rows = await concerned(db, only)
    .select(['person.partnership_id', 'person.zone'])
    .groupBy(['person.partnership_id', 'person.zone'])
    .execute()
  const byPartnership = Map.groupBy(rows, (row) => row.partnership_id)
  return new Map([...byPartnership].map(([id, there]) => [id, there.map(({ zone }) => zone)]))
}

/** The people of these partnerships in these zones. @param unless those of whom this holds are left out */
export async function peopleIn(
  db: Db,
  where: { partnershipIds: readonly string[]; zones: readonly string[] },
  only: Somebody | undefined,
  unless: ReturnType<Unless> | undefined,
): Promise<{ id: string; partnershipId: string; zone: string }[]> {
  const all = concerned(db, only)
    .select(['person.id', 'person.partnership_id as partnershipId', 'person.zone'])
    .where('person.partnership_id', 'in', where.partnershipIds)
    .where('person.zone', 'in', where.zones)
  return (unless ? all.where((row) => row.not(unless)) : all).execute()
}

/** The id of somebody who has such mornings; undefined for those who left. */
export async function findConcernedId(db: Db, somebody: Somebody): Promise<string | undefined> {
  return (await concerned(db, somebody).select('person.id').executeTakeFirst())?.id
}

/**
 * Who is on a side, and who decides where nobody on a side does: the admins who are on none, for every partnership of their
 * workspace. Called `person`, as what others ask of it expects.
 */
function concerned(db: Db, only: Somebody | undefined) {
  const all = members(db, only).unionAll(outsiders(db, only))
  return db.selectFrom(all.as('person'))
}

function members(db: Db, only: Somebody | undefined) {
  return there(db, only)
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .where('membership.removed_at', 'is', null)
    .select('membership.partnership_id')
}

function outsiders(db: Db, only: Somebody | undefined) {
  return there(db, only)
    .innerJoin('partnership', 'partnership.workspace_id', 'person.workspace_id')
    .where('person.admin', '=', 1)
    .where('person.kind', '=', 'member')
    .where(({ not, exists, selectFrom }) => {
      const own = selectFrom('membership').select('membership.id').whereRef('membership.person_id', '=', 'person.id')
      return not(exists(own.where('membership.removed_at', 'is', null)))
    })
    .select('partnership.id as partnership_id')
}

function there(db: Db, only: Somebody | undefined) {
  const everybody = db
    .selectFrom('person')
    .select(['person.id', 'person.workspace_id', 'person.slack_id', 'person.zone'])
    .where('person.deactivated_at', 'is', null)
  if (!only) return everybody
  const { workspaceId, slackId } = only
  return everybody.where('person.workspace_id', '=', workspaceId).where('person.slack_id', '=', slackId)
}
