import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { travelClock } from '../../src/playground/clock.ts'
import { publishedLimits } from '../../src/playground/server/rate-limits.ts'
import { allScopes } from '../../src/playground/server/scopes.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'

const start = Date.UTC(2026, 4, 11, 7)
const clock = travelClock(start)
let slack: Slack

const seed = {
  users: [
    { id: 'U0ANNA0001', name: 'anna', locale: 'nl-NL', tz: 'Europe/Amsterdam', email: 'anna@example.com' },
    { id: 'U0GONE0001', name: 'gone', deleted: true },
    { id: 'U0OTHER001', name: 'other', stranger: true },
  ],
  channels: [
    { id: 'C0OPEN0001', name: 'open', members: ['anna'] },
    { id: 'C0AWAY0001', name: 'away', bot: false },
    { id: 'C0HIDDEN01', name: 'hidden', private: true, bot: false },
    { id: 'C0PRIVATE1', name: 'private', private: true, members: ['anna'] },
    { id: 'C0OLD00001', name: 'old', archived: true },
    { id: 'C0READ0001', name: 'read', refusesPosts: 'restricted_action_read_only_channel' as const },
  ],
  usergroups: [{ id: 'S0SALES001', handle: 'sales', members: ['anna'] }],
}
const scopes = allScopes.filter((scope) => scope !== 'chat:write.public')

beforeEach(async () => {
  slack = await startSlack({ seed, clock, scopes })
})
afterEach(() => slack.stop())

const channel = 'C0OPEN0001'
const post = async (args: object = {}) => {
  const { body } = await call(slack, 'chat.postMessage', { channel, text: 'Hello', ...args })
  return String(body.ts)
}
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }]
const modal = { type: 'modal', title: { type: 'plain_text', text: 'Title' }, blocks }
const open = { channel, text: 'x' }
const long = (length: number) => 'x'.repeat(length)
const metadata = (event_payload: unknown) => ({ event_type: 'key', event_payload })

describe('refuses what Slack refuses', () => {
  const cases: [method: string, args: object, error: string][] = [
    ['chat.nothing', {}, 'unknown_method'],
    ['chat.postMessage', { text: 'x' }, 'invalid_arguments'],
    ['chat.postMessage', { channel: 'C0NOWHERE1', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: 'C0HIDDEN01', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: 'U0GONE0001', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: 'C0AWAY0001', text: 'x' }, 'not_in_channel'],
    ['chat.postMessage', { channel: 'C0OLD00001', text: 'x' }, 'is_archived'],
    ['chat.postMessage', { channel: 'C0READ0001', text: 'x' }, 'restricted_action_read_only_channel'],
    ['chat.postMessage', { channel }, 'no_text'],
    ['chat.postMessage', { channel, blocks: 'no json' }, 'invalid_blocks_format'],
    ['chat.postMessage', { channel, blocks: [{ type: 'nonsense' }] }, 'invalid_blocks'],
    ['chat.postMessage', { channel, blocks: Array(51).fill({ type: 'divider' }) }, 'invalid_blocks'],
    [
      'chat.postMessage',
      { channel, blocks: Array(2).fill({ type: 'markdown', text: long(7000) }) },
      'msg_blocks_too_long',
    ],
    ['chat.postMessage', { ...open, markdown_text: 'y' }, 'markdown_text_conflict'],
    ['chat.postMessage', { ...open, attachments: Array(101).fill({ text: 'x' }) }, 'too_many_attachments'],
    ['chat.postMessage', { ...open, metadata: 'x' }, 'invalid_metadata_format'],
    ['chat.postMessage', { ...open, metadata: { event_type: 'x' } }, 'invalid_metadata_schema'],
    ['chat.postMessage', { ...open, metadata: metadata({ deep: { no: 1 } }) }, 'invalid_metadata_schema'],
    ['chat.postMessage', { ...open, metadata: metadata({ long: long(1024) }) }, 'metadata_too_large'],
    ['chat.postMessage', { ...open, thread_ts: '1.000001' }, 'thread_not_found'],
    ['chat.update', { channel, ts: '1.000001', text: 'x' }, 'message_not_found'],
    ['chat.update', { channel, text: 'x' }, 'invalid_arguments'],
    ['chat.delete', { channel, ts: '1.000001' }, 'message_not_found'],
    ['chat.postEphemeral', { ...open, user: 'U0OTHER001' }, 'user_not_in_channel'],
    ['chat.postEphemeral', { channel, user: 'U0ANNA0001', text: long(4001) }, 'msg_too_long'],
    ['chat.getPermalink', { channel, message_ts: '1.000001' }, 'message_not_found'],
    ['views.open', { trigger_id: 'x', view: modal }, 'invalid_trigger_id'],
    ['views.open', { trigger_id: 'x', view: { ...modal, title: undefined } }, 'invalid_arguments'],
    ['views.update', { view: modal }, 'invalid_arguments'],
    ['views.update', { view_id: 'V0NOWHERE1', view: modal }, 'not_found'],
    ['views.publish', { user_id: 'U0NOBODY01', view: { type: 'home', blocks } }, 'invalid_arguments'],
    ['views.publish', { user_id: 'U0ANNA0001', view: modal }, 'invalid_arguments'],
    ['conversations.info', { channel: 'C0HIDDEN01' }, 'channel_not_found'],
    ['conversations.history', { channel: 'C0AWAY0001' }, 'not_in_channel'],
    ['conversations.history', { channel, oldest: 'yesterday' }, 'invalid_ts_oldest'],
    ['conversations.history', { channel, latest: 'today' }, 'invalid_ts_latest'],
    ['conversations.history', { channel, cursor: 'x' }, 'invalid_cursor'],
    ['conversations.replies', { channel, ts: '1.000001' }, 'thread_not_found'],
    ['conversations.members', { channel, limit: 'many' }, 'invalid_limit'],
    ['conversations.list', { types: 'everything' }, 'invalid_types'],
    ['conversations.open', {}, 'users_list_not_supplied'],
    ['conversations.open', { users: '' }, 'not_enough_users'],
    ['conversations.open', { users: Array(9).fill('U0ANNA0001').join(',') }, 'too_many_users'],
    ['conversations.open', { users: 'U0NOBODY01' }, 'user_not_found'],
    ['conversations.open', { users: 'U0GONE0001' }, 'user_disabled'],
    ['conversations.open', { users: 'USLACKBOT' }, 'cannot_dm_bot'],
    ['chat.postMessage', { channel: 'U0PLAYBOT1', text: 'x' }, 'cannot_dm_bot'],
    ['conversations.open', { users: 'U0OTHER001' }, 'user_not_visible'],
    ['conversations.join', { channel: 'C0OLD00001' }, 'is_archived'],
    ['conversations.join', { channel: 'C0PRIVATE1' }, 'method_not_supported_for_channel_type'],
    ['users.info', { user: 'U0NOBODY01' }, 'user_not_found'],
    ['users.lookupByEmail', { email: 'nobody@example.com' }, 'users_not_found'],
    ['usergroups.users.list', { usergroup: 'S0NOTHING1' }, 'no_such_subteam'],
    ['bots.info', { bot: 'B0NOTHING1' }, 'bot_not_found'],
    ['blocks.validate', {}, 'invalid_arguments'],
    ['blocks.validate', { blocks: [{ type: 'nonsense' }] }, 'invalid_blocks'],
    ['blocks.validate', { view: { ...modal, blocks: 1 } }, 'invalid_view'],
    ['files.getUploadURLExternal', { filename: 'a.csv', length: 0 }, 'missing_argument'],
    ['files.completeUploadExternal', { files: [{ id: 'F0NOTHING1' }] }, 'file_not_found'],
    ['apps.connections.open', {}, 'not_allowed_token_type'],
  ]
  it.each(cases)('%s %j: %s', async (method, args, error) => {
    const { status, body } = await call(slack, method, args)
    expect(body).toMatchObject({ ok: false, error })
    expect(status).toBe(200)
  })

  it('only lets the app change or delete what it said itself', async () => {
    const { ts } = slack.person('anna').say('Mine', { in: 'open' })
    expect((await call(slack, 'chat.update', { channel, ts, text: 'x' })).body.error).toBe('cant_update_message')
    expect((await call(slack, 'chat.delete', { channel, ts })).body.error).toBe('cant_delete_message')
  })

  it('takes at most 4000 characters in an update, and nothing in an archive', async () => {
    const ts = await post()
    expect((await call(slack, 'chat.update', { channel, ts, text: long(4001) })).body.error).toBe('msg_too_long')
    slack.archive('open')
    expect((await call(slack, 'chat.update', { channel, ts, text: 'x' })).body.error).toBe('is_inactive')
  })

  it('does not turn rich text into something else', async () => {
    const rich = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
    }
    const ts = await post({ blocks: [rich] })
    expect((await call(slack, 'chat.update', { channel, ts, blocks })).body.error).toBe('block_mismatch')
  })

  it('has no Home and no Messages tab where the app has none', async () => {
    await slack.stop()
    slack = await startSlack({ seed: { ...seed, bot: { homeTab: false, messagesTab: false } } })
    const home = { user_id: 'U0ANNA0001', view: { type: 'home', blocks } }
    expect((await call(slack, 'views.publish', home)).body.error).toBe('not_enabled')
    const direct = { channel: 'U0ANNA0001', text: 'x' }
    expect((await call(slack, 'chat.postMessage', direct)).body.error).toBe('messages_tab_disabled')
  })

  it('has no user groups on a free plan', async () => {
    await slack.stop()
    slack = await startSlack({ seed: { ...seed, team: { plan: 'free' } } })
    expect((await call(slack, 'usergroups.list')).body.error).toBe('plan_upgrade_required')
  })
})

describe('checks a call in order', () => {
  it('wants a token, one it knows, of the right kind', async () => {
    expect((await call(slack, 'users.list', {}, ' ')).body.error).toBe('not_authed')
    expect((await call(slack, 'users.list', {}, 'a-token-of-somebody-else')).body.error).toBe('invalid_auth')
    expect((await call(slack, 'users.list', {}, slack.appToken)).body.error).toBe('not_allowed_token_type')
    expect((await call(slack, 'users.list')).body.ok).toBe(true)
  })

  it('says which scope is missing and which there are', async () => {
    await slack.stop()
    slack = await startSlack({ seed, scopes: ['chat:write', 'channels:read'] })
    const { body, headers } = await call(slack, 'users.info', { user: 'U0ANNA0001' })
    expect(body).toMatchObject({ error: 'missing_scope', needed: 'users:read', provided: 'chat:write,channels:read' })
    expect(headers.get('x-oauth-scopes')).toBe('chat:write,channels:read')
    expect(headers.get('x-accepted-oauth-scopes')).toBe('users:read')
    const hidden = await call(slack, 'conversations.info', { channel: 'C0PRIVATE1' })
    expect(hidden.body).toMatchObject({ error: 'missing_scope', needed: 'groups:read' })
  })

  it('refuses everything once the app was taken off', async () => {
    slack.uninstall('token_revoked')
    expect((await call(slack, 'users.list')).body.error).toBe('token_revoked')
  })

  it('tells the reasons with their places', async () => {
    const { body } = await call(slack, 'chat.postMessage', { channel, blocks: [{ type: 'header', text: 1 }] })
    expect(body).toMatchObject({
      errors: ['must be an object [json-pointer:/blocks/0/text]'],
      response_metadata: { messages: ['[ERROR] must be an object [json-pointer:/blocks/0/text]'] },
    })
  })

  it('answers with its own time', async () => {
    const { headers } = await call(slack, 'api.test')
    expect(Date.parse(headers.get('date') ?? '')).toBe(Math.floor(clock.now() / 1000) * 1000)
  })

  it('reads a form as Slack does: JSON only in the fields that hold JSON', async () => {
    const form = new URLSearchParams({
      channel,
      text: '["not", "json"]',
      blocks: JSON.stringify(blocks),
      token: slack.botToken,
    })
    await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body: form })
    const data = new FormData()
    for (const [name, value] of form) data.append(name, value)
    await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body: data })
    const said = slack.messages('open').map(({ text, blocks: [first] = [] }) => [text, first?.type])
    expect(said).toEqual([
      ['["not", "json"]', 'section'],
      ['["not", "json"]', 'section'],
    ])
  })
})

describe('messages', () => {
  it('cuts a text at 40,000 characters and says so', async () => {
    const { body } = await call(slack, 'chat.postMessage', { channel, text: long(40_001) })
    expect(body).toMatchObject({ ok: true, response_metadata: { warnings: ['message_truncated'] } })
    expect(slack.messages('open')[0]?.text).toHaveLength(40_000)
  })

  it('never gives a ts twice, though the clock stands still or goes back', async () => {
    const all = [await post(), await post()]
    clock.set(start - 60_000)
    all.push(await post())
    clock.set(start)
    expect(all).toEqual([...all].sort())
    expect(new Set(all).size).toBe(3)
  })

  it('attaches a reply to a reply to the root, and counts', async () => {
    const root = await post()
    const first = await post({ thread_ts: root })
    const second = await post({ thread_ts: first })
    const [top, ...replies] = slack.thread('open', root)
    expect(replies.map((one) => one.thread_ts)).toEqual([root, root])
    expect(top).toMatchObject({ thread_ts: root, reply_count: 2, latest_reply: second, reply_users_count: 1 })
    await call(slack, 'chat.delete', { channel, ts: second })
    expect(slack.thread('open', root)[0]).toMatchObject({ reply_count: 1, latest_reply: first })
  })

  it('leaves a tombstone where a root with replies was', async () => {
    const root = await post({ blocks })
    await post({ thread_ts: root })
    await call(slack, 'chat.delete', { channel, ts: root })
    expect(slack.thread('open', root)[0]).toMatchObject({ subtype: 'tombstone', reply_count: 1 })
    expect(slack.thread('open', root)[0]?.blocks).toBeUndefined()
  })

  it('takes blocks away when an update brings only text, and keeps metadata unless it is given', async () => {
    const key = metadata({ key: '1' })
    const ts = await post({ blocks, metadata: key })
    await call(slack, 'chat.update', { channel, ts, text: 'New' })
    expect(slack.messages('open')[0]).toMatchObject({ text: 'New', metadata: key })
    expect(slack.messages('open')[0]?.blocks).toBeUndefined()
    await call(slack, 'chat.update', { channel, ts, text: 'New', metadata: {} })
    expect(slack.messages('open')[0]?.metadata).toBeUndefined()
  })

  it('shows metadata only to who asks for it', async () => {
    await post({ metadata: metadata({ key: '1' }) })
    const read = async (args: object) =>
      (await call(slack, 'conversations.history', { channel, ...args })).body.messages
    expect(await read({})).toEqual([expect.not.objectContaining({ metadata: expect.anything() })])
    expect(await read({ include_all_metadata: true })).toEqual([
      expect.objectContaining({ metadata: metadata({ key: '1' }) }),
    ])
  })

  it('opens a DM for a post to a person and answers with its id', async () => {
    const { body } = await call(slack, 'chat.postMessage', { channel: 'U0ANNA0001', text: 'Hi' })
    expect(body.channel).toMatch(/^D/)
    expect(
      slack
        .person('anna')
        .directMessages()
        .map((one) => one.text),
    ).toEqual(['Hi'])
    const again = await call(slack, 'conversations.open', { users: 'U0ANNA0001' })
    expect(again.body).toMatchObject({ already_open: true, channel: { id: body.channel } })
  })

  it('posts in a public channel it is not in, with the scope for that', async () => {
    await slack.stop()
    slack = await startSlack({ seed, scopes: ['chat:write', 'chat:write.public'] })
    expect((await call(slack, 'chat.postMessage', { channel: 'C0AWAY0001', text: 'x' })).body.ok).toBe(true)
  })

  it('pages through history from new to old, replies left out', async () => {
    const all = [await post(), await post(), await post()]
    await post({ thread_ts: all[0] })
    const page = async (cursor?: string) =>
      (await call(slack, 'conversations.history', { channel, limit: 2, cursor })).body
    const first = await page()
    expect(first).toMatchObject({ has_more: true, messages: [{ ts: all[2] }, { ts: all[1] }] })
    const { next_cursor } = first.response_metadata as { next_cursor: string }
    expect(await page(next_cursor)).toMatchObject({ has_more: false, messages: [{ ts: all[0], reply_count: 1 }] })
    const since = await call(slack, 'conversations.history', { channel, oldest: all[1] })
    expect(since.body.messages).toMatchObject([{ ts: all[2] }])
    const from = await call(slack, 'conversations.history', { channel, oldest: all[1], inclusive: true })
    expect(from.body.messages).toMatchObject([{ ts: all[2] }, { ts: all[1] }])
  })

  it('gives people with zone and language, and the groups they are in', async () => {
    const { body } = await call(slack, 'users.info', { user: 'U0ANNA0001', include_locale: true })
    expect(body.user).toMatchObject({ tz: 'Europe/Amsterdam', tz_offset: 7200, locale: 'nl-NL', deleted: false })
    const gone = await call(slack, 'users.info', { user: 'U0GONE0001' })
    expect(gone.body.user).not.toHaveProperty('tz')
    const { body: all } = await call(slack, 'users.list')
    expect(all.members).toContainEqual(expect.objectContaining({ id: 'USLACKBOT', is_bot: false }))
    const group = await call(slack, 'usergroups.users.list', { usergroup: 'S0SALES001' })
    expect(group.body.users).toEqual(['U0ANNA0001'])
  })

  it('takes a file in three steps', async () => {
    const { body } = await call(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 3 })
    const upload = await fetch(String(body.upload_url), { method: 'POST', body: 'a,b' })
    expect(await upload.text()).toBe('OK - 3')
    const files = [{ id: body.file_id, title: 'Export' }]
    await call(slack, 'files.completeUploadExternal', { files, channel_id: channel, initial_comment: 'Here' })
    expect(slack.messages('open')[0]).toMatchObject({ text: 'Here', files: [{ title: 'Export', size: 3 }] })
  })
})

describe('rate limits', () => {
  it('are off unless they are switched on', async () => {
    for (let n = 0; n < 5; n += 1) expect((await call(slack, 'chat.postMessage', open)).status).toBe(200)
  })

  it('allow one post per channel and second', async () => {
    slack.limit(publishedLimits)
    expect((await call(slack, 'chat.postMessage', open)).status).toBe(200)
    const { status, body, headers } = await call(slack, 'chat.postMessage', open)
    expect([status, body.error, headers.get('retry-after')]).toEqual([429, 'ratelimited', '1'])
    expect((await call(slack, 'chat.postMessage', { channel: 'C0PRIVATE1', text: 'x' })).status).toBe(200)
    clock.advance(1000)
    expect((await call(slack, 'chat.postMessage', open)).status).toBe(200)
  })

  it('count a method by the minute', async () => {
    slack.limit({ perMinute: { 'conversations.history': 1 } })
    expect((await call(slack, 'conversations.history', { channel })).status).toBe(200)
    clock.advance(20_000)
    const { status, headers } = await call(slack, 'conversations.history', { channel })
    expect([status, headers.get('retry-after')]).toEqual([429, '40'])
  })
})
