import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { actions, button, input, introduction, modal, options, plain, typed, useDesk } from './desk.ts'

const desk = useDesk()

describe('a click', () => {
  it('on a message carries everything Slack sends', async () => {
    const select = { type: 'static_select', action_id: 'pick', options }
    const message = await desk.post([actions(button('go', { value: '7' }), select)])
    await desk.anna.choose('pick', 'Two', { in: message })
    expect(await desk.anna.click(message, 'go')).toEqual({ acked: true })
    expect(desk.last()).toEqual({
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
    const root = await desk.post([])
    const reply = await desk.post([actions(button('go'))], { thread_ts: root.ts })
    await desk.anna.click(reply, 'go')
    expect(desk.last().container).toMatchObject({ message_ts: reply.ts, thread_ts: root.ts })
  })

  it('on a message only they see carries no message', async () => {
    const args = { channel: 'C0OPEN0001', user: 'U0ANNA0001', text: 'x', blocks: [actions(button('go'))] }
    await call(desk.slack, 'chat.postEphemeral', args)
    const [whispered] = desk.anna.ephemerals()
    if (!whispered) throw new Error('nothing was whispered')
    await desk.anna.click(whispered, 'go')
    expect(desk.last()).toMatchObject({ container: { is_ephemeral: true, message_ts: whispered.ts } })
    expect(desk.last()).not.toHaveProperty('message')
    await expect(desk.slack.person('bram').click(whispered, 'go')).rejects.toThrow('does not see')
  })

  it('in a modal carries the view and no channel', async () => {
    await desk.open(modal('m', [actions(button('go')), input('name', typed)], { private_metadata: 'p' }))
    desk.anna.fill({ name: 'Filled' })
    await desk.anna.click('modal', 'go')
    expect(desk.last()).toMatchObject({
      container: { type: 'view', view_id: desk.anna.modal?.id },
      view: { callback_id: 'm', private_metadata: 'p', state: { values: { name: { a: { value: 'Filled' } } } } },
    })
    for (const key of ['channel', 'message', 'response_url', 'state']) expect(desk.last()).not.toHaveProperty(key)
  })

  it('needs something that is there, and only once', async () => {
    const message = await desk.post([
      actions(button('go', { value: '1' })),
      { ...actions(button('go', { value: '2' })), block_id: 'two' },
    ])
    await expect(desk.anna.click(message, 'stop')).rejects.toThrow(
      'There is no "stop" here; there is go [Go] (1), go [Go] (2).',
    )
    await expect(desk.anna.click(message, 'go')).rejects.toThrow('2 times')
    await desk.anna.click(message, 'go', { value: '2' })
    expect(desk.last().actions).toMatchObject([{ block_id: 'two', value: '2' }])
    await desk.anna.click(message, 'go', { block: 'row' })
    expect(desk.last().actions).toMatchObject([{ block_id: 'row', value: '1' }])
  })

  it('goes to what stands there now, unless the screen is stale', async () => {
    const message = await desk.post([actions(button('old'))])
    await call(desk.slack, 'chat.update', {
      channel: 'C0OPEN0001',
      ts: message.ts,
      text: 'Text',
      blocks: [actions(button('new'))],
    })
    await expect(desk.anna.click(message, 'old')).rejects.toThrow('There is no "old"')
    await desk.anna.click(message, 'old', { stale: true })
    expect(desk.last().actions).toMatchObject([{ action_id: 'old' }])
    await desk.anna.click(message, 'new')
  })

  it('needs a message the person can see', async () => {
    await call(desk.slack, 'chat.postMessage', { channel: 'C0PRIVATE1', text: 'x', blocks: [actions(button('go'))] })
    const [message] = desk.slack.messages('private')
    if (!message) throw new Error('nothing was posted')
    await expect(desk.slack.person('bram').click(message, 'go')).rejects.toThrow('bram cannot see that message')
  })

  it('shows a confirm dialog first, and nothing is sent when they say no', async () => {
    const confirm = { title: plain('Sure?'), text: plain('Really?'), confirm: plain('Yes'), deny: plain('No') }
    const message = await desk.post([actions(button('go', { confirm }))])
    expect(await desk.anna.click(message, 'go', { confirm: false })).toEqual({ acked: true, dialog: confirm })
    expect(desk.socket.got).toEqual([])
    expect(await desk.anna.click(message, 'go')).toEqual({ acked: true, dialog: confirm })
    expect(desk.socket.got).toHaveLength(1)
  })

  it('on a thumb carries which of the two it was', async () => {
    const thumbs = {
      type: 'feedback_buttons',
      action_id: 'thumbs',
      positive_button: { text: plain('Good'), value: 'up' },
      negative_button: { text: plain('Bad'), value: 'down' },
    }
    const message = await desk.post([{ type: 'context_actions', block_id: 'row', elements: [thumbs] }])
    await desk.anna.click(message, 'thumbs', { value: 'down' })
    expect(desk.last().actions).toMatchObject([{ type: 'feedback_buttons', text: plain('Bad'), value: 'down' }])
    await expect(desk.anna.click(message, 'thumbs', { value: 'sideways' })).rejects.toThrow('there are Good, Bad')
  })

  it('on an overflow menu carries the option', async () => {
    const message = await desk.post([actions({ type: 'overflow', action_id: 'more', options })])
    await desk.anna.click(message, 'more', { value: 'Three' })
    expect(desk.last().actions).toMatchObject([{ type: 'overflow', selected_option: options[2] }])
    await expect(desk.anna.click(message, 'more', { value: 'Four' })).rejects.toThrow('offered: one (One)')
  })

  it('can be named by the words on the button', async () => {
    const message = await desk.post([actions(button('go'))])
    expect(await desk.anna.click(message, 'Go')).toEqual({ acked: true })
  })

  it('is told to have failed when the app does not answer', async () => {
    const message = await desk.post([actions(button('go'))])
    desk.answer = () => void desk.slack.sockets.kill()
    expect(await desk.anna.click(message, 'go')).toMatchObject({ acked: false, trouble: expect.any(String) })
  })
})
