import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allScopes } from '../../../src/playground/server/scopes.ts'
import type { Message } from '../../../src/playground/server/workspace.ts'
import { buildStage, field, home, type Json, modal, open, type Stage, words } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await buildStage(allScopes)
  await stage.trigger()
})
afterEach(() => stage.stop())

const button = { type: 'button', action_id: 'go', text: words('Go') }
const external = { type: 'external_select', action_id: 'find', min_query_length: 0 }
const row = { type: 'actions', block_id: 'row', elements: [button, external] }
const anna = () => stage.slack.person('anna')
const drawn = async (): Promise<Message> => {
  await stage.post({ blocks: [row] })
  return stage.slack.messages('open').at(-1) ?? expect.unreachable('nothing was posted')
}

const everyone = 'type api_app_id token team{id domain} enterprise is_enterprise_install'
const person = 'user{id username name team_id}'
const placed = 'channel{id name}'
const aboutMessage = 'container{type message_ts channel_id is_ephemeral}'
const wholeView = `view{id team_id type blocks private_metadata callback_id state hash title clear_on_close
  notify_on_close close submit previous_view_id root_view_id app_id external_id app_installed_team_id bot_id}`
const envelope = `token team_id context_team_id context_enterprise_id enterprise_id api_app_id type event_id event_time
  event_context authorizations is_ext_shared_channel`

/** What people do, and the keys that Slack's payload of it has (slack.md 5.4); `a{b c}`: a with b and c. */
const cases: [what: string, keys: string, happens: () => unknown][] = [
  [
    'a slash command',
    `token team_id team_domain channel_id channel_name user_id user_name command text api_app_id is_enterprise_install
      response_url trigger_id`,
    () => anna().command('/rondo help', { in: 'open' }),
  ],
  ['a global shortcut', `${everyone} ${person} action_ts callback_id trigger_id`, () => anna().shortcut('any')],
  [
    'a shortcut on a message',
    `${everyone} ${person} ${placed} action_ts callback_id trigger_id response_url message_ts message{type user ts text}`,
    async () => anna().messageShortcut(await drawn(), 'raise'),
  ],
  [
    'a click on a message',
    `${everyone} ${person} ${placed} ${aboutMessage} trigger_id response_url message{type user ts text bot_id}
      state{values} actions`,
    async () => anna().click(await drawn(), 'go'),
  ],
  [
    'a click in a modal',
    `${everyone} ${person} container{type view_id} trigger_id ${wholeView} actions`,
    async () => {
      await stage.open(modal({ blocks: [row] }))
      await anna().click('modal', 'go')
    },
  ],
  [
    'a click in the Home',
    `${everyone} ${person} container{type view_id} trigger_id ${wholeView} actions`,
    async () => {
      await stage.call('views.publish', { user_id: 'U0ANNA0001', view: home({ blocks: [row] }) })
      await anna().click('home', 'go')
    },
  ],
  [
    'a search in a select on a message',
    `${everyone} ${person} ${placed} ${aboutMessage} action_id block_id value message{type ts}`,
    async () => {
      stage.answer({ options: [] })
      await anna().suggest('find', '', { in: await drawn() })
    },
  ],
  [
    'a submission',
    `${everyone} ${person} trigger_id ${wholeView} response_urls`,
    async () => {
      await stage.open()
      await anna().submit({ name: 'x' })
    },
  ],
  [
    'a closed modal',
    `${everyone} ${person} ${wholeView} is_cleared`,
    async () => {
      await stage.open(modal({ notify_on_close: true }))
      await anna().close()
    },
  ],
  [
    'a message in the direct message',
    `${envelope} event{type channel channel_type user text blocks ts event_ts client_msg_id team}`,
    () => anna().say('Hello'),
  ],
  [
    'a mention',
    `${envelope} event{type user text ts channel event_ts team blocks}`,
    () => anna().say('Hi @rondo', { in: 'open' }),
  ],
  ['an opened Home', `${envelope} event{type user channel tab event_ts}`, () => anna().openHome()],
  [
    'somebody who joins',
    `${envelope} event{type user channel channel_type team event_ts}`,
    () => stage.slack.person('guest').join('open'),
  ],
  [
    'a reaction',
    `${envelope} event{type user reaction item_user item{type channel ts} event_ts}`,
    () => anna().react(anna().say('x', { in: 'open' }), 'eyes'),
  ],
  [
    'a shared link',
    `${envelope} event{type channel user message_ts links is_bot_user_member unfurl_id source event_ts}`,
    () => anna().say('https://example.com/x', { in: 'open' }),
  ],
  ['revoked tokens', `${envelope} event{type tokens{oauth bot}}`, () => stage.slack.uninstall()],
]

it.each(cases)('%s carries every key that Slack sends', async (_what, keys, happens) => {
  await happens()
  await stage.slack.settled()
  expect(missing(stage.last(), keys)).toEqual([])
})

describe('what is typed in', () => {
  it('comes with its type, and as null while it is empty', async () => {
    await stage.open(modal({ blocks: [{ ...field, optional: true }] }))
    await anna().submit()
    expect(valuesOf(stage.last())).toEqual({ name: { a: { type: 'plain_text_input', value: null } } })
  })

  it('tells where it was typed', async () => {
    await anna().click(await drawn(), 'go')
    expect(stage.last()).toMatchObject({ channel: { id: open, name: 'open' }, container: { channel_id: open } })
  })
})

function valuesOf(payload: Json): unknown {
  return (payload.view as { state: Json }).state.values
}

/** The keys that are not there, each with its path. */
function missing(payload: unknown, keys: string, path = ''): string[] {
  const found = [...keys.matchAll(/(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g)]
  return found.flatMap(([, key = '', inner]) => {
    const has = typeof payload === 'object' && payload !== null && key in payload
    if (!has) return [`${path}${key}`]
    return inner === undefined ? [] : missing((payload as Json)[key], inner, `${path}${key}.`)
  })
}
