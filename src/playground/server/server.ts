import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.ts'
import { type Json, parseJson } from '../json.ts'
import type { Activity } from './activity.ts'
import { type Answer, acceptedScopes, answer, type Tokens } from './api/index.ts'
import type { Office } from './api/method.ts'
import type { FaultRule, Faults } from './faults.ts'
import type { RateLimiter } from './rate-limits.ts'
import { readArguments, readBody, readMultipart, tokenOf } from './request.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { Traffic } from './traffic.ts'

/** A page for whoever opens the address in a browser. */
export type Page = (url: URL) => { type: string; body: string } | undefined

export interface Wiring {
  clock: Clock
  office: Office
  responseUrls: ResponseUrls
  tokens: Tokens
  limiter: RateLimiter
  faults: Faults
  traffic: Traffic
  activity: Activity
  page: Page
}

/** The HTTP side of the stand-in: methods, response_urls, uploads, sockets and the page. Only for this machine. */
export function createSlackServer(wiring: Wiring): Server {
  const server = createServer((request, response) => {
    const over = wiring.activity.begin()
    response.once('close', over)
    route(request, response, wiring).catch((error) => {
      wiring.traffic.add({ from: 'app', what: request.url ?? '', request: undefined, answer: String(error) })
      response.headersSent ? response.destroy() : send(response, wiring, 500, String(error))
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const rightPath = request.url?.startsWith('/link/') ?? false
    if (!isLocal(request) || !rightPath) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    wiring.office.sockets.accept(request, socket, head)
  })
  return server
}

async function route(request: IncomingMessage, response: ServerResponse, wiring: Wiring): Promise<void> {
  if (!isLocal(request)) return send(response, wiring, 403, 'This address is only for programs on this machine.')
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, area, rest = ''] = url.pathname.split('/')
  if (!isOwnOrigin(request)) return send(response, wiring, 403, 'Other pages may not look in here.')
  if (area === 'api') return handleCall(rest, url, request, response, wiring)
  if (area === 'response' && request.method === 'POST') return handleResponse(rest, request, response, wiring)
  if (area === 'upload' && request.method === 'POST') return handleUpload(rest, request, response, wiring)
  const page = request.method === 'GET' ? wiring.page(url) : undefined
  if (!page) return send(response, wiring, 404, 'Nothing here. Look at / for what this is.')
  send(response, wiring, 200, page.body, { 'content-type': page.type })
}

async function handleCall(name: string, url: URL, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const args = await readArguments(url, request.headers['content-type'] ?? '', await readBody(request))
  if (!args) return sendAnswer(response, wiring, name, {}, { body: { ok: false, error: 'invalid_post_type' } })
  const fault = wiring.faults.take(name, args, 'call')
  const lagMs = fault?.kind === 'historyLag' ? fault.ms : 0
  const run = () =>
    answer(name, args, tokenOf(request, args), wiring.office, { tokens: wiring.tokens, limiter: wiring.limiter, lagMs })
  if (fault && (await misbehave(fault, name, args, run, response, wiring))) return
  sendAnswer(response, wiring, name, args, run())
}

/** Lets a fault happen; tells whether the call is over with that. */
async function misbehave(
  fault: FaultRule,
  name: string,
  args: Json,
  run: () => Answer,
  response: ServerResponse,
  wiring: Wiring,
): Promise<boolean> {
  const note = (text: string) => wiring.traffic.add({ from: 'app', what: name, request: shown(args), answer: text })
  switch (fault.kind) {
    case 'historyLag':
    case 'loseAck':
    case 'holdBack':
      return false
    case 'delay':
      await pause(fault.ms)
      return false
    case 'error':
      sendAnswer(response, wiring, name, args, { body: { ok: false, error: fault.error } })
      return true
    case 'retryAfter':
      sendAnswer(response, wiring, name, args, { body: { ok: false, error: 'ratelimited' }, retryAfter: fault.seconds })
      return true
    case 'status':
      note(`status ${fault.status}`)
      send(response, wiring, fault.status, 'The stand-in was asked to fail here.')
      return true
    case 'dropBefore':
      note('connection broken, nothing done')
      response.destroy()
      return true
    case 'dropAfter':
      note(`done, connection broken: ${JSON.stringify(run().body)}`)
      response.destroy()
      return true
    case 'neverAnswer':
      note(`done, never answered: ${JSON.stringify(run().body)}`)
      return true
    case 'commitLate':
      await commitLate(fault.ms, run, note, response, wiring)
      return true
  }
}

async function commitLate(
  ms: number,
  run: () => Answer,
  note: (text: string) => void,
  response: ServerResponse,
  wiring: Wiring,
) {
  const over = wiring.activity.begin()
  response.destroy()
  await pause(ms)
  note(`done ${ms} ms after the connection broke: ${JSON.stringify(run().body)}`)
  over()
}

async function handleResponse(id: string, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const body = parseJson((await readBody(request)).toString())
  const result = wiring.responseUrls.answer(id, body)
  wiring.traffic.add({ from: 'app', what: 'response_url', request: body, answer: result.body, status: result.status })
  send(response, wiring, result.status, result.body)
}

async function handleUpload(id: string, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const type = request.headers['content-type'] ?? ''
  const raw = await readBody(request)
  const file = wiring.office.workspace.files.get(id)
  if (!file || file.bytes) return send(response, wiring, 404, 'No such upload.')
  const form = type.startsWith('multipart/') ? await readMultipart(type, raw) : undefined
  const part = form && [...form.values()].find((value) => value instanceof Blob)
  file.bytes = part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : new Uint8Array(raw)
  wiring.traffic.add({
    from: 'app',
    what: 'upload',
    request: { id, bytes: file.bytes.length },
    answer: 'OK',
    status: 200,
  })
  send(response, wiring, 200, `OK - ${file.bytes.length}`)
}

function sendAnswer(
  response: ServerResponse,
  wiring: Wiring,
  name: string,
  args: Json,
  { body, retryAfter }: Answer,
): void {
  const status = retryAfter === undefined ? 200 : 429
  wiring.traffic.add({ from: 'app', what: name, request: shown(args), answer: body, status })
  const { scopes } = wiring.office.workspace
  send(response, wiring, status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': [...scopes].join(','),
    'x-accepted-oauth-scopes': acceptedScopes(name).join(','),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  })
}

function shown({ token: _token, ...args }: Json): Json {
  return args
}

function send(
  response: ServerResponse,
  { clock }: Wiring,
  status: number,
  body: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, {
    date: new Date(clock.now()).toUTCString(),
    'content-type': 'text/plain; charset=utf-8',
    ...headers,
  })
  response.end(body)
}

/** Only calls that name this machine as the host: a page elsewhere cannot reach in by a rebound name. */
function isLocal(request: IncomingMessage): boolean {
  const port = request.socket.localPort
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')
}

function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin } = request.headers
  return origin === undefined || origin === `http://${request.headers.host}`
}
