import { describe, expect, it } from 'vitest'
import type { Ephemeral } from '../../src/playground/server/workspace.ts'
import { useTeamDay } from '../checkins/team-day.ts'
import { add, items, lastOnlyFor, lastTo, lines } from './steps.ts'
import type { Name } from './two-teams.ts'

describe('an action that is done', () => {
  const day = useTeamDay('sqlite')
  const promised = async () => {
    await day().until('2027-03-01 09:00')
    await add(day(), 'anna', { text: 'Send the price list', owner: 'UTOM', due: '2027-03-02' })
    await day().until('2027-03-02 09:01')
  }

  const onlyFor = (name: Name) =>
    day()
      .person(name)
      .ephemerals()
      .map((one) => day().read(one, name))

  it('disappears from the Home it was pressed in, and nothing is written about it', async () => {
    await promised()
    const tom = day().person('tom')
    tom.openHome()
    await day().settle()
    const before = tom.directMessages().length
    await tom.click('home', 'actions:done')
    await day().until('2027-03-02 09:02')
    expect(day().read(tom.home, 'tom')).not.toContain('Send the price list')
    expect(tom.directMessages()).toHaveLength(before)
    expect(tom.ephemerals()).toEqual([])
    expect(await items(day(), 'tom')).toEqual([])
    await tom.command('/rondo actions')
    await day().settle()
    expect(day().toldTo('tom')).toContain('Done by you today\nSend the price list\n[Not done after all]')
  })

  it('disappears from the message it was pressed in, where it can be taken back the same day', async () => {
    await promised()
    await day().person('tom').click(lastTo(day(), 'tom'), 'actions:done')
    await day().until('2027-03-02 09:02')
    expect(day().read(lastTo(day(), 'tom'), 'tom')).not.toContain('Send the price list')
    expect(day().toldTo('tom')).toContain('Done: Send the price list. Nice.')
    await day().person('tom').click(lastOnlyFor(day(), 'tom'), 'actions:reopen')
    await day().until('2027-03-02 09:03')
    expect(day().read(lastTo(day(), 'tom'), 'tom')).toContain('Send the price list')
    expect(onlyFor('tom')).toEqual(['Open again: Send the price list.'])
    expect(day().trouble).toEqual([])
  })

  it('says in its place that it was taken back before', async () => {
    await promised()
    await day().person('tom').click(lastTo(day(), 'tom'), 'actions:done')
    await day().settle()
    const undo = lastOnlyFor(day(), 'tom')
    await day().person('tom').command('/rondo actions')
    await day().settle()
    for (const where of [lastOnlyFor(day(), 'tom'), undo]) {
      await day().person('tom').click(where, 'actions:reopen')
      await day().settle()
    }
    const [inPlace, list, beside] = onlyFor('tom')
    expect(inPlace).toBe('This is open already: Send the price list.')
    expect(list).toContain('Send the price list')
    expect(beside).toBe('Open again: Send the price list.')
  })

  it('is opened again by who closed it or a team lead, and not on another day', async () => {
    await promised()
    const press = async (name: Name, where: Ephemeral, button: string) => {
      await day().person(name).click(where, button)
      await day().settle()
      return lastOnlyFor(day(), name)
    }
    const listed = async (name: Name) => {
      await day().person(name).command('/rondo actions')
      await day().settle()
      return lastOnlyFor(day(), name)
    }
    const tomsList = await listed('tom')
    const umasList = await listed('uma')
    const undoOfUma = await press('uma', umasList, 'actions:done')
    await press('uma', umasList, 'actions:reopen')
    const undoOfTom = await press('tom', tomsList, 'actions:done')
    await press('uma', undoOfUma, 'actions:reopen')
    expect(day().toldTo('uma')).toContain('Only whoever closed it can open it again, or a team lead: Anna and Sofie.')
    await day().until('2027-03-03 00:01')
    await press('tom', undoOfTom, 'actions:reopen')
    expect(day().toldTo('tom')).toContain('This was closed on an earlier day.')
    expect(await lines(day(), 'tom')).toEqual([])
  })
})

describe('/rondo actions', () => {
  const day = useTeamDay('sqlite')

  it('is read page by page in one place', async () => {
    await day().until('2027-03-01 09:00')
    for (let n = 10; n < 28; n++) await add(day(), 'anna', { text: `Step ${n}`, owner: 'UTOM', due: '2027-03-19' })
    await add(day(), 'anna', { text: 'Plan the fair', owner: 'UUMA', due: '2027-03-19' })
    await day().person('tom').command('/rondo actions')
    await day().settle()
    const shown = day().person('tom').ephemerals().length
    const turn = async (button: string) => {
      await day().person('tom').click(lastOnlyFor(day(), 'tom'), button)
      await day().settle()
      expect(day().person('tom').ephemerals()).toHaveLength(shown)
      return day().toldTo('tom')
    }
    expect(day().toldTo('tom')).toContain('Page 1 of 2')
    expect(day().toldTo('tom')).not.toContain('Plan the fair')
    const second = await turn('actions:next')
    expect(second).toContain('Page 2 of 2')
    expect(second.match(/Step \d+/g)).toHaveLength(3)
    expect(second).toContain('The others of Acme\nPlan the fair')
    expect((await turn('actions:previous')).match(/Step \d+/g)).toHaveLength(15)
    expect(day().trouble).toEqual([])
  })
})
