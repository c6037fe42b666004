import { describe, expect, it } from 'vitest'
import { actionOf, type FieldName } from '../../../src/checkins/planning/fields.ts'
import { checkInsOf } from '../../../src/checkins/store.ts'
import { ids } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'
import { manage, press, shownTo } from './menu.ts'
import { moveTo, theCheckIn } from './plan.ts'

const window = (day: TeamDay) => day.read(day.person('anna').modal, 'anna')

async function set(day: TeamDay, name: FieldName, value: string | string[]): Promise<void> {
  await day.person('anna').choose(actionOf(name), value)
  await day.settle()
}

async function save(day: TeamDay, values: Record<string, string> = {}) {
  const submitted = await day.person('anna').submit(values)
  await day.settle()
  return submitted
}

async function addHoliday(day: TeamDay): Promise<void> {
  await day.db.updateTable('partnership').set({ holiday_country: 'NL' }).execute()
}

async function startNew(day: TeamDay, template: string): Promise<void> {
  await press(day, 'anna', 'checkins:new')
  await day.person('anna').click('modal', 'checkins:template', { value: `${ids.partnership}:${template}` })
  await day.settle()
}

describe.each(sampled('checkins/planning/editor'))('the editor of check-ins, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('saves what was chosen, from the next date on: what is open keeps its deadline', async () => {
    await day().until('2027-03-01 10:00')
    await manage(day(), 'anna', 'edit')
    await set(day(), 'begins', 'meeting')
    await set(day(), 'meetingAt', '11:00')
    await set(day(), 'weekdays', ['3'])
    expect(window(day())).toContain('• Wednesday 3 March at 11:00; opens Tuesday 2 March at 09:00')
    await save(day(), { name: 'Midweek round', channel: 'sales' })
    expect(window(day())).toContain('Midweek round is saved.')
    expect(window(day())).toContain('• Wednesday 3 March at 11:00; opens Tuesday 2 March at 09:00')
    expect(await theCheckIn(day())).toMatchObject({ name: 'Midweek round', channelId: 'CSALES', meetingAt: '11:00' })
    expect(day().read(day().roots()[0])).toContain('Answer until Monday, 1 March 2027 17:00.')
    await day().until('2027-03-02 09:01')
    const there = day()
      .slack.messages('sales')
      .map(({ text }) => text)
    expect(there).toContain('Midweek round: Wednesday 3 March')
  })

  it('makes a check-in with the questions of its template', async () => {
    await startNew(day(), 'win-loss-review')
    expect(window(day())).toContain('Win/loss review')
    await set(day(), 'kind', 'once')
    await set(day(), 'date', '2027-03-03')
    await save(day())
    await day().until('2027-03-03 09:01')
    expect(day().read(day().roots().at(-1))).toContain('Win/loss review: Wednesday 3 March')
    const all = await checkInsOf(day().db, ids.workspace, ids.partnership)
    expect(all).toContainEqual(expect.objectContaining({ template: 'win-loss-review', channelId: 'CSHARED' }))
    expect(all).toHaveLength(2)
    await day().until('2027-03-08 09:01')
    expect(day().trouble).toEqual([])
  })
})

describe('the form of the editor', () => {
  const day = useTeamDay('sqlite')

  it('shows the next four dates as they will be held, and draws them anew as the fields change', async () => {
    await addHoliday(day())
    await day().until('2027-03-15 10:00')
    await manage(day(), 'anna', 'edit')
    expect(window(day())).toContain('• Monday 22 March at 09:00')
    expect(window(day())).toContain('• Tuesday 30 March at 09:00 (moved because of Easter Monday)')
    await set(day(), 'onDayOff', 'skip')
    expect(window(day())).toContain('• Monday 29 March: skipped, Easter Monday')
    expect(window(day())).toContain('• Monday 19 April at 09:00')
    await set(day(), 'kind', 'monthly')
    await set(day(), 'on', 'last')
    expect(window(day())).toContain('• Wednesday 31 March at 09:00')
    await set(day(), 'kind', 'weekly')
    expect(window(day())).toContain('• Monday 29 March: skipped, Easter Monday')
    await set(day(), 'time', '20:00')
    expect(window(day())).toContain('• Monday 22 March at 20:00')
    expect(window(day())).toContain('This is outside working hours (09:00 to 17:00).')
    expect(day().trouble).toEqual([])
  })

  it('asks people on their own clocks where that is chosen', async () => {
    await manage(day(), 'anna', 'edit')
    await set(day(), 'ownZone', ['own'])
    expect(window(day())).toContain("It opens on each person's own clocks.")
    await save(day())
    expect((await theCheckIn(day())).ownZone).toBe(true)
  })

  it.each<[why: string, [FieldName, string | string[]][], words: string]>([
    [
      'a date in the past',
      [
        ['kind', 'once'],
        ['date', '2027-02-01'],
      ],
      'This is in the past.',
    ],
    [
      'a meeting that should have opened',
      [
        ['kind', 'once'],
        ['date', '2027-03-01'],
        ['begins', 'meeting'],
      ],
      'It should have opened by now.',
    ],
    [
      'nothing but days off',
      [
        ['weekdays', ['6']],
        ['onDayOff', 'skip'],
      ],
      'All these dates are days off.',
    ],
    [
      'more time to answer than there is',
      [
        ['weekdays', ['1', '2']],
        ['answerHours', '16'],
      ],
      'The next one opens before everyone',
    ],
  ])('refuses %s, and keeps the form', async (_, chosen, words) => {
    await manage(day(), 'anna', 'edit')
    for (const [name, value] of chosen) await set(day(), name, value)
    expect(window(day())).toContain(words)
    const { errors } = await save(day())
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining(words)])
    expect((await theCheckIn(day())).meetingAt).toBeUndefined()
  })

  it('says what is missing where no weekday is chosen', async () => {
    await manage(day(), 'anna', 'edit')
    await set(day(), 'weekdays', [])
    expect(window(day())).toContain('Choose at least one weekday.')
    expect(Object.keys((await save(day())).errors ?? {})).toEqual(['weekdays'])
  })

  it('says for whom hardly any time would be left on their own clocks', async () => {
    await moveTo(day(), 'uma', 'Pacific/Honolulu')
    await manage(day(), 'anna', 'edit')
    await set(day(), 'ownZone', ['own'])
    expect(window(day())).toContain('On the clocks of Pacific/Honolulu hardly any time would be left')
    await set(day(), 'answerHours', '16')
    expect(window(day())).not.toContain('hardly any time')
  })

  it('shows which date a holiday leaves no time, and takes the others', async () => {
    await addHoliday(day())
    await day().until('2027-03-22 10:00')
    await manage(day(), 'anna', 'edit')
    await set(day(), 'weekdays', ['1', '3'])
    await set(day(), 'answerHours', '16')
    expect(window(day())).toContain('• Tuesday 30 March: skipped, the next one follows too soon')
    expect((await save(day())).errors).toBeUndefined()
  })

  it('leaves one that is paused as it is, and says that its dates count later', async () => {
    await manage(day(), 'anna', 'pause')
    await manage(day(), 'anna', 'edit')
    await set(day(), 'weekdays', ['2'])
    await save(day())
    expect(window(day())).toContain('It is paused: these dates count once it is resumed.')
    await manage(day(), 'anna', 'resume')
    expect(day().toldTo('anna')).toContain('Next: Tuesday, 2 March 2027 9:00')
  })

  it('forgets that a date was skipped where it no longer is one', async () => {
    await manage(day(), 'anna', 'skip')
    await manage(day(), 'anna', 'edit')
    expect(window(day())).toContain('• Monday 1 March: skipped, as a team lead decided')
    await set(day(), 'weekdays', ['2'])
    await save(day())
    await manage(day(), 'anna', 'edit')
    await set(day(), 'weekdays', ['1'])
    expect(window(day())).not.toContain('skipped')
  })

  it('says so where the check-in has ended meanwhile', async () => {
    await manage(day(), 'anna', 'edit')
    await day().db.updateTable('schedule').set({ status: 'ended' }).execute()
    await save(day())
    expect(window(day())).toContain('This check-in has ended.')
  })

  it('offers team leads only to make and change them', async () => {
    await day().person('tom').command('/rondo checkin')
    await day().settle()
    const seen = shownTo(day(), 'tom')
    expect(JSON.stringify(seen.blocks)).not.toMatch(/checkins:(new|manage|run)/)
    // An old button of a time when they were.
    const anna = await manage(day(), 'anna', 'edit')
    expect(anna).toBeDefined()
    await day().db.deleteFrom('partnership_role').where('person_id', '=', 'anna').execute()
    await set(day(), 'kind', 'monthly')
    expect(window(day())).toContain('• Monday 1 March at 09:00')
    const { errors } = await save(day())
    expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('Only the team leads of “Acme”')])
  })
})

describe('the editor in Dutch', () => {
  const day = useTeamDay('sqlite', 'nl')

  it('shows the dates as a Dutch colleague would say them', async () => {
    await addHoliday(day())
    await press(day(), 'anna', 'checkins:new')
    await day()
      .person('anna')
      .click('modal', 'checkins:template', { value: `${ids.partnership}:blank` })
    await day().settle()
    await set(day(), 'weekdays', ['1'])
    await set(day(), 'from', '2027-03-22')
    expect(window(day())).toContain('• maandag 22 maart om 09:00')
    expect(window(day())).toContain('• dinsdag 30 maart om 09:00 (verplaatst vanwege Tweede paasdag)')
    await set(day(), 'begins', 'meeting')
    expect(window(day())).toContain('• maandag 22 maart om 14:00; gaat open op vrijdag 19 maart om 09:00')
    await save(day())
    expect(window(day())).toContain('Leeg is opgeslagen.')
  })
})
