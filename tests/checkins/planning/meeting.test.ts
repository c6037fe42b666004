import { describe, expect, it } from 'vitest'
import { partnershipRef } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { useTeamDay } from '../team-day.ts'
import { plan } from './plan.ts'

const tuesdayAtTwo = {
  cadence: { kind: 'weekly', every: 1, weekdays: [2], anchor: '2027-03-01' },
  time: '14:00',
  opens: { workingDaysBefore: 1, time: '09:00' },
} as const

describe.each(sampled('checkins/planning/meeting'))('a check-in that serves a meeting, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('opens when work starts one working day before, under the date of the meeting, and closes half an hour before it', async () => {
    await plan(day(), { rule: tuesdayAtTwo })
    await day().until('2027-03-01 08:59')
    expect(day().roots()).toEqual([])
    await day().until('2027-03-01 09:01')
    const [root] = day().roots()
    expect(day().read(root)).toContain('# Pipeline review: Tuesday 2 March')
    expect(day().read(root)).toContain('Answer until Tuesday, 2 March 2027 13:30.')
    expect(day().read(root)).toContain('The meeting is on Tuesday, 2 March 2027 14:00; the summary is its agenda.')
    await day().until('2027-03-02 13:29')
    expect(day().read(day().roots()[0])).not.toContain('Closed')
    await day().until('2027-03-02 13:31')
    expect(day().read(day().roots()[0])).toContain('Closed')
    expect(day().trouble).toEqual([])
  })

  it('opens before the weekend where the meeting is on a Monday', async () => {
    await plan(day(), { rule: { ...tuesdayAtTwo, cadence: { ...tuesdayAtTwo.cadence, weekdays: [1] } } })
    await day().until('2027-03-05 09:01')
    expect(day().read(day().roots().at(-1))).toContain('# Pipeline review: Monday 8 March')
    expect(day().read(day().roots().at(-1))).toContain('Answer until Monday, 8 March 2027 13:30.')
  })

  it('closes before the meeting also where it was late, and is left out where less than an hour would remain', async () => {
    await plan(day(), { rule: tuesdayAtTwo })
    day().clock.travelTo(Date.parse('2027-03-02T11:30:00Z'))
    await day().until('2027-03-02 12:31')
    expect(day().read(day().roots()[0])).toContain('Answer until Tuesday, 2 March 2027 13:30.')
    expect(day().read(day().roots()[0])).toContain('It closes before the meeting as planned.')
    expect(day().read(day().roots()[0])).not.toContain('full time')
    await day().until('2027-03-07 12:00')
    day().clock.travelTo(Date.parse('2027-03-09T11:31:00Z'))
    await day().until('2027-03-09 12:32')
    expect(day().roots()).toHaveLength(1)
  })

  it('follows the hours of the partnership', async () => {
    await plan(day(), { rule: tuesdayAtTwo })
    await day().db.updateTable('partnership').set({ work_start: '08:00' }).execute()
    await day()
      .db.transaction()
      .execute(async (trx) => {
        for (const feature of day().features) await feature.partnershipSaved?.(trx, partnershipRef(), day().clock.now())
      })
    await day().until('2027-03-01 08:01')
    expect(day().roots()).toHaveLength(1)
  })
})
