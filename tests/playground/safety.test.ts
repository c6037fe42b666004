import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'

// Put together here, so that no scanner takes them for real ones.
const real = (kind: string) => [kind, '123456789012', '123456789012', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-')
const kinds = ['xoxb', 'xoxp', 'xoxa', 'xoxe.xoxb', 'xoxe', 'xapp']
const seed = { users: [{ name: 'anna' }], channels: [{ id: 'C0OPEN0001', name: 'open', members: ['anna'] }] }
let slack: Slack
beforeEach(async () => {
  slack = await startSlack({ seed })
})
afterEach(() => slack.stop())

describe('the address', () => {
  it('stays there whatever is asked for that is no address', async () => {
    expect(await ask('GET', '//', {})).toBe(200)
    expect(await ask('GET', '//', { connection: 'upgrade', upgrade: 'websocket' })).toBe(403)
    expect(await ask('GET', '/', {})).toBe(200)
  })

  const ask = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(slack.url)
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  const foreign = (): Record<string, string>[] => [
    { host: `playground.example:${new URL(slack.url).port}` },
    { host: '127.0.0.1' },
    { origin: 'https://playground.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  it.each([
    ['GET', '/', 200],
    ['GET', '/elsewhere', 404],
    ['GET', '/api/api.test', 200],
    ['POST', '/api/api.test', 200],
    ['POST', '/response/unknown', 404],
    ['POST', '/upload/unknown', 404],
    ['GET', '/files-pri/T1-F1/unknown.csv', 302],
  ])('%s %s is not for other hosts and not for other pages', async (method, path, status) => {
    expect(await ask(method, path, {})).toBe(status)
    expect(await ask(method, path, { origin: slack.url, 'sec-fetch-site': 'same-origin' })).toBe(status)
    for (const headers of foreign()) expect([headers, await ask(method, path, headers)]).toEqual([headers, 403])
  })

  it('is not for sockets of other hosts and other pages either, and leaves their ticket unused', async () => {
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    const fate = (headers: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(String(body.url), { headers })
        socket.once('open', () => resolve('open'))
        socket.once('error', ({ message }) => resolve(message))
      })
    for (const headers of foreign())
      expect([headers, await fate(headers)]).toEqual([headers, 'Unexpected server response: 403'])
    expect(slack.sockets.count).toBe(0)
    expect(await fate({ origin: slack.url })).toBe('open')
  })

  it('takes sockets at one path only', async () => {
    const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
    const socket = new WebSocket(String(body.url).replace('/link/', '/state'))
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
    expect(error.message).toContain('403')
  })

  it('is the loopback of this machine', () => {
    expect(new URL(slack.url).hostname).toBe('127.0.0.1')
  })
})

describe('a token that looks real', () => {
  it.each(kinds)('is refused by every method, also those that need none: %s', async (kind) => {
    for (const method of ['chat.postMessage', 'apps.connections.open', 'api.test', 'blocks.validate', 'no.such'])
      expect((await call(slack, method, { channel: 'C0OPEN0001', text: 'x' }, real(kind))).body).toEqual({
        ok: false,
        error: 'invalid_auth',
      })
    expect(slack.messages('open')).toEqual([])
  })

  it('is never written to the traffic, nor what came with it', async () => {
    const token = real('xoxb')
    await call(slack, 'chat.postMessage', { channel: 'C0OPEN0001', text: 'Confidential' }, token)
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({ token, text: 'Confidential' }),
    })
    await fetch(`${slack.apiUrl}chat.postMessage?token=${token}&text=Confidential`)
    await fetch(`${slack.apiUrl}${token}`)
    expect(slack.traffic.map(({ answer }) => (answer as { error: string }).error)).toEqual([
      'invalid_auth',
      'invalid_auth',
      'invalid_auth',
      'unknown_method',
    ])
    expect(JSON.stringify(slack.traffic)).not.toMatch(/xoxb-|Confidential/)
  })

  it.each(kinds)('is refused where somebody puts it into the seed: %s', async (kind) => {
    const users = [{ name: 'anna', realName: real(kind) }]
    await expect(startSlack({ seed: { users } })).rejects.toThrow('The playground takes no real tokens')
  })
})

describe('a body', () => {
  it('that would fill the memory is not taken', async () => {
    const body = new Uint8Array(70 * 2 ** 20)
    const answered = await fetch(`${slack.apiUrl}api.test`, { method: 'POST', body }).then(
      ({ ok }) => ok,
      () => false,
    )
    expect(answered).toBe(false)
    expect((await call(slack, 'api.test')).body.ok).toBe(true)
  })
})
