import { describe, expect, it } from 'vitest'
import { useTeamDay } from '../checkins/team-day.ts'
import { sampled } from '../support/databases.ts'
import { add, items, lastOnlyFor, lastTo, lines, rootOf } from './steps.ts'

describe.each(sampled('actions/handover'))('an action of somebody who left, on %s', (engine) => {
  const day = useTeamDay(engine)

  it('goes to who speaks for their side, at once and with whose it was, until that one says what becomes of it', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-19' })
    await add(day(), 'anna', { text: 'Write the case', owner: 'UBRAM', due: '2027-03-19' })
    await day().until('2027-03-02 10:00')
    day().slack.person('UTOM').deactivate()
    await day().settle()
    expect(await lines(day(), 'sofie')).toEqual([
      '*Action, now yours:* Send the price list | by Friday 19 March · from Tom, who has left',
    ])
    expect(await lines(day(), 'anna')).toEqual([])
    await day().until('2027-03-03 09:01')
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).toContain('from Tom, who has left')
    expect(day().read(day().replies(rootOf(day()))[0])).toContain('Send the price list (Sofie, by Friday 19 March)')
    await day().person('sofie').click(lastTo(day(), 'sofie'), 'actions:keep')
    await day().until('2027-03-03 09:02')
    expect(day().toldTo('sofie')).toContain('It is yours: Send the price list, by Friday 19 March.')
    expect(await lines(day(), 'sofie')).toEqual([])
    expect(day().read(lastTo(day(), 'sofie'), 'sofie')).not.toContain('price list')
    expect(day().trouble).toEqual([])
  })
})

describe('an action of somebody who left', () => {
  const day = useTeamDay('sqlite')

  it('of both teams is without owner where nobody is left to have it, and the other side is asked', async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-19' })
    const { db, clock, features } = day()
    const left = { person: { id: 'tom', workspaceId: 'w1', name: 'Tom' }, partnershipId: 'p1', side: 'sales' as const }
    await db.transaction().execute(async (trx) => {
      for (const feature of features) await feature.personLeft?.(trx, { ...left, successorId: undefined }, clock.now())
    })
    expect(await lines(day(), 'anna')).toEqual(['*Action without owner:* Send the price list | by Friday 19 March'])
  })
})

describe('an action that is given', () => {
  const day = useTeamDay('sqlite')
  /** Anna notes what Tom will do, and Tom looks at his list. */
  const begun = async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-19' })
    await day().person('tom').command('/rondo actions')
    await day().settle()
    return lastOnlyFor(day(), 'tom')
  }
  const give = async (to: string) => {
    await day().person('tom').click(lastOnlyFor(day(), 'tom'), 'actions:give')
    await day().person('tom').nextModal('actions:give')
    return day().person('tom').submit({ owner: to })
  }

  it('stands with its new owner at once, with from whom it came, and is theirs when they give it a date', async () => {
    const before = await begun()
    await day().person('tom').command('/rondo actions')
    await day().settle()
    expect(await give('UUMA')).toEqual({ acked: true })
    expect(await lines(day(), 'uma')).toEqual([
      '*Action, now yours:* Send the price list | by Friday 19 March · from Tom',
    ])
    await day().until('2027-03-02 09:01')
    expect(day().read(lastTo(day(), 'uma'), 'uma')).toContain('from Tom')
    await day().person('uma').click(lastTo(day(), 'uma'), 'actions:move')
    await day().person('uma').nextModal('actions:move')
    await day().person('uma').submit({ due: '2027-03-26' })
    await day().settle()
    expect(await lines(day(), 'uma')).toEqual([])
    await day().person('tom').click(before, 'actions:give')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Only whoever has it can hand it on, or a team lead: Anna and Sofie.')
  })

  it('says whose it was where a team lead gives it to somebody else, and shows only them what it asks', async () => {
    await begun()
    await day().person('sofie').command('/rondo actions')
    await day().settle()
    await day().person('sofie').click(lastOnlyFor(day(), 'sofie'), 'actions:give')
    await day().person('sofie').nextModal('actions:give')
    await day().person('sofie').submit({ owner: 'UUMA' })
    await day().settle()
    expect(await lines(day(), 'uma')).toEqual([
      '*Action, now yours:* Send the price list | by Friday 19 March · from Sofie; Tom had it before',
    ])
    expect(await lines(day(), 'tom')).toEqual([])
    expect(await lines(day(), 'sofie')).toEqual([])
  })

  it('tells who keeps it too late who has it now', async () => {
    await begun()
    await give('UUMA')
    await day().until('2027-03-02 09:01')
    const stale = lastTo(day(), 'uma')
    await day().person('uma').click(stale, 'actions:give')
    await day().person('uma').nextModal('actions:give')
    await day().person('uma').submit({ owner: 'UBRAM' })
    await day().settle()
    await day().person('uma').click(stale, 'actions:keep', { stale: true })
    await day().settle()
    expect(day().toldTo('uma')).toContain('Bram already has this one.')
    expect((await items(day(), 'bram')).map(({ title }) => title)).toEqual(['*Action, now yours:* Send the price list'])
  })

  it.each([
    ['who has it', 'UTOM', 'They already have it. Choose someone else.'],
    ['somebody of neither team', 'UVICTOR', 'They are not in these two teams. Choose someone from one of them.'],
  ])('does not go to %s', async (_, to, why) => {
    await begun()
    expect((await give(to)).errors).toEqual({ owner: why })
  })

  it('shows *Give to …* to its owner and the team leads only', async () => {
    await begun()
    for (const [name, shown] of [
      ['tom', true],
      ['sofie', true],
      ['anna', true],
      ['uma', false],
    ] as const) {
      await day().person(name).command('/rondo actions')
      await day().settle()
      expect(day().toldTo(name).includes('[Give to …]')).toBe(shown)
    }
  })
})
