import type { Db, Transaction } from '../../../db/schema.ts'
import type { PartName } from '../../platform/feature.ts'
import type { Person } from '../../platform/person.ts'
import type { Partnership } from '../partnership.ts'
import { partnershipsOf } from '../people/store.ts'

/** Whether a part is turned on in a partnership. */
export async function isOn(db: Db, partnershipId: string, part: PartName): Promise<boolean> {
  return (await partsOf(db, partnershipId)).has(part)
}

/** The parts that are turned on in a partnership. */
export async function partsOf(db: Db, partnershipId: string): Promise<ReadonlySet<PartName>> {
  const query = db.selectFrom('partnership_part').select('part').where('partnership_id', '=', partnershipId)
  return new Set((await query.execute()).map(({ part }) => part))
}

/** The partnerships of somebody in which a part is turned on, the oldest first. */
export async function partnershipsWith(db: Db, personId: string, part: PartName): Promise<Partnership[]> {
  const on = db.selectFrom('partnership_part').select('partnership_id').where('part', '=', part)
  const ids = new Set((await on.execute()).map((row) => row.partnership_id))
  return (await partnershipsOf(db, personId)).filter(({ id }) => ids.has(id))
}

/** The parts that are on, in the order in which they were turned on. */
export async function partsInOrder(db: Db, partnershipId: string): Promise<PartName[]> {
  const query = db.selectFrom('partnership_part').select('part').where('partnership_id', '=', partnershipId)
  return (await query.orderBy('turned_on_at').orderBy('part').execute()).map(({ part }) => part)
}

/** Turns a part on. @returns false where it is on already */
export async function turnOn(
  trx: Transaction,
  { id, workspaceId }: Pick<Partnership, 'id' | 'workspaceId'>,
  part: PartName,
  by: Pick<Person, 'id'>,
  now: number,
): Promise<boolean> {
  const row = { workspace_id: workspaceId, partnership_id: id, part, turned_on_at: now, turned_on_by: by.id }
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('partnership_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partnership_id', 'part']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Turns a part off; what it holds is kept. @returns false where it is off already */
export async function turnOff(trx: Transaction, partnershipId: string, part: PartName): Promise<boolean> {
  const row = trx.deleteFrom('partnership_part').where('partnership_id', '=', partnershipId)
  const { numDeletedRows } = await row.where('part', '=', part).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Notes that somebody does not want a part now. */
export async function refuse(
  trx: Transaction,
  { id, workspaceId }: Pick<Partnership, 'id' | 'workspaceId'>,
  part: PartName,
  by: Pick<Person, 'id'>,
  now: number,
): Promise<void> {
  await trx
    .insertInto('partnership_part_refusal')
    .values({ workspace_id: workspaceId, partnership_id: id, part, refused_at: now, refused_by: by.id })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'part', 'refused_at']).doNothing())
    .execute()
}

/** When a part was last not wanted, of any: epoch milliseconds. */
export async function lastRefusal(db: Db, partnershipId: string): Promise<number | undefined> {
  const query = db.selectFrom('partnership_part_refusal').select('refused_at')
  const latest = query.where('partnership_id', '=', partnershipId).orderBy('refused_at', 'desc').limit(1)
  return (await latest.executeTakeFirst())?.refused_at
}
