import { afterEach, beforeEach, expect, it } from 'vitest'
import { findKnownPeople } from '../../src/workspaces/index.ts'
import { startWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await startWorld({
    users: [
      { id: 'UANNA', name: 'anna', locale: 'en-GB' },
      { id: 'UNEVER', name: 'never' },
    ],
    channels: [{ id: 'CALL', name: 'all', members: ['anna'] }],
  })
  await world.slack.person('anna').command('/rondo back', { in: 'all' })
  await world.settled()
})
afterEach(() => world.stop())

const known = async (slackId: string) => (await findKnownPeople(world.db, world.workspace.id, [slackId]))[0]

it('follows the name, language and zone somebody chooses in Slack', async () => {
  world.slack.person('anna').change({ realName: 'Anna Bakker', tz: 'Europe/Lisbon', locale: 'nl-NL', admin: true })
  await world.settled()
  expect((await known('UANNA'))?.person).toMatchObject({
    name: 'Anna Bakker',
    language: 'nl',
    zone: 'Europe/Lisbon',
    admin: true,
  })
})

it('notices that somebody left, keeping what it knew of them, and that they came back', async () => {
  const before = await known('UANNA')
  world.slack.person('anna').deactivate()
  await world.settled()
  expect(await known('UANNA')).toMatchObject({
    deactivated: true,
    person: { language: 'en', zone: before?.person.zone },
  })
  world.slack.person('anna').change({ deleted: false })
  await world.settled()
  expect(await known('UANNA')).toMatchObject({ deactivated: false })
})

it('does not get to know people who have nothing to do with Rondo', async () => {
  world.slack.person('never').change({ realName: 'Never Seen' })
  await world.settled()
  expect(await known('UNEVER')).toBeUndefined()
})
