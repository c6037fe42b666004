import { afterEach, beforeEach, expect, it } from 'vitest'
import { resetWorkspace } from '../../../src/playground/server/founding.ts'
import { allScopes } from '../../../src/playground/server/scopes.ts'
import { buildStage, open, type Stage, start, words } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await buildStage(allScopes)
})
afterEach(() => stage.stop())

/** Everything in the workspace, as it can be compared. */
const picture = () => {
  const { clock: _clock, ids: _ids, era: _era, desks: _desks, ...rest } = stage.workspace
  return structuredClone(rest)
}

it('is as the seed says again, whatever people and the app did', async () => {
  const { slack, workspace } = stage
  const before = picture()
  await stage.post()
  const message = slack.person('anna').say('https://example.com/x', { in: 'open' })
  slack.person('anna').react(message, 'eyes')
  slack.person('bram').deactivate()
  slack.addPerson({ name: 'new' })
  slack.addChannel({ name: 'new' })
  slack.rename('open', 'closed')
  slack.deleteChannel('private')
  slack.changeUsergroup('sales', { members: [] })
  slack.runFunction({ callbackId: 'count' })
  slack.authorize()
  await stage.open()
  await stage.upload()
  await stage.call('chat.postEphemeral', { channel: open, user: 'U0ANNA0001', text: 'x' })
  await stage.call('chat.scheduleMessage', { channel: open, text: 'x', post_at: start / 1000 + 60 })
  await stage.call('views.publish', { user_id: 'U0ANNA0001', view: { type: 'home', blocks: [] } })
  workspace.team.plan = 'free'
  workspace.team.editWindowMinutes = 1
  workspace.scopes.clear()
  slack.uninstall()
  resetWorkspace(workspace)
  expect(picture()).toEqual(before)
})

it('keeps the objects that others hold', () => {
  const { workspace, slack } = stage
  const { team, bot } = workspace
  team.name = 'Renamed'
  resetWorkspace(workspace)
  expect(stage.workspace).toBe(workspace)
  expect(slack.team).toBe(workspace.team)
  expect(slack.bot).toBe(bot)
  expect(team.name).toBe('Playground')
})

it('forgets triggers and response_urls', async () => {
  const trigger_id = await stage.trigger()
  await stage.slack.person('anna').command('/rondo', { in: 'open' })
  const url = String(stage.last().response_url)
  resetWorkspace(stage.workspace)
  const view = { type: 'modal', title: words('Title'), blocks: [] }
  expect((await stage.call('views.open', { trigger_id, view })).error).toBe('invalid_trigger_id')
  expect((await fetch(url, { method: 'POST', body: '{"text":"x"}' })).status).toBe(404)
})

it('forgets what was half filled in, though a message gets the same ts again', async () => {
  const anna = stage.slack.person('anna')
  const options = ['One', 'Two'].map((name) => ({ text: words(name), value: name }))
  const elements = [
    { type: 'static_select', action_id: 'pick', options },
    { type: 'button', action_id: 'go', text: words('Go') },
  ]
  const draw = async () => {
    await stage.post({ blocks: [{ type: 'actions', block_id: 'row', elements }] })
    return stage.slack.messages('open').at(-1) ?? expect.unreachable('nothing was posted')
  }
  await stage.trigger()
  await anna.choose('pick', 'Two', { in: await draw() })
  resetWorkspace(stage.workspace)
  await anna.click(await draw(), 'go')
  expect(JSON.stringify(stage.last().state)).not.toContain('Two')
})

it('takes the same call as before', async () => {
  const first = await stage.post()
  resetWorkspace(stage.workspace)
  expect(await stage.post()).toBe(first)
})
