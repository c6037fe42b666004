import { describe, expect, it } from 'vitest'
import { useTeamDay } from '../checkins/team-day.ts'
import { add, items, lastOnlyFor, lastTo, lines } from './steps.ts'
import { partnershipRef } from './two-teams.ts'

describe('an action that is late', () => {
  const day = useTeamDay('sqlite')
  /** Promised for Wednesday 3 March. */
  const promised = async (owner = 'UTOM', text = 'Send the price list') => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text, owner, due: '2027-03-03' })
  }
  const escalated = '*Overdue in your team:* Send the price list | Tom, since 3 March'
  const inChannel = async () => {
    const open = day().features.map((one) => one.stillOpen?.(day().db, partnershipRef(), day().clock.now()) ?? [])
    return (await Promise.all(open)).flat().map(({ overdue, discreet }) => ({ overdue, discreet }))
  }

  it('is not named in the channel until its owner was told and two working days have passed', async () => {
    await promised()
    await day().until('2027-03-04 08:00')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: true }])
    await day().until('2027-03-08 08:59')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: true }])
    await day().until('2027-03-08 09:00')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: undefined }])
  })

  it('of somebody to whom nothing is written is never named in the channel', async () => {
    await promised()
    await day().db.updateTable('person').set({ messages: 'home' }).where('id', '=', 'tom').execute()
    await day().until('2027-03-29 12:00')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: true }])
  })

  it('given to somebody else is not held against them before they were told', async () => {
    await promised()
    await day().until('2027-03-09 12:00')
    await day().person('sofie').command('/rondo actions')
    await day().settle()
    await day().person('sofie').click(lastOnlyFor(day(), 'sofie'), 'actions:give')
    await day().person('sofie').nextModal('actions:give')
    await day().person('sofie').submit({ owner: 'UUMA' })
    await day().until('2027-03-12 08:59')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: true }])
    await day().until('2027-03-12 09:00')
    expect(await inChannel()).toEqual([{ overdue: true, discreet: undefined }])
  })

  it('reaches who speaks for its side after two working days, and the other side too after five', async () => {
    await promised()
    await day().until('2027-03-05 16:00')
    expect(await lines(day(), 'sofie')).toEqual([])
    await day().until('2027-03-08 09:01')
    expect(await lines(day(), 'sofie')).toEqual([escalated])
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).toContain('Overdue in your team: Send the price list')
    expect(await lines(day(), 'anna')).toEqual([])
    await day().until('2027-03-11 09:01')
    expect(await lines(day(), 'anna')).toEqual(['*Overdue in Sales (Acme):* Send the price list | Tom, since 3 March'])
    expect(await lines(day(), 'sofie')).toEqual([escalated])
    expect(await lines(day(), 'uma')).toEqual([])
    expect((await lines(day(), 'tom')).length).toBe(1)
    await day().person('sofie').click(lastTo(day(), 'sofie'), 'actions:done')
    await day().until('2027-03-11 09:02')
    for (const name of ['sofie', 'anna', 'tom'] as const) {
      expect(await lines(day(), name)).toEqual([])
      expect(day().read(lastTo(day(), name), name)).not.toContain('Send the price list')
    }
    expect(day().trouble).toEqual([])
  })

  it('of somebody who goes away reaches who speaks for its side at once, in the message that stands there', async () => {
    await promised()
    await add(day(), 'anna', { text: 'Plan the fair', owner: 'USOFIE', due: '2027-03-04' })
    await day().until('2027-03-04 11:00')
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).toContain('Plan the fair')
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).not.toContain('price list')
    await day().person('tom').command('/rondo away until 12 march')
    await day().until('2027-03-04 11:01')
    expect((await lines(day(), 'sofie')).at(-1)).toBe(`${escalated} · away at the moment`)
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).toContain('Overdue in your team: Send the price list')
  })

  it('of a team lead reaches the other side, not themselves', async () => {
    await promised('USOFIE')
    await day().until('2027-03-11 09:01')
    expect(await lines(day(), 'sofie')).toEqual(['*Action:* Send the price list | overdue since 3 March'])
    expect((await lines(day(), 'anna')).join()).toContain('Overdue in Sales (Acme)')
  })

  it('reaches an admin of the workspace where nobody leads any more, and they may act', async () => {
    await promised()
    const { db } = day()
    await db.deleteFrom('partnership_role').execute()
    await db.deleteFrom('membership').where('person_id', '=', 'bram').execute()
    await db.updateTable('person').set({ admin: 1 }).where('id', '=', 'bram').execute()
    day().slack.person('UBRAM').change({ admin: true })
    await day().until('2027-03-08 10:00')
    expect((await items(day(), 'bram', { admin: true })).map(({ title }) => title)).toEqual([
      '*Overdue in Sales (Acme):* Send the price list',
    ])
    await day().person('bram').command('/rondo')
    await day().settle()
    await day().person('bram').click(lastOnlyFor(day(), 'bram'), 'actions:done')
    await day().settle()
    expect(day().toldTo('bram')).toContain('Done: Send the price list.')
  })

  it('without owner cannot be had by an admin who is in neither team, and they read who can', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', due: '2027-03-03' })
    const { db } = day()
    await day().person('bram').command('/rondo actions')
    await day().settle()
    const list = lastOnlyFor(day(), 'bram')
    await db.deleteFrom('partnership_role').execute()
    await db.deleteFrom('membership').where('person_id', '=', 'bram').execute()
    await db.updateTable('person').set({ admin: 1 }).where('id', '=', 'bram').execute()
    day().slack.person('UBRAM').change({ admin: true })
    const [asked] = await items(day(), 'bram', { admin: true })
    expect(asked?.buttons.map(({ action }) => action)).toEqual([
      'actions:done',
      'actions:move',
      'actions:give',
      'actions:cancel',
    ])
    await day().person('bram').click(list, 'actions:take')
    await day().settle()
    expect(day().toldTo('bram')).toContain('You are in neither of these two teams')
    expect((await items(day(), 'bram', { admin: true })).map(({ title }) => title)).toEqual([
      '*Action without owner:* Send the price list',
    ])
    await day().person('bram').click(lastOnlyFor(day(), 'bram'), 'actions:give')
    await day().person('bram').nextModal('actions:give')
  })

  it('reaches no admin but the one who tries it out, in pilot mode', async () => {
    await promised()
    const { db } = day()
    await db.deleteFrom('partnership_role').execute()
    const heard = async () => (await items(day(), 'bram', { admin: true })).length
    await db.updateTable('person').set({ admin: 1 }).where('id', '=', 'bram').execute()
    await day().until('2027-03-08 08:00')
    expect(await heard()).toBe(1)
    await db.updateTable('partnership').set({ pilot_id: 'anna' }).execute()
    expect(await heard()).toBe(0)
  })

  it('is one of many: from six on who speaks for the side reads a number, and sees them with its button', async () => {
    await day().until('2027-03-01 09:00')
    for (let n = 1; n <= 6; n++) await add(day(), 'anna', { text: `Step ${n}`, owner: 'UTOM', due: '2027-03-03' })
    await day().until('2027-03-08 09:01')
    expect(await lines(day(), 'sofie')).toEqual(['*6 actions in your team are overdue.*'])
    await day().person('sofie').click(lastTo(day(), 'sofie'), 'actions:late')
    await day().settle()
    expect(
      day()
        .toldTo('sofie')
        .match(/Overdue in your team: Step \d/g),
    ).toHaveLength(6)
  })
})
