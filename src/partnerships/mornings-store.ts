import type { Db } from '../../db/schema.ts'
import type { Unless } from '../platform/delivery/gathered/mornings.ts'
import type { Person } from '../platform/feature.ts'

type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

/** In which zones the people of each partnership are. @param only of this person alone */
export async function zonesByPartnership(db: Db, only: Somebody | undefined): Promise<Map<string, string[]>> {
  const rows = await members(db, only)
    .select(['membership.partnership_id', 'person.zone'])
    .groupBy(['membership.partnership_id', 'person.zone'])
    .execute()
  const byPartnership = Map.groupBy(rows, (row) => row.partnership_id)
  return new Map([...byPartnership].map(([id, there]) => [id, there.map(({ zone }) => zone)]))
}

/** The people of these partnerships in these zones. @param unless those of whom this holds are left out */
export async function membersIn(
  db: Db,
  where: { partnershipIds: readonly string[]; zones: readonly string[] },
  only: Somebody | undefined,
  unless: ReturnType<Unless> | undefined,
): Promise<{ id: string; partnershipId: string; zone: string }[]> {
  const all = members(db, only)
    .select(['person.id', 'membership.partnership_id as partnershipId', 'person.zone'])
    .where('membership.partnership_id', 'in', where.partnershipIds)
    .where('person.zone', 'in', where.zones)
  return (unless ? all.where((row) => row.not(unless)) : all).execute()
}

/** The id of somebody who is on a side; undefined for those who left. */
export async function findMemberId(db: Db, somebody: Somebody): Promise<string | undefined> {
  return (await members(db, somebody).select('person.id').executeTakeFirst())?.id
}

function members(db: Db, only: Somebody | undefined) {
  const everybody = db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.removed_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
  if (!only) return everybody
  const { workspaceId, slackId } = only
  return everybody.where('person.workspace_id', '=', workspaceId).where('person.slack_id', '=', slackId)
}
