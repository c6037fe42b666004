import { describe, expect, it } from 'vitest'
import { setAway } from '../../src/workspaces/index.ts'
import { type TeamDay, useTeamDay } from '../checkins/team-day.ts'
import { sampled } from '../support/databases.ts'
import { add, items, rootOf } from './steps.ts'
import { type Name, partnershipRef, personOf } from './two-teams.ts'

const nudges = async (day: TeamDay, name: Name) =>
  (await items(day, name)).map(({ title, overdue }) => ({ title, overdue }))

describe.each(sampled('actions/actions'))('an action on %s', (engine) => {
  const day = useTeamDay(engine)

  it('is added under a check-in, with the date of the next one proposed, and stands in the post', async () => {
    await day().until('2027-03-01 09:00')
    await day().person('anna').click(rootOf(day()), 'actions:add')
    const form = await day().person('anna').nextModal('actions:add')
    expect(JSON.stringify(form.blocks)).toContain('"initial_date":"2027-03-08"')
    await day().person('anna').submit({ text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    expect(day().read(rootOf(day()))).toContain('Send the price list\nTom · by Monday 8 March')
    expect(day().read(rootOf(day()))).toContain('[Done] [Move] [Cancel]')
    expect(day().trouble).toEqual([])
  })

  it('stands in the summary of its check-in, and is brought up to date there', async () => {
    await day().until('2027-03-01 17:01')
    await add(day(), 'sofie', { text: 'Call Vega', owner: 'USOFIE' })
    await day().until('2027-03-01 17:02')
    const [summary] = day().replies(rootOf(day()))
    expect(day().read(summary)).toContain('Call Vega (Sofie, by Monday 8 March)')
    await day().until('2027-03-08 09:00')
    await day().person('tom').click(rootOf(day()), 'actions:done')
    await day().until('2027-03-08 09:01')
    const first = day().roots()[0]
    expect(first && day().read(day().replies(first)[0])).toContain('Call Vega (Sofie, by Monday 8 March): done')
    expect(day().read(rootOf(day()))).toContain('Nothing is still open between the two teams.')
  })

  it('is done once: who comes second reads who was first', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    const stale = rootOf(day())
    await day().person('tom').click(stale, 'actions:done')
    await day().until('2027-03-01 09:02')
    expect(day().toldTo('tom')).toContain('Done: Send the price list.')
    await day().person('uma').click(stale, 'actions:done', { stale: true })
    await day().settle()
    expect(day().toldTo('uma')).toContain('Tom marked this as done on 1 March.')
  })
})

describe('an action', () => {
  const day = useTeamDay('sqlite')

  it.each([
    ['a day that has passed', { due: '2027-02-26' }, { due: 'That day has passed. Choose today or later.' }],
    ['somebody of neither team', { owner: 'UVICTOR' }, { owner: expect.stringContaining('They are not in Acme.') }],
  ])('is not added with %s; the form says what to do', async (_, wrong, errors) => {
    await day().until('2027-03-01 09:00')
    expect((await add(day(), 'anna', { text: 'Call Vega', ...wrong })).errors).toEqual(errors)
    expect(await openTexts(day())).toEqual([])
  })

  it('moves without a reason the first time, and with one from then on', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    await day().person('tom').click(rootOf(day()), 'actions:move')
    expect(day().read(await day().person('tom').nextModal('actions:move'))).not.toContain('Why?')
    await day().person('tom').submit({ due: '2027-03-10' })
    await day().until('2027-03-01 09:02')
    expect(day().read(rootOf(day()))).toContain('Tom · by Wednesday 10 March')
    await day().person('tom').click(rootOf(day()), 'actions:move')
    expect(day().read(await day().person('tom').nextModal('actions:move'))).toContain('Why?')
    expect(await day().person('tom').submit({ due: '2027-03-12', reason: 'Waiting for legal' })).toEqual({
      acked: true,
    })
    await day().until('2027-03-01 09:03')
    expect(day().read(rootOf(day()))).toContain('Tom · by Friday 12 March · moved: Waiting for legal')
  })

  it('asks why after all where somebody else moved it meanwhile', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    for (const name of ['tom', 'uma'] as const) {
      await day().person(name).click(rootOf(day()), 'actions:move')
      await day().person(name).nextModal('actions:move')
    }
    await day().person('tom').submit({ due: '2027-03-10' })
    await day().person('uma').submit({ due: '2027-03-17' })
    expect(day().read(day().person('uma').modal)).toContain('Why?')
    await day().person('uma').submit({ due: '2027-03-17', reason: 'After the fair' })
    await day().until('2027-03-01 09:02')
    expect(day().read(rootOf(day()))).toContain('Tom · by Wednesday 17 March')
  })

  it('is cancelled with a reason only', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    await day().person('tom').click(rootOf(day()), 'actions:cancel')
    await day().person('tom').nextModal('actions:cancel')
    expect((await day().person('tom').submit({ reason: '' })).errors).toHaveProperty('reason')
    await day().person('tom').submit({ reason: 'They signed already' })
    await day().until('2027-03-01 09:02')
    expect(day().read(rootOf(day()))).not.toContain('Send the price list')
    await day().until('2027-03-01 17:01')
    expect(day().read(day().replies(rootOf(day()))[0])).toContain(
      'Send the price list (Tom, by Monday 8 March): cancelled. They signed already',
    )
  })

  it('tells who comes too late why it was cancelled', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    const stale = rootOf(day())
    await day().person('tom').click(stale, 'actions:cancel')
    await day().person('tom').nextModal('actions:cancel')
    await day().person('tom').submit({ reason: 'They signed already' })
    await day().until('2027-03-01 09:02')
    await day().person('uma').click(stale, 'actions:done', { stale: true })
    await day().settle()
    expect(day().toldTo('uma')).toContain('Tom cancelled this on 1 March: They signed already')
  })

  it('reaches its owner from its day on, and is overdue after it', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-03' })
    await day().until('2027-03-02 12:00')
    expect(await nudges(day(), 'tom')).toEqual([])
    await day().until('2027-03-03 09:00')
    expect(await nudges(day(), 'tom')).toEqual([{ title: '*Action:* Send the price list', overdue: false }])
    await day().until('2027-03-04 09:00')
    expect(await nudges(day(), 'tom')).toEqual([{ title: '*Action:* Send the price list', overdue: true }])
    expect(await nudges(day(), 'anna')).toEqual([])
  })

  it('for a day off reaches its owner on the working day before, when it is not late yet', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-06' })
    await day().until('2027-03-04 12:00')
    expect(await nudges(day(), 'tom')).toEqual([])
    await day().until('2027-03-05 09:01')
    expect(await nudges(day(), 'tom')).toEqual([{ title: '*Action:* Send the price list', overdue: false }])
    const [last] = day().person('tom').directMessages().slice(-1)
    expect(day().read(last, 'tom')).toContain('Send the price list\nby Saturday 6 March')
    const coming = day().features.map((one) => one.coming?.(day().db, personOf('tom'), day().clock.now()) ?? [])
    expect((await Promise.all(coming)).flat().map(({ title }) => title)).not.toContain('*Action:* Send the price list')
  })

  it('is announced for its day on the clocks of its owner, also where those are behind', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-03' })
    const tom = { ...personOf('tom'), zone: 'Europe/London' }
    const coming = day().features.map((one) => one.coming?.(day().db, tom, day().clock.now()) ?? [])
    const begins = (await Promise.all(coming)).flat().find(({ title }) => title.includes('price list'))?.from
    expect(begins).toBe(Date.parse('2027-03-03T00:00Z'))
  })

  it('of somebody who left the teams reaches both team leads until somebody takes it', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    const left = { removed_at: day().clock.now() }
    await day().db.updateTable('membership').set(left).where('person_id', '=', 'tom').execute()
    const chased = [{ title: '*Action without owner:* Send the price list', overdue: false }]
    expect(await nudges(day(), 'anna')).toEqual(chased)
    expect(await nudges(day(), 'sofie')).toEqual(chased)
    for (const name of ['uma', 'anna'] as const) {
      await day().person(name).command('/rondo actions')
      await day().settle()
    }
    const [shownToUma, shownToAnna] = [
      day().person('uma').ephemerals().at(-1),
      day().person('anna').ephemerals().at(-1),
    ]
    if (!shownToUma || !shownToAnna) throw new Error('Nothing was shown.')
    await day().person('uma').click(shownToUma, 'actions:take')
    await day().settle()
    expect(day().toldTo('uma')).toContain('It is yours: Send the price list')
    await day().person('anna').click(shownToAnna, 'actions:take')
    await day().settle()
    expect(day().toldTo('anna')).toContain('Uma already has this one.')
    expect(await nudges(day(), 'sofie')).toEqual([])
  })

  it('without owner reaches both team leads until somebody takes it', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'bram', { text: 'Plan the fair' })
    const chased = [{ title: '*Action without owner:* Plan the fair', overdue: false }]
    expect(await nudges(day(), 'anna')).toEqual(chased)
    expect(await nudges(day(), 'sofie')).toEqual(chased)
    expect(await nudges(day(), 'bram')).toEqual([])
    await day().until('2027-03-01 09:01')
    const stale = rootOf(day())
    await day().person('uma').click(stale, 'actions:take')
    await day().settle()
    expect(day().toldTo('uma')).toContain('It is yours: Plan the fair, by Monday 8 March.')
    await day().person('tom').click(stale, 'actions:take', { stale: true })
    await day().settle()
    expect(day().toldTo('tom')).toContain('Uma already has this one.')
    expect(await nudges(day(), 'anna')).toEqual([])
  })

  it('without owner reaches the deputy of a team lead who is away or has left', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'uma', { text: 'Plan the fair' })
    const { db, clock } = day()
    const deputies = { workspace_id: 'w1', partnership_id: 'p1', role: 'deputy' as const, since: clock.now() }
    await db
      .insertInto('partnership_role')
      .values([
        { ...deputies, side: 'marketing', person_id: 'bram' },
        { ...deputies, side: 'sales', person_id: 'tom' },
      ])
      .execute()
    expect(await nudges(day(), 'bram')).toEqual([])
    await db.transaction().execute((trx) => setAway(trx, personOf('anna'), undefined, clock.now()))
    await db.updateTable('person').set({ deactivated_at: clock.now() }).where('id', '=', 'sofie').execute()
    const chased = [{ title: '*Action without owner:* Plan the fair', overdue: false }]
    expect(await nudges(day(), 'bram')).toEqual(chased)
    expect(await nudges(day(), 'tom')).toEqual(chased)
    expect(await nudges(day(), 'uma')).toEqual([])
  })

  it('that has only just become overdue is a number in the channel, whoever has it', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-05' })
    await add(day(), 'anna', { text: 'Write the case', owner: 'UBRAM', due: '2027-03-12' })
    await day().until('2027-03-08 09:00')
    const text = day().read(rootOf(day()))
    expect(text).toContain('Still open between the two teams (2)')
    expect(text).toContain('Write the case')
    expect(text).toContain('1 is overdue; its owner sees it with /rondo.')
    expect(text).not.toContain('price list')
    expect(text).not.toContain('Tom')
  })

  it('lets only the two teams act, on old buttons too', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().until('2027-03-01 09:01')
    const victor = day().slack.person('UVICTOR')
    for (const button of ['actions:add', 'actions:done', 'actions:move', 'actions:cancel']) {
      await victor.click(rootOf(day()), button)
      await day().settle()
      expect(day().read(victor.ephemerals().at(-1))).toContain('Acme')
      expect(victor.modal).toBeUndefined()
    }
    expect(victor.ephemerals()).toHaveLength(4)
    expect(await openTexts(day())).toEqual(['Send the price list'])
  })

  it('is in /rondo actions: mine first, then those of both teams', async () => {
    await day().until('2027-03-01 09:00')
    await day().person('tom').command('/rondo actions')
    await day().settle()
    expect(day().toldTo('tom')).toContain('No actions are open.')
    await add(day(), 'anna', { text: 'Write the case', owner: 'UBRAM' })
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM' })
    await day().person('tom').command('/rondo actiepunten')
    await day().settle()
    const text = day().toldTo('tom')
    expect(text.indexOf('Yours')).toBeLessThan(text.indexOf('Send the price list'))
    expect(text.indexOf('Send the price list')).toBeLessThan(text.indexOf('The others of Acme'))
    expect(text.indexOf('The others of Acme')).toBeLessThan(text.indexOf('Write the case'))
  })
})

async function openTexts(day: TeamDay): Promise<string[]> {
  const all = day.features.map((feature) => feature.stillOpen?.(day.db, partnershipRef(), day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().map(({ title }) => title)
}
