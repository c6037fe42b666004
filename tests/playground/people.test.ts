import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { travelClock } from '../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'
import { type Answerer, type Envelope, openSocket, type RawSocket } from './raw-app.ts'

const clock = travelClock(Date.UTC(2026, 4, 11, 7))
const seed = {
  users: [
    { id: 'U0ANNA0001', name: 'anna', realName: 'Anna de Wit' },
    { id: 'U0BRAM0001', name: 'bram' },
    { id: 'U0GUEST001', name: 'guest', ultraRestricted: true },
  ],
  channels: [
    { id: 'C0OPEN0001', name: 'open', members: ['anna', 'bram'] },
    { id: 'C0PRIVATE1', name: 'private', private: true, members: ['anna'] },
  ],
}
let slack: Slack
let socket: RawSocket
/** What the app answers next; an empty acknowledgement unless a test says otherwise. */
let answer: Answerer
const anna = () => slack.person('anna')

beforeEach(async () => {
  answer = () => ({})
  slack = await startSlack({ seed, clock, ackTimeoutMs: 300, patienceMs: 300, botEvents: [] })
  socket = await openSocket(slack, (envelope) => answer(envelope))
})
afterEach(() => slack.stop())

const plain = (text: string) => ({ type: 'plain_text', text })
const button = (action_id: string, more: object = {}) => ({ type: 'button', action_id, text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'row', elements })
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(`Label of ${block_id}`),
  element: { action_id: 'a', ...element },
  ...more,
})
const typed = { type: 'plain_text_input' }
const options = ['One', 'Two', 'Three'].map((words) => ({ text: plain(words), value: words.toLowerCase() }))
const modal = (callback_id: string, blocks: object[] = [input('name', typed)], more: object = {}) => ({
  type: 'modal',
  callback_id,
  title: plain('Title'),
  submit: plain('Go'),
  blocks,
  ...more,
})
const last = (): Record<string, unknown> => socket.got.at(-1)?.payload ?? {}
const post = async (blocks: object[], more: object = {}) => {
  await call(slack, 'chat.postMessage', { channel: 'C0OPEN0001', text: 'Text', blocks, ...more })
  const message = slack.messages('open').at(-1)
  if (!message) throw new Error('nothing was posted')
  return message
}
/** Anna does something, so that there is a trigger. */
const trigger = async () => {
  await anna().shortcut('any')
  return String(last().trigger_id)
}
const open = async (view: object) => {
  const { body } = await call(slack, 'views.open', { trigger_id: await trigger(), view })
  if (!body.ok) throw new Error(JSON.stringify(body))
  return anna()
}
const responses = (url: unknown, body: object) => fetch(String(url), { method: 'POST', body: JSON.stringify(body) })

const introduction = {
  user: { id: 'U0ANNA0001', username: 'anna', name: 'anna', team_id: 'T0PLAY0001' },
  team: { id: 'T0PLAY0001', domain: 'playground' },
  api_app_id: 'A0PLAYAPP1',
  token: expect.any(String),
  enterprise: null,
  is_enterprise_install: false,
}

describe('a command', () => {
  it('carries everything Slack sends', async () => {
    await anna().command('/rondo  feedback to @bram in #open <now>', { in: 'open' })
    expect(socket.got.at(-1)).toMatchObject({ type: 'slash_commands', accepts_response_payload: true })
    expect(last()).toEqual({
      token: expect.any(String),
      team_id: 'T0PLAY0001',
      team_domain: 'playground',
      channel_id: 'C0OPEN0001',
      channel_name: 'open',
      user_id: 'U0ANNA0001',
      user_name: 'anna',
      command: '/rondo',
      text: 'feedback to <@U0BRAM0001|bram> in <#C0OPEN0001|open> &lt;now&gt;',
      api_app_id: 'A0PLAYAPP1',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    })
  })

  it('names a DM and a private channel as Slack does', async () => {
    await anna().command('/rondo')
    expect(last().channel_name).toBe('directmessage')
    await anna().command('/rondo', { in: 'private' })
    expect(last().channel_name).toBe('privategroup')
  })

  it('can only be typed where the person is', async () => {
    await expect(slack.person('bram').command('/rondo', { in: 'private' })).rejects.toThrow('bram is not in private')
    await expect(slack.person('guest').command('/rondo', { in: 'open' })).rejects.toThrow('guest is not in open')
    await expect(anna().command('rondo')).rejects.toThrow('slash')
  })

  it('shows the answer to that person, or to all', async () => {
    answer = () => ({ text: 'Mine' })
    expect(await anna().command('/rondo', { in: 'open' })).toEqual({ acked: true, text: 'Mine' })
    answer = () => ({ text: 'Ours', response_type: 'in_channel' })
    await anna().command('/rondo', { in: 'open' })
    expect(
      anna()
        .ephemerals()
        .map((one) => one.text),
    ).toEqual(['Mine'])
    expect(slack.messages('open').map((one) => one.text)).toEqual(['Ours'])
  })

  it('fails where the answer is none Slack would show', async () => {
    answer = () => ({ blocks: [{ type: 'nonsense' }] })
    expect(await anna().command('/rondo')).toEqual({
      acked: true,
      trouble: '/rondo failed with the error "invalid_blocks"',
    })
  })

  it('cannot be typed by somebody who was deactivated', async () => {
    slack.person('bram').deactivate()
    await expect(slack.person('bram').command('/rondo')).rejects.toThrow('deactivated')
  })
})

describe('a click', () => {
  it('on a message carries everything Slack sends', async () => {
    const select = { type: 'static_select', action_id: 'pick', options }
    const message = await post([actions(button('go', { value: '7' }), select)])
    await anna().choose('pick', 'Two', { in: message })
    expect(await anna().click(message, 'go')).toEqual({ acked: true })
    expect(last()).toEqual({
      ...introduction,
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0OPEN0001', is_ephemeral: false },
      channel: { id: 'C0OPEN0001', name: 'open' },
      message: expect.objectContaining({ type: 'message', ts: message.ts, text: 'Text', bot_id: 'B0PLAYBOT1' }),
      state: { values: { row: { pick: { type: 'static_select', selected_option: options[1] } } } },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/response/'),
      actions: [
        {
          type: 'button',
          block_id: 'row',
          action_id: 'go',
          text: plain('Go'),
          value: '7',
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    })
  })

  it('in a thread says so', async () => {
    const root = await post([])
    const reply = await post([actions(button('go'))], { thread_ts: root.ts })
    await anna().click(reply, 'go')
    expect(last().container).toMatchObject({ message_ts: reply.ts, thread_ts: root.ts })
  })

  it('on a message only they see carries no message', async () => {
    const args = { channel: 'C0OPEN0001', user: 'U0ANNA0001', text: 'x', blocks: [actions(button('go'))] }
    await call(slack, 'chat.postEphemeral', args)
    const [whispered] = anna().ephemerals()
    if (!whispered) throw new Error('nothing was whispered')
    await anna().click(whispered, 'go')
    expect(last()).toMatchObject({ container: { is_ephemeral: true, message_ts: whispered.ts } })
    expect(last()).not.toHaveProperty('message')
    await expect(slack.person('bram').click(whispered, 'go')).rejects.toThrow('does not see')
  })

  it('in a modal carries the view and no channel', async () => {
    await open(modal('m', [actions(button('go')), input('name', typed)], { private_metadata: 'p' }))
    anna().fill({ name: 'Filled' })
    await anna().click('modal', 'go')
    expect(last()).toMatchObject({
      container: { type: 'view', view_id: anna().modal?.id },
      view: { callback_id: 'm', private_metadata: 'p', state: { values: { name: { a: { value: 'Filled' } } } } },
    })
    for (const key of ['channel', 'message', 'response_url', 'state']) expect(last()).not.toHaveProperty(key)
  })

  it('needs something that is there, and only once', async () => {
    const message = await post([
      actions(button('go', { value: '1' })),
      { ...actions(button('go', { value: '2' })), block_id: 'two' },
    ])
    await expect(anna().click(message, 'stop')).rejects.toThrow(
      'There is no "stop" here; there is go [Go] (1), go [Go] (2).',
    )
    await expect(anna().click(message, 'go')).rejects.toThrow('2 times')
    await anna().click(message, 'go', { value: '2' })
    expect(last().actions).toMatchObject([{ block_id: 'two', value: '2' }])
    await anna().click(message, 'go', { block: 'row' })
    expect(last().actions).toMatchObject([{ block_id: 'row', value: '1' }])
  })

  it('goes to what stands there now, unless the screen is stale', async () => {
    const message = await post([actions(button('old'))])
    await call(slack, 'chat.update', {
      channel: 'C0OPEN0001',
      ts: message.ts,
      text: 'Text',
      blocks: [actions(button('new'))],
    })
    await expect(anna().click(message, 'old')).rejects.toThrow('There is no "old"')
    await anna().click(message, 'old', { stale: true })
    expect(last().actions).toMatchObject([{ action_id: 'old' }])
    await anna().click(message, 'new')
  })

  it('needs a message the person can see', async () => {
    await call(slack, 'chat.postMessage', { channel: 'C0PRIVATE1', text: 'x', blocks: [actions(button('go'))] })
    const [message] = slack.messages('private')
    if (!message) throw new Error('nothing was posted')
    await expect(slack.person('bram').click(message, 'go')).rejects.toThrow('bram cannot see that message')
  })

  it('shows a confirm dialog first, and nothing is sent when they say no', async () => {
    const confirm = { title: plain('Sure?'), text: plain('Really?'), confirm: plain('Yes'), deny: plain('No') }
    const message = await post([actions(button('go', { confirm }))])
    expect(await anna().click(message, 'go', { confirm: false })).toEqual({ acked: true, dialog: confirm })
    expect(socket.got).toEqual([])
    expect(await anna().click(message, 'go')).toEqual({ acked: true, dialog: confirm })
    expect(socket.got).toHaveLength(1)
  })

  it('on an overflow menu carries the option', async () => {
    const message = await post([actions({ type: 'overflow', action_id: 'more', options })])
    await anna().click(message, 'more', { value: 'Three' })
    expect(last().actions).toMatchObject([{ type: 'overflow', selected_option: options[2] }])
    await expect(anna().click(message, 'more', { value: 'Four' })).rejects.toThrow('offered: one (One)')
  })

  it('can be named by the words on the button', async () => {
    const message = await post([actions(button('go'))])
    expect(await anna().click(message, 'Go')).toEqual({ acked: true })
  })

  it('is told to have failed when the app does not answer', async () => {
    const message = await post([actions(button('go'))])
    answer = () => undefined
    expect(await anna().click(message, 'go')).toMatchObject({ acked: false, trouble: expect.any(String) })
  })
})

describe('shortcuts', () => {
  it('carry everything Slack sends', async () => {
    await anna().shortcut('feedback')
    expect(last()).toEqual({
      ...introduction,
      type: 'shortcut',
      callback_id: 'feedback',
      action_ts: expect.any(String),
      trigger_id: expect.any(String),
    })
    const message = slack.person('bram').say('A signal', { in: 'open' })
    await anna().messageShortcut(message, 'raise')
    expect(last()).toEqual({
      ...introduction,
      type: 'message_action',
      callback_id: 'raise',
      action_ts: expect.any(String),
      trigger_id: expect.any(String),
      response_url: expect.any(String),
      channel: { id: 'C0OPEN0001', name: 'open' },
      message_ts: message.ts,
      message: expect.objectContaining({ user: 'U0BRAM0001', text: 'A signal' }),
    })
  })
})

describe('a trigger', () => {
  const use = async (trigger_id: string) =>
    (await call(slack, 'views.open', { trigger_id, view: modal('m') })).body.error

  it('lives three seconds', async () => {
    const id = await trigger()
    clock.advance(3001)
    expect(await use(id)).toBe('expired_trigger_id')
    const other = await trigger()
    clock.advance(3000)
    expect(await use(other)).toBeUndefined()
  })

  it('works once, and is used before it is old', async () => {
    const id = await trigger()
    expect(await use(id)).toBeUndefined()
    clock.advance(5000)
    expect(await use(id)).toBe('exchanged_trigger_id')
  })

  it('is not used up by a view that is refused', async () => {
    const id = await trigger()
    const { body } = await call(slack, 'views.open', { trigger_id: id, view: modal('m', [{ type: 'nonsense' }]) })
    expect(body.error).toBe('invalid_arguments')
    expect(await use(id)).toBeUndefined()
  })
})

describe('a modal', () => {
  it('has everything Slack says of a view', async () => {
    await open(modal('m', undefined, { external_id: 'e', notify_on_close: true }))
    await anna().submit({ name: 'x' })
    expect(last().view).toEqual({
      id: expect.stringMatching(/^V/),
      team_id: 'T0PLAY0001',
      type: 'modal',
      blocks: [expect.objectContaining({ block_id: 'name' })],
      private_metadata: '',
      callback_id: 'm',
      state: { values: { name: { a: { type: 'plain_text_input', value: 'x' } } } },
      hash: expect.any(String),
      title: plain('Title'),
      clear_on_close: false,
      notify_on_close: true,
      close: null,
      submit: plain('Go'),
      previous_view_id: null,
      root_view_id: expect.stringMatching(/^V/),
      app_id: 'A0PLAYAPP1',
      external_id: 'e',
      app_installed_team_id: 'T0PLAY0001',
      bot_id: 'B0PLAYBOT1',
    })
  })

  it('gets ids where the app gave none', async () => {
    await open(modal('m', [{ type: 'input', label: plain('Name'), element: typed }]))
    await anna().submit({ Name: 'x' })
    const { state } = last().view as { state: { values: Record<string, Record<string, object>> } }
    expect(Object.values(state.values).flatMap((one) => Object.values(one))).toEqual([
      { type: 'plain_text_input', value: 'x' },
    ])
  })

  it('says null for what is empty, and an empty list where many can be chosen', async () => {
    const any = { optional: true }
    await open(
      modal('m', [
        input('text', typed, any),
        input('date', { type: 'datepicker' }, any),
        input('one', { type: 'static_select', options }, any),
        input('many', { type: 'multi_users_select' }, any),
        input('boxes', { type: 'checkboxes', options, initial_options: [options[0]] }, any),
      ]),
    )
    await anna().submit()
    expect(last()).toMatchObject({
      type: 'view_submission',
      response_urls: [],
      view: {
        state: {
          values: {
            text: { a: { type: 'plain_text_input', value: null } },
            date: { a: { type: 'datepicker', selected_date: null } },
            one: { a: { type: 'static_select', selected_option: null } },
            many: { a: { type: 'multi_users_select', selected_users: [] } },
            boxes: { a: { type: 'checkboxes', selected_options: [options[0]] } },
          },
        },
      },
    })
  })

  it('can be filled in by words and names', async () => {
    await open(
      modal('m', [
        input('user', { type: 'users_select' }),
        input('users', { type: 'multi_users_select' }),
        input('channel', { type: 'channels_select', response_url_enabled: true }),
        input('one', { type: 'radio_buttons', options }),
        input('many', { type: 'multi_static_select', options, max_selected_items: 2 }),
        input('time', { type: 'timepicker' }),
        input('rich', { type: 'rich_text_input' }),
      ]),
    )
    const values = {
      user: 'bram',
      users: ['anna'],
      channel: '#open',
      one: 'two',
      many: ['One', 'three'],
      time: '09:30',
      rich: 'Hi',
    }
    expect(await anna().submit(values)).toEqual({ acked: true })
    const { state } = last().view as { state: { values: Record<string, { a: object }> } }
    expect(Object.values(state.values).map((one) => Object.values(one.a)[1])).toEqual([
      'U0BRAM0001',
      ['U0ANNA0001'],
      'C0OPEN0001',
      options[1],
      [options[0], options[2]],
      '09:30',
      expect.objectContaining({ type: 'rich_text' }),
    ])
    expect(last().response_urls).toEqual([
      { block_id: 'channel', action_id: 'a', channel_id: 'C0OPEN0001', response_url: expect.any(String) },
    ])
  })

  it('takes only what it offers', async () => {
    await open(
      modal('m', [
        input('many', { type: 'multi_static_select', options, max_selected_items: 1 }),
        input('day', { type: 'datepicker' }),
      ]),
    )
    expect(() => anna().fill({ many: ['One', 'Two'] })).toThrow('At most 1')
    expect(() => anna().fill({ many: 'Four' })).toThrow('no option "Four"')
    expect(() => anna().fill({ day: 'tomorrow' })).toThrow('a date like')
    expect(() => anna().fill({ nothing: 'x' })).toThrow(
      'There is no field "nothing"; there are: many / a (Label of many)',
    )
  })

  const complaints: [what: string, element: object, given: string | null, complaint: string | undefined][] = [
    ['a required text', typed, null, 'Please complete this required field.'],
    ['spaces only', typed, '  ', 'Please complete this required field.'],
    ['too short a text', { ...typed, min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    ['a text long enough', { ...typed, min_length: 3 }, 'abc', undefined],
    ['too long a text', { ...typed, max_length: 3 }, 'abcd', 'Please enter at most 3 characters.'],
    ['a text longer than any', typed, 'x'.repeat(3001), 'Please enter at most 3000 characters.'],
    ['no number', { type: 'number_input', is_decimal_allowed: true }, 'ten', 'Please enter a number.'],
    ['a broken number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [
      'a low number',
      { type: 'number_input', is_decimal_allowed: false, min_value: '2' },
      '1',
      'Please enter at least 2.',
    ],
    [
      'a high number',
      { type: 'number_input', is_decimal_allowed: false, max_value: '2' },
      '3',
      'Please enter at most 2.',
    ],
    ['no e-mail address', { type: 'email_text_input' }, 'anna', 'Please enter a valid email address.'],
    ['no address', { type: 'url_text_input' }, 'example', 'Please enter a valid URL.'],
    ['an address', { type: 'url_text_input' }, 'https://example.com', undefined],
  ]
  it.each(complaints)('looks at %s before anything is sent', async (_what, element, given, complaint) => {
    await open(modal('m', [input('field', element)]))
    const before = socket.got.length
    const outcome = await anna().submit({ field: given })
    expect(outcome.errors?.field).toBe(complaint)
    expect(socket.got.length - before).toBe(complaint ? 0 : 1)
    expect(anna().modals.length).toBe(complaint ? 1 : 0)
  })

  it('stays with its values when the app finds errors, and forgets them at the next try', async () => {
    await open(modal('m'))
    answer = () => ({ response_action: 'errors', errors: { name: 'Taken' } })
    expect(await anna().submit({ name: 'x' })).toEqual({ acked: true, errors: { name: 'Taken' } })
    expect(anna().modal).toMatchObject({ errors: { name: 'Taken' }, values: { name: { a: { value: 'x' } } } })
    answer = () => ({})
    expect(await anna().submit()).toEqual({ acked: true })
    expect(anna().modal).toBeUndefined()
  })

  const badAnswers: [what: string, answer: object][] = [
    ['errors for a block that is no input', { response_action: 'errors', errors: { other: 'x' } }],
    ['errors that are empty', { response_action: 'errors', errors: {} }],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }],
    ['an unknown action', { response_action: 'explode' }],
    ['something else', { text: 'Thanks' }],
  ]
  it.each(badAnswers)('stays open and says so when it is answered with %s', async (_what, given) => {
    await open(modal('m'))
    answer = () => given
    const outcome = await anna().submit({ name: 'x' })
    expect(outcome.trouble).toContain('trouble connecting')
    expect(anna().modal?.callback_id).toBe('m')
  })

  it('stays open and says so when nobody answers', async () => {
    await open(modal('m'))
    answer = () => undefined
    expect(await anna().submit({ name: 'x' })).toEqual({
      acked: false,
      trouble: 'We had some trouble connecting. Try again?',
    })
    expect(anna().modal?.callback_id).toBe('m')
  })

  it('closes only itself when the answer is empty', async () => {
    await open(modal('one'))
    await call(slack, 'views.push', { trigger_id: await trigger(), view: modal('two') })
    await anna().submit({ name: 'x' })
    expect(anna().modals.map((one) => one.callback_id)).toEqual(['one'])
  })

  it('stacks three and no more', async () => {
    await open(modal('one'))
    const push = async (id: string) =>
      (await call(slack, 'views.push', { trigger_id: await trigger(), view: modal(id) })).body
    expect(await push('two')).toMatchObject({ ok: true, view: { previous_view_id: anna().modals[0]?.id } })
    expect((await push('three')).ok).toBe(true)
    expect((await push('four')).error).toBe('push_limit_reached')
    answer = () => ({ response_action: 'push', view: modal('four') })
    expect((await anna().submit({ name: 'x' })).trouble).toContain('push_limit_reached')
  })

  it('cannot be pushed on nothing', async () => {
    const { body } = await call(slack, 'views.push', { trigger_id: await trigger(), view: modal('m') })
    expect(body.error).toBe('not_found')
  })

  it('keeps what was typed in an update where both ids stay, and gets a new hash', async () => {
    await open(modal('m', [input('name', typed), input('old', typed)]))
    anna().fill({ name: 'Kept', old: 'Lost' })
    const before = anna().modal
    const blocks = [input('name', { ...typed, initial_value: 'New' }), input('old', { ...typed, action_id: 'b' })]
    const update = { view_id: before?.id, hash: before?.hash, view: modal('m', blocks) }
    await call(slack, 'views.update', update)
    expect(anna().modal?.values).toMatchObject({ name: { a: { value: 'Kept' } }, old: { b: { value: null } } })
    expect(anna().modal?.hash).not.toBe(before?.hash)
    expect((await call(slack, 'views.update', update)).body.error).toBe('hash_conflict')
    await anna().close()
    expect((await call(slack, 'views.update', { ...update, hash: undefined })).body.error).toBe('not_found')
  })

  it('can be found by its external_id, which is its own', async () => {
    await open(modal('m', undefined, { external_id: 'mine' }))
    const view = modal('m', undefined, { external_id: 'mine' })
    expect((await call(slack, 'views.push', { trigger_id: await trigger(), view })).body.error).toBe(
      'duplicate_external_id',
    )
    expect((await call(slack, 'views.update', { external_id: 'mine', view })).body.ok).toBe(true)
  })

  it('tells of its closing where it was asked to', async () => {
    await open(modal('one', undefined, { notify_on_close: true }))
    await call(slack, 'views.push', {
      trigger_id: await trigger(),
      view: modal('two', undefined, { notify_on_close: true }),
    })
    await anna().close()
    expect(last()).toMatchObject({
      ...introduction,
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'two' },
    })
    expect(last()).not.toHaveProperty('trigger_id')
    const before = socket.got.length
    await call(slack, 'views.push', {
      trigger_id: await trigger(),
      view: modal('three', undefined, { clear_on_close: true }),
    })
    await anna().close()
    expect(anna().modals).toEqual([])
    expect(socket.got.slice(before + 1).map((one) => one.payload)).toMatchObject([
      { is_cleared: true, view: { callback_id: 'one' } },
    ])
  })

  it('dispatches a field only where the app asked for it', async () => {
    await open(modal('m', [input('quiet', typed), input('loud', typed, { dispatch_action: true })]))
    const before = socket.got.length
    await anna().choose('a', 'x', { block: 'quiet' })
    expect(socket.got.length).toBe(before)
    await anna().choose('a', 'y', { block: 'loud' })
    expect(last()).toMatchObject({
      actions: [{ type: 'plain_text_input', block_id: 'loud', action_id: 'a', value: 'y' }],
    })
    expect(last().view).toMatchObject({
      state: { values: { quiet: { a: { value: 'x' } }, loud: { a: { value: 'y' } } } },
    })
  })

  it('asks the app for options from three characters on', async () => {
    await open(modal('m', [input('city', { type: 'external_select' })]))
    answer = ({ payload }: Envelope) => (payload.type === 'block_suggestion' ? { options } : {})
    await expect(anna().suggest('a', 'am')).rejects.toThrow('from 3 characters')
    expect(await anna().suggest('a', 'ams')).toEqual(options)
    expect(last()).toMatchObject({
      ...introduction,
      type: 'block_suggestion',
      block_id: 'city',
      action_id: 'a',
      value: 'ams',
      container: { type: 'view' },
      view: { callback_id: 'm' },
    })
    await anna().submit({ city: 'Two' })
    expect(last().view).toMatchObject({ state: { values: { city: { a: { selected_option: options[1] } } } } })
  })

  it('does not show options that are none', async () => {
    await open(modal('m', [input('city', { type: 'external_select' })]))
    answer = () => ({ options: [{ text: 'One', value: 'one' }] })
    await expect(anna().suggest('a', 'ams')).rejects.toThrow('no proper options')
  })

  it('is waited for, also when only its contents are new', async () => {
    const waiting = anna().nextModal()
    await open(modal('first'))
    expect((await waiting).callback_id).toBe('first')
    const again = anna().nextModal('second')
    await call(slack, 'views.update', { view_id: anna().modal?.id, view: modal('second') })
    expect((await again).callback_id).toBe('second')
  })
})

describe('a response_url', () => {
  const clicked = async () => {
    const message = await post([actions(button('go'))])
    await anna().click(message, 'go')
    return { message, url: last().response_url }
  }

  it('answers the person, or the channel', async () => {
    const { url } = await clicked()
    expect(await (await responses(url, { text: 'Mine' })).text()).toBe('ok')
    await responses(url, { text: 'Ours', response_type: 'in_channel' })
    expect(
      anna()
        .ephemerals('C0OPEN0001')
        .map((one) => one.text),
    ).toEqual(['Mine'])
    expect(slack.messages('open').map((one) => one.text)).toEqual(['Text', 'Ours'])
  })

  it('replaces or deletes what was clicked', async () => {
    const { url } = await clicked()
    await responses(url, { text: 'Done', replace_original: true })
    expect(slack.messages('open')).toMatchObject([{ text: 'Done' }])
    await responses(url, { delete_original: true })
    expect(slack.messages('open')).toEqual([])
  })

  it('replaces or deletes a message only they see', async () => {
    const args = { channel: 'C0OPEN0001', user: 'U0ANNA0001', text: 'x', blocks: [actions(button('go'))] }
    await call(slack, 'chat.postEphemeral', args)
    const [whispered] = anna().ephemerals()
    if (!whispered) throw new Error('nothing was whispered')
    await anna().click(whispered, 'go')
    await responses(last().response_url, { text: 'Done', replace_original: true })
    expect(anna().ephemerals()).toMatchObject([{ text: 'Done', ts: whispered.ts }])
    await responses(last().response_url, { delete_original: true })
    expect(anna().ephemerals()).toEqual([])
  })

  it('works five times', async () => {
    const { url } = await clicked()
    for (let n = 0; n < 5; n += 1) expect((await responses(url, { text: 'x' })).status).toBe(200)
    const sixth = await responses(url, { text: 'x' })
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  })

  it('works for half an hour', async () => {
    const { url } = await clicked()
    clock.advance(30 * 60_000)
    expect((await responses(url, { text: 'x' })).status).toBe(200)
    clock.advance(1)
    expect((await responses(url, { text: 'x' })).status).toBe(404)
  })

  it('refuses what Slack refuses', async () => {
    const { url } = await clicked()
    expect(await (await responses(url, { blocks: [{ type: 'nonsense' }] })).json()).toMatchObject({
      error: 'invalid_blocks',
    })
    expect(await (await responses(url, {})).json()).toMatchObject({ error: 'no_text' })
  })
})

describe('Home', () => {
  const home = (text: string) => ({ type: 'home', blocks: [{ type: 'section', text: plain(text) }] })

  it('is published for one person, and refuses a stale hash', async () => {
    const publish = async (args: object) =>
      (await call(slack, 'views.publish', { user_id: 'U0ANNA0001', ...args })).body
    await publish({ view: home('One') })
    const first = anna().home
    await publish({ view: home('Two'), hash: first?.hash })
    expect(anna().home).toMatchObject({ id: first?.id, blocks: [{ text: { text: 'Two' } }] })
    expect((await publish({ view: home('Three'), hash: first?.hash })).error).toBe('hash_conflict')
    expect(slack.person('bram').home).toBeUndefined()
  })

  it('tells the app when it is opened, with what stands there', async () => {
    await slack.stop()
    slack = await startSlack({ seed, clock, botEvents: ['app_home_opened'] })
    socket = await openSocket(slack, () => ({}))
    anna().openHome()
    await slack.settled()
    expect(last().event).toEqual({
      type: 'app_home_opened',
      user: 'U0ANNA0001',
      channel: expect.stringMatching(/^D/),
      tab: 'home',
      event_ts: expect.any(String),
    })
    await call(slack, 'views.publish', { user_id: 'U0ANNA0001', view: home('One') })
    anna().openHome()
    await slack.settled()
    expect(last().event).toMatchObject({ view: { type: 'home' } })
    anna().openHome('messages')
    await slack.settled()
    expect(last().event).toMatchObject({ tab: 'messages' })
  })
})

describe('waiting', () => {
  it('ends with what was waited for', async () => {
    const waiting = slack.until(() => slack.messages('open')[0]?.text)
    await post([])
    expect(await waiting).toBe('Text')
  })

  it('gives up with the last traffic', async () => {
    await anna().command('/rondo nowhere')
    await expect(slack.until(() => false)).rejects.toThrow(/Still not so.*command \/rondo.*nowhere/s)
  })

  it('passes on what goes wrong in the condition', async () => {
    await expect(slack.until(() => slack.channel('nowhere'))).rejects.toThrow(
      'No channel "nowhere"; there are open, private',
    )
  })
})
