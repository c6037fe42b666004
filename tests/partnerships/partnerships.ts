import type { Db } from '../../db/schema.ts'
import type { Partnership, Role, Side } from '../../src/partnerships/index.ts'
import { getPartnership } from '../../src/partnerships/index.ts'
import { endMembership } from '../../src/partnerships/people/membership-store.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Person } from '../../src/platform/person.ts'
import { at } from '../workspaces/people.ts'

const since = at('2026-11-02T09:00')

interface Said {
  name?: string
  zone?: string
  channels?: [marketing: string, sales: string, shared: string]
  holidayCountry?: string
  workingDays?: number[]
}

/** A partnership as it stands in the database, without its people: nine to five, Monday to Friday, in Amsterdam. */
export async function savedPartnership(db: Db, workspaceId: string, said: Said = {}): Promise<Partnership> {
  const id = newId(since)
  const [marketing, sales, shared] = said.channels ?? [`C${id}M`, `C${id}S`, `C${id}B`]
  await db
    .insertInto('partnership')
    .values({
      id,
      workspace_id: workspaceId,
      name: said.name ?? 'North',
      marketing_channel_id: marketing,
      sales_channel_id: sales,
      shared_channel_id: shared,
      language: 'en',
      zone: said.zone ?? 'Europe/Amsterdam',
      working_days: JSON.stringify(said.workingDays ?? [1, 2, 3, 4, 5]),
      work_start: '09:00',
      work_end: '17:00',
      holiday_country: said.holidayCountry ?? 'NL',
      created_at: since,
      created_by: 'somebody',
      changed_at: since,
    })
    .execute()
  return getPartnership(db, id)
}

/** Puts somebody on a side, with roles if wanted. */
export async function joined(db: Db, { id }: Partnership, person: Person, side: Side, ...roles: Role[]): Promise<void> {
  const row = { workspace_id: person.workspaceId, partnership_id: id, person_id: person.id, side }
  await db
    .insertInto('membership')
    .values({ ...row, id: newId(since), added_at: since, removed_at: null })
    .execute()
  for (const role of roles)
    await db
      .insertInto(role === 'contact_person' ? 'contact_person' : 'partnership_role')
      .values({ ...row, since, ...(role === 'contact_person' ? { subject: '' } : { role }) })
      .execute()
}

/** Takes somebody off the side they are on. */
export async function takenOff(db: Db, { id }: Partnership, person: Person, now: number): Promise<void> {
  await db.transaction().execute((trx) => endMembership(trx, id, person.id, now))
}
