import type { Db } from '../../db/schema.ts'
import { at, ids, type Name } from '../actions/two-teams.ts'

/** Turns agreements on between the two teams. */
export async function turnOnAgreements(db: Db, partnershipId = ids.partnership): Promise<void> {
  await db
    .insertInto('partnership_part')
    .values({
      workspace_id: ids.workspace,
      partnership_id: partnershipId,
      part: 'agreements',
      turned_on_at: at('2027-01-04 09:00'),
      turned_on_by: 'anna',
    })
    .execute()
}

/** Gives somebody a role for their side. */
export async function named(db: Db, person_id: Name, side: 'marketing' | 'sales', role: 'deputy'): Promise<void> {
  const row = { workspace_id: ids.workspace, partnership_id: ids.partnership, side, role, person_id }
  await db
    .insertInto('partnership_role')
    .values({ ...row, since: at('2027-01-04 09:00') })
    .execute()
}
