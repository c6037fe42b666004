import { describe, expect, it } from 'vitest'
import {
  membersOf,
  partnershipsIn,
  partnershipsLedBy,
  partnershipsOf,
  rolesOf,
  sideOf,
  teamLeadsOf,
  workingTimeAround,
} from '../../src/partnerships/index.ts'
import { engines, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { joined, savedPartnership, takenOff } from './partnerships.ts'

const now = at('2026-11-23T10:00')

describe.each(engines)('partnerships and their people on %s', (engine) => {
  const database = useDatabase(engine)

  it('finds the partnerships that a channel serves', async () => {
    const { db } = database()
    const { id } = await savedWorkspace(db)
    const north = await savedPartnership(db, id, { channels: ['CM', 'CN', 'CM'] })
    const south = await savedPartnership(db, id, { channels: ['CM', 'CS', 'CB'] })
    const serving = async (channel: string) => new Set((await partnershipsIn(db, id, channel)).map((one) => one.id))
    expect(await serving('CM')).toEqual(new Set([north.id, south.id]))
    expect(await serving('CB')).toEqual(new Set([south.id]))
    expect(await serving('CX')).toEqual(new Set())
    const other = await savedWorkspace(db, 'T2')
    expect(await partnershipsIn(db, other.id, 'CM')).toEqual([])
  })

  it('knows who is on which side, marketing first and by name', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const [bram, anna, chris, dana] = await Promise.all(
      ['UBRAM', 'UANNA', 'UCHRIS', 'UDANA'].map((slackId) => savedPerson(db, workspace, { slackId })),
    )
    if (!bram || !anna || !chris || !dana) throw new Error('Somebody is missing')
    const north = await savedPartnership(db, workspace.id)
    await joined(db, north, chris, 'sales', 'team_lead')
    await joined(db, north, bram, 'marketing', 'deputy')
    await joined(db, north, anna, 'marketing', 'team_lead', 'contact_person')
    await joined(db, north, dana, 'sales')
    await takenOff(db, north, dana, now)

    const members = await membersOf(db, north.id)
    expect(members.map(({ person, side }) => [person.name, side])).toEqual([
      ['anna', 'marketing'],
      ['bram', 'marketing'],
      ['chris', 'sales'],
    ])
    expect(members[0]?.person).toEqual(anna)
    expect([await sideOf(db, north.id, bram.id), await sideOf(db, north.id, dana.id)]).toEqual(['marketing', undefined])
    expect((await teamLeadsOf(db, north.id)).map(({ person, role }) => [person.name, role])).toEqual([
      ['anna', 'team_lead'],
      ['bram', 'deputy'],
      ['chris', 'team_lead'],
    ])
    expect(await rolesOf(db, north.id)).toHaveLength(4)
    expect((await partnershipsOf(db, anna.id)).map(({ id }) => id)).toEqual([north.id])
    expect(await partnershipsLedBy(db, bram.id)).toEqual(new Set([north.id]))
    expect([(await partnershipsOf(db, dana.id)).length, (await partnershipsLedBy(db, dana.id)).size]).toEqual([0, 0])
  })

  it('leaves out people who have left Slack', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const gone = await savedPerson(db, workspace, { slackId: 'UGONE', deactivated: true })
    const north = await savedPartnership(db, workspace.id)
    await joined(db, north, gone, 'sales', 'team_lead')
    expect([await membersOf(db, north.id), await teamLeadsOf(db, north.id)]).toEqual([[], []])
    expect(await sideOf(db, north.id, gone.id)).toBeUndefined()
  })

  it('works on its own days, but not on public holidays and own days off', async () => {
    const { db } = database()
    const { id } = await savedWorkspace(db)
    const north = await savedPartnership(db, id, { holidayCountry: 'BE', workingDays: [1, 2] })
    await db
      .insertInto('day_off')
      .values({ workspace_id: id, partnership_id: north.id, date: '2026-12-07', name: 'Team day' })
      .execute()
    const working = await workingTimeAround(db, north, now)
    expect(working).toMatchObject({ zone: 'Europe/Amsterdam', days: [1, 2], start: '09:00', end: '17:00' })
    const days = ['2026-12-07', '2026-12-08', '2027-07-21', '2027-04-27']
    expect(days.map((date) => working.daysOff.has(date))).toEqual([true, false, true, false])
  })
})
