import { describe, expect, it } from 'vitest'
import { toLocal } from '../../src/calendar/wall-time.ts'
import { savePerson } from '../../src/workspaces/people/store.ts'
import { ids } from '../actions/two-teams.ts'
import { start, type TeamDay, useTeamDay } from '../checkins/team-day.ts'

const london = 'Europe/London'

/** Victor, who is in neither team, lives in London and is an admin of the workspace. */
async function saveVictor({ db }: TeamDay, admin = true): Promise<void> {
  const profile = { slackId: 'UVICTOR', name: 'Victor', kind: 'member', zone: london, language: 'en' } as const
  const defaults = { language: 'en', zone: london } as const
  await savePerson(db, ids.workspace, { ...profile, admin, deactivated: false }, defaults, start)
}

const nobodyLeads = ({ db }: TeamDay, side: 'marketing' | 'sales') =>
  db.deleteFrom('partnership_role').where('side', '=', side).execute()

const received = ({ slack }: TeamDay) =>
  slack
    .person('victor')
    .directMessages()
    .map((message) => ({ when: momentOf(message.ts), words: slack.plain(message, 'victor') }))

function momentOf(ts: string): string {
  const { date, time } = toLocal(Number(ts) * 1000, london)
  return `${date} ${time}`
}

describe('an admin who is in neither team', () => {
  const day = useTeamDay('sqlite')

  it('hears nothing while both teams are led', async () => {
    await saveVictor(day())
    await day().until('2027-03-05 23:00')
    expect(received(day())).toEqual([])
    expect(day().trouble).toEqual([])
  })

  it('gets one message a working day, as theirs begins, of what waits for them and nothing else', async () => {
    await saveVictor(day())
    await nobodyLeads(day(), 'marketing')
    await day().until('2027-03-08 23:00')
    const days = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05', '2027-03-08']
    expect(received(day()).map(({ when }) => when)).toEqual(days.map((date) => `${date} 09:00`))
    const last = received(day()).at(-1)?.words ?? ''
    expect(last).toMatch(/Marketing.*no team lead/)
    expect(last).not.toMatch(/Pipeline review|Answer/)
  })

  it('hears no more once there is a team lead again', async () => {
    await saveVictor(day())
    await nobodyLeads(day(), 'sales')
    await day().until('2027-03-01 23:00')
    const sofie = { workspace_id: ids.workspace, partnership_id: ids.partnership, person_id: 'sofie' }
    await day()
      .db.insertInto('partnership_role')
      .values({ ...sofie, side: 'sales', role: 'team_lead', since: day().clock.now() })
      .execute()
    await day().until('2027-03-03 23:00')
    expect(received(day()).map(({ when }) => when)).toEqual(['2027-03-01 09:00'])
  })

  it('is an admin: a colleague in neither team hears nothing', async () => {
    await saveVictor(day(), false)
    await nobodyLeads(day(), 'marketing')
    await day().until('2027-03-02 23:00')
    expect(received(day())).toEqual([])
  })
})
