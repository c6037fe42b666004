import { describe, expect, it } from 'vitest'
import { introduction, useDesk } from './desk.ts'

const desk = useDesk()

describe('a command', () => {
  it('carries everything Slack sends', async () => {
    await desk.anna.command('/rondo  feedback to @bram in #open <now>', { in: 'open' })
    expect(desk.socket.got.at(-1)).toMatchObject({ type: 'slash_commands', accepts_response_payload: true })
    expect(desk.last()).toEqual({
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
    await desk.anna.command('/rondo')
    expect(desk.last().channel_name).toBe('directmessage')
    await desk.anna.command('/rondo', { in: 'private' })
    expect(desk.last().channel_name).toBe('privategroup')
  })

  it('can only be typed where the person is', async () => {
    await expect(desk.slack.person('bram').command('/rondo', { in: 'private' })).rejects.toThrow(
      'bram is not in private',
    )
    await expect(desk.slack.person('guest').command('/rondo', { in: 'open' })).rejects.toThrow('guest is not in open')
    await expect(desk.anna.command('rondo')).rejects.toThrow('slash')
  })

  it('shows the answer to that person, or to all', async () => {
    desk.answer = () => ({ text: 'Mine' })
    expect(await desk.anna.command('/rondo', { in: 'open' })).toEqual({ acked: true, text: 'Mine' })
    desk.answer = () => ({ text: 'Ours', response_type: 'in_channel' })
    await desk.anna.command('/rondo', { in: 'open' })
    expect(desk.anna.ephemerals().map((one) => one.text)).toEqual(['Mine'])
    expect(desk.slack.messages('open').map((one) => one.text)).toEqual(['Ours'])
  })

  it('fails where the answer is none Slack would show', async () => {
    desk.answer = () => ({ blocks: [{ type: 'nonsense' }] })
    expect(await desk.anna.command('/rondo')).toEqual({
      acked: true,
      trouble: '/rondo failed with the error "invalid_blocks"',
    })
  })

  it('cannot be typed by somebody who was deactivated', async () => {
    desk.slack.person('bram').deactivate()
    await expect(desk.slack.person('bram').command('/rondo')).rejects.toThrow('deactivated')
  })
})

describe('shortcuts', () => {
  it('carry everything Slack sends', async () => {
    await desk.anna.shortcut('feedback')
    expect(desk.last()).toEqual({
      ...introduction,
      type: 'shortcut',
      callback_id: 'feedback',
      action_ts: expect.any(String),
      trigger_id: expect.any(String),
    })
    const message = desk.slack.person('bram').say('A signal', { in: 'open' })
    await desk.anna.messageShortcut(message, 'raise')
    expect(desk.last()).toEqual({
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
