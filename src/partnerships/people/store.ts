import type { Db } from '../../../db/schema.ts'
import { findPeople } from '../../workspaces/index.ts'
import { type Partnership, type Side, sides } from '../partnership.ts'
import { toPartnership } from '../store.ts'
import type { Contact, Member, RoleHolder } from './member.ts'

/** Who is on which side now, people who left Slack excepted: marketing first, by name. */
export async function membersOf(db: Db, partnershipId: string): Promise<Member[]> {
  return withPeople(
    db,
    await current(db)
      .select(['membership.person_id', 'membership.side'])
      .where('membership.partnership_id', '=', partnershipId)
      .execute(),
  )
}

/** The side somebody is on now. */
export async function sideOf(db: Db, partnershipId: string, personId: string): Promise<Side | undefined> {
  const query = current(db).select('membership.side').where('membership.partnership_id', '=', partnershipId)
  return (await query.where('person.id', '=', personId).executeTakeFirst())?.side
}

/** The partnerships in which somebody is on a side now, the oldest first. */
export async function partnershipsOf(db: Db, personId: string): Promise<Partnership[]> {
  const joined = current(db).innerJoin('partnership', 'partnership.id', 'membership.partnership_id')
  const rows = await joined
    .selectAll('partnership')
    .where('person.id', '=', personId)
    .orderBy('partnership.id')
    .execute()
  return rows.map(toPartnership)
}

/** Who has which role, and whom the other side calls first; only those who are still on that side. */
export async function rolesOf(db: Db, partnershipId: string): Promise<RoleHolder[]> {
  const first = await called(db)
    .select(['membership.person_id', 'membership.side'])
    .where('membership.partnership_id', '=', partnershipId)
    .where('contact.subject', '=', '')
    .execute()
  const contacts = first.map((row) => ({ ...row, role: 'contact_person' as const }))
  return withPeople(db, [...(await leadingRows(db, partnershipId)), ...contacts])
}

function leadingRows(db: Db, partnershipId: string) {
  return holding(db)
    .select(['membership.person_id', 'membership.side', 'holder.role'])
    .where('membership.partnership_id', '=', partnershipId)
    .execute()
}

/** Whom to call on a side for what, as far as they are still on it: those for everything last. */
export async function contactsOf(db: Db, partnershipId: string): Promise<Contact[]> {
  const rows = await called(db)
    .select(['membership.person_id', 'membership.side', 'contact.subject'])
    .where('membership.partnership_id', '=', partnershipId)
    .execute()
  const rank = ({ subject }: { subject: string }) => (subject === '' ? 1 : 0)
  return (await withPeople(db, rows)).toSorted(
    (a, b) => a.side.localeCompare(b.side) || rank(a) - rank(b) || a.subject.localeCompare(b.subject),
  )
}

/** The team leads and their deputies: marketing first, the team lead before the deputy. */
export async function teamLeadsOf(db: Db, partnershipId: string): Promise<RoleHolder[]> {
  const leading = await withPeople(db, await leadingRows(db, partnershipId))
  return sides.flatMap((side) =>
    leading
      .filter((one) => one.side === side)
      .toSorted((a, b) => (a.role === 'team_lead' ? -1 : b.role === 'team_lead' ? 1 : 0)),
  )
}

/** The partnerships in which somebody is team lead or deputy. */
export async function partnershipsLedBy(db: Db, personId: string): Promise<Set<string>> {
  const rows = await holding(db).select('membership.partnership_id').where('person.id', '=', personId).execute()
  return new Set(rows.map((row) => row.partnership_id))
}

function current(db: Db) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.removed_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
}

function holding(db: Db) {
  return current(db).innerJoin('partnership_role as holder', (join) =>
    join
      .onRef('holder.partnership_id', '=', 'membership.partnership_id')
      .onRef('holder.person_id', '=', 'membership.person_id')
      .onRef('holder.side', '=', 'membership.side'),
  )
}

function called(db: Db) {
  return current(db).innerJoin('contact_person as contact', (join) =>
    join
      .onRef('contact.partnership_id', '=', 'membership.partnership_id')
      .onRef('contact.person_id', '=', 'membership.person_id')
      .onRef('contact.side', '=', 'membership.side'),
  )
}

async function withPeople<R extends { person_id: string; side: Side }>(
  db: Db,
  rows: readonly R[],
): Promise<(Omit<R, 'person_id'> & Member)[]> {
  const people = await findPeople(db, [...new Set(rows.map((row) => row.person_id))])
  const byId = new Map(people.map((person) => [person.id, person]))
  const found = rows.flatMap(({ person_id, ...row }) => {
    const person = byId.get(person_id)
    return person ? [{ ...row, person }] : []
  })
  return found.toSorted((a, b) => a.side.localeCompare(b.side) || a.person.name.localeCompare(b.person.name))
}
