import { describe, expect, it } from 'vitest'
import {
  askedNow,
  escalatedTo,
  leadingNow,
  membersOf,
  type Partnership,
  rolesOf,
  whoSpeaksFor,
} from '../../src/partnerships/index.ts'
import { departures, leaveEverywhere } from '../../src/partnerships/people/leaving.ts'
import { vacancyNudges } from '../../src/partnerships/vacancies/lines.ts'
import type { Departure } from '../../src/platform/feature.ts'
import type { Person } from '../../src/platform/person.ts'
import { setAway } from '../../src/workspaces/index.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership } from './partnerships.ts'

const now = at('2026-11-23T10:00')

describe.each(engines)('who leaves and who speaks then on %s', (engine) => {
  const database = useDatabase(engine)

  /** Mia leads marketing with Max; Sam leads sales with Sue; Ada is an admin in neither team. */
  async function twoTeams() {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const of = (slackId: string, admin = false) => savedPerson(db, workspace, { slackId, admin })
    const people = {
      mia: await of('UMIA'),
      max: await of('UMAX'),
      sam: await of('USAM'),
      sue: await of('USUE'),
      tom: await of('UTOM'),
      ada: await of('UADA', true),
    }
    const north = await savedPartnership(db, workspace.id)
    const south = await savedPartnership(db, workspace.id, { name: 'South' })
    await joined(db, north, people.mia, 'marketing', 'team_lead')
    await joined(db, north, people.max, 'marketing', 'deputy')
    await joined(db, north, people.sam, 'sales', 'team_lead')
    await joined(db, north, people.sue, 'sales', 'deputy')
    await joined(db, north, people.tom, 'sales')
    await joined(db, south, people.mia, 'marketing', 'team_lead')
    await joined(db, south, people.sam, 'sales')
    return { db, north, south, ...people }
  }

  async function leaves(person: Person): Promise<Departure[]> {
    const told: Departure[] = []
    const needs = { personLeft: async (_trx: unknown, left: Departure) => void told.push(left) }
    await database()
      .db.transaction()
      .execute((trx) => leaveEverywhere(trx, needs, person, now))
    return told
  }
  const away = (person: Person) =>
    database()
      .db.transaction()
      .execute((trx) => setAway(trx, person, undefined, now))
  const names = (people: Person[]) => people.map(({ name }) => name)
  const nudged = async (person: Person) => (await vacancyNudges(database().db, person, now)).map(({ title }) => title)

  it('hands over on every side they were on to who speaks for it then', async () => {
    const { north, south, sam, sue, mia, db } = await twoTeams()
    const told = await leaves(sam)
    const of = ({ id }: Partnership) => told.filter(({ partnershipId }) => partnershipId === id)
    expect(told).toHaveLength(2)
    expect(of(north)).toMatchObject([{ person: { id: sam.id }, side: 'sales', successorId: sue.id }])
    expect(of(south)).toMatchObject([{ side: 'sales', successorId: mia.id }])
    expect((await membersOf(db, north.id)).map(({ person }) => person.name)).not.toContain('sam')
    expect((await rolesOf(db, north.id)).map(({ person, role }) => `${person.name} ${role}`)).toEqual([
      'max deputy',
      'mia team_lead',
      'sue deputy',
    ])
    expect(await leaves(sam)).toEqual([])
  })

  it('hands pilot mode on to another admin where nobody leads, not to the one who leaves', async () => {
    const { db, north, ada } = await twoTeams()
    const { id } = await savedPerson(db, await savedWorkspace(db), { slackId: 'UABE', admin: true })
    await db.deleteFrom('partnership_role').execute()
    await db.updateTable('partnership').set({ pilot_id: ada.id }).where('id', '=', north.id).execute()
    await leaves(ada)
    const query = db.selectFrom('partnership').select('pilot_id').where('id', '=', north.id)
    expect(await query.executeTakeFirst()).toEqual({ pilot_id: id })
  })

  it('knows nobody to hand over to where the last who led leaves', async () => {
    const { mia, max, sam, sue } = await twoTeams()
    for (const person of [mia, max, sue]) await leaves(person)
    expect((await leaves(sam)).map(({ successorId }) => successorId)).toEqual([undefined, undefined])
  })

  it('tells those who lead and the admins that a team lead is missing, until one is chosen', async () => {
    const { db, north, mia, max, sam, sue, tom, ada } = await twoTeams()
    const south = '*Sales* has no team lead any more (South).'
    expect([await nudged(max), await nudged(ada), await nudged(tom)]).toEqual([[], [south], []])
    await leaves(sam)
    const line = '*Sales* has no team lead any more (North).'
    expect([await nudged(sue), await nudged(max), await nudged(tom)]).toEqual([[line], [line], []])
    expect((await nudged(mia)).toSorted()).toEqual([line, south])
    await db
      .insertInto('partnership_role')
      .values({
        workspace_id: sue.workspaceId,
        partnership_id: north.id,
        side: 'sales',
        role: 'team_lead',
        person_id: tom.id,
        since: now,
      })
      .execute()
    expect(await nudged(sue)).toEqual([])
  })

  it('has somebody who speaks for a side, whoever is away or gone', async () => {
    const { db, north, mia, max, sam, sue, ada } = await twoTeams()
    const ladder = async () => [
      names(await whoSpeaksFor(db, north.id, 'sales', now)),
      names(await escalatedTo(db, north.id, 'sales', 2, now)),
      names(await leadingNow(db, north.id, now)),
      names(await askedNow(db, ada.workspaceId, north.id, now)),
    ]
    expect(await ladder()).toEqual([['sam'], ['sam', 'mia'], ['mia', 'sam'], ['mia', 'sam']])
    await away(sam)
    expect(await ladder()).toEqual([['sue'], ['sue', 'mia'], ['mia', 'sue'], ['mia', 'sue']])
    await leaves(sue)
    expect(await ladder()).toEqual([['mia'], ['mia', 'ada'], ['mia'], ['mia']])
    await away(mia)
    await away(max)
    expect(await ladder()).toEqual([['ada'], ['ada'], [], ['ada']])
    // Where every admin is away too, one who is away still beats nobody.
    await away(ada)
    expect(await ladder()).toEqual([['ada'], ['ada'], [], ['ada']])
  })

  it('notices who left while nobody told it', async () => {
    const { db, north, tom, sam } = await twoTeams()
    const told: Departure[] = []
    const job = departures({ personLeft: async (_trx, left) => void told.push(left) })
    expect(await job.nextDue(db, now)).toBeUndefined()
    await db.updateTable('person').set({ deactivated_at: now }).where('id', '=', tom.id).execute()
    expect(await job.nextDue(db, now)).toBe(now)
    await job.run(db, now)
    expect(told).toMatchObject([{ person: { name: 'tom' }, partnershipId: north.id, successorId: sam.id }])
    expect(await job.nextDue(db, now)).toBeUndefined()
  })

  it('notices that a pilot of neither team left while nobody told it, and waits where nobody can go on', async () => {
    const { db, north, ada, mia } = await twoTeams()
    const job = departures({ personLeft: async () => undefined })
    await db.updateTable('partnership').set({ pilot_id: ada.id }).where('id', '=', north.id).execute()
    await db.updateTable('person').set({ deactivated_at: now }).where('id', '=', ada.id).execute()
    const roles = await db.selectFrom('partnership_role').selectAll().execute()
    await db.deleteFrom('partnership_role').execute()
    expect(await job.nextDue(db, now)).toBeUndefined()
    await db.insertInto('partnership_role').values(roles).execute()
    expect(await job.nextDue(db, now)).toBe(now)
    await job.run(db, now)
    const pilot = db.selectFrom('partnership').select('pilot_id').where('id', '=', north.id)
    expect(await pilot.executeTakeFirst()).toEqual({ pilot_id: mia.id })
    expect(await job.nextDue(db, now)).toBeUndefined()
  })
})
