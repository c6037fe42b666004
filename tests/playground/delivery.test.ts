import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Slack, type SlackOptions, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'
import { openServer, openSocket, type RawServer } from './raw-app.ts'

const seed = {
  users: [{ name: 'anna' }, { name: 'bram' }],
  channels: [
    { name: 'open', members: ['anna'] },
    { name: 'away', members: ['anna'], bot: false },
  ],
}
/** Short enough for a test that waits for it to pass. */
const soon = 60
let slack: Slack
const start = async (options: SlackOptions = {}) => {
  slack = await startSlack({ seed, retryDelaysMs: [0, 10, 20], ...options })
  return slack.person('anna')
}
const eventOf = (payload: Record<string, unknown> | undefined) => payload?.event as Record<string, unknown>

describe('Socket Mode', () => {
  afterEach(() => slack.stop())

  it('greets, and takes a ticket once', async () => {
    await start()
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    const first = new WebSocket(String(body.url))
    await new Promise((resolve) => first.once('open', resolve))
    const second = new WebSocket(String(body.url))
    const error = await new Promise<Error>((resolve) => second.once('error', resolve))
    expect(error.message).toContain('403')
    expect(slack.sockets.count).toBe(1)
    const socket = await openSocket(slack)
    expect(socket.greeting).toMatchObject({
      type: 'hello',
      num_connections: 2,
      connection_info: { app_id: slack.bot.appId },
    })
  })

  it('brings each envelope to one socket, in turn', async () => {
    const anna = await start()
    const sockets = [await openSocket(slack, () => ({})), await openSocket(slack, () => ({}))]
    for (let n = 0; n < 4; n += 1) await anna.command('/rondo')
    expect(sockets.map((one) => one.got.length)).toEqual([2, 2])
  })

  it('repeats an event three times, and says which time it is', async () => {
    const anna = await start({ ackTimeoutMs: soon })
    const socket = await openSocket(slack)
    anna.say('Hello', { in: 'open' })
    await slack.until(() => slack.traffic.filter((one) => one.what.startsWith('event')).length === 4)
    expect(socket.got.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
      [undefined, undefined],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
      [3, 'http_timeout'],
    ])
    expect(new Set(socket.got.map((one) => one.payload.event_id)).size).toBe(1)
    expect(new Set(socket.got.map((one) => one.envelope_id)).size).toBe(4)
  })

  it('does not repeat an event that was acknowledged', async () => {
    const anna = await start()
    const socket = await openSocket(slack, () => ({}))
    anna.say('Hello', { in: 'open' })
    await slack.settled()
    expect(socket.got).toHaveLength(1)
  })

  it('brings again what was on the way when the socket broke, and holds it until there is another', async () => {
    const anna = await start({ retryDelaysMs: [0] })
    const first = await openSocket(slack)
    anna.say('Hello', { in: 'open' })
    await slack.until(() => slack.traffic.length > 0)
    slack.sockets.kill()
    await first.closed
    const second = await openSocket(slack, () => ({}))
    await slack.settled()
    expect(second.got).toMatchObject([{ retry_attempt: 1, retry_reason: 'connection_failed' }])
  })

  it('tells the person when nobody acknowledged', async () => {
    const anna = await start({ ackTimeoutMs: soon })
    const socket = await openSocket(slack)
    expect(await anna.command('/rondo')).toEqual({
      acked: false,
      trouble: '/rondo failed with the error "operation_timeout"',
    })
    expect(socket.got).toHaveLength(1)
  })

  it('takes the answer to a command from the acknowledgement', async () => {
    const anna = await start()
    await openSocket(slack, () => ({ text: 'Here you are' }))
    expect(await anna.command('/rondo', { in: 'open' })).toEqual({ acked: true, text: 'Here you are' })
    expect(anna.ephemerals().map((one) => one.text)).toEqual(['Here you are'])
  })

  it('asks sockets to go, and sends them nothing more', async () => {
    const anna = await start()
    const old = await openSocket(slack)
    slack.sockets.disconnect('refresh_requested')
    const pending = anna.command('/rondo')
    const fresh = await openSocket(slack, () => ({}))
    expect(await pending).toEqual({ acked: true })
    expect(old.got).toMatchObject([{ type: 'disconnect', reason: 'refresh_requested' }])
    expect(fresh.got).toHaveLength(1)
  })

  it('takes ten sockets', async () => {
    await start()
    const ten = await Promise.all(Array.from({ length: 10 }, () => openSocket(slack)))
    expect(ten.every((one) => one.greeting.type === 'hello')).toBe(true)
    const { greeting } = await openSocket(slack)
    expect(greeting).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
  })
})

describe('signed HTTP', () => {
  let app: RawServer
  afterEach(async () => {
    await slack.stop()
    await app.stop()
  })

  it('wants its challenge back', async () => {
    await start()
    app = await openServer()
    await expect(slack.deliverTo(`${app.url}`)).resolves.toBeUndefined()
    await expect(slack.deliverTo('http://127.0.0.1:9')).rejects.toThrow('did not answer the challenge')
  })

  it('signs the raw body, and sends forms without charset', async () => {
    const anna = await start()
    app = await openServer()
    await slack.deliverTo(app.url)
    await anna.command('/rondo one & two', { in: 'open' })
    await anna.shortcut('feedback')
    const [command, shortcut] = app.got
    expect(command?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    const base = `v0:${command?.headers['x-slack-request-timestamp']}:${command?.body}`
    const signature = createHmac('sha256', slack.signingSecret).update(base).digest('hex')
    expect(command?.headers['x-slack-signature']).toBe(`v0=${signature}`)
    expect(new URLSearchParams(command?.body).get('text')).toBe('one &amp; two')
    const payload = JSON.parse(new URLSearchParams(shortcut?.body).get('payload') ?? '')
    expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'feedback' })
  })

  it('repeats an event with the number and the reason in the headers', async () => {
    const anna = await start({ ackTimeoutMs: 500, retryDelaysMs: [0, 0] })
    app = await openServer(() => (app.got.length === 1 ? { status: 500 } : app.got.length === 2 ? 'never' : {}))
    await slack.deliverTo(app.url)
    anna.say('Hello', { in: 'open' })
    await slack.until(() => app.got.length === 3)
    await slack.settled()
    const retries = app.got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
    ])
  })

  it('stops repeating when the app says so', async () => {
    const anna = await start({ retryDelaysMs: [0] })
    app = await openServer(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }))
    await slack.deliverTo(app.url)
    anna.say('Hello', { in: 'open' })
    await slack.settled()
    expect(app.got).toHaveLength(1)
  })

  it('never repeats what a person did', async () => {
    const anna = await start({ retryDelaysMs: [0] })
    app = await openServer(() => ({ status: 500 }))
    await slack.deliverTo(app.url)
    const outcome = await anna.command('/rondo')
    expect(outcome).toEqual({ acked: false, trouble: '/rondo failed with the error "dispatch_failed"' })
    await slack.settled()
    expect(app.got).toHaveLength(1)
  })
})

describe('events', () => {
  afterEach(() => slack.stop())
  const heard = async (options: SlackOptions, happen: () => unknown) => {
    await start(options)
    const socket = await openSocket(slack, () => ({}))
    await happen()
    await slack.settled()
    return socket.got.map((one) => one.payload)
  }

  it('carry everything the envelope must have', async () => {
    const [payload] = await heard({}, () => void slack.person('anna').say('Hello', { in: 'open' }))
    expect(payload).toMatchObject({
      token: expect.any(String),
      team_id: slack.team.id,
      context_team_id: slack.team.id,
      context_enterprise_id: null,
      api_app_id: slack.bot.appId,
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      is_ext_shared_channel: false,
      authorizations: [{ enterprise_id: null, team_id: slack.team.id, user_id: slack.bot.userId, is_bot: true }],
    })
    expect(eventOf(payload)).toMatchObject({
      type: 'message',
      channel_type: 'channel',
      text: 'Hello',
      event_ts: expect.any(String),
    })
  })

  it('come only for channels the app is in', async () => {
    expect(await heard({}, () => void slack.person('anna').say('Hello', { in: 'away' }))).toEqual([])
  })

  it('come only when the app subscribed to them', async () => {
    const say = () => void slack.person('anna').say('Hello', { in: 'open' })
    expect(await heard({ botEvents: ['message.im'] }, say)).toEqual([])
    await slack.stop()
    expect(await heard({ botEvents: ['message.channels'] }, say)).toHaveLength(1)
  })

  it('come only with the scope for them', async () => {
    expect(
      await heard({ scopes: ['im:history'] }, () => void slack.person('anna').say('Hello', { in: 'open' })),
    ).toEqual([])
  })

  it('stop when the app is taken off', async () => {
    const payloads = await heard({}, () => {
      slack.uninstall()
      slack.person('anna').say('Hello', { in: 'open' })
    })
    expect(payloads.map((one) => eventOf(one).type).sort()).toEqual(['app_uninstalled', 'tokens_revoked'])
  })

  it('echo what the app says and changes itself', async () => {
    const payloads = await heard({}, async () => {
      const channel = slack.channel('open').id
      const { body } = await call(slack, 'chat.postMessage', {
        channel,
        text: 'One',
        metadata: { event_type: 'k', event_payload: {} },
      })
      await call(slack, 'chat.update', { channel, ts: body.ts, text: 'Two' })
      await call(slack, 'chat.delete', { channel, ts: body.ts })
    })
    const events = payloads.map(eventOf)
    expect(events.map((one) => one.subtype)).toEqual([undefined, 'message_changed', 'message_deleted'])
    expect(events[0]).toMatchObject({ bot_id: slack.bot.botId, user: slack.bot.userId, text: 'One' })
    expect(events[0]).not.toHaveProperty('metadata')
    expect(events[1]).toMatchObject({ message: { text: 'Two' }, previous_message: { text: 'One' } })
  })

  it('tell of mentions, joining, leaving and people who change', async () => {
    const payloads = await heard({}, () => {
      const bram = slack.person('bram')
      bram.join('open')
      bram.say('@rondo hello', { in: 'open' })
      bram.leave('open')
      bram.change({ tz: 'America/New_York' })
      bram.deactivate()
    })
    const events = payloads.map(eventOf)
    expect(events.map((one) => one.subtype ?? one.type)).toEqual([
      'channel_join',
      'member_joined_channel',
      'message',
      'app_mention',
      'channel_leave',
      'member_left_channel',
      'user_change',
      'user_change',
    ])
    expect(events[3]).toMatchObject({ text: `<@${slack.bot.userId}> hello` })
    expect(events[6]).toMatchObject({ user: { tz: 'America/New_York' } })
    expect(events[7]).toMatchObject({ user: { deleted: true } })
    expect(slack.channel('open').members.has(slack.person('bram').id)).toBe(false)
  })
})

describe('faults', () => {
  beforeEach(() => start({ botEvents: [] }).then(() => undefined))
  afterEach(() => slack.stop())
  const post = () => call(slack, 'chat.postMessage', { channel: slack.channel('open').id, text: 'Hello' })
  const said = () => slack.messages('open').length

  it('answer with an error, so many times', async () => {
    slack.fault({ method: 'chat.postMessage', kind: 'error', error: 'internal_error', times: 1 })
    expect((await post()).body).toEqual({ ok: false, error: 'internal_error' })
    expect((await post()).body.ok).toBe(true)
    expect(said()).toBe(1)
  })

  it('last until they are lifted', async () => {
    const lift = slack.fault({ kind: 'error', error: 'fatal_error' })
    for (let n = 0; n < 3; n += 1) expect((await post()).body.error).toBe('fatal_error')
    lift()
    expect((await post()).body.ok).toBe(true)
  })

  it('hit only the method and the arguments they are for', async () => {
    slack.fault({ method: 'chat.update', kind: 'error', error: 'fatal_error' })
    slack.fault({ kind: 'error', error: 'invalid_blocks', when: (args) => args.text === 'Chart' })
    expect((await post()).body.ok).toBe(true)
    const channel = slack.channel('open').id
    expect((await call(slack, 'chat.postMessage', { channel, text: 'Chart' })).body.error).toBe('invalid_blocks')
  })

  it('answer with a status, or with a time to wait', async () => {
    slack.fault({ kind: 'status', status: 503, times: 1 })
    await expect(post()).rejects.toThrow(SyntaxError)
    slack.fault({ kind: 'retryAfter', seconds: 7, times: 1 })
    const { status, headers, body } = await post()
    expect([status, headers.get('retry-after'), body.error]).toEqual([429, '7', 'ratelimited'])
    expect(said()).toBe(0)
  })

  it('break the connection before anything happened', async () => {
    slack.fault({ kind: 'dropBefore', times: 1 })
    await expect(post()).rejects.toThrow('fetch failed')
    await slack.settled()
    expect(said()).toBe(0)
  })

  it('break the connection when it had happened', async () => {
    slack.fault({ kind: 'dropAfter', times: 1 })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(said()).toBe(1)
  })

  it('let it happen after the caller is gone', async () => {
    slack.fault({ kind: 'commitLate', ms: 20, times: 1 })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(said()).toBe(0)
    await slack.settled()
    expect(said()).toBe(1)
  })

  it('let it happen and never answer', async () => {
    slack.fault({ kind: 'neverAnswer', times: 1 })
    const given = fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel: slack.channel('open').id, text: 'Hello' }),
      signal: AbortSignal.timeout(30),
    })
    await expect(given).rejects.toThrow('timeout')
    expect(said()).toBe(1)
  })

  it('answer late but well', async () => {
    slack.fault({ kind: 'delay', ms: 5, times: 1 })
    expect((await post()).body.ok).toBe(true)
  })

  it('hide the latest history', async () => {
    await post()
    slack.fault({ kind: 'historyLag', ms: 5000, times: 1 })
    const read = () => call(slack, 'conversations.history', { channel: slack.channel('open').id })
    expect((await read()).body.messages).toEqual([])
    expect((await read()).body.messages).toHaveLength(1)
  })

  it('lose an acknowledgement, so that an event comes twice', async () => {
    await slack.stop()
    await start()
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ method: 'event message', kind: 'loseAck', times: 1 })
    slack.person('anna').say('Hello', { in: 'open' })
    await slack.settled()
    expect(socket.got.map((one) => one.retry_attempt)).toEqual([undefined, 1])
  })
})

describe('the address', () => {
  afterEach(() => slack.stop())

  it('is only for this machine, and not for other pages', async () => {
    await start()
    const { port } = new URL(slack.url)
    const ask = async (headers: Record<string, string>) => {
      const { request } = await import('node:http')
      return new Promise<number | undefined>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/', headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    }
    expect(await ask({})).toBe(200)
    expect(await ask({ host: `localhost:${port}` })).toBe(200)
    expect(await ask({ host: `playground.example:${port}` })).toBe(403)
    expect(await ask({ origin: 'https://example.com' })).toBe(403)
    expect(await ask({ origin: slack.url })).toBe(200)
  })
})
