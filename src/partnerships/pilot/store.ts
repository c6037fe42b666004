import type { Db, Transaction } from '../../../db/schema.ts'

/** Sends everything of a partnership to one person, or to the two teams where nobody is given. @returns whether that is new */
export async function savePilot(trx: Transaction, partnershipId: string, personId: string | null): Promise<boolean> {
  const before = await trx
    .selectFrom('partnership')
    .select('pilot_id')
    .where('id', '=', partnershipId)
    .executeTakeFirst()
  await trx.updateTable('partnership').set({ pilot_id: personId }).where('id', '=', partnershipId).execute()
  return before?.pilot_id !== personId
}

/** The partnerships whose pilot somebody is, in the order of their ids. */
export async function pilotedBy(db: Db, personId: string): Promise<string[]> {
  const query = db.selectFrom('partnership').select('id').where('pilot_id', '=', personId)
  return (await query.orderBy('id').execute()).map(({ id }) => id)
}

/** Who is still a pilot and has left Slack, in the order of the partnerships. */
export async function pilotsGone(db: Db): Promise<{ partnershipId: string; id: string }[]> {
  return db
    .selectFrom('partnership')
    .innerJoin('person', 'person.id', 'partnership.pilot_id')
    .select(['partnership.id as partnershipId', 'person.id'])
    .where('person.deactivated_at', 'is not', null)
    .orderBy('partnership.id')
    .execute()
}
