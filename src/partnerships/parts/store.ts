import type { Db, Transaction } from '../../../db/schema.ts'
import type { PartName, Person } from '../../platform/feature.ts'
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

/** Turns a part on; twice is once. */
export async function turnOn(
  trx: Transaction,
  { id, workspaceId }: Pick<Partnership, 'id' | 'workspaceId'>,
  part: PartName,
  by: Pick<Person, 'id'>,
  now: number,
): Promise<void> {
  const row = { workspace_id: workspaceId, partnership_id: id, part, turned_on_at: now, turned_on_by: by.id }
  await trx
    .insertInto('partnership_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partnership_id', 'part']).doNothing())
    .execute()
}

/** Turns a part off; what it holds is kept. */
export async function turnOff(trx: Transaction, partnershipId: string, part: PartName): Promise<void> {
  const row = trx.deleteFrom('partnership_part').where('partnership_id', '=', partnershipId)
  await row.where('part', '=', part).execute()
}
