import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { travelClock } from '../../src/playground/clock.ts'
import { parseFaultRule } from '../../src/playground/server/faults.ts'
import { type Slack, type SlackOptions, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'
import { openServer, openSocket } from './raw-app.ts'

const seed = {
  users: [{ name: 'anna' }],
  channels: [
    { id: 'C0OPEN0001', name: 'open', members: ['anna'] },
    { id: 'C0OTHER001', name: 'other', members: ['anna'] },
  ],
}
let slack: Slack
const start = async (options: SlackOptions = {}) => {
  await slack?.stop()
  slack = await startSlack({ seed, retryDelaysMs: [], ...options })
}
beforeEach(() => start())
afterEach(() => slack.stop())
const post = (channel = 'C0OPEN0001') => call(slack, 'chat.postMessage', { channel, text: 'Hello' })

describe('a rule as data', () => {
  it.each([
    { kind: 'error', error: 'internal_error', method: ['chat.postMessage', 'chat.update'], channel: 'open', times: 3 },
    { kind: 'status', status: 503 },
    { kind: 'swap' },
    { kind: 'disconnect', reason: 'warning', method: 'event *' },
  ])('is taken as it is: %j', (rule) => {
    expect(parseFaultRule(structuredClone(rule))).toEqual(rule)
  })

  it.each([
    [{ kind: 'explode' }, 'There is no fault of kind "explode"; there are error, status, '],
    [{ method: 'chat.update' }, 'There is no fault of kind undefined'],
    ['dropBefore', 'There is no fault of kind undefined'],
    [{ kind: 'toString' }, 'There is no fault of kind "toString"'],
    [{ kind: 'error' }, 'A fault of kind "error" cannot be like that. error: '],
    [{ kind: 'delay', ms: -1 }, 'ms: '],
    [{ kind: 'dropBefore', methods: 'chat.update' }, '"methods"'],
    [{ kind: 'dropBefore', times: 0 }, 'times: '],
    [{ kind: 'status', status: 200 }, 'status: '],
    [{ kind: 'dropBefore', when: 'always' }, '"when"'],
  ])('is refused with what is wrong with it: %j', (rule, sentence) => {
    expect(() => parseFaultRule(rule)).toThrow(sentence)
  })
})

describe('a rule', () => {
  it('hits the methods it names, or whose names begin so', async () => {
    slack.fault({ kind: 'error', error: 'fatal_error', method: ['chat.postMessage', 'users.*'] })
    expect((await post()).body.error).toBe('fatal_error')
    expect((await call(slack, 'users.list')).body.error).toBe('fatal_error')
    expect((await call(slack, 'team.info')).body.ok).toBe(true)
  })

  it.each(['C0OPEN0001', 'open'])('hits the channel it names by id or by name: %s', async (channel) => {
    slack.fault({ kind: 'error', error: 'is_archived', channel })
    expect((await post()).body.error).toBe('is_archived')
    expect((await post('C0OTHER001')).body.ok).toBe(true)
    expect((await call(slack, 'team.info')).body.ok).toBe(true)
  })

  it('hits events in the channel it names, and commands there', async () => {
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'duplicate', channel: 'open' })
    const anna = slack.person('anna')
    anna.say('Twice', { in: 'open' })
    await slack.settled()
    anna.say('Once', { in: 'other' })
    await slack.settled()
    await anna.command('/rondo', { in: 'open' })
    await slack.settled()
    expect(socket.got.map(({ type }) => type)).toEqual([
      'events_api',
      'events_api',
      'events_api',
      'slash_commands',
      'slash_commands',
    ])
  })

  it('is listed with what is left of it until it is used up or lifted', async () => {
    slack.fault({ kind: 'error', error: 'fatal_error', times: 2 })
    const lift = slack.fault({ kind: 'delay', ms: 0 })
    await post()
    expect(slack.faults()).toMatchObject([
      { rule: { kind: 'error', times: 2 }, left: 1 },
      { rule: { kind: 'delay' }, left: Number.POSITIVE_INFINITY },
    ])
    await post()
    lift()
    expect(slack.faults()).toEqual([])
  })
})

describe('faults of what is no method', () => {
  const answerTo = (url: string) => fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Here' }) })

  it('strike a response_url before and after it was used', async () => {
    const socket = await openSocket(slack, () => ({}))
    const anna = slack.person('anna')
    await anna.command('/rondo', { in: 'open' })
    const url = String(socket.got[0]?.payload.response_url)
    slack.fault({ kind: 'dropBefore', method: 'response_url', times: 1 })
    await expect(answerTo(url)).rejects.toThrow('fetch failed')
    expect(anna.ephemerals()).toHaveLength(0)
    slack.fault({ kind: 'dropAfter', method: 'response_url', times: 1 })
    await expect(answerTo(url)).rejects.toThrow('fetch failed')
    expect(anna.ephemerals()).toHaveLength(1)
    slack.fault({ kind: 'retryAfter', seconds: 9, method: 'response_url', times: 1 })
    const { status, headers } = await answerTo(url)
    expect([status, headers.get('retry-after')]).toEqual([429, '9'])
    expect((await answerTo(url)).status).toBe(200)
  })

  it('strike an upload', async () => {
    const { body } = await call(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 3 })
    const send = () => fetch(String(body.upload_url), { method: 'POST', body: 'abc' })
    slack.fault({ kind: 'status', status: 500, method: 'upload', times: 1 })
    expect((await send()).status).toBe(500)
    expect((await send()).status).toBe(200)
  })
})

describe('faults of what Slack brings', () => {
  const texts = (got: { payload: Record<string, unknown> }[]) =>
    got.map(({ payload }) => (payload.event as { text: string }).text)

  it('bring an event twice, with nothing that tells the second from the first', async () => {
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'duplicate', method: 'event message', times: 1 })
    slack.person('anna').say('Hello', { in: 'open' })
    await slack.settled()
    expect(socket.got).toHaveLength(2)
    expect(socket.got[1]).toEqual({ ...socket.got[0], envelope_id: expect.any(String) })
    expect(slack.traffic.filter(({ what }) => what === 'event message')).toHaveLength(2)
  })

  it('let two events change places, pair by pair', async () => {
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'swap', ms: 60_000 })
    const anna = slack.person('anna')
    for (const pair of [
      ['1', '2'],
      ['3', '4'],
    ]) {
      for (const text of pair) anna.say(text, { in: 'open' })
      await slack.settled()
    }
    expect(texts(socket.got)).toEqual(['2', '1', '4', '3'])
  })

  it('bring an event alone where none comes to change places with', async () => {
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'swap', ms: 5 })
    slack.person('anna').say('Alone', { in: 'open' })
    await slack.settled()
    expect(texts(socket.got)).toEqual(['Alone'])
  })

  it('let what came later overtake what is held back', async () => {
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'holdBack', ms: 30, times: 1 })
    const anna = slack.person('anna')
    anna.say('Held', { in: 'open' })
    anna.say('Quick', { in: 'open' })
    await slack.settled()
    expect(texts(socket.got)).toEqual(['Quick', 'Held'])
  })

  it('lose every acknowledgement of an event, its repetitions too', async () => {
    await start({ retryDelaysMs: [0, 0] })
    const socket = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'loseAck', method: 'event message' })
    slack.person('anna').say('Hello', { in: 'open' })
    await slack.settled()
    expect(socket.got.map((one) => one.retry_attempt)).toEqual([undefined, 1, 2])
  })

  it('break the socket before the acknowledgement, and bring it again on another', async () => {
    await start({ retryDelaysMs: [0] })
    const first = await openSocket(slack)
    slack.fault({ kind: 'cut', times: 1 })
    slack.person('anna').say('Hello', { in: 'open' })
    await first.closed
    const second = await openSocket(slack, () => ({}))
    await slack.settled()
    expect(texts(first.got)).toEqual(['Hello'])
    expect(second.got).toMatchObject([{ retry_attempt: 1, retry_reason: 'connection_failed' }])
  })

  it('take a cut connection over HTTP for one that failed', async () => {
    const app = await openServer()
    await slack.deliverTo(app.url)
    slack.fault({ kind: 'cut', times: 1 })
    expect(await slack.person('anna').command('/rondo')).toMatchObject({ acked: false })
    expect(app.got).toHaveLength(1)
    await app.stop()
  })

  it('ask every socket to go just before something comes, which then waits for a new one', async () => {
    const old = await openSocket(slack, () => ({}))
    slack.fault({ kind: 'disconnect', reason: 'warning', method: 'command *', times: 1 })
    const outcome = slack.person('anna').command('/rondo')
    await slack.until(() => slack.traffic.at(-1)?.what === 'socket disconnect')
    const fresh = await openSocket(slack, () => ({}))
    expect(await outcome).toEqual({ acked: true })
    expect(old.got).toMatchObject([{ type: 'disconnect', reason: 'warning' }])
    expect(fresh.got).toHaveLength(1)
  })
})

describe('faults of sockets', () => {
  const dial = async () => {
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    return new WebSocket(String(body.url))
  }
  const fate = async () => {
    const socket = await dial()
    return new Promise<string>((resolve) => {
      socket.once('open', () => resolve('open'))
      socket.once('error', (error) => resolve(error.message))
    })
  }

  it('refuse a ticket, so many times', async () => {
    slack.fault({ kind: 'refuseTicket', times: 1 })
    expect(await fate()).toContain('403')
    expect(await fate()).toBe('open')
  })

  it('let apps.connections.open fail', async () => {
    slack.fault({ kind: 'error', error: 'internal_error', method: 'apps.connections.open', times: 1 })
    expect((await call(slack, 'apps.connections.open', {}, slack.appToken)).body.error).toBe('internal_error')
    expect(await fate()).toBe('open')
  })

  it('leave pings without an answer', async () => {
    slack.fault({ kind: 'noPong', times: 1 })
    const socket = await dial()
    await new Promise((resolve) => socket.once('open', resolve))
    const pong = new Promise<string>((resolve) => socket.once('pong', (data) => resolve(String(data))))
    socket.ping('first')
    socket.ping('second')
    expect(await pong).toBe('second')
  })

  it('keep Slack from pinging', async () => {
    await start({ pingEveryMs: 5 })
    slack.fault({ kind: 'noPing', times: 3 })
    const socket = await dial()
    await new Promise((resolve) => socket.once('ping', resolve))
    expect(slack.faults()).toEqual([])
  })

  it('break the newest socket, or all', async () => {
    const sockets = [await openSocket(slack), await openSocket(slack), await openSocket(slack)]
    slack.sockets.kill()
    await sockets[2]?.closed
    await slack.until(() => slack.sockets.count === 2)
    slack.sockets.kill('all')
    await slack.until(() => slack.sockets.count === 0)
  })
})

describe('an outage', () => {
  it.each([
    [{ kind: 'status', status: 503 } as const, '503'],
    [{ kind: 'dropBefore' } as const, 'socket hang up'],
  ])('%j answers no call, no response_url and no new socket until it is lifted', async (rule, fate) => {
    const socket = await openSocket(slack, () => ({}))
    await slack.person('anna').command('/rondo')
    const responseUrl = String(socket.got[0]?.payload.response_url)
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    const lift = slack.fault(rule)
    await expect(post()).rejects.toThrow()
    const answered = fetch(responseUrl, { method: 'POST', body: '{"text":"x"}' }).then(({ status }) => String(status))
    expect(await answered.catch(() => 'socket hang up')).toBe(fate)
    const late = new WebSocket(String(body.url))
    expect(await new Promise<string>((resolve) => late.once('error', ({ message }) => resolve(message)))).toContain(
      fate,
    )
    expect(slack.messages('open')).toEqual([])
    lift()
    expect((await post()).body.ok).toBe(true)
    // The ticket was not used up: Slack never looked at it.
    const again = new WebSocket(String(body.url))
    await new Promise((resolve) => again.once('open', resolve))
  })

  it('may be silence: nothing answers, and stopping does not wait for it', async () => {
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    slack.fault({ kind: 'neverAnswer' })
    const socket = new WebSocket(String(body.url))
    const ended = new Promise((resolve) => socket.once('error', resolve))
    await slack.until(() => slack.traffic.at(-1)?.answer === 'neverAnswer, as was asked')
    await slack.stop()
    expect(await ended).toBeInstanceOf(Error)
    slack = await startSlack({ seed })
  })
})

describe('the history that lags', () => {
  it('catches up by the clock', async () => {
    const clock = travelClock(Date.UTC(2027, 2, 1))
    await start({ clock })
    await post()
    slack.fault({ kind: 'historyLag', ms: 5000 })
    const read = async () => (await call(slack, 'conversations.history', { channel: 'C0OPEN0001' })).body.messages
    expect(await read()).toEqual([])
    clock.advance(5001)
    expect(await read()).toHaveLength(1)
  })
})
