import type { App } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { type Mode, type RunningApp, runApp } from './apps.ts'

let slack: Slack
let running: RunningApp | undefined

afterEach(async () => {
  await running?.stop()
  await slack.stop()
  running = undefined
})

const seed = {
  users: [{ id: 'U0ANNA0001', name: 'anna', realName: 'Anna de Wit', locale: 'nl-NL' }],
  channels: [{ id: 'C0SHARED01', name: 'shared', members: ['anna'] }],
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const input = (id: string) => ({
  type: 'input' as const,
  block_id: id,
  label: plain(id),
  element: { type: 'plain_text_input' as const, action_id: 'text' },
})
const modal = (callback_id: string, ...ids: string[]) => ({
  type: 'modal' as const,
  callback_id,
  title: plain(callback_id),
  submit: plain('Go'),
  blocks: ids.map(input),
})

async function start(mode: Mode, listen: (app: App) => void) {
  slack = await startSlack({ seed })
  running = await runApp(slack, mode, listen)
  return slack.person('anna')
}

describe.each<Mode>(['Socket Mode', 'signed HTTP'])('an unchanged Bolt app in %s', (mode) => {
  it('opens a modal from a command and goes through errors, update, push and clear', async () => {
    const anna = await start(mode, (app) => {
      app.command('/rondo', async ({ ack, client, command }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: modal('first', 'name') })
      })
      app.view('first', async ({ ack, view }) => {
        const name = view.state.values.name?.text?.value
        if (name === 'wrong') return ack({ response_action: 'errors', errors: { name: 'Not that one.' } })
        await ack({ response_action: 'update', view: modal('second', 'more') })
      })
      app.view('second', ({ ack }) => ack({ response_action: 'push', view: modal('third', 'last') }))
      app.view('third', ({ ack }) => ack({ response_action: 'clear' }))
    })
    expect(await anna.command('/rondo setup', { in: 'shared' })).toEqual({ acked: true })
    expect((await anna.nextModal()).callback_id).toBe('first')
    expect(await anna.submit({ name: 'wrong' })).toEqual({ acked: true, errors: { name: 'Not that one.' } })
    expect(anna.modal?.errors).toEqual({ name: 'Not that one.' })
    expect(await anna.submit({ name: 'right' })).toEqual({ acked: true })
    expect(anna.modal?.callback_id).toBe('second')
    await anna.submit({ more: 'x' })
    expect(anna.modals.map((view) => view.callback_id)).toEqual(['second', 'third'])
    await anna.submit({ last: 'y' })
    expect(anna.modals).toEqual([])
  })

  it('updates a message from a button', async () => {
    const button = { type: 'button' as const, action_id: 'done', text: plain('Done'), value: '7' }
    const anna = await start(mode, (app) => {
      app.action('done', async ({ ack, client, body, action }) => {
        await ack()
        if (body.type !== 'block_actions' || !body.message || action.type !== 'button') return
        const where = { channel: body.channel?.id ?? '', ts: body.message.ts }
        await client.chat.update({ ...where, text: `done ${action.value}`, blocks: [] })
      })
    })
    await running?.app.client.chat.postMessage({
      channel: 'C0SHARED01',
      text: 'To do',
      blocks: [{ type: 'actions', elements: [button] }],
    })
    const [message] = slack.messages('shared')
    if (!message) throw new Error('nothing was posted')
    expect((await anna.click(message, 'done')).acked).toBe(true)
    await slack.until(() => slack.messages('shared')[0]?.text === 'done 7')
    expect(slack.messages('shared')[0]?.blocks).toBeUndefined()
  })

  it('answers a message in its thread and is not woken by its own words', async () => {
    let heard = 0
    const anna = await start(mode, (app) => {
      app.message(async ({ message, say }) => {
        heard += 1
        if (message.subtype === undefined) await say({ text: 'I hear you', thread_ts: message.ts })
      })
    })
    const asked = anna.say('Hello', { in: 'shared' })
    await slack.until(() => slack.thread('shared', asked.ts).length === 2)
    await slack.settled()
    expect(heard).toBe(1)
    const own = slack.traffic.filter((one) => one.what === 'event message')
    expect(own).toHaveLength(2)
  })

  it('answers a command by response_url and shows it to that person only', async () => {
    const anna = await start(mode, (app) => {
      app.command('/rondo', async ({ ack, respond }) => {
        await ack('One moment.')
        await respond({ text: 'Here you are.' })
      })
    })
    expect(await anna.command('/rondo', { in: 'shared' })).toEqual({ acked: true, text: 'One moment.' })
    await slack.until(() => anna.ephemerals().length === 2)
    expect(anna.ephemerals().map((one) => one.text)).toEqual(['One moment.', 'Here you are.'])
    expect(slack.messages('shared')).toEqual([])
  })

  it('publishes a Home when it is opened, and offers options for an external select', async () => {
    const option = { text: plain('Amsterdam'), value: 'ams' }
    const anna = await start(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const element = { type: 'external_select' as const, action_id: 'city' }
        const blocks = [{ type: 'actions' as const, block_id: 'where', elements: [element] }]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
      app.options('city', ({ ack }) => ack({ options: [option] }))
      app.action('city', async ({ ack, client, body }) => {
        await ack()
        await client.chat.postMessage({ channel: body.user.id, text: 'Noted' })
      })
    })
    anna.openHome()
    await slack.until(() => anna.home)
    expect(await anna.suggest('city', 'ams')).toEqual([option])
    expect(await anna.choose('city', 'Amsterdam')).toEqual({ acked: true })
    await slack.until(() => anna.directMessages().length === 1)
    expect(anna.home?.values.where?.city?.selected_option).toEqual(option)
  })
})

describe('an unchanged Bolt app on a socket', () => {
  const answering = (app: App) => app.command('/rondo', ({ ack }) => ack('Here.'))

  it('leaves a socket on which Slack answers no pings, and goes on with another', async () => {
    const anna = await start('Socket Mode', answering)
    const lift = slack.fault({ kind: 'noPong' })
    await slack.until(() => slack.traffic.some(({ what }) => what === 'socket close'))
    lift()
    await slack.until(() => slack.traffic.filter(({ what }) => what === 'socket open').length === 2)
    expect(await anna.command('/rondo')).toEqual({ acked: true, text: 'Here.' })
  })

  it('comes back after tickets were refused', async () => {
    const anna = await start('Socket Mode', answering)
    slack.fault({ kind: 'refuseTicket', times: 1 })
    slack.sockets.kill()
    await slack.until(() => slack.traffic.filter(({ what }) => what === 'socket open').length === 3)
    expect(await anna.command('/rondo')).toEqual({ acked: true, text: 'Here.' })
  })
})
