import { describe, expect, it } from 'vitest'
import {
  getPartnership,
  membersOf,
  ownDaysOff,
  partnershipsInWorkspace,
  rolesOf,
} from '../../src/partnerships/index.ts'
import type { Draft, SetUp } from '../../src/partnerships/setup/draft.ts'
import { dropDraft, findDraft, findNewDraft, keepDraft, savePartnership } from '../../src/partnerships/setup/store.ts'
import type { Person } from '../../src/platform/person.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { savedPartnership } from './partnerships.ts'

const now = at('2026-11-23T10:00')
const later = at('2026-12-01T10:00')

const setUp = (said: Partial<SetUp> = {}): SetUp => ({
  id: 'p1',
  name: 'Benelux',
  channels: { marketing: 'CM', sales: 'CS', shared: 'CB' },
  people: { marketing: ['UANNA', 'UBRAM'], sales: ['UCHRIS'] },
  roles: { marketing: { team_lead: 'UANNA', deputy: 'UBRAM' }, sales: { team_lead: 'UCHRIS' } },
  hours: {
    language: 'nl',
    zone: 'Europe/Brussels',
    workingDays: [1, 2, 4],
    workStart: '08:30',
    workEnd: '17:00',
    holidayCountry: 'BE',
    daysOff: [{ date: '2026-12-24', name: 'Kerstavond' }],
  },
  ...said,
})

describe.each(engines)('what is set up on %s', (engine) => {
  const database = useDatabase(engine)

  async function anna(): Promise<Person> {
    const workspace = await savedWorkspace(database().db)
    for (const slackId of ['UBRAM', 'UCHRIS', 'UDANA']) await savedPerson(database().db, workspace, { slackId })
    return savedPerson(database().db, workspace, { slackId: 'UANNA' })
  }
  const save = (by: Person, wanted: SetUp, when = now) =>
    database()
      .db.transaction()
      .execute((trx) => savePartnership(trx, wanted, by, when))
  const keep = (person: Person, id: string, name: string, when = now) => {
    const step1 = { name, channels: setUp().channels, external: [] }
    return database()
      .db.transaction()
      .execute((trx) => keepDraft(trx, person, id, (before) => ({ ...before, step1 }), when))
  }
  const nameIn = (draft: Draft | undefined) => draft?.step1?.name

  it('is there as it was filled in', async () => {
    const { db } = database()
    const by = await anna()
    expect(await save(by, setUp())).toEqual({ saved: await getPartnership(db, 'p1'), left: [] })
    expect(await getPartnership(db, 'p1')).toMatchObject({
      name: 'Benelux',
      channels: setUp().channels,
      zone: 'Europe/Brussels',
      workingDays: [1, 2, 4],
      createdAt: now,
    })
    expect((await membersOf(db, 'p1')).map(({ person, side }) => [person.slackId, side])).toEqual([
      ['UANNA', 'marketing'],
      ['UBRAM', 'marketing'],
      ['UCHRIS', 'sales'],
    ])
    expect((await rolesOf(db, 'p1')).map(({ person, role }) => [person.slackId, role]).toSorted()).toEqual([
      ['UANNA', 'team_lead'],
      ['UBRAM', 'deputy'],
      ['UCHRIS', 'team_lead'],
    ])
    expect(await ownDaysOff(db, 'p1')).toEqual([{ date: '2026-12-24', name: 'Kerstavond' }])
  })

  it('is the same however often it is saved', async () => {
    const { db } = database()
    const by = await anna()
    await save(by, setUp())
    const rows = () =>
      Promise.all([
        db.selectFrom('membership').selectAll().orderBy('id').execute(),
        partnershipsInWorkspace(db, by.workspaceId),
      ])
    const first = await rows()
    await save(by, setUp())
    expect(await rows()).toEqual(first)
  })

  it('keeps who was on which side before, and since when somebody has a role', async () => {
    const { db } = database()
    const by = await anna()
    await save(by, setUp())
    await save(
      by,
      setUp({
        people: { marketing: ['UANNA', 'UDANA'], sales: ['UCHRIS', 'UBRAM'] },
        roles: { marketing: { team_lead: 'UANNA', deputy: 'UDANA' }, sales: { team_lead: 'UCHRIS' } },
      }),
      later,
    )
    const history = await db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['person.slack_id', 'membership.side', 'added_at', 'removed_at'])
      .execute()
    const lines = history.map(
      (row) =>
        `${row.slack_id} ${row.side} ${row.added_at === now ? 'now' : 'later'} ${row.removed_at === later ? 'removed' : 'there'}`,
    )
    expect(lines.toSorted()).toEqual([
      'UANNA marketing now there',
      'UBRAM marketing now removed',
      'UBRAM sales later there',
      'UCHRIS sales now there',
      'UDANA marketing later there',
    ])
    const roles = await db.selectFrom('partnership_role').select(['role', 'since']).execute()
    expect(roles.map(({ role, since }) => `${role} ${since === now ? 'now' : 'later'}`).toSorted()).toEqual([
      'deputy later',
      'team_lead now',
      'team_lead now',
    ])
  })

  it('takes no second partnership with the same three channels, not even at the same moment', async () => {
    const { db } = database()
    const by = await anna()
    // The first has saved and not committed when the second begins; many round trips give it time to look.
    const saved = Promise.withResolvers<void>()
    const second = saved.promise.then(() => save(by, setUp({ id: 'p2' })))
    const first = await db.transaction().execute(async (trx) => {
      const outcome = await savePartnership(trx, setUp({ id: 'p1' }), by, now)
      saved.resolve()
      for (let trip = 0; trip < 50; trip++) await trx.selectFrom('person').select('id').execute()
      return outcome
    })
    const outcomes = [first, await second]
    expect(outcomes.map((outcome) => ('saved' in outcome ? 'saved' : 'twin'))).toEqual(['saved', 'twin'])
    expect(await partnershipsInWorkspace(db, by.workspaceId)).toHaveLength(1)
    expect(
      await save(by, setUp({ id: 'p3', channels: { marketing: 'CM', sales: 'CS', shared: 'CM' } })),
    ).toHaveProperty('saved')
  })

  it('keeps what somebody filled in, for each partnership apart', async () => {
    const { db } = database()
    const by = await anna()
    const north = await savedPartnership(db, by.workspaceId, { name: 'North' })
    await keep(by, north.id, 'Northern')
    await keep(by, 'new1', 'First')
    await keep(by, 'new1', 'Second')
    expect(nameIn(await findDraft(db, by, north.id))).toBe('Northern')
    expect(nameIn(await findDraft(db, by, 'new1'))).toBe('Second')
    expect(nameIn(await findNewDraft(db, by))).toBe('Second')
    const chris = await savedPerson(db, await savedWorkspace(db), { slackId: 'UCHRIS' })
    expect([await findNewDraft(db, chris), nameIn(await findDraft(db, chris, north.id))]).toEqual([undefined, 'North'])

    await db.transaction().execute((trx) => dropDraft(trx, by, 'new1', now))
    expect([await findNewDraft(db, by), await findDraft(db, by, 'new1')]).toEqual([undefined, undefined])
    expect(nameIn(await findDraft(db, by, north.id))).toBe('Northern')
  })

  it('goes by what stands where that was changed after somebody began to fill in', async () => {
    const { db } = database()
    const by = await anna()
    await save(by, setUp())
    await keep(by, 'p1', 'Half', now + 1)
    expect(nameIn(await findDraft(db, by, 'p1'))).toBe('Half')
    await save(by, setUp({ name: 'Whole' }), later)
    expect(await findDraft(db, by, 'p1')).toMatchObject({
      step1: { name: 'Whole' },
      step3: { daysOff: [{ name: 'Kerstavond' }] },
    })
  })

  it('keeps what both of two windows filled in at the same moment', async () => {
    const { db } = database()
    const by = await anna()
    await keep(by, 'p1', 'First')
    const step2 = { people: setUp().people, roles: setUp().roles }
    // The first has read and written and not committed when the second begins.
    const kept = Promise.withResolvers<void>()
    const second = kept.promise.then(() =>
      db
        .transaction()
        .execute((trx) =>
          keepDraft(trx, by, 'p1', (before) => ({ ...before, step1: { ...setUp(), external: [] } }), now),
        ),
    )
    await db.transaction().execute(async (trx) => {
      await keepDraft(trx, by, 'p1', (before) => ({ ...before, step2 }), now)
      kept.resolve()
      for (let trip = 0; trip < 50; trip++) await trx.selectFrom('person').select('id').execute()
    })
    await second
    expect(await findDraft(db, by, 'p1')).toMatchObject({ step1: { name: 'Benelux' }, step2 })
  })

  it('keeps the last five', async () => {
    const by = await anna()
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await keep(by, id, id)
    expect(await findDraft(database().db, by, 'a')).toBeUndefined()
    expect(nameIn(await findDraft(database().db, by, 'b'))).toBe('b')
  })
})
