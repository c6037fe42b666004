import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { membersOf, partnershipsInWorkspace } from '../../src/partnerships/index.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { startWorld, type World } from '../workspaces/world.ts'

const crowd = Array.from({ length: 99 }, (_, index) => `seller${index}`)
const seed: Seed = {
  users: [
    ...['anna', 'bram', 'chris', 'dana', 'eli'].map((name) => ({ id: `U${name.toUpperCase()}`, name })),
    { id: 'UROBOT', name: 'robot', bot: true },
    { id: 'UGUEST', name: 'guest', restricted: true },
    ...crowd.map((name) => ({ name })),
  ],
  channels: [
    { id: 'CMKT', name: 'marketing', members: ['anna', 'bram'] },
    { id: 'CSALES', name: 'sales', members: ['chris'] },
    { id: 'CBOTH', name: 'both', members: ['anna', 'chris'] },
    { id: 'CALL', name: 'all', members: ['anna', 'chris'] },
  ],
  usergroups: [
    { id: 'SFIELD', handle: 'field', name: 'Field sales', members: ['chris', 'dana', 'bram', 'robot', 'guest'] },
    { id: 'SCROWD', handle: 'crowd', name: 'All sellers', members: crowd },
    { id: 'SBRAND', handle: 'brand', name: 'Brand', members: ['eli'] },
    { id: 'SINSIDE', handle: 'inside', name: 'Inside sales', members: ['eli'] },
  ],
}

let world: World
beforeEach(async () => {
  world = await startWorld(seed)
})
afterEach(() => world.stop())

const person = (name: string) => world.slack.person(name)
const shown = () => {
  const { modal } = person('chris')
  return modal ? world.slack.plain(modal) : ''
}
const blockIds = () => (person('chris').modal?.blocks ?? []).map(({ block_id }) => block_id)
const leads = { marketing_team_lead: 'anna', sales_team_lead: 'chris' }

async function comesToPeople() {
  await person('chris').command('/rondo setup', { in: 'all' })
  await person('chris').nextModal('partnerships:setup-channels')
  await person('chris').submit({
    name: 'Benelux',
    marketing_channel: 'marketing',
    sales_channel: 'sales',
    shared_channel: 'both',
  })
  await world.settled()
}

async function teamOf(side: 'marketing' | 'sales') {
  const [one] = await partnershipsInWorkspace(world.db, world.workspace.id)
  const members = one ? await membersOf(world.db, one.id) : []
  return members.filter((member) => member.side === side).map((member) => member.person.name)
}

describe('people from a user group', () => {
  it('adds its colleagues to those chosen, says whom, and leaves out guests, bots and people of the other team', async () => {
    await comesToPeople()
    expect(await person('chris').submit({ ...leads, sales_groups: ['SFIELD'] })).toEqual({ acked: true })
    expect(shown()).toMatch(/Added to Sales from the user group: @?dana\./)
    expect(shown()).toMatch(/3 of the user group were not added to Sales/)
    await person('chris').submit({})
    expect(await teamOf('sales')).toEqual(['chris', 'dana'])
    expect(await teamOf('marketing')).toEqual(['anna', 'bram'])
  })

  it('can be all that a team is made of', async () => {
    await comesToPeople()
    await person('chris').submit({ ...leads, sales_team_lead: 'dana', sales_people: [], sales_groups: ['SFIELD'] })
    await person('chris').submit({})
    expect(await teamOf('sales')).toEqual(['chris', 'dana'])
  })

  it('shows those it added among the people when the set-up is opened again', async () => {
    await comesToPeople()
    await person('chris').submit({ ...leads, sales_groups: ['SFIELD'] })
    await person('chris').close({ all: true })
    await comesToPeople()
    const values = Object.assign({}, ...Object.values(person('chris').modal?.values ?? {}))
    expect(values.sales_people).toMatchObject({ selected_users: ['UCHRIS', 'UDANA'] })
    expect(blockIds()).toContain('sales_groups')
  })

  it.each([
    [
      'is in the groups of both teams',
      { marketing_groups: ['SBRAND'], sales_groups: ['SINSIDE'] },
      /In both teams: eli/,
    ],
    ['is one of too many', { sales_people: ['chris', 'dana'], sales_groups: ['SCROWD'] }, /that is 101 people/],
  ])('does not go on where somebody %s', async (_, said, words) => {
    await comesToPeople()
    const answer = await person('chris').submit({ ...leads, ...said })
    expect(Object.values(answer.errors ?? {}).join(' ')).toMatch(words)
  })

  it('counts somebody of two groups for the team they were chosen for by hand', async () => {
    await comesToPeople()
    const said = { sales_people: ['chris', 'eli'], marketing_groups: ['SBRAND'], sales_groups: ['SINSIDE'] }
    await person('chris').submit({ ...leads, ...said })
    await person('chris').submit({})
    expect(await teamOf('sales')).toEqual(['chris', 'eli'])
    expect(await teamOf('marketing')).toEqual(['anna', 'bram'])
  })

  it('says so where a group is gone meanwhile, and where Slack does not answer', async () => {
    await comesToPeople()
    world.slack.changeUsergroup('field', { disabled: true })
    const gone = await person('chris').submit({ ...leads, sales_groups: ['SFIELD'] })
    expect(gone.errors).toEqual({ sales_groups: expect.stringMatching(/no longer there/) })
    const lift = world.slack.fault({ kind: 'neverAnswer', method: 'usergroups.users.list' })
    const silent = await person('chris').submit({ ...leads, sales_groups: ['SINSIDE'] })
    expect(Object.values(silent.errors ?? {})).toEqual([expect.stringMatching(/Slack did not answer/)])
    lift()
    expect(await person('chris').submit({ ...leads, sales_groups: ['SINSIDE'] })).toEqual({ acked: true })
  })
})

describe('without user groups', () => {
  it.each(['plan_upgrade_required', 'missing_scope'])('asks for people alone where Slack answers %s', async (error) => {
    world.slack.fault({ kind: 'error', error, method: 'usergroups.list' })
    await comesToPeople()
    expect(blockIds()).toContain('sales_people')
    expect(blockIds()).not.toContain('sales_groups')
  })

  it('asks for people alone where there are none', async () => {
    for (const group of ['field', 'crowd', 'brand', 'inside']) world.slack.changeUsergroup(group, { disabled: true })
    await comesToPeople()
    expect(blockIds()).not.toContain('sales_groups')
  })
})
