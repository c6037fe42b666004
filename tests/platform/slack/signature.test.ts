import { Agent } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { useDatabase } from '../../support/databases.ts'
import { edgeFor, word } from '../../support/slack-edge.ts'
import {
  click,
  commandBody,
  event,
  form,
  json,
  payloadBody,
  send,
  signatureOf,
  signed,
} from '../../support/slack-requests.ts'

const database = useDatabase('sqlite')
const heard: string[] = []
let edge: SlackEdge
let port: number

beforeEach(async () => {
  heard.length = 0
  const say = word('say', async ({ text }) => void heard.push(text))
  const listeners = [
    { on: 'action' as const, id: 'test:click', may: say.may, run: async () => void heard.push('click') },
    { on: 'event' as const, type: 'app_home_opened', run: async () => void heard.push('event') },
  ]
  edge = edgeFor({ database: database(), features: [{ name: 'test', words: [say], listeners }] })
  ;({ port } = await edge.start())
})
afterEach(() => edge.stop())

interface Tampered {
  body?: string | Buffer
  headers?: Record<string, string | undefined>
  raw?: (headers: Record<string, string>) => string[]
}

const seconds = (offset: number) => String(Math.floor(Date.now() / 1000) + offset)
/** Signed for exactly this spelling of the timestamp. */
const stamped = (timestamp: string) => (body: string) => ({
  headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signatureOf(timestamp, body) },
})
/** Reckoned when it is sent: a run may take longer than what the clocks may differ by. */
const stampedIn = (offset: number) => (body: string) => stamped(seconds(offset))(body)
const withSignature = (change: (signature: string) => string | undefined) => (body: string) => ({
  headers: { 'x-slack-signature': change(signed(body)['x-slack-signature'] ?? '') },
})
const withTimestamp = (value: string | undefined) => () => ({ headers: { 'x-slack-request-timestamp': value } })
const twice = (name: string) => () => ({
  raw: (headers: Record<string, string>) => [...Object.entries(headers).flat(), name, headers[name] ?? ''],
})

/** Each changes a valid request into one that Slack did not send, or not now. */
const tampered: [string, (body: string) => Tampered, number][] = [
  ['no signature', withSignature(() => undefined), 401],
  ['an empty signature', withSignature(() => ''), 401],
  ['another signature', withSignature(() => `v0=${'0'.repeat(64)}`), 401],
  ['a signature cut short', withSignature((s) => s.slice(0, -1)), 401],
  ['a signature in capitals', withSignature((s) => `v0=${s.slice(3).toUpperCase()}`), 401],
  ['another version', withSignature((s) => s.replace('v0=', 'v1=')), 401],
  ['no version', withSignature((s) => s.slice(3)), 401],
  ['something behind the signature', withSignature((s) => `${s}=junk`), 401],
  ['something before the signature', withSignature((s) => `x${s}`), 401],
  ['two signatures in one header', withSignature((s) => `${s}, ${s}`), 401],
  ['the signature header twice', twice('x-slack-signature'), 401],
  ['the timestamp header twice', twice('x-slack-request-timestamp'), 401],
  ['no timestamp', withTimestamp(undefined), 401],
  ['an empty timestamp', withTimestamp(''), 401],
  ['another timestamp than was signed', withTimestamp(seconds(-10)), 401],
  ['a timestamp more than five minutes old', stampedIn(-302), 401],
  ['a timestamp more than five minutes ahead', stampedIn(305), 401],
  ['a timestamp ten years ahead', stampedIn(315_360_000), 401],
  ['a timestamp of Infinity', stamped('Infinity'), 401],
  ['a timestamp in hexadecimal', stamped(`0x${Math.floor(Date.now() / 1000).toString(16)}`), 401],
  ['a timestamp with a leading zero', stamped(`0${seconds(0)}`), 401],
  ['a timestamp with a fraction', stamped(`${seconds(0)}.0`), 401],
  ['a timestamp with a sign', stamped(`+${seconds(0)}`), 401],
  ['a timestamp as 1e9', stamped('1e9'), 401],
  ['another body', (body) => ({ body: body.replace('say', 'day') }), 401],
  ['a body with something behind it', (body) => ({ body: `${body}&text=say+more` }), 401],
  ['the signature of an empty body', () => ({ headers: { 'x-slack-signature': signatureOf(seconds(0), '') } }), 401],
  [
    'the signature made with another secret',
    (body) => ({ headers: { 'x-slack-signature': signatureOf(seconds(0), body, 'other') } }),
    401,
  ],
  ['a body called something else', () => ({ headers: { 'content-type': 'text/plain' } }), 400],
  ['a body of more than a megabyte', () => oversized(), 413],
]

function oversized(): Tampered {
  const body = commandBody('x'.repeat(1024 * 1024))
  return { body, headers: signed(body) }
}

describe('Q-S1: only Slack can talk to us', () => {
  it.each(tampered)('refuses %s', async (_, change, status) => {
    const body = commandBody('say hello')
    const { raw, ...made } = change(body)
    const all = { ...signed(body), ...made.headers }
    const headers = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const answer = await send({
      port,
      body: made.body ?? body,
      headers: raw ? [...raw(headers), 'host', 'rondo', 'content-length', String(body.length)] : headers,
    })
    await edge.settled()
    expect(answer).toMatchObject({ status, body: '', headers: { connection: 'close' } })
    expect(heard).toEqual([])
  })

  it.each([
    ['as Slack sends it', form],
    ['with a charset', `${form}; charset=UTF-8`],
  ])('takes a request %s', async (_, type) => {
    const body = commandBody('say hello')
    expect(await send({ port, body, headers: signed(body, type) })).toMatchObject({ status: 200, body: '' })
    await edge.settled()
    expect(heard).toEqual(['hello'])
  })

  it('takes a request up to five minutes off, either way', async () => {
    for (const offset of [-299_000, 299_000]) {
      const body = commandBody(`say ${offset}`)
      expect((await send({ port, body, headers: signed(body, form, Date.now() + offset) })).status).toBe(200)
    }
  })
})

describe('Q-S2: nothing is smuggled in with a check', () => {
  const inner = JSON.stringify(click('test:click', '1'))
  const smuggled = [
    { ssl_check: '1', payload: inner },
    { ssl_check: '1', token: 'x', payload: inner },
    { ssl_check: '1', command: '/rondo', text: 'say hello' },
    { ssl_check: '0', payload: inner },
    { ssl_check: 'true', payload: inner },
    { ssl_check: '', payload: inner },
  ].map((fields) => [form, new URLSearchParams(fields).toString()])
  const asJson = [
    { type: 'url_verification', challenge: 'x', event: event('app_home_opened').event },
    { type: 'url_verification', challenge: {}, payload: inner },
    { ssl_check: 1, ...event('app_home_opened'), type: 'url_verification' },
    { ssl_check: '1', ...click('test:click', '1') },
    { ...click('test:click', '1') },
    { type: 'event_callback', ssl_check: '1' },
  ].map((content) => [json, JSON.stringify(content)])

  it.each([...smuggled, ...asJson])('case %#', async (type = '', body = '') => {
    const unsigned = await send({ port, body, headers: { 'content-type': type } })
    expect(unsigned.status).toBe(401)
    await send({ port, body, headers: signed(body, type) })
    await edge.settled()
    expect(heard).toEqual([])
  })

  it('answers the checks themselves', async () => {
    const check = 'token=x&ssl_check=1'
    expect(await send({ port, body: check, headers: { 'content-type': form } })).toMatchObject({
      status: 200,
      body: '',
    })
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' })
    const answer = await send({ port, body: challenge, headers: signed(challenge, json) })
    expect(answer).toMatchObject({ status: 200, body: '{"challenge":"abc"}' })
    expect((await send({ port, body: challenge, headers: { 'content-type': json } })).status).toBe(401)
  })
})

describe('whatever comes', () => {
  it.each([
    ['null', json],
    ['payload=null', form],
    ['payload=[]', form],
    ['payload=1', form],
    ['[]', json],
    ['"text"', json],
    ['{', json],
    ['', json],
    ['', form],
    ['payload=%7B', form],
    ['text=a&text=b', form],
  ])('is not hurt by a signed %j as %s', async (body, type) => {
    expect((await send({ port, body, headers: signed(body, type) })).status).toBe(400)
    const good = commandBody('say still there')
    expect((await send({ port, body: good, headers: signed(good) })).status).toBe(200)
    await edge.settled()
    expect(heard).toEqual(['still there'])
  })

  it('is not hurt by what is nested half a million deep', async () => {
    const nested = '['.repeat(500_000) + ']'.repeat(500_000)
    const body = JSON.stringify(event('app_home_opened')).replace(
      '"app_home_opened"',
      `"app_home_opened","x":${nested}`,
    )
    expect((await send({ port, body, headers: signed(body, json) })).status).toBe(200)
    await edge.settled()
    expect(heard).toEqual(['event'])
    expect((await send({ port, method: 'GET', path: '/livez' })).status).toBe(200)
  })

  it('Q-S5: never answers a wrong method, path or size with a fault of its own', async () => {
    const paths = [
      '/',
      '//',
      '///slack/events',
      '/slack/events/',
      '/slack//events',
      '/%00',
      '/slack/events%00',
      '/%ff',
      '/..',
      '/../../etc/passwd',
      '/slack/events/../..',
      '/livez/',
      '/readyz/x',
      '/?',
      '/?x=%',
      `/${'a'.repeat(10_000)}`,
      '/%2e%2e',
      '/*',
      '/.well-known',
      '/slack/events?x=1',
    ]
    const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']
    const answers = [
      ...(await Promise.all(paths.map((path) => send({ port, path, body: 'x' })))),
      ...(await Promise.all(methods.map((method) => send({ port, method })))),
      ...(await Promise.all(
        [0, 1, 1_048_576, 1_048_577, 20_000_000].map((bytes) => send({ port, body: Buffer.alloc(bytes, 'x') })),
      )),
    ]
    expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([])
    expect(heard).toEqual([])
  })

  it('Q-S6: a bad request never hurts the next on the same connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const bad: { headers: Record<string, string>; body: string | Buffer }[] = [
      { headers: { 'content-type': form }, body: 'x=1' },
      { headers: signed('null', json), body: 'null' },
      { headers: { 'content-type': form }, body: Buffer.alloc(2_000_000, 'x') },
      { headers: signed('x', 'text/plain'), body: 'x' },
    ]
    for (let n = 0; n < 200; n += 1) {
      const refused = await send({ port, agent, ...(bad[n % bad.length] ?? { headers: {}, body: '' }) })
      expect(refused.status).toBeGreaterThanOrEqual(400)
      const body = commandBody(`say ${n}`)
      expect((await send({ port, agent, body, headers: signed(body) })).status).toBe(200)
    }
    agent.destroy()
    await edge.settled()
    expect(heard).toHaveLength(200)
  })

  it('Q-S3: a replay has no effect', async () => {
    const requests = Array.from({ length: 200 }, (_, n) => {
      const body = n % 2 ? commandBody(`say ${n}`) : payloadBody(click('test:click', `${n}`))
      return { body, headers: signed(body) }
    })
    const answers = await Promise.all(
      requests.flatMap((request) => Array.from({ length: 5 }, () => send({ port, ...request }))),
    )
    await edge.settled()
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(heard).toHaveLength(200)
  })
})
