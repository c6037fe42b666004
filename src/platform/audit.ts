import type { Transaction } from '../../db/schema.ts'
import type { Person } from './feature.ts'
import { newId } from './ids.ts'

/**
 * Notes that somebody changed a setting or took data out.
 * @param what 'trends:export' @param about ids, names and values; no text that somebody confided
 */
export async function audit(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  { what, about }: { what: string; about: Record<string, string | number> },
  now: number,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ id: newId(now), workspace_id: workspaceId, at: now, person_id: id, what, about: JSON.stringify(about) })
    .execute()
}
