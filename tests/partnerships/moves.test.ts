import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Side } from '../../src/partnerships/index.ts'
import { membersOf, partnershipsInWorkspace } from '../../src/partnerships/index.ts'
import { matters, sidesOfChannel } from '../../src/partnerships/moves/move.ts'
import { startWorld, type World } from '../workspaces/world.ts'

describe('a channel', () => {
  it.each<[string, { marketing: string; sales: string; shared: string }, string, Side[]]>([
    ['stands for the side whose it is', { marketing: 'M', sales: 'S', shared: 'B' }, 'S', ['sales']],
    ['that both share stands for either', { marketing: 'M', sales: 'S', shared: 'B' }, 'B', ['marketing', 'sales']],
    [
      'that is shared and one side’s stands for either',
      { marketing: 'M', sales: 'S', shared: 'S' },
      'S',
      ['marketing', 'sales'],
    ],
    ['of both sides stands for either', { marketing: 'M', sales: 'M', shared: 'B' }, 'M', ['marketing', 'sales']],
  ])('%s', (_, channels, id, sides) => {
    expect(sidesOfChannel(channels, id)).toEqual(sides)
  })

  it.each<[string, boolean, Parameters<typeof matters>]>([
    ['somebody new who joins', true, ['joined', { kind: 'member' }, undefined, ['sales']]],
    ['a guest who joins', true, ['joined', { kind: 'guest' }, undefined, ['sales']]],
    ['a bot that joins', false, ['joined', { kind: 'bot' }, undefined, ['sales']]],
    ['somebody of the side who joins', false, ['joined', { kind: 'member' }, 'sales', ['sales']]],
    ['somebody of the other side who joins', false, ['joined', { kind: 'member' }, 'marketing', ['sales']]],
    ['somebody of the side who leaves', true, ['left', { kind: 'member' }, 'sales', ['sales']]],
    [
      'somebody of either side who leaves what they share',
      true,
      ['left', { kind: 'member' }, 'marketing', ['marketing', 'sales']],
    ],
    ['somebody of the other side who leaves', false, ['left', { kind: 'member' }, 'marketing', ['sales']]],
    ['somebody who leaves and never belonged', false, ['left', { kind: 'member' }, undefined, ['sales']]],
  ])('asks about %s: %s', (_, expected, said) => {
    expect(matters(...said)).toBe(expected)
  })
})

describe('who comes and who goes', () => {
  let world: World

  beforeEach(async () => {
    world = await startWorld({
      users: [
        { id: 'UANNA', name: 'anna' },
        { id: 'UCHRIS', name: 'chris' },
        { id: 'UDANA', name: 'dana', locale: 'nl-NL' },
        { id: 'UELI', name: 'eli' },
        { id: 'UJAN', name: 'jan' },
        { id: 'UGUS', name: 'gus', restricted: true },
        { id: 'UROBOT', name: 'robot', bot: true },
      ],
      channels: [
        { id: 'CMKT', name: 'marketing', members: ['anna'] },
        { id: 'CSALES', name: 'sales', members: ['chris', 'dana', 'eli'] },
        { id: 'CBOTH', name: 'both', members: ['anna', 'chris'] },
        { id: 'CELSE', name: 'else', members: ['anna'] },
      ],
    })
    await person('chris').command('/rondo setup', { in: 'sales' })
    await person('chris').nextModal('partnerships:setup-channels')
    await person('chris').submit({
      name: 'Benelux',
      marketing_channel: 'marketing',
      sales_channel: 'sales',
      shared_channel: 'both',
    })
    await world.settled()
    await person('chris').submit({ marketing_team_lead: 'anna', sales_team_lead: 'chris', sales_deputy: 'dana' })
    await person('chris').submit({})
    await person('chris').close({ all: true })
    world.travel('2026-11-24T10:00')
  })
  afterEach(() => world.stop())

  const person = (name: string) => world.slack.person(name)
  async function homeOf(name: string): Promise<string> {
    await world.settled()
    await world.showHome(name)
    const { home } = person(name)
    return home ? world.slack.plain(home) : ''
  }
  const told = async (name: string) => {
    await world.settled()
    const last = person(name).directMessages().at(-1)
    return last ? world.slack.plain(last) : ''
  }
  async function sales(): Promise<string[]> {
    const [one] = await partnershipsInWorkspace(world.db, world.workspace.id)
    const members = await membersOf(world.db, one?.id ?? '')
    return members.filter(({ side }) => side === 'sales').map((member) => member.person.name)
  }

  it('asks the team lead of the side about somebody new, and puts them there', async () => {
    person('jan').join('sales')
    expect(await homeOf('chris')).toMatch(/jan joined #?sales\. Part of Benelux\?/)
    expect(await homeOf('anna')).not.toContain('jan')
    await person('chris').click('home', 'partnerships:add-sales')
    expect(await told('chris')).toContain('jan is in Sales now.')
    expect(await sales()).toContain('jan')
    expect(world.saved).toHaveLength(2)
    expect(await homeOf('chris')).not.toContain('jan')
  })

  it('asks both team leads about somebody in the channel they share; who comes second reads who was first', async () => {
    person('gus').join('both')
    expect(await homeOf('anna')).toMatch(/gus \(guest\) joined/)
    expect(await homeOf('chris')).toMatch(/Add to Marketing.*Add to Sales.*Not part of it/s)
    await person('anna').click('home', 'partnerships:not-part')
    expect(await told('anna')).toContain('gus stays outside the two teams')
    await person('chris').click('home', 'partnerships:add-sales')
    expect(await told('chris')).toContain('anna has answered this already.')
    expect(await sales()).not.toContain('gus')
  })

  it('asks about somebody who left the channel of their team, and passes on what they had', async () => {
    person('eli').leave('sales')
    expect(await homeOf('chris')).toMatch(/eli left #?sales\. Still in the team \(Benelux\)\?/)
    await person('chris').click('home', 'partnerships:take-off')
    expect(await told('chris')).toContain('eli is off the team')
    expect(await sales()).not.toContain('eli')
    expect(world.left.map((one) => `${one.person.name} ${one.side}`)).toEqual(['eli sales'])
  })

  it('does not let a set-up that was begun before undo it', async () => {
    await person('anna').command('/rondo setup', { in: 'both' })
    await person('anna').nextModal('partnerships:setup-channels')
    await person('anna').submit({})
    world.travel('2026-11-24T10:05')
    person('jan').join('sales')
    await homeOf('chris')
    await person('chris').click('home', 'partnerships:add-sales')
    await world.settled()
    await person('anna').submit({})
    const { modal } = person('anna')
    expect(modal && world.slack.plain(modal)).toContain('somebody else changed it meanwhile')
    expect(await sales()).toContain('jan')
  })

  it('keeps who stays', async () => {
    person('eli').leave('sales')
    await homeOf('chris')
    await person('chris').click('home', 'partnerships:stays')
    expect(await told('chris')).toContain('eli stays in the team')
    expect([await sales(), world.left]).toEqual([['chris', 'dana', 'eli'], []])
    expect(await homeOf('chris')).not.toContain('eli')
  })

  it('asks nothing any more where they moved again', async () => {
    person('jan').join('sales')
    await world.settled()
    expect(await homeOf('chris')).toContain('jan')
    person('jan').leave('sales')
    expect(await homeOf('chris')).not.toContain('jan')
  })

  it('says so where the set-up has settled it meanwhile', async () => {
    person('jan').join('sales')
    await homeOf('chris')
    const [one] = await partnershipsInWorkspace(world.db, world.workspace.id)
    await world.db.updateTable('person').set({ deactivated_at: world.now() }).where('slack_id', '=', 'UJAN').execute()
    await person('chris').click('home', 'partnerships:add-sales')
    expect(await told('chris')).toContain('settled itself')
    expect(await membersOf(world.db, one?.id ?? '')).toHaveLength(4)
  })

  it('asks nothing about bots, nor about channels that belong to nobody', async () => {
    world.slack.workspace.channels.get('CSALES')?.members.add('UROBOT')
    person('jan').join('else')
    expect(await homeOf('chris')).not.toMatch(/robot|jan/)
  })

  it('speaks Dutch with the deputy while the team lead is away', async () => {
    await person('chris').command('/rondo away until 3 dec', { in: 'sales' })
    person('jan').join('sales')
    expect(await homeOf('dana')).toMatch(/jan zit nu in #?sales\. Hoort die bij Benelux\?.*Zet bij Sales/s)
    expect(await homeOf('chris')).not.toContain('jan joined')
  })
})
