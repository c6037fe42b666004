import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { membersOf, ownDaysOff, partnershipsInWorkspace, rolesOf } from '../../src/partnerships/index.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { startWorld, type World } from '../workspaces/world.ts'

const seed: Seed = {
  users: [
    { id: 'UANNA', name: 'anna', locale: 'nl-NL' },
    { id: 'UBRAM', name: 'bram', locale: 'nl-NL' },
    { id: 'UCHRIS', name: 'chris', locale: 'en-GB', tz: 'Europe/London' },
    { id: 'UDANA', name: 'dana' },
    { id: 'UELI', name: 'eli' },
    { id: 'UFAY', name: 'fay' },
    { id: 'UBOSS', name: 'boss' },
    { id: 'UADMIN', name: 'admin', admin: true },
    { id: 'UROBOT', name: 'robot', bot: true },
    { id: 'UGUEST', name: 'guest', restricted: true },
    { id: 'UGONE', name: 'gone', deleted: true },
  ],
  channels: [
    { id: 'CMKT', name: 'marketing', members: ['anna', 'bram', 'boss', 'robot', 'guest'] },
    { id: 'CSALES', name: 'sales', members: ['chris', 'dana', 'eli', 'fay', 'boss'], bot: false },
    { id: 'CBOTH', name: 'both', members: ['anna', 'chris', 'boss'] },
    { id: 'CSECRET', name: 'secret', members: ['anna', 'chris'], private: true, bot: false },
    { id: 'COLD', name: 'old', members: ['anna'], archived: true },
    { id: 'COUT', name: 'partners', members: ['anna', 'chris'], extShared: true },
    { id: 'CALL', name: 'all', members: ['anna', 'bram', 'chris', 'dana', 'boss', 'admin', 'guest'] },
  ],
}

let world: World

beforeEach(async () => {
  world = await startWorld(seed)
})
afterEach(() => world.stop())

const person = (name: string) => world.slack.person(name)
const shown = (name: string) => {
  const { modal } = person(name)
  return modal ? world.slack.plain(modal) : ''
}
const homeOf = (name: string) => {
  const { home } = person(name)
  return home ? world.slack.plain(home) : ''
}
const valuesOf = (name: string) =>
  Object.assign({}, ...Object.values(person(name).modal?.values ?? {})) as Record<string, Record<string, unknown>>

const channels = { name: 'Benelux', marketing_channel: 'marketing', sales_channel: 'sales', shared_channel: 'both' }
const leads = { marketing_team_lead: 'anna', sales_team_lead: 'chris' }

async function types(name: string, command: string): Promise<string> {
  await person(name).command(command, { in: 'all' })
  await world.settled()
  const last = person(name).ephemerals('CALL').at(-1)
  return last ? world.slack.plain(last) : ''
}

async function opens(name: string, command = '/rondo setup') {
  await person(name).command(command, { in: 'all' })
  return person(name).nextModal('partnerships:setup-channels')
}

/** Fills in step 1 and waits for the people of step 2. */
async function fillsChannels(name: string, said: Record<string, string> = {}) {
  const answer = await person(name).submit({ ...channels, ...said })
  await world.settled()
  return answer
}

async function setsUp(name: string, said: Record<string, string> = {}) {
  await opens(name)
  await fillsChannels(name, said)
  await person(name).submit(leads)
  return person(name).submit({})
}

const all = () => partnershipsInWorkspace(world.db, world.workspace.id)

async function onlyOne() {
  const [one, ...others] = await all()
  if (!one || others.length > 0) throw new Error(`There are ${others.length + (one ? 1 : 0)} partnerships`)
  return one
}

describe('setting up a cooperation', () => {
  it('takes three steps, from the channels to what happens next', async () => {
    await opens('anna', '/rondo instellen')
    expect(await fillsChannels('anna')).toEqual({ acked: true })
    expect(valuesOf('anna')).toMatchObject({
      marketing_people: { selected_users: ['UANNA', 'UBRAM'] },
      sales_people: { selected_users: ['UCHRIS', 'UDANA', 'UELI', 'UFAY'] },
    })
    expect(shown('anna')).toMatch(/Zitten in beide kanalen.*@?boss/)

    expect(await person('anna').submit({ ...leads, sales_deputy: 'dana', marketing_contact_person: 'bram' })).toEqual({
      acked: true,
    })
    expect(shown('anna')).toMatch(/Marketing telt 2 mensen en Sales telt 4 mensen.*gezamenlijke resultaat/)
    expect(valuesOf('anna')).toMatchObject({
      language: { selected_option: { value: 'nl' } },
      'partnerships:zone': { selected_option: { value: 'Europe/Amsterdam' } },
      holiday_country: { selected_option: { value: 'NL' } },
    })
    expect(await person('anna').submit({ work_end: '17:30', days_off: '24 dec Kerstavond' })).toEqual({ acked: true })
    expect(shown('anna')).toMatch(/Benelux.*staat klaar/)
    expect(shown('anna')).toContain('The first check-in of Benelux (nl)')
    expect(shown('anna')).toContain('24 december (Kerstavond)')

    const benelux = await onlyOne()
    expect(benelux).toMatchObject({
      name: 'Benelux',
      language: 'nl',
      zone: 'Europe/Amsterdam',
      channels: { marketing: 'CMKT', sales: 'CSALES', shared: 'CBOTH' },
      workingDays: [1, 2, 3, 4, 5],
      workStart: '09:00',
      workEnd: '17:30',
      holidayCountry: 'NL',
    })
    const members = await membersOf(world.db, benelux.id)
    expect(members.map(({ person: { name }, side }) => `${name} ${side}`)).toEqual([
      'anna marketing',
      'bram marketing',
      'chris sales',
      'dana sales',
      'eli sales',
      'fay sales',
    ])
    const roles = await rolesOf(world.db, benelux.id)
    expect(roles.map(({ person: { name }, role }) => `${name} ${role}`)).toEqual([
      'anna team_lead',
      'bram contact_person',
      'chris team_lead',
      'dana deputy',
    ])
    expect(await ownDaysOff(world.db, benelux.id)).toEqual([{ date: '2026-12-24', name: 'Kerstavond' }])
    expect(world.saved.map(({ id }) => id)).toEqual([benelux.id])
    expect(world.slack.channel('sales').members.has(world.slack.bot.userId)).toBe(true)
    expect(await world.db.selectFrom('setup_draft').select('draft').execute()).toEqual([{ draft: '[]' }])
  })

  it('speaks English with somebody who does', async () => {
    await setsUp('chris')
    expect(shown('chris')).toMatch(/Benelux.*is set up/)
    expect(await onlyOne()).toMatchObject({ language: 'en', zone: 'Europe/London', holidayCountry: 'GB' })
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['a private channel without Rondo', { sales_channel: 'secret' }, 'sales_channel', /\/invite @Rondo.*Next again/],
    ['an archived channel', { marketing_channel: 'old' }, 'marketing_channel', /archived/],
    [
      'one channel for all three',
      { sales_channel: 'marketing', shared_channel: 'marketing' },
      'shared_channel',
      /not as all three/,
    ],
  ])('does not go on with %s', async (_, said, field, words) => {
    person('chris').join('marketing')
    world.slack.workspace.channels.get('COLD')?.members.add('UCHRIS')
    await opens('chris')
    const answer = await fillsChannels('chris', said)
    expect(Object.keys(answer.errors ?? {})).toEqual([field])
    expect(answer.errors?.[field]).toMatch(words)
    expect(person('chris').modals).toHaveLength(1)
  })

  it('goes on once Rondo was invited', async () => {
    await opens('anna')
    const answer = await fillsChannels('anna', { sales_channel: 'secret' })
    expect(answer.errors?.sales_channel).toMatch(/\/invite @Rondo.*Volgende/)
    world.slack.invite('secret')
    expect(await fillsChannels('anna', { sales_channel: 'secret' })).toEqual({ acked: true })
    expect(person('anna').modals).toHaveLength(2)
  })

  it('says so where Slack does not answer, and keeps what was filled in', async () => {
    await opens('chris')
    const lift = world.slack.fault({ kind: 'neverAnswer', method: 'conversations.info' })
    const answer = await person('chris').submit(channels)
    expect(answer.errors?.sales_channel).toMatch(/Slack did not answer/)
    lift()
    expect(await fillsChannels('chris')).toEqual({ acked: true })
  })

  it('lets people be chosen by hand where Slack does not say who is in the channels', async () => {
    world.slack.fault({ kind: 'error', error: 'fetch_members_failed', method: 'conversations.members' })
    await opens('chris')
    await fillsChannels('chris')
    expect(shown('chris')).toMatch(/couldn’t look up who is in the channels/)
    await person('chris').submit({ ...leads, marketing_people: ['anna'], sales_people: ['chris'] })
    expect(person('chris').modal?.callback_id).toBe('partnerships:setup-hours')
  })

  it.each<['chris' | 'anna', Record<string, string | string[]>, string, RegExp]>([
    ['chris', { sales_people: ['chris', 'dana', 'anna'] }, 'sales_people', /In both teams: anna/],
    ['anna', { sales_people: ['chris', 'dana', 'anna'] }, 'sales_people', /In beide teams: anna/],
    ['chris', { marketing_people: ['anna', 'robot'] }, 'marketing_people', /robot: a bot can’t/],
    ['chris', { marketing_people: ['anna', 'gone'] }, 'marketing_people', /No longer active in Slack: gone/],
    ['anna', { marketing_people: ['anna', 'gone'] }, 'marketing_people', /Niet meer actief in Slack: gone/],
    ['chris', { sales_team_lead: 'anna' }, 'sales_team_lead', /anna isn’t in Sales/],
    ['anna', { sales_team_lead: 'anna' }, 'sales_team_lead', /anna zit niet bij Sales/],
    ['chris', { sales_deputy: 'chris' }, 'sales_deputy', /is the team lead already/],
  ])('tells %s what is wrong with the people: %o', async (name, said, field, words) => {
    await opens(name)
    await fillsChannels(name)
    const answer = await person(name).submit({ ...leads, ...said })
    expect(Object.keys(answer.errors ?? {})).toEqual([field])
    expect(answer.errors?.[field]).toMatch(words)
  })

  it('takes a guest along whom somebody chose', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit({ ...leads, marketing_people: ['anna', 'guest'] })
    await person('chris').submit({})
    const members = await membersOf(world.db, (await onlyOne()).id)
    expect(members.map((one) => one.person.name)).toContain('guest')
    expect(await types('guest', '/rondo away until 3 dec')).toContain('3 December')
  })

  it.each<['chris' | 'anna', Record<string, string | string[] | null>, string, RegExp]>([
    ['chris', { work_end: '08:00' }, 'work_end', /must end later/],
    ['anna', { work_end: '08:00' }, 'work_end', /later eindigen/],
    ['chris', { days_off: '24 dec Eve\nsome time' }, 'days_off', /no|don’t see a date in “some time”/],
    ['anna', { days_off: '24 dec Eve\nooit' }, 'days_off', /geen datum in “ooit”/],
  ])('tells %s what is wrong with the hours: %o', async (name, said, field, words) => {
    await opens(name)
    await fillsChannels(name)
    await person(name).submit(leads)
    const answer = await person(name).submit(said)
    expect(Object.keys(answer.errors ?? {})).toEqual([field])
    expect(answer.errors?.[field]).toMatch(words)
    expect(await all()).toEqual([])
  })

  it('offers the zones that fit what is typed', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit(leads)
    await person('chris').suggest('partnerships:zone', 'amst')
    await person('chris').submit({ 'partnerships:zone': 'Europe/Amsterdam' })
    expect(await onlyOne()).toMatchObject({ zone: 'Europe/Amsterdam' })
  })

  it('warns of a channel that another organisation is in', async () => {
    await opens('chris')
    await fillsChannels('chris', { shared_channel: 'partners' })
    expect(shown('chris')).toMatch(/another organisation can read along in #?partners/)
    await person('chris').submit(leads)
    await person('chris').submit({})
    expect(shown('chris')).toMatch(/pulse results are never posted there/)
  })
})

describe('going back, closing and coming back', () => {
  it('loses nothing of the steps that were submitted', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit({ ...leads, sales_people: ['chris', 'dana'] })
    await person('chris').close({ all: true })

    world.travel('2026-11-25T10:00')
    await opens('chris')
    expect(valuesOf('chris')).toMatchObject({
      name: { value: 'Benelux' },
      shared_channel: { selected_conversation: 'CBOTH' },
    })
    await person('chris').submit({})
    expect(valuesOf('chris')).toMatchObject({
      sales_people: { selected_users: ['UCHRIS', 'UDANA'] },
      sales_team_lead: { selected_user: 'UCHRIS' },
    })
  })

  it('takes what was changed after going back', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').close()
    await fillsChannels('chris', { name: 'North' })
    await person('chris').submit(leads)
    await person('chris').close()
    await person('chris').submit({ ...leads, sales_people: ['chris'] })
    await person('chris').submit({})
    const north = await onlyOne()
    expect(north.name).toBe('North')
    expect((await membersOf(world.db, north.id)).map((one) => one.person.name)).toEqual(['anna', 'bram', 'chris'])
  })

  it('looks the people up anew where other channels are chosen', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit({ ...leads, sales_people: ['chris'] })
    await person('chris').close()
    await person('chris').close()
    await fillsChannels('chris', { sales_channel: 'all' })
    expect(valuesOf('chris')).toMatchObject({ sales_people: { selected_users: ['UCHRIS', 'UDANA', 'UADMIN'] } })
  })

  it('loses nothing where the window is closed while people are looked up', async () => {
    const lift = world.slack.fault({ kind: 'delay', ms: 100, method: 'conversations.members' })
    await opens('chris')
    await person('chris').submit(channels)
    await person('chris').close({ all: true })
    await world.settled()
    lift()
    await opens('chris')
    expect(valuesOf('chris')).toMatchObject({ name: { value: 'Benelux' } })
  })
})

describe('one cooperation, however it is submitted', () => {
  it('is one where the same set-up is finished in two windows', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit(leads)
    const answers = await Promise.all([person('chris').submit({}), person('chris').submit({})])
    expect(answers.filter(({ acked }) => acked).length).toBeGreaterThan(0)
    await onlyOne()
    expect(world.saved).toHaveLength(1)
  })

  it('is one where the acknowledgement got lost and it is submitted again', async () => {
    await opens('chris')
    await fillsChannels('chris')
    await person('chris').submit(leads)
    const { modal } = person('chris')
    await person('chris').submit({})
    if (!modal) throw new Error('Nothing is open')
    world.slack.workspace.views.set(modal.id, modal)
    await person('chris').submit({})
    await onlyOne()
    expect(world.saved).toHaveLength(1)
  })

  it('belongs to who was faster, where two set up the same channels at once', async () => {
    for (const name of ['anna', 'chris']) {
      await opens(name)
      await fillsChannels(name)
      await person(name).submit(leads)
    }
    await person('anna').submit({})
    await person('chris').submit({})
    expect(shown('chris')).toMatch(/already belong to “Benelux”.*anna and chris/)
    await person('chris').close({ all: true })
    await onlyOne()

    await opens('chris', '/rondo setup new')
    const answer = await fillsChannels('chris')
    expect(answer.errors?.marketing_channel).toMatch(/already belong to “Benelux”/)
    await fillsChannels('chris', { shared_channel: 'all', name: 'Another' })
    await person('chris').submit({ ...leads })
    await person('chris').submit({})
    expect(await all()).toHaveLength(2)
  })
})

describe('changing a cooperation', () => {
  it('opens with what stands, and keeps the history of its people', async () => {
    await setsUp('anna')
    await person('anna').close({ all: true })
    world.travel('2026-12-01T10:00')
    await opens('chris')
    expect(valuesOf('chris')).toMatchObject({ name: { value: 'Benelux' } })
    await person('chris').submit({ name: 'Benelux & more' })
    expect(valuesOf('chris')).toMatchObject({ marketing_team_lead: { selected_user: 'UANNA' } })
    await person('chris').submit({ marketing_people: ['anna', 'fay'], sales_people: ['chris', 'dana', 'eli'] })
    expect(valuesOf('chris')).toMatchObject({ language: { selected_option: { value: 'nl' } } })
    await person('chris').submit({ language: 'en' })
    expect(shown('chris')).toMatch(/changes to .*Benelux.* are saved/)

    const changed = await onlyOne()
    expect(changed).toMatchObject({ name: 'Benelux & more', language: 'en' })
    expect((await membersOf(world.db, changed.id)).map(({ person: { name }, side }) => `${name} ${side}`)).toEqual([
      'anna marketing',
      'fay marketing',
      'chris sales',
      'dana sales',
      'eli sales',
    ])
    const past = await world.db
      .selectFrom('membership')
      .select(['side', 'removed_at'])
      .where('removed_at', 'is not', null)
      .execute()
    expect(past.map(({ side }) => side).toSorted()).toEqual(['marketing', 'sales'])
    expect(
      (await world.db.selectFrom('partnership_role').select('since').execute()).every(
        ({ since }) => since < world.now(),
      ),
    ).toBe(true)
    expect(world.saved).toHaveLength(2)
  })

  it('forgets what was half filled in once somebody else has changed it', async () => {
    await setsUp('anna')
    await opens('chris')
    await person('chris').submit({ name: 'Half' })
    await person('chris').close({ all: true })
    world.travel('2026-12-01T10:00')
    await person('anna').close({ all: true })
    await opens('anna')
    await person('anna').submit({ name: 'Whole' })
    await person('anna').submit({})
    await person('anna').submit({})
    await opens('chris')
    expect(valuesOf('chris')).toMatchObject({ name: { value: 'Whole' } })
  })

  it('is for its team leads, deputies and admins; others are told who can, and may begin another', async () => {
    await setsUp('anna')
    expect(await types('dana', '/rondo setup')).toMatch(/Only the team leads of “Benelux”.*anna or chris/s)
    expect(person('dana').modals).toEqual([])
    const message = person('dana').ephemerals('CALL').at(-1)
    if (!message) throw new Error('Nothing was said')
    await person('dana').click(message, 'New cooperation')
    await person('dana').nextModal('partnerships:setup-channels')
    expect(valuesOf('dana')).toMatchObject({ name: { value: null } })
    await opens('admin')
    expect(valuesOf('admin')).toMatchObject({ name: { value: 'Benelux' } })
  })

  it('refuses at the last step somebody who is no longer team lead', async () => {
    await setsUp('anna')
    await opens('chris')
    await person('chris').submit({ name: 'Mine' })
    const { id } = await onlyOne()
    await world.db
      .updateTable('partnership_role')
      .set({ person_id: (await membersOf(world.db, id))[3]?.person.id ?? '' })
      .where('side', '=', 'sales')
      .execute()
    const answer = await person('chris').submit({})
    expect(Object.values(answer.errors ?? {}).join()).toMatch(/Only the team leads of “Benelux”/)
  })

  it('asks which where there are several', async () => {
    await setsUp('anna')
    await person('anna').close({ all: true })
    await opens('anna', '/rondo instellen nieuw')
    await fillsChannels('anna', { name: 'Nordics', shared_channel: 'all' })
    await person('anna').submit(leads)
    await person('anna').submit({})
    await person('anna').close({ all: true })
    world.slack.addChannel({ id: 'CELSE', name: 'else', members: ['anna'] })
    await person('anna').command('/rondo setup', { in: 'else' })
    await world.settled()
    const message = person('anna').ephemerals('CELSE').at(-1)
    if (!message) throw new Error('Nothing was said')
    expect(world.slack.plain(message)).toMatch(/Benelux.*Nordics.*Nieuwe samenwerking/s)
    await person('anna').click(message, 'Nordics')
    await person('anna').nextModal('partnerships:setup-channels')
    expect(valuesOf('anna')).toMatchObject({ name: { value: 'Nordics' } })
  })

  it('takes somebody off who left Slack', async () => {
    await setsUp('anna')
    person('chris').deactivate()
    await world.settled()
    const { id } = await onlyOne()
    expect((await membersOf(world.db, id)).map((one) => one.person.name)).not.toContain('chris')
    const row = await world.db
      .selectFrom('membership')
      .select('removed_at')
      .where('removed_at', 'is not', null)
      .execute()
    expect(row).toEqual([{ removed_at: world.now() }])
    expect(world.left).toMatchObject([{ person: { name: 'chris' }, partnershipId: id, side: 'sales' }])
    // Nobody leads sales any more, so it goes to who leads marketing.
    const anna = (await membersOf(world.db, id)).find((one) => one.person.name === 'anna')
    expect(world.left[0]?.successorId).toBe(anna?.person.id)
  })

  it('hands on what somebody had who is taken off, and nothing of who only changes sides', async () => {
    await setsUp('anna')
    await person('anna').close({ all: true })
    world.travel('2026-12-01T10:00')
    await opens('chris')
    await person('chris').submit({})
    await person('chris').submit({
      marketing_people: ['anna', 'fay'],
      sales_people: ['dana', 'eli'],
      sales_team_lead: 'dana',
    })
    await person('chris').submit({})
    const dana = (await membersOf(world.db, (await onlyOne()).id)).find((one) => one.person.name === 'dana')
    expect(world.left.map((one) => `${one.person.name} ${one.side}`).toSorted()).toEqual([
      'bram marketing',
      'chris sales',
    ])
    expect(world.left.find((one) => one.side === 'sales')?.successorId).toBe(dana?.person.id)
  })

  it('says which team has lost its team lead, and one is chosen from there', async () => {
    await setsUp('anna')
    await person('anna').close({ all: true })
    world.travel('2026-12-01T10:00')
    person('chris').deactivate()
    await world.settled()
    await world.showHome('anna')
    expect(homeOf('anna')).toContain('Sales heeft geen teamlead meer (Benelux).')
    await person('anna').click('home', 'Kiezen')
    await person('anna').nextModal('partnerships:setup-people')
    expect(valuesOf('anna')).toMatchObject({ sales_people: { selected_users: ['UDANA', 'UELI', 'UFAY'] } })
    await person('anna').submit({ sales_team_lead: 'eli' })
    await person('anna').submit({})
    expect(shown('anna')).toMatch(/teamlead @?eli/)
    await world.showHome('anna')
    expect(homeOf('anna')).not.toContain('geen teamlead')
  })
})

describe('what doctor finds', () => {
  it('nothing where all is well, and what to do where it is not', async () => {
    await setsUp('anna')
    const findings = async () => (await world.features[1]?.doctor?.(world.db, world.clients.read, world.now())) ?? []
    expect((await findings()).map(({ ok }) => ok)).toEqual([true, true, true, true])
    world.slack.archive('both')
    world.slack.remove('sales')
    const wrong = (await findings()).filter(({ ok }) => !ok)
    expect(wrong.map(({ about, advice }) => `${about}: ${advice}`)).toEqual([
      expect.stringMatching(/sales channel \(CSALES\): .*\/invite @Rondo/),
      expect.stringMatching(/shared channel \(CBOTH\): .*archived/),
    ])
  })
})
