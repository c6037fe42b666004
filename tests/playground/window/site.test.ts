import { once } from 'node:events'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Update } from '../../../src/playground/page/wire.ts'
import { createSite } from '../../../src/playground/window/site.ts'
import { useDesk } from '../desk.ts'
import { quietWorld } from './quiet-world.ts'

const desk = useDesk()
let site: ReturnType<typeof createSite>
let world: ReturnType<typeof quietWorld>
const script = { type: 'text/javascript', body: new TextEncoder().encode('1'), tag: '"one"' }

beforeEach(() => {
  world = quietWorld()
  site = createSite({
    slack: desk.slack,
    world,
    assets: new Map([['/page/main.js', script]]),
    visitor: (languages) => (languages.startsWith('nl') ? 'U0ANNA0001' : 'U0BRAM0001'),
    completions: () => [],
    shortcuts: [],
  })
  desk.slack.serve(site)
})
afterEach(() => site.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.slack.url}${path}`, { redirect: 'manual', headers })

/** fetch does not let a caller choose these headers. */
const statusOf = (method: string, path: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${desk.slack.url}${path}`, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

function listen(as: string): Promise<{ socket: WebSocket; next(): Promise<Update> }> {
  const socket = new WebSocket(`${desk.slack.url.replace('http', 'ws')}/page/live?as=${as}`)
  const heard: Update[] = []
  const waiting: ((update: Update) => void)[] = []
  socket.on('message', (data) => {
    const update: Update = JSON.parse(String(data))
    const wanted = waiting.shift()
    if (wanted) wanted(update)
    else heard.push(update)
  })
  const next = () =>
    new Promise<Update>((resolve) => {
      const known = heard.shift()
      if (known) resolve(known)
      else waiting.push(resolve)
    })
  return once(socket, 'open').then(() => ({ socket, next }))
}

const deed = async (as: string, what: object) => {
  const body = JSON.stringify({ as, deed: what })
  const answer = await fetch(`${desk.slack.url}/page/deed`, { method: 'POST', body })
  return { type: answer.headers.get('content-type'), body: await answer.json() }
}

describe('the page', () => {
  it('makes every window somebody’s, by the language of the browser', async () => {
    const dutch = await get('/', { 'accept-language': 'nl-NL,nl;q=0.9' })
    expect([dutch.status, dutch.headers.get('location')]).toEqual([302, '/?as=U0ANNA0001'])
    const other = await get('/archives/C0OPEN0001/p123?thread_ts=1.000000', { 'accept-language': 'de' })
    expect(other.headers.get('location')).toBe('/archives/C0OPEN0001/p123?thread_ts=1.000000&as=U0BRAM0001')
    expect((await get('/?as=nobody')).status).toBe(302)
    expect((await get('/?as=rondo')).status).toBe(302)
    expect((await get('/?as=anna')).status).toBe(200)
  })

  it('tells the browser to load nothing from anywhere else, and to run nothing that stands in the page', async () => {
    const answer = await get('/?as=anna')
    const policy = answer.headers.get('content-security-policy') ?? ''
    const allowed = Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part]))
    expect(allowed['default-src']).toBe("default-src 'none'")
    expect(allowed['script-src']).toBe("script-src 'self'")
    expect(allowed['connect-src']).toBe("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
    const page = await answer.text()
    expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, to]) => to?.split(/[,/]/)[0])).toEqual([
      'data:image',
      '',
      '',
    ])
  })

  it('sends the program once, and then only that it is the same', async () => {
    const first = await get('/page/main.js')
    expect([first.status, await first.text()]).toEqual([200, '1'])
    expect((await get('/page/main.js', { 'if-none-match': '"one"' })).status).toBe(304)
    expect((await get('/page/other.js')).status).toBe(404)
  })

  it('is not for other hosts, and not for other pages', async () => {
    const foreign = { origin: 'https://playground.example' }
    for (const [method, path] of [
      ['GET', '/?as=anna'],
      ['POST', '/page/deed'],
    ] as const) {
      expect(await statusOf(method, path, { host: 'playground.example' })).toBe(403)
      expect(await statusOf(method, path, foreign)).toBe(403)
    }
    const socket = new WebSocket(`${desk.slack.url.replace('http', 'ws')}/page/live?as=anna`, { headers: foreign })
    expect(String(await once(socket, 'error'))).toContain('403')
  })

  it('leaves Slack’s own addresses to Slack', async () => {
    expect((await fetch(`${desk.slack.apiUrl}api.test`)).status).toBe(200)
    expect((await get('/elsewhere')).status).toBe(404)
  })

  it('is no traffic between the app and Slack', async () => {
    const before = desk.slack.traffic.length
    await get('/?as=anna')
    await deed('U0ANNA0001', { do: 'read', channel: 'C0OPEN0001', ts: '1.000000' })
    expect(desk.slack.traffic.length).toBe(before)
  })
})

describe('two windows', () => {
  it('are two people at once: what one says, the other sees', async () => {
    const [anna, bram] = await Promise.all([listen('anna'), listen('bram')])
    expect((await anna.next()).me).toBe('U0ANNA0001')
    expect((await bram.next()).me).toBe('U0BRAM0001')
    await deed('U0ANNA0001', { do: 'say', channel: 'C0OPEN0001', text: 'Hello Bram' })
    expect((await bram.next()).messages?.C0OPEN0001?.put[0]?.text).toBe('Hello Bram')
    expect((await anna.next()).channels?.[0]?.lastRead).not.toBe('0')
  })

  it('hear what the app says', async () => {
    const bram = await listen('bram')
    await bram.next()
    const [update] = await Promise.all([bram.next(), desk.post([], { text: 'From the app' })])
    expect(update.messages?.C0OPEN0001?.put[0]?.text).toBe('From the app')
  })
})

describe('a deed', () => {
  it('that cannot be done is answered with a sentence', async () => {
    const { body } = await deed('U0BRAM0001', { do: 'say', channel: 'C0PRIVATE1', text: 'Hello' })
    expect(body).toEqual({ ok: false, why: 'bram is not in private.' })
    expect((await deed('U0ANNA0001', { do: 'fly' })).body).toMatchObject({ ok: false })
  })

  it('that the page never could have sent is refused too', async () => {
    const answer = await fetch(`${desk.slack.url}/page/deed`, { method: 'POST', body: '{' })
    expect(await answer.json()).toMatchObject({ ok: false })
  })
})
