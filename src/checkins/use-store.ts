import type { Db } from '../../db/schema.ts'

/** Whether the two teams have really begun: a check-in was closed in which somebody answered. */
export async function checkInsInUse(db: Db, partnershipId: string): Promise<boolean> {
  const row = await db
    .selectFrom('check_in')
    .innerJoin('check_in_opening', 'check_in_opening.check_in_id', 'check_in.id')
    .innerJoin('check_in_closing', 'check_in_closing.occurrence_id', 'check_in_opening.occurrence_id')
    .innerJoin('check_in_response', 'check_in_response.occurrence_id', 'check_in_opening.occurrence_id')
    .select('check_in.id')
    .where('check_in.partnership_id', '=', partnershipId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
