import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addContact, removeContact, saveFirstContact } from '../../src/partnerships/contacts/store.ts'
import { peopleTable } from '../../src/partnerships/export.ts'
import { type Partnership, partnershipsInWorkspace } from '../../src/partnerships/index.ts'
import { contactsOf } from '../../src/partnerships/people/store.ts'
import { findKnownPeople } from '../../src/workspaces/index.ts'
import { sampled, useDatabase } from '../support/databases.ts'
import { at, savedPerson, savedWorkspace } from '../workspaces/people.ts'
import { startWorld, type World } from '../workspaces/world.ts'
import { joined, savedPartnership, takenOff } from './partnerships.ts'

const now = at('2026-11-23T10:00')

describe.each(sampled('partnerships/contacts'))('contact persons on %s', (engine) => {
  const database = useDatabase(engine)

  it('are named by subject, once each, as long as they are on the side', async () => {
    const { db } = database()
    const workspace = await savedWorkspace(db)
    const north = await savedPartnership(db, workspace.id)
    const [anna, bram] = [
      await savedPerson(db, workspace, { slackId: 'UANNA' }),
      await savedPerson(db, workspace, { slackId: 'UBRAM' }),
    ]
    for (const person of [anna, bram]) await joined(db, north, person, 'marketing')
    const names = (personId: string, subject: string) =>
      db.transaction().execute((trx) => addContact(trx, north, { personId, side: 'marketing', subject }, now))
    const first = (personId: string | undefined) =>
      db.transaction().execute((trx) => saveFirstContact(trx, north, 'marketing', personId, now))
    const lines = async () => (await contactsOf(db, north.id)).map(({ person, subject }) => `${person.name} ${subject}`)
    await first(anna.id)
    await names(bram.id, 'pricing')
    await names(bram.id, 'pricing')
    await names(anna.id, 'events')
    expect(await lines()).toEqual(['anna events', 'bram pricing', 'anna '])
    await first(bram.id)
    expect(await lines()).toEqual(['anna events', 'bram pricing', 'bram '])
    await first(undefined)
    await db
      .transaction()
      .execute((trx) => removeContact(trx, north, { personId: anna.id, side: 'marketing', subject: 'events' }))
    expect(await lines()).toEqual(['bram pricing'])
    await takenOff(db, north, bram, now)
    expect(await lines()).toEqual([])
    await joined(db, north, bram, 'marketing')
    expect(await lines()).toEqual([])
  })
})

describe('whom to call', () => {
  let world: World
  let north: Partnership

  beforeEach(async () => {
    world = await startWorld({
      users: [
        { id: 'UANNA', name: 'anna' },
        { id: 'UBRAM', name: 'bram', locale: 'nl-NL' },
        { id: 'UCHRIS', name: 'chris' },
        { id: 'UDANA', name: 'dana' },
        { id: 'UELI', name: 'eli' },
        { id: 'UADMIN', name: 'admin', admin: true },
        { id: 'UFAY', name: 'fay' },
      ],
      channels: [
        { id: 'CMKT', name: 'marketing', members: ['anna', 'bram'] },
        { id: 'CSALES', name: 'sales', members: ['chris', 'dana', 'eli'] },
        { id: 'CBOTH', name: 'both', members: ['anna', 'bram', 'chris'] },
        { id: 'CALL', name: 'all', members: ['anna', 'bram', 'chris', 'dana', 'eli', 'admin', 'fay'] },
      ],
    })
    await setUp('Benelux', 'both', '')
    const [one] = await partnershipsInWorkspace(world.db, world.workspace.id)
    if (!one) throw new Error('There is no partnership.')
    north = one
  })
  afterEach(() => world.stop())

  const person = (name: string) => world.slack.person(name)
  async function setUp(name: string, shared: string, more: string): Promise<void> {
    await person('chris').command(`/rondo setup ${more}`, { in: 'all' })
    await person('chris').nextModal('partnerships:setup-channels')
    await person('chris').submit({
      name,
      marketing_channel: 'marketing',
      sales_channel: 'sales',
      shared_channel: shared,
    })
    await world.settled()
    await person('chris').submit({
      marketing_people: ['anna', 'bram'],
      sales_people: ['chris', 'dana', 'eli'],
      marketing_team_lead: 'anna',
      sales_team_lead: 'chris',
    })
    await person('chris').submit({})
    await person('chris').close({ all: true })
  }
  async function asks(name: string, command = '/rondo who'): Promise<string> {
    await person(name).command(command, { in: 'all' })
    await world.settled()
    const last = person(name).ephemerals('CALL').at(-1)
    return last ? world.slack.plain(last) : ''
  }
  async function opensContacts(name: string): Promise<void> {
    await world.showHome(name)
    await person(name).click('home', 'partnerships:contacts')
    await person(name).nextModal('partnerships:contacts')
  }
  async function adds(name: string, who: string, subject: string) {
    await person(name).click('modal', 'partnerships:contact-add')
    await person(name).nextModal('partnerships:contact-add')
    const answer = await person(name).submit({ person: who, subject })
    await world.settled()
    return answer
  }
  const shown = (name: string) => {
    const { modal } = person(name)
    return modal ? world.slack.plain(modal) : ''
  }

  it('names the team lead where nobody is named', async () => {
    expect(await asks('anna')).toMatch(/Sales has no contact persons yet\. Turn to @?chris/)
    expect(await asks('bram', '/rondo wie')).toMatch(/Sales heeft nog geen vast aanspreekpunt\. Ga naar @?chris/)
  })

  it('is the other side’s people by subject, and until when they are away', async () => {
    await opensContacts('chris')
    await adds('chris', 'dana', 'pricing & <terms>')
    expect(shown('chris')).toContain('pricing & <terms>: dana')
    await adds('chris', 'eli', 'pricing & <terms>')
    await person('chris').close({ all: true })
    await asks('dana', '/rondo away until 3 dec')
    const said = await asks('anna')
    expect(said).toMatch(/Whom to call in Sales.*pricing & <terms>: @?dana \(away until 3 December\) and @?eli/s)
    expect(said).toMatch(/Team lead: @?chris/)
    expect(said).not.toContain('Whom to call in Marketing')
  })

  it('is both sides for an admin, and refused to somebody of neither team', async () => {
    for (const name of ['admin', 'fay']) {
      person(name).join('both')
      await person(name).command('/rondo who', { in: 'both' })
      await world.settled()
    }
    const said = (name: string) => {
      const last = person(name).ephemerals('CBOTH').at(-1)
      return last ? world.slack.plain(last) : ''
    }
    expect(said('admin')).toMatch(/Whom to call in Marketing.*Whom to call in Sales/s)
    expect(said('fay')).toMatch(/not in one of its two teams/)
    expect(await asks('fay')).toContain('You are not in a cooperation yet')
  })

  it('is asked where there are several', async () => {
    await setUp('Nordics', 'all', 'new')
    world.slack.addChannel({ id: 'CELSE', name: 'else', members: ['anna'] })
    await person('anna').command('/rondo who', { in: 'else' })
    await world.settled()
    const message = person('anna').ephemerals('CELSE').at(-1)
    if (!message) throw new Error('Nothing was said.')
    await person('anna').click(message, 'Nordics')
    await world.settled()
    const last = person('anna').ephemerals('CELSE').at(-1)
    expect(last && world.slack.plain(last)).toMatch(/Nordics.*Whom to call in Sales/s)
  })

  it('does not name somebody of neither team, and removes who is named', async () => {
    await opensContacts('chris')
    expect((await adds('chris', 'fay', 'pricing')).errors?.person).toContain('neither team of Benelux')
    await person('chris').submit({ person: 'dana', subject: 'pricing' })
    await world.settled()
    expect(shown('chris')).toContain('pricing: dana')
    const left = await person('chris').click('modal', 'Remove', { confirm: false })
    expect(JSON.stringify(left.dialog)).toContain('dana is then no longer named for “pricing”')
    await world.settled()
    expect(shown('chris')).toContain('pricing: dana')
    await person('chris').click('modal', 'Remove')
    await world.settled()
    expect(shown('chris')).not.toContain('dana')
    expect(await contactsOf(world.db, north.id)).toEqual([])
  })

  it('names somebody once for a subject, in whatever capitals, and others for it too', async () => {
    await opensContacts('chris')
    await adds('chris', 'dana', 'Pricing')
    await person('chris').click('modal', 'partnerships:contact-add')
    await person('chris').nextModal('partnerships:contact-add')
    for (const subject of ['pricing', 'Pricing']) {
      const { errors } = await person('chris').submit({ person: 'dana', subject })
      expect(errors?.subject).toBe('dana is named for “Pricing” already.')
    }
    expect(await person('chris').submit({ person: 'eli', subject: 'pricing' })).toEqual({ acked: true })
    await world.settled()
    const named = (await contactsOf(world.db, north.id)).map((one) => `${one.person.name} ${one.subject}`)
    expect(named.toSorted()).toEqual(['dana Pricing', 'eli pricing'])
  })

  it('stands in the export, without saying when', async () => {
    await opensContacts('chris')
    await adds('chris', 'dana', 'pricing')
    const known = await findKnownPeople(world.db, world.workspace.id, ['UANNA', 'UADMIN', 'UFAY'])
    const tableOf = async (slackId: string) => {
      const found = known.find((one) => one.person.slackId === slackId)
      return found ? peopleTable(world.db, found.person) : []
    }
    expect(await tableOf('UANNA')).toEqual([
      {
        name: 'people',
        columns: ['Cooperation', 'Team', 'Name', 'Role', 'Contact person for'],
        rows: [
          ['Benelux', 'Marketing', 'anna', 'team lead', ''],
          ['Benelux', 'Marketing', 'bram', '', ''],
          ['Benelux', 'Sales', 'chris', 'team lead', ''],
          ['Benelux', 'Sales', 'dana', '', 'pricing'],
          ['Benelux', 'Sales', 'eli', '', ''],
        ],
      },
    ])
    expect(await tableOf('UFAY')).toEqual([])
  })
})
