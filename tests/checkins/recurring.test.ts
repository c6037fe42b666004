import { describe, expect, it } from 'vitest'
import { checkInsOf, findRule } from '../../src/checkins/store.ts'
import { nextOccurrences } from '../../src/platform/delivery/schedules.ts'
import { at, ids, type Name, partnershipRef } from '../actions/two-teams.ts'
import { sampled } from '../support/databases.ts'
import { start, type TeamDay, useTeamDay } from './team-day.ts'

async function theCheckIn(day: TeamDay) {
  const [checkIn, ...more] = await checkInsOf(day.db, ids.workspace, ids.partnership)
  if (!checkIn || more.length > 0) throw new Error('There should be one check-in.')
  return checkIn
}

const dates = async (day: TeamDay, count: number) => {
  const { scheduleId } = await theCheckIn(day)
  return (await nextOccurrences(day.db, ids.workspace, scheduleId, count)).map(({ dueAt }) => dueAt)
}

/** The partnership is changed in set-up. */
async function change(day: TeamDay, values: Record<string, string>): Promise<void> {
  await day.db.updateTable('partnership').set(values).where('id', '=', ids.partnership).execute()
  await day.db.transaction().execute(async (trx) => {
    for (const feature of day.features) await feature.partnershipSaved?.(trx, partnershipRef(), day.clock.now())
  })
}

/** Somebody is taken off their side in set-up. */
async function leave(day: TeamDay, personId: Name): Promise<void> {
  const left = { removed_at: day.clock.now() }
  await day.db.updateTable('membership').set(left).where('person_id', '=', personId).execute()
  await change(day, { name: 'Acme' })
}

describe.each(sampled('checkins/recurring'))('the check-in a partnership starts with, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('is every Monday at nine in the shared channel, with a day to answer', async () => {
    expect(await theCheckIn(day())).toMatchObject({ template: 'pipeline-review', channelId: 'CSHARED', answerHours: 8 })
    expect(await dates(day(), 3)).toEqual([at('2027-03-01 09:00'), at('2027-03-08 09:00'), at('2027-03-15 09:00')])
  })

  it('opens when the working day of the teams starts, not before', async () => {
    for (const table of ['check_in_version', 'check_in', 'schedule'] as const)
      await day().db.deleteFrom(table).execute()
    await change(day(), { work_start: '10:30' })
    expect(await dates(day(), 1)).toEqual([at('2027-03-01 10:30')])
  })

  it('counts the people who are left while it is open, and closes where they have all answered', async () => {
    await day().until('2027-03-01 09:00')
    for (const name of ['anna', 'bram', 'sofie'] as const) {
      const [root] = day().roots()
      if (root) await day().person(name).click(root, 'checkins:answer')
      await day().person(name).nextModal('checkins:answer')
      await day().person(name).submit({ need: 'A case study' })
    }
    await leave(day(), 'tom')
    await day().until('2027-03-01 09:05')
    expect(day().read(day().roots()[0])).toContain('3 of 4 answered')
    await leave(day(), 'uma')
    await day().until('2027-03-01 09:10')
    expect(day().read(day().roots()[0])).toContain('Closed: 3 of 3 answered')
  })

  it('is not started a second time, and follows the channel, the zone and the days off', async () => {
    const before = await theCheckIn(day())
    await day()
      .db.insertInto('day_off')
      .values({ workspace_id: ids.workspace, partnership_id: ids.partnership, date: '2027-03-08', name: 'Bridge' })
      .execute()
    await change(day(), { zone: 'Europe/London', shared_channel_id: 'CSALES' })
    expect(await theCheckIn(day())).toEqual({ ...before, channelId: 'CSALES' })
    expect(await dates(day(), 3)).toEqual([at('2027-03-01 10:00'), at('2027-03-09 10:00'), at('2027-03-15 10:00')])
  })

  it('moves to the next working day where its date is a day off', async () => {
    await day()
      .db.insertInto('day_off')
      .values({ workspace_id: ids.workspace, partnership_id: ids.partnership, date: '2027-03-01', name: 'Bridge' })
      .execute()
    await change(day(), { name: 'Acme' })
    await day().until('2027-03-01 12:00')
    expect(day().roots()).toEqual([])
    await day().until('2027-03-02 09:00')
    expect(day().read(day().roots()[0])).toContain('# Pipeline review: Tuesday 2 March')
  })

  it('learns the holidays of later years as time goes on', async () => {
    await change(day(), { holiday_country: 'NL' })
    const { scheduleId } = await theCheckIn(day())
    const known = async () => (await findRule(day().db, scheduleId))?.working.daysOff.has('2031-04-14')
    expect(await known()).toBe(false)
    day().clock.travelTo(start + 366 * 24 * 3_600_000)
    await day().until('2028-03-06 09:00')
    expect(await known()).toBe(true)
  })
})
