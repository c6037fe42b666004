import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../src/platform/i18n.ts'
import type { Person } from '../../src/platform/person.ts'
import { buttons, itemBlocks } from '../../src/platform/slack/blocks.ts'
import { validate } from '../../src/playground/server/validator/validate.ts'
import { absenceSettings } from '../../src/workspaces/absence/views.ts'
import { findKnownPeople } from '../../src/workspaces/index.ts'
import { settingsModal, settingsSaved, settingsSection } from '../../src/workspaces/settings/views.ts'
import { startWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await startWorld({
    users: [
      { id: 'UANNA', name: 'anna', locale: 'nl-NL' },
      { id: 'UGUEST', name: 'guest', restricted: true },
    ],
    channels: [{ id: 'CALL', name: 'all', members: ['anna', 'guest'] }],
  })
})
afterEach(() => world.stop())

const person = async (slackId = 'UANNA') => {
  const [known] = await findKnownPeople(world.db, world.workspace.id, [slackId])
  if (!known) throw new Error('Nobody is known')
  return known.person
}
const section = async () => (await world.features[0]?.settings?.(world.db, await person(), world.now()))?.[0]
const shown = async () => (await section())?.items.map(({ title }) => title)

async function chooses(fields: { language?: string; messages?: string }) {
  const anna = world.slack.person('anna')
  await world.showHome('anna')
  await anna.click('home', 'workspaces:settings')
  await anna.nextModal('workspaces:settings')
  expect(await anna.submit(fields)).toEqual({ acked: true })
  await world.settled()
  return world.slack.plain(anna.modal ?? [])
}

describe('what somebody can set for themselves', () => {
  beforeEach(async () => {
    await world.slack.person('anna').command('/rondo terug', { in: 'all' })
    await world.settled()
  })

  it('is shown as it is where nothing was chosen', async () => {
    expect(await shown()).toEqual([
      '*Taal:* Zoals in Slack (Nederlands)',
      '*Berichten:* Elke werkdag\nEén bericht als je dag begint, en geen als er niets openstaat',
      expect.stringContaining('*Nu afwezig:* nee.'),
    ])
    expect(await person()).toMatchObject({ language: 'nl', messages: 'daily' })
  })

  it('holds at once, and is confirmed in the new language', async () => {
    const said = await chooses({ language: 'en', messages: 'home' })
    expect(said).toContain('Saved.')
    expect(said).toContain('Language: English')
    expect(said).toContain('Messages: In Home only')
    expect(await person()).toMatchObject({ language: 'en', messages: 'home' })
    expect((await shown())?.slice(0, 2)).toEqual([
      '*Language:* English',
      expect.stringContaining('*Messages:* In Home only'),
    ])
  })

  it('is kept whatever Slack says later, until somebody wants it as in Slack again', async () => {
    await chooses({ language: 'en', messages: 'monday' })
    world.slack.person('anna').change({ realName: 'Anna Bakker', locale: 'nl-NL' })
    await world.settled()
    expect(await person()).toMatchObject({ name: 'Anna Bakker', language: 'en', messages: 'monday' })
    expect(await chooses({ language: 'slack' })).toContain('Zoals in Slack (Nederlands)')
    world.slack.person('anna').change({ locale: 'en-GB' })
    await world.settled()
    expect(await person()).toMatchObject({ language: 'en', messages: 'monday' })
  })

  it('changes one thing and leaves the other as it was chosen', async () => {
    await chooses({ messages: 'monday' })
    await chooses({ language: 'nl' })
    expect(await person()).toMatchObject({ language: 'nl', messages: 'monday' })
  })

  it('says that somebody is away, and lets them go and come back', async () => {
    const anna = world.slack.person('anna')
    await world.showHome('anna')
    await anna.click('home', 'workspaces:away')
    await anna.nextModal('workspaces:away')
    await anna.submit({ until: '2026-12-03' })
    await world.settled()
    expect((await section())?.items[2]).toMatchObject({
      title: expect.stringContaining('donderdag 3 december'),
      buttons: [{ action: 'workspaces:back' }, { action: 'workspaces:away' }],
    })
    await world.showHome('anna')
    await anna.click('home', 'workspaces:back', { value: 'settings back' })
    await world.settled()
    expect((await section())?.items[2]?.title).toContain('*Nu afwezig:* nee')
  })

  it('goes into their own export, with when they were and will be away', async () => {
    await chooses({ messages: 'home' })
    await world.slack.person('anna').command('/rondo afwezig t/m 3 dec', { in: 'all' })
    await world.settled()
    expect(await world.features[0]?.export?.(world.db, await person(), world.now())).toEqual([
      {
        name: 'instellingen',
        columns: ['instelling', 'keuze'],
        rows: [
          ['Taal', 'Zoals in Slack (Nederlands)'],
          ['Berichten', 'Alleen in Home'],
        ],
      },
      {
        name: 'afwezigheid',
        columns: ['eerste dag afwezig', 'laatste dag afwezig'],
        rows: [['2026-11-23', '2026-12-03']],
      },
    ])
  })
})

describe.each(languages)('what Slack takes of settings, in %s', (language) => {
  const somebody: Person = {
    ...{ id: 'p', workspaceId: 'w', slackId: 'U1', name: 'Anna', language, zone: 'UTC' },
    ...{ kind: 'member', admin: false, messages: 'daily' },
  }
  const away = { from: '2026-11-23', until: '2027-11-23' }

  it.each(['daily', 'monday', 'home'] as const)('is the form and what it says when it is saved: %s', (messages) => {
    for (const ownLanguage of [undefined, ...languages]) {
      const known = { ownLanguage, messages, slackLanguage: language }
      expect(validate(settingsModal(known, language), 'modal')).toEqual([])
      expect(validate(settingsSaved(known, language), 'modal')).toEqual([])
      for (const absence of [undefined, away]) {
        const part = settingsSection(known, absenceSettings(absence, [{ id: 'a', ...away }], somebody, 0), language, 0)
        const blocks = [...part.items.flatMap(itemBlocks), buttons([...(part.buttons ?? [])])]
        expect(validate(blocks, 'message')).toEqual([])
      }
    }
  })

  it('explains each choice in the 75 characters that Slack shows', () => {
    const view = JSON.stringify(
      settingsModal({ ownLanguage: undefined, messages: 'daily', slackLanguage: language }, language),
    )
    const told = new Set(
      [...view.matchAll(/"description":\{"type":"plain_text","text":"([^"]+)"/g)].map(([, text]) => text),
    )
    expect(told.size).toBe(3)
    expect(Math.max(...[...told].map((text) => text?.length ?? 0))).toBeLessThanOrEqual(75)
  })
})
