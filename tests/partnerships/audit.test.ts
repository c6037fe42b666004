import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partnershipsInWorkspace } from '../../src/partnerships/index.ts'
import type { Part } from '../../src/platform/feature.ts'
import { phrase } from '../../src/platform/i18n.ts'
import { findKnownPeople } from '../../src/workspaces/index.ts'
import { startWorld, type World } from '../workspaces/world.ts'

const words = phrase({ en: 'Key accounts', nl: 'Klanten' })
const accounts: Part = { name: 'accounts', title: words, about: words, inUse: async () => false }

let world: World
let partnership: string

const person = (name: string) => world.slack.person(name)

beforeEach(async () => {
  world = await startWorld(
    {
      users: ['anna', 'chris', 'dana', 'jan'].map((name) => ({ id: `U${name.toUpperCase()}`, name })),
      channels: [
        { id: 'CMKT', name: 'marketing', members: ['anna'] },
        { id: 'CSALES', name: 'sales', members: ['chris', 'dana'] },
        { id: 'CBOTH', name: 'both', members: ['anna', 'chris'] },
      ],
    },
    [accounts],
  )
  await opens()
  await person('chris').submit({
    name: 'Benelux',
    marketing_channel: 'marketing',
    sales_channel: 'sales',
    shared_channel: 'both',
  })
  await world.settled()
  await person('chris').submit({ marketing_team_lead: 'anna', sales_team_lead: 'chris' })
  await person('chris').submit({})
  await person('chris').close({ all: true })
  partnership = (await partnershipsInWorkspace(world.db, world.workspace.id))[0]?.id ?? ''
})
afterEach(() => world.stop())

async function opens(): Promise<void> {
  await person('chris').command('/rondo setup', { in: 'sales' })
  await person('chris').nextModal('partnerships:setup-channels')
}

async function idOf(name: string): Promise<string> {
  const [known] = await findKnownPeople(world.db, world.workspace.id, [`U${name.toUpperCase()}`])
  return known?.person.id ?? name
}

/** What was noted, of Chris alone. */
async function noted(): Promise<{ what: string; about: object }[]> {
  await world.settled()
  const rows = await world.db.selectFrom('audit').selectAll().orderBy('at').execute()
  expect([...new Set(rows.map((row) => `${row.workspace_id} ${row.person_id}`))]).toEqual([
    `${world.workspace.id} ${await idOf('chris')}`,
  ])
  return rows.map(({ what, about }) => ({ what, about: JSON.parse(about) }))
}

async function presses(button: string, options: { value?: string } = {}): Promise<void> {
  await world.settled()
  await world.showHome('chris')
  await person('chris').click('home', button, options)
  await world.settled()
}

async function changesSetUp(): Promise<void> {
  await opens()
  await person('chris').submit({ name: 'Benelux & co' })
  await person('chris').submit({ sales_people: ['chris', 'jan'], sales_deputy: 'jan' })
  await person('chris').submit({ work_end: '17:30', days_off: '24 dec Eve' })
}

async function adds(): Promise<void> {
  person('jan').join('sales')
  await presses('partnerships:add-sales')
}

async function takesOff(): Promise<void> {
  person('dana').leave('sales')
  await presses('partnerships:take-off')
}

async function turnsOn(): Promise<void> {
  await presses('partnerships:turn-on')
}

async function turnsOff(): Promise<void> {
  await turnsOn()
  await presses('partnerships:turn-off')
  await person('chris').submit({})
}

const pilots = () => presses('partnerships:pilot')

async function goesLive(): Promise<void> {
  await pilots()
  await presses('partnerships:go-live')
}

async function addsContact(): Promise<void> {
  await presses('partnerships:contacts')
  await person('chris').click('modal', 'partnerships:contact-add')
  await person('chris').nextModal('partnerships:contact-add')
  await person('chris').submit({ subject: 'prices of the north', person: 'dana' })
  await world.settled()
}

async function removesContact(): Promise<void> {
  await addsContact()
  await person('chris').click('modal', 'partnerships:contact-remove')
  await world.settled()
}

describe('the audit list of partnerships', () => {
  it('notes all that a new one is set up with, people by their ids', async () => {
    expect(await noted()).toEqual([
      {
        what: 'partnerships:made',
        about: {
          partnership,
          name: 'Benelux',
          'marketing channel': 'CMKT',
          'sales channel': 'CSALES',
          'shared channel': 'CBOTH',
          language: 'en',
          zone: 'Europe/Amsterdam',
          workingDays: '1 2 3 4 5',
          workStart: '09:00',
          workEnd: '17:00',
          holidayCountry: 'NL',
          daysOff: '',
          [`person ${await idOf('anna')}`]: 'marketing',
          [`person ${await idOf('chris')}`]: 'sales',
          [`person ${await idOf('dana')}`]: 'sales',
          'marketing team_lead': await idOf('anna'),
          'sales team_lead': await idOf('chris'),
        },
      },
    ])
  })

  it('notes of a change what is different, and no words but names', async () => {
    world.travel('2026-11-23T10:05')
    await changesSetUp()
    expect((await noted()).at(-1)).toEqual({
      what: 'partnerships:changed',
      about: {
        partnership,
        name: 'Benelux & co',
        workEnd: '17:30',
        daysOff: '2026-12-24',
        [`person ${await idOf('dana')}`]: '',
        [`person ${await idOf('jan')}`]: 'sales',
        'sales deputy': await idOf('jan'),
      },
    })
  })

  it.each<[string, () => Promise<void>, () => Promise<object>]>([
    ['partnerships:member-added', adds, async () => ({ person: await idOf('jan'), side: 'sales' })],
    ['partnerships:member-removed', takesOff, async () => ({ person: await idOf('dana'), side: 'sales' })],
    ['partnerships:part-on', turnsOn, async () => ({ part: 'accounts' })],
    ['partnerships:part-off', turnsOff, async () => ({ part: 'accounts' })],
    ['partnerships:pilot-on', pilots, async () => ({})],
    ['partnerships:pilot-off', goesLive, async () => ({})],
    ['partnerships:contact-added', addsContact, async () => ({ person: await idOf('dana'), side: 'sales' })],
    ['partnerships:contact-removed', removesContact, async () => ({ person: await idOf('dana'), side: 'sales' })],
  ])('notes %s', async (what, does, about) => {
    await does()
    expect((await noted()).filter((one) => one.what === what)).toEqual([
      { what, about: { partnership, ...(await about()) } },
    ])
  })

  it('notes nothing where a set-up is saved as it stood, or a line is only answered', async () => {
    await opens()
    for (const step of ['channels', 'people', 'hours']) {
      expect(person('chris').modal?.callback_id).toBe(`partnerships:setup-${step}`)
      await person('chris').submit({})
    }
    await person('chris').close({ all: true })
    person('jan').join('sales')
    await presses('partnerships:not-part')
    expect((await noted()).map(({ what }) => what)).toEqual(['partnerships:made'])
  })
})
