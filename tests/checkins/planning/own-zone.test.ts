import { describe, expect, it } from 'vitest'
import { at, ids, personOf } from '../../actions/two-teams.ts'
import { sampled } from '../../support/databases.ts'
import { type TeamDay, useTeamDay } from '../team-day.ts'
import { moveTo, plan } from './plan.ts'

const waitingFor = async (day: TeamDay, person: ReturnType<typeof personOf>) => {
  const all = day.features.map((feature) => feature.nudges?.(day.db, person, day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().map(({ title }) => title)
}

const uma = { ...personOf('uma'), zone: 'America/New_York' }
const tom = { ...personOf('tom'), zone: 'Asia/Tokyo' }
const waits = ['*Pipeline review* (Acme) is waiting for your answers']
const opens = ['*Pipeline review* (Acme) opens']

describe.each(sampled('checkins/planning/own-zone'))('a check-in on each person’s own clocks, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('opens with the first, asks each at nine by their own clocks, and closes for all at one moment', async () => {
    await moveTo(day(), 'uma', uma.zone)
    await moveTo(day(), 'tom', tom.zone)
    await plan(day(), { ownZone: true })
    await day().until('2027-03-01 00:59')
    expect(day().roots()).toEqual([])
    expect(await waitingFor(day(), tom)).toEqual(opens)
    await day().until('2027-03-01 01:01')
    expect(day().read(day().roots()[0])).toContain('# Pipeline review: Monday 1 March')
    // Eight hours from nine in Amsterdam.
    expect(day().read(day().roots()[0])).toContain('Answer until Monday, 1 March 2027 17:00.')
    expect(await waitingFor(day(), tom)).toEqual(waits)
    expect(await waitingFor(day(), personOf('bram'))).toEqual(opens)
    await day().until('2027-03-01 09:01')
    expect(await waitingFor(day(), personOf('bram'))).toEqual(waits)
    expect(await waitingFor(day(), uma)).toEqual(opens)
    await day().until('2027-03-01 15:01')
    expect(await waitingFor(day(), uma)).toEqual(waits)
    await day().until('2027-03-01 17:01')
    expect(day().read(day().roots()[0])).toContain('Closed')
  })

  it('brings the line into the gathered message when their clocks show the time', async () => {
    await moveTo(day(), 'uma', uma.zone)
    await day().db.updateTable('partnership').set({ work_start: '08:00' }).execute()
    await plan(day(), { ownZone: true })
    await day().until('2027-03-01 14:30')
    const messages = () =>
      day()
        .person('uma')
        .directMessages()
        .map((message) => day().read(message, 'uma'))
    expect(messages()).toEqual([])
    await day().until('2027-03-01 15:02')
    expect(messages()).toEqual([expect.stringContaining('is waiting for your answers')])
    expect(messages()).toEqual([expect.stringContaining('[Answer]')])
  })

  it('asks who joins after it opened when their clocks show the time, too', async () => {
    await moveTo(day(), 'uma', uma.zone)
    await plan(day(), { ownZone: true })
    const onTheirSide = (removed_at: number | null) =>
      day().db.updateTable('membership').set({ removed_at }).where('person_id', '=', 'uma').execute()
    await onTheirSide(1)
    await day().until('2027-03-01 14:30')
    await onTheirSide(null)
    await day()
      .db.transaction()
      .execute(async (trx) => {
        for (const feature of day().features) await feature.presenceChanged?.(trx, uma, day().clock.now())
      })
    const asked = day().db.selectFrom('check_in_asked').select(['asked_at', 'waits']).where('person_id', '=', 'uma')
    expect(await asked.execute()).toEqual([{ asked_at: at('2027-03-01 15:00'), waits: 1 }])
    await day().until('2027-03-01 15:01')
    expect(await asked.execute()).toEqual([{ asked_at: at('2027-03-01 15:00'), waits: 0 }])
  })

  it('asks somebody at once for whom it would close before the day begins', async () => {
    const far = { ...uma, zone: 'Pacific/Honolulu' }
    await moveTo(day(), 'uma', far.zone)
    await plan(day(), { ownZone: true })
    await day().until('2027-03-01 09:01')
    expect(await waitingFor(day(), far)).toEqual(waits)
  })

  it('leaves the full time where all live west of the partnership', async () => {
    for (const name of ['anna', 'bram', 'sofie', 'tom', 'uma'] as const) await moveTo(day(), name, uma.zone)
    await plan(day(), { ownZone: true })
    await day().until('2027-03-01 15:01')
    expect(day().read(day().roots()[0])).toContain('Answer until Tuesday, 2 March 2027 15:00.')
  })

  it('follows somebody who moves to another zone, or leaves', async () => {
    await plan(day(), { ownZone: true })
    const next = async () => {
      const row = await day().db.selectFrom('schedule').select('next_due_at').executeTakeFirstOrThrow()
      return row.next_due_at
    }
    expect(await next()).toBe(at('2027-03-01 09:00'))
    day().slack.person('UTOM').change({ tz: 'Asia/Tokyo' })
    await day().settle()
    expect(await next()).toBe(at('2027-03-01 01:00'))
    await day().db.updateTable('membership').set({ removed_at: 1 }).where('person_id', '=', 'tom').execute()
    const left = { person: tom, partnershipId: ids.partnership, side: 'sales', successorId: undefined } as const
    await day()
      .db.transaction()
      .execute(async (trx) => {
        for (const feature of day().features) await feature.personLeft?.(trx, left, day().clock.now())
      })
    expect(await next()).toBe(at('2027-03-01 09:00'))
  })
})
