import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAbsence } from '../../src/workspaces/absence/store.ts'
import { findKnownPeople } from '../../src/workspaces/index.ts'
import { startWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await startWorld({
    users: [
      { id: 'UANNA', name: 'anna', locale: 'nl-NL' },
      { id: 'ULIAM', name: 'liam', locale: 'en-GB', tz: 'Europe/London' },
      { id: 'UGUEST', name: 'guest', restricted: true },
    ],
    channels: [{ id: 'CALL', name: 'all', members: ['anna', 'liam', 'guest'] }],
  })
})
afterEach(() => world.stop())

async function types(name: string, command: string): Promise<string> {
  await world.slack.person(name).command(command, { in: 'all' })
  await world.settled()
  const last = world.slack.person(name).ephemerals('CALL').at(-1)
  return last ? world.slack.plain(last) : ''
}

async function absenceOf(slackId: string) {
  const [known] = await findKnownPeople(world.db, world.workspace.id, [slackId])
  return known && findAbsence(world.db, known.person, world.now())
}

describe('away and back', () => {
  it.each([
    ['liam', '/rondo away until 3 dec', /away up to and including \*?Thursday 3 December/, '2026-12-03'],
    ['anna', '/rondo afwezig t/m 3 dec', /afwezig tot en met \*?donderdag 3 december/, '2026-12-03'],
    ['anna', '/rondo weg tot vrijdag', /vrijdag 27 november/, '2026-11-27'],
    ['anna', '/rondo away until 3 jan', /zondag 3 januari 2027/, '2027-01-03'],
  ])('%s: %s', async (name, command, said, until) => {
    expect(await types(name, command)).toMatch(said)
    expect(await absenceOf(`U${name.toUpperCase()}`)).toEqual({ from: '2026-11-23', until })
  })

  it.each([
    ['liam', '/rondo away until soon', /can’t read “until soon” as dates.*\/rondo away from 1 dec until 3 dec/s],
    ['anna', '/rondo afwezig tot ooit', /geen datums in “tot ooit”.*\/rondo afwezig van 1 dec t\/m 3 dec/s],
    ['liam', '/rondo away until 2026-11-01', /is in the past/],
    ['anna', '/rondo weg tot 2026-11-01', /ligt in het verleden/],
    ['liam', '/rondo away from 16 april until 12 april', /the last day comes before the first/],
    ['anna', '/rondo weg van 16 april t/m 12 april', /komt de laatste dag vóór de eerste/],
  ])('%s: %s is answered with an example and loses nothing', async (name, command, said) => {
    await types(name, '/rondo away until 3 dec')
    expect(await types(name, command)).toMatch(said)
    expect(await absenceOf(`U${name.toUpperCase()}`)).toEqual({ from: '2026-11-23', until: '2026-12-03' })
  })

  it('asks for the last day where none is named, and takes “not known yet” for an answer', async () => {
    const liam = world.slack.person('liam')
    await liam.command('/rondo away', { in: 'all' })
    await liam.nextModal('workspaces:away')
    expect(await liam.submit({ until: '2026-11-20' })).toMatchObject({
      errors: { until: expect.stringContaining('past') },
    })
    expect(await liam.submit({ until: null })).toEqual({ acked: true })
    expect(world.slack.plain(liam.modal ?? [])).toContain('until you say you’re back')
    expect(await absenceOf('ULIAM')).toEqual({ from: '2026-11-23', until: undefined })

    await liam.click('modal', 'workspaces:back')
    await world.settled()
    expect(world.slack.plain(liam.modal ?? [])).toContain('Welcome back')
    expect(await absenceOf('ULIAM')).toBeUndefined()
  })

  it('takes a holiday that begins later, shows it, and takes it back', async () => {
    const liam = world.slack.person('liam')
    const settings = async () => {
      const [known] = await findKnownPeople(world.db, world.workspace.id, ['ULIAM'])
      if (!known) throw new Error('Nobody is known')
      const [own] = (await world.features[0]?.settings?.(world.db, known.person, world.now())) ?? []
      return own?.items.slice(2).map(({ title }) => title)
    }
    const choose = async (fields: { from: string; until: string | null }) => {
      await liam.command('/rondo away', { in: 'all' })
      await liam.nextModal('workspaces:away')
      return liam.submit(fields)
    }
    expect(await choose({ from: '2026-12-14', until: '2026-12-11' })).toMatchObject({
      errors: { until: expect.stringContaining('before your first day') },
    })
    expect(await liam.submit({ from: '2026-12-14', until: '2026-12-18' })).toEqual({ acked: true })
    const planned = 'from *Monday 14 December* up to and including *Friday 18 December*'
    expect(JSON.stringify(liam.modal)).toContain(planned)
    expect(await absenceOf('ULIAM')).toBeUndefined()
    expect(await settings()).toEqual([expect.stringContaining('*Away now:* no. While'), `You’ll be away ${planned}.`])
    await world.showHome('liam')
    const told = world.presence.length
    await liam.click('modal', 'workspaces:stay')
    await world.settled()
    expect(world.slack.plain(liam.modal ?? [])).toContain('taken that back')
    expect(world.presence).toHaveLength(told + 1)
    expect(await settings()).toHaveLength(1)

    expect(await choose({ from: '2026-12-14', until: null })).toEqual({ acked: true })
    expect(JSON.stringify(liam.modal)).toContain('until you say you’re back')
    await world.showHome('liam')
    world.travel('2026-12-14T10:00')
    expect(await absenceOf('ULIAM')).toEqual({ from: '2026-12-14', until: undefined })
    await liam.click('home', 'workspaces:stay')
    await world.settled()
    expect(await absenceOf('ULIAM')).toEqual({ from: '2026-12-14', until: undefined })
  })

  it.each([
    ['liam', '/rondo away from 12 april until 16 april', 'from Monday 12 April 2027 up to and including Friday 16'],
    ['anna', '/rondo weg van 12 april t/m 16 april', 'van maandag 12 april 2027 tot en met vrijdag 16 april'],
  ])('plans an absence that %s types: %s', async (name, command, said) => {
    const told = world.presence.length
    expect((await types(name, command)).replaceAll('*', '')).toContain(said)
    expect(await absenceOf(`U${name.toUpperCase()}`)).toBeUndefined()
    expect(world.presence).toHaveLength(told + 1)
    const message = world.slack.person(name).ephemerals('CALL').at(-1)
    if (!message) throw new Error('Nothing was said')
    await world.slack.person(name).click(message, 'workspaces:stay')
    await world.settled()
    const after = world.slack.person(name).ephemerals('CALL')
    expect(after.map((one) => world.slack.plain(one))).toEqual([
      expect.stringMatching(/^(Good, I’ve taken that back|Goed, dat heb ik teruggedraaid)[^[]*$/),
    ])
    world.travel('2027-04-13T10:00')
    expect(await absenceOf(`U${name.toUpperCase()}`)).toBeUndefined()
  })

  it('is away within an absence that was typed beforehand', async () => {
    await types('liam', '/rondo away from 12 april until 16 april')
    world.travel('2027-04-12T10:00')
    expect(await absenceOf('ULIAM')).toEqual({ from: '2027-04-12', until: '2027-04-16' })
  })

  it('shows the day that was chosen before when it is asked again', async () => {
    const anna = world.slack.person('anna')
    await types('anna', '/rondo afwezig t/m 3 dec')
    const message = anna.ephemerals('CALL').at(-1)
    if (!message) throw new Error('Nothing was said')
    await anna.click(message, 'Andere datum')
    expect(JSON.stringify(await anna.nextModal())).toContain('2026-12-03')
  })

  it('takes somebody back by the word, and says when there was nothing to end', async () => {
    await types('anna', '/rondo afwezig')
    await types('anna', '/rondo afwezig t/m 3 dec')
    expect(await types('anna', '/rondo terug')).toContain('Welkom terug')
    expect(await types('anna', '/rondo back')).toContain('niet als afwezig')
  })

  it.each([
    ['liam', '/rondo away from 14 dec until 18 dec', '/rondo back', 'still stands:', 'from Monday 14 December'],
    ['anna', '/rondo weg van 14 dec t/m 18 dec', '/rondo terug', 'blijft staan:', 'van maandag 14 december'],
  ])(
    'tells %s, who is back, that what was announced for later still stands',
    async (name, command, word, stands, when) => {
      await types(name, command)
      const taken = async () => (await types(name, word)).replaceAll('*', '')
      expect(await taken()).toContain(stands)
      await types(name, '/rondo away until 3 dec')
      const said = await taken()
      expect(said).toMatch(/Welcome back|Welkom terug/)
      expect(said.slice(said.indexOf(stands))).toContain(when)
      const message = world.slack.person(name).ephemerals('CALL').at(-1)
      if (!message) throw new Error('Nothing was said')
      await world.slack.person(name).click(message, 'workspaces:stay')
      await world.settled()
      expect(await taken()).not.toContain(stands)
    },
  )

  it.each([
    ['liam', '/rondo away tomorrow', 'You’ll be away on Tuesday 24 November.'],
    ['anna', '/rondo weg vrijdag', 'Je bent afwezig op vrijdag 27 november.'],
  ])('takes a day that %s names alone for that day only: %s', async (name, command, said) => {
    expect((await types(name, command)).replaceAll('*', '')).toContain(said)
    expect(await absenceOf(`U${name.toUpperCase()}`)).toBeUndefined()
  })

  it('refuses a guest whom nobody added, and names who can', async () => {
    expect(await types('guest', '/rondo away until 3 dec')).toMatch(/admin of this workspace/)
    expect(await absenceOf('UGUEST')).toBeUndefined()
  })

  it('reminds somebody who is away that they are', async () => {
    await types('liam', '/rondo away until 3 dec')
    const [known] = await findKnownPeople(world.db, world.workspace.id, ['ULIAM'])
    if (!known) throw new Error('Nobody is known')
    const coming = await world.features[0]?.coming?.(world.db, known.person, world.now())
    expect(coming).toMatchObject([
      { title: expect.stringContaining('3 December'), buttons: [{ action: 'workspaces:back' }] },
    ])
  })
})
