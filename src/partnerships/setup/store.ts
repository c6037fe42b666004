import { z } from 'zod'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { Person } from '../../platform/person.ts'
import { findKnownPeople } from '../../workspaces/index.ts'
import { saveFirstContact } from '../contacts/store.ts'
import { type Partnership, type Side, sides } from '../partnership.ts'
import { leadingRoles } from '../people/member.ts'
import { endMembership, insertMembers, lockPlaces, type Place, placesIn } from '../people/membership-store.ts'
import { membersOf, rolesOf } from '../people/store.ts'
import { findPartnership, getPartnership, ownDaysOff, partnershipsInWorkspace } from '../store.ts'
import { type Draft, draft, draftOf, resumed, type SetUp } from './draft.ts'

/** More half-filled set-ups are nobody's intention; the oldest goes. */
const mostDrafts = 5
const drafts = z.array(draft)

/** What somebody has filled in so far for a partnership, or what stands; undefined where there is neither. */
export async function findDraft(db: Db, person: Person, id: string): Promise<Draft | undefined> {
  const stored = (await storedDrafts(db, person)).find((one) => one.id === id)
  const partnership = await findPartnership(db, person.workspaceId, id)
  return resumed(stored, partnership && (await standing(db, partnership)))
}

/** Whether somebody else has changed the partnership since this person last filled something in. */
export async function isOvertaken(db: Db, person: Person, id: string): Promise<boolean> {
  const stored = (await storedDrafts(db, person)).find((one) => one.id === id)
  const partnership = await findPartnership(db, person.workspaceId, id)
  return stored !== undefined && partnership !== undefined && stored.savedAt < partnership.changedAt
}

/** What somebody began to fill in for a new partnership and has not finished. */
export async function findNewDraft(db: Db, person: Person): Promise<Draft | undefined> {
  const there = new Set((await partnershipsInWorkspace(db, person.workspaceId)).map(({ id }) => id))
  return (await storedDrafts(db, person)).findLast(({ id }) => !there.has(id))
}

/**
 * Keeps what somebody has filled in.
 * @param fill what it becomes, of what was there at that moment: two windows may be filled in at once
 */
export async function keepDraft(
  trx: Transaction,
  person: Person,
  id: string,
  fill: (before: Draft) => Draft,
  now: number,
): Promise<Draft> {
  await lockDrafts(trx, person, now)
  const filled = { ...fill((await findDraft(trx, person, id)) ?? { id, savedAt: now }), savedAt: now }
  const others = (await storedDrafts(trx, person)).filter((one) => one.id !== id)
  await writeDrafts(trx, person, [...others, filled].slice(-mostDrafts), now)
  return filled
}

export async function dropDraft(trx: Transaction, person: Person, id: string, now: number): Promise<void> {
  await lockDrafts(trx, person, now)
  const others = (await storedDrafts(trx, person)).filter((one) => one.id !== id)
  await writeDrafts(trx, person, others, now)
}

/** Two windows of one person wait for each other here, before they read. */
async function lockDrafts(trx: Transaction, person: Person, now: number): Promise<void> {
  await trx
    .insertInto('setup_draft')
    .values({ draft: '[]', updated_at: now, workspace_id: person.workspaceId, person_id: person.id })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ updated_at: now }))
    .execute()
}

async function storedDrafts(db: Db, { id }: Person): Promise<Draft[]> {
  const row = await db.selectFrom('setup_draft').select('draft').where('person_id', '=', id).executeTakeFirst()
  return row ? drafts.parse(JSON.parse(row.draft)) : []
}

async function writeDrafts(trx: Transaction, { id }: Person, all: Draft[], now: number): Promise<void> {
  const kept = { draft: JSON.stringify(all), updated_at: now }
  await trx.updateTable('setup_draft').set(kept).where('person_id', '=', id).execute()
}

async function standing(db: Db, partnership: Partnership): Promise<Draft> {
  const [members, roles, daysOff] = [
    await membersOf(db, partnership.id),
    await rolesOf(db, partnership.id),
    await ownDaysOff(db, partnership.id),
  ]
  return draftOf(partnership, members, roles, daysOff)
}

/** Another partnership with exactly these three channels. */
export async function findTwin(
  db: Db,
  workspaceId: string,
  { id, channels }: Pick<SetUp, 'id' | 'channels'>,
): Promise<Partnership | undefined> {
  const all = await partnershipsInWorkspace(db, workspaceId)
  const same = (one: Partnership) =>
    ([...sides, 'shared'] as const).every((name) => one.channels[name] === channels[name])
  return all.find((one) => one.id !== id && same(one))
}

/**
 * Makes a partnership, or changes it to what was filled in; what people were before stays in its history.
 * @returns `left`: who is on no side any more; `twin` where somebody was faster with the same channels: nothing is saved then
 */
export async function savePartnership(
  trx: Transaction,
  setUp: SetUp,
  by: Person,
  now: number,
): Promise<{ saved: Partnership; left: Place[] } | { twin: Partnership }> {
  await lockPlaces(trx, by.workspaceId)
  const twin = await findTwin(trx, by.workspaceId, setUp)
  if (twin) return { twin }
  await saveRow(trx, setUp, by, now)
  const idsBySlackId = await personIds(trx, by.workspaceId, setUp)
  const left = await saveMembers(trx, setUp, by.workspaceId, idsBySlackId, now)
  await saveRoles(trx, setUp, by.workspaceId, idsBySlackId, now)
  await saveDaysOff(trx, setUp, by.workspaceId)
  return { saved: await getPartnership(trx, setUp.id), left }
}

async function saveRow(trx: Transaction, { id, name, channels, hours }: SetUp, by: Person, now: number): Promise<void> {
  const said = {
    name,
    marketing_channel_id: channels.marketing,
    sales_channel_id: channels.sales,
    shared_channel_id: channels.shared,
    language: hours.language,
    zone: hours.zone,
    working_days: JSON.stringify(hours.workingDays),
    work_start: hours.workStart,
    work_end: hours.workEnd,
    holiday_country: hours.holidayCountry,
    changed_at: now,
  }
  await trx
    .insertInto('partnership')
    .values({ ...said, id, workspace_id: by.workspaceId, created_at: now, created_by: by.id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
}

async function personIds(trx: Transaction, workspaceId: string, { people }: SetUp): Promise<Map<string, string>> {
  const known = await findKnownPeople(trx, workspaceId, [...people.marketing, ...people.sales])
  return new Map(known.map(({ person }) => [person.slackId, person.id]))
}

type Ids = ReadonlyMap<string, string>

/** @returns those who were on a side and are on none now; who only changes sides keeps what they have */
async function saveMembers(
  trx: Transaction,
  { id, people }: SetUp,
  workspaceId: string,
  ids: Ids,
  now: number,
): Promise<Place[]> {
  const wanted = new Map(sides.flatMap((side) => people[side].flatMap((slackId) => withId(ids, slackId, side))))
  const current = await placesIn(trx, id)
  const over = current.filter(({ personId, side }) => wanted.get(personId) !== side)
  for (const { personId } of over) await endMembership(trx, id, personId, now)
  const staying = new Set(current.filter((one) => !over.includes(one)).map(({ personId }) => personId))
  const added = [...wanted].filter(([personId]) => !staying.has(personId))
  const places = added.map(([personId, side]) => ({ personId, side }))
  await insertMembers(trx, { id, workspaceId }, places, now)
  return over.filter(({ personId }) => !wanted.has(personId))
}

async function saveRoles(
  trx: Transaction,
  { id, roles }: SetUp,
  workspaceId: string,
  ids: Ids,
  now: number,
): Promise<void> {
  const current = await trx.selectFrom('partnership_role').selectAll().where('partnership_id', '=', id).execute()
  await trx.deleteFrom('partnership_role').where('partnership_id', '=', id).execute()
  const rows = sides.flatMap((side) =>
    leadingRoles.flatMap((role) => {
      const personId = ids.get(roles[side][role] ?? '')
      if (personId === undefined) return []
      const before = current.find((one) => one.side === side && one.role === role && one.person_id === personId)
      const row = { workspace_id: workspaceId, partnership_id: id, side, role, person_id: personId }
      return [{ ...row, since: before?.since ?? now }]
    }),
  )
  if (rows.length > 0) await trx.insertInto('partnership_role').values(rows).execute()
  for (const side of sides)
    await saveFirstContact(trx, { id, workspaceId }, side, ids.get(roles[side].contact_person ?? ''), now)
}

async function saveDaysOff(trx: Transaction, { id, hours }: SetUp, workspaceId: string): Promise<void> {
  await trx.deleteFrom('day_off').where('partnership_id', '=', id).execute()
  const rows = hours.daysOff.map((day) => ({ ...day, workspace_id: workspaceId, partnership_id: id }))
  if (rows.length > 0) await trx.insertInto('day_off').values(rows).execute()
}

const withId = (ids: Ids, slackId: string, side: Side): [string, Side][] => {
  const id = ids.get(slackId)
  return id === undefined ? [] : [[id, side]]
}
