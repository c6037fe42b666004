/** Who comes on a side and who goes: every change of who is where is one of these. */
import type { Db, Transaction } from '../../../db/schema.ts'
import { newId } from '../../platform/ids.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import type { Side } from '../partnership.ts'

/** Somebody's place on a side. */
export interface Place {
  personId: string
  side: Side
}

/** Those who change who is where wait for each other here, before they look. */
export async function lockPlaces(trx: Transaction, workspaceId: string): Promise<void> {
  await trx
    .updateTable('workspace')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', workspaceId)
    .execute()
}

/** Puts people on their sides; each of them is on none now. */
export async function insertMembers(
  trx: Transaction,
  { id, workspaceId }: Pick<PartnershipRef, 'id' | 'workspaceId'>,
  places: readonly Place[],
  now: number,
): Promise<void> {
  if (places.length === 0) return
  const row = { workspace_id: workspaceId, partnership_id: id, added_at: now, removed_at: null }
  const rows = places.map(({ personId, side }) => ({ ...row, id: newId(now), person_id: personId, side }))
  await trx.insertInto('membership').values(rows).execute()
}

/** Where everybody is who was not taken off, those who left Slack too. */
export async function placesIn(db: Db, partnershipId: string): Promise<Place[]> {
  const query = db.selectFrom('membership').select(['person_id', 'side']).where('partnership_id', '=', partnershipId)
  const rows = await query.where('removed_at', 'is', null).execute()
  return rows.map(({ person_id, side }) => ({ personId: person_id, side }))
}

/** Takes somebody off their side, with the roles they had there. @returns the side; undefined where they were on none */
export async function endMembership(
  trx: Transaction,
  partnershipId: string,
  personId: string,
  now: number,
): Promise<Side | undefined> {
  const ended = await trx
    .updateTable('membership')
    .set({ removed_at: now })
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .returning('side')
    .executeTakeFirst()
  if (!ended) return undefined
  for (const table of ['partnership_role', 'contact_person'] as const)
    await trx
      .deleteFrom(table)
      .where('partnership_id', '=', partnershipId)
      .where('person_id', '=', personId)
      .where('side', '=', ended.side)
      .execute()
  return ended.side
}

/** The partnerships somebody was not taken off, in the order of their ids. */
export async function partnershipIdsOf(db: Db, personId: string): Promise<string[]> {
  const query = db.selectFrom('membership').select('partnership_id').where('person_id', '=', personId)
  const rows = await query.where('removed_at', 'is', null).orderBy('partnership_id').execute()
  return rows.map((row) => row.partnership_id)
}

/** People who left Slack and are on a side all the same: nobody told Rondo when they went. */
export async function goneUnnoticed(db: Db): Promise<{ id: string; workspaceId: string; name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'person.workspace_id', 'person.name'])
    .distinct()
    .where('person.deactivated_at', 'is not', null)
    .where('membership.removed_at', 'is', null)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, workspace_id, name }) => ({ id, workspaceId: workspace_id, name }))
}
