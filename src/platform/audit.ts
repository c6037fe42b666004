import type { Transaction } from '../../db/schema.ts'
import { newId } from './ids.ts'
import type { Person } from './person.ts'

/** What is noted, as docs/audit.md tells it: who does it, by the feature. */
export const noted = [
  'partnerships:made',
  'partnerships:changed',
  'partnerships:member-added',
  'partnerships:member-removed',
  'partnerships:contact-added',
  'partnerships:contact-removed',
  'partnerships:part-on',
  'partnerships:part-off',
  'partnerships:pilot-on',
  'partnerships:pilot-off',
  'checkins:made',
  'checkins:copied',
  'checkins:changed',
  'checkins:questions-changed',
  'checkins:people-changed',
  'checkins:date-skipped',
  'checkins:date-moved',
  'checkins:date-as-usual',
  'checkins:paused',
  'checkins:resumed',
  'checkins:ended',
  'trends:export',
] as const
export type What = (typeof noted)[number]

/** Short values by name; people, partnerships and the like by their ids. */
export type Noted = Record<string, string | number>

/**
 * Notes that somebody changed a setting or took data out.
 * @param about ids, names and values; no text that somebody confided
 */
export async function audit(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  { what, about }: { what: What; about: Noted },
  now: number,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ id: newId(now), workspace_id: workspaceId, at: now, person_id: id, what, about: JSON.stringify(about) })
    .execute()
}

/** What is different, by its new value; '' where there is none any more. */
export function differences(before: Noted, after: Noted): Noted {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name] ?? '']),
  )
}
