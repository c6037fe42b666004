import type { Db, Transaction } from '../../db/schema.ts'

export type Part = 'optional' | 'observer'

/** Who need not answer in a check-in, by person id; everybody else is asked and waited for. */
export async function partsIn(db: Db, checkInId: string): Promise<Map<string, Part>> {
  const rows = await db
    .selectFrom('check_in_part')
    .select(['person_id', 'part'])
    .where('check_in_id', '=', checkInId)
    .execute()
  return new Map(rows.map(({ person_id, part }) => [person_id, part]))
}

/** Puts these in the place of all that was said before about who need not answer. @param parts by person id */
export async function saveParts(
  trx: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  parts: ReadonlyMap<string, Part>,
): Promise<void> {
  await trx.deleteFrom('check_in_part').where('check_in_id', '=', id).execute()
  const rows = [...parts].map(([person_id, part]) => ({ workspace_id: workspaceId, check_in_id: id, person_id, part }))
  if (rows.length > 0) await trx.insertInto('check_in_part').values(rows).execute()
}
