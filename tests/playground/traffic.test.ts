import { afterEach, describe, expect, it } from 'vitest'
import { travelClock } from '../../src/playground/clock.ts'
import { type Slack, type SlackOptions, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'
import { openServer, openSocket } from './raw-app.ts'

const seed = { users: [{ name: 'anna' }], channels: [{ id: 'C0OPEN0001', name: 'open', members: ['anna'] }] }
let slack: Slack
const start = async (options: SlackOptions = {}) => {
  slack = await startSlack({ seed, ...options })
  return slack.person('anna')
}
afterEach(() => slack.stop())
const post = (text = 'Hello') => call(slack, 'chat.postMessage', { channel: 'C0OPEN0001', text })

describe('the traffic', () => {
  it('tells of both directions, and of the sockets themselves', async () => {
    const anna = await start()
    const socket = await openSocket(slack, () => ({ text: 'Yes?' }))
    await anna.command('/rondo', { in: 'open' })
    const url = String(socket.got[0]?.payload.response_url)
    await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Here' }) })
    await post()
    await slack.settled()
    socket.ack(undefined)
    await slack.until(() => slack.traffic.some(({ what }) => what === 'socket'))
    slack.sockets.disconnect('warning')
    socket.close()
    await slack.until(() => slack.sockets.count === 0)
    expect(slack.traffic.map(({ from, what }) => `${from}: ${what}`)).toEqual([
      'app: apps.connections.open',
      'app: socket open',
      'slack: command /rondo',
      'app: response_url',
      'app: chat.postMessage',
      'slack: event message',
      'app: socket',
      'slack: socket disconnect',
      'app: socket close',
    ])
    expect(slack.traffic[2]).toMatchObject({ request: { command: '/rondo' }, answer: { text: 'Yes?' } })
    expect(slack.traffic[4]).toMatchObject({ request: { text: 'Hello' }, answer: { ok: true }, status: 200 })
  })

  it('keeps the latest so many', async () => {
    await start({ trafficLimit: 3, botEvents: [] })
    for (const text of ['1', '2', '3', '4', '5']) await post(text)
    expect(slack.traffic.map(({ request }) => (request as { text: string }).text)).toEqual(['3', '4', '5'])
  })

  it('holds no token and no ticket, wherever it stood', async () => {
    const anna = await start()
    await openSocket(slack, () => ({}))
    await anna.command('/rondo')
    await post(`My token is\n${slack.botToken} and ${slack.appToken}`)
    const { clientId: client_id, clientSecret: client_secret } = slack.credentials()
    const code = slack.authorize({ redirectUri: 'http://127.0.0.1/back' }).searchParams.get('code')
    const bearer = { client_id, client_secret, code, redirect_uri: 'http://127.0.0.1/back' }
    expect((await call(slack, 'oauth.v2.access', bearer)).body.access_token).toMatch(/^playground-access/)
    await call(slack, 'api.test', { token: slack.botToken, error: 'x', list: [slack.appToken] })
    await slack.settled()
    const text = JSON.stringify(slack.traffic)
    expect(text).toContain('My token is')
    expect(text).not.toMatch(/xoxb|xapp|ticket=\w|playground-(verification|access|client-secret)/)
  })
})

describe('repetitions', () => {
  const attempts = () => slack.traffic.filter(({ what }) => what.startsWith('event message')).length
  const down = () => openServer(() => ({ status: 500 }))

  it('come at once, after a minute and after five, by the clock that travels', async () => {
    const clock = travelClock(Date.now())
    const anna = await start({ clock, ackTimeoutMs: 1000 })
    const app = await down()
    await slack.deliverTo(app.url)
    anna.say('Hello', { in: 'open' })
    const attemptsAfter = async (ms: number) => {
      clock.advance(ms)
      await slack.settled()
      return attempts()
    }
    expect(await attemptsAfter(0)).toBe(2)
    expect(await attemptsAfter(59_999)).toBe(2)
    expect(await attemptsAfter(1)).toBe(3)
    expect(await attemptsAfter(299_999)).toBe(3)
    expect(await attemptsAfter(1)).toBe(4)
    expect(await attemptsAfter(24 * 3_600_000)).toBe(4)
    await app.stop()
  })

  it('follow two redirects, and tell of a third', async () => {
    const anna = await start({ retryDelaysMs: [0] })
    const app = await openServer((one) => {
      const hops = app.got.length
      if (one.headers['x-slack-retry-num'] === undefined) return { status: 302, headers: { location: '/again' } }
      return hops === 4 ? { status: 307, headers: { location: `${app.url}/there` } } : {}
    })
    await slack.deliverTo(app.url)
    anna.say('Hello', { in: 'open' })
    await slack.settled()
    expect(app.got.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      undefined,
      undefined,
      'too_many_redirects',
      'too_many_redirects',
    ])
    expect(slack.traffic.at(-1)?.what).toBe('event message (retry 1)')
    await app.stop()
  })
})

describe('ssl_check', () => {
  it.each([
    [200, true],
    [500, false],
  ])('asks for a yes and nothing more: %i', async (status, yes) => {
    await start()
    const app = await openServer(() => ({ status }))
    expect(await slack.sslCheck(app.url)).toBe(yes)
    expect(Object.fromEntries(new URLSearchParams(app.got[0]?.body))).toMatchObject({ ssl_check: '1' })
    await app.stop()
  })
})

describe('a reset', () => {
  it('lifts faults, ends limits, empties the traffic and forgets what was to come again', async () => {
    const clock = travelClock(Date.now())
    const anna = await start({ clock, rateLimits: { perMinute: { 'team.info': 1 } } })
    const app = await openServer(() => ({ status: 500 }))
    await slack.deliverTo(app.url)
    slack.fault({ kind: 'error', error: 'fatal_error' })
    slack.limit('published')
    await call(slack, 'team.info')
    anna.say('Hello', { in: 'open' })
    await slack.settled()
    const before = app.got.length
    slack.reset()
    expect([slack.traffic, slack.faults()]).toEqual([[], []])
    clock.advance(3_600_000)
    await slack.settled()
    expect(app.got).toHaveLength(before)
    expect((await call(slack, 'team.info')).status).toBe(200)
    expect((await call(slack, 'team.info')).status).toBe(429)
    await app.stop()
  })

  it('makes the workspace what the seed says, and keeps the sockets', async () => {
    const anna = await start()
    const socket = await openSocket(slack, () => ({}))
    await post()
    await slack.settled()
    socket.got.splice(0)
    slack.reset()
    expect(slack.messages('open')).toEqual([])
    expect((await post('Again')).body.ok).toBe(true)
    await slack.settled()
    socket.got.splice(0)
    expect(await anna.command('/rondo')).toEqual({ acked: true })
    expect(socket.got).toHaveLength(1)
  })
})
