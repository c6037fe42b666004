import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { isJson, type Json, parseJson } from '../json.ts'
import { acceptedScopes, answer, mayReadFiles, type Tokens } from './api/index.ts'
import type { Office } from './api/method.ts'
import { mimetypeOf } from './files.ts'
import { type Act, perform, type Reply, type Stage, send } from './misbehave.ts'
import { authorize } from './oauth.ts'
import type { RateLimiter } from './rate-limits.ts'
import { readArguments, readBody, readMultipart, tokenOf } from './request.ts'
import type { ResponseUrls } from './response-urls.ts'
import { looksReal, refusalAtTheDoor } from './safety.ts'

/** What else answers at the address, for whoever opens it in a browser. */
export interface Site {
  /** Answers the request; false when that is not its business. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): boolean
  /** Takes the connection over; false when that is not its business. */
  connect(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): boolean
}

export interface Wiring extends Stage {
  office: Office
  responseUrls: ResponseUrls
  tokens: Tokens
  limiter: RateLimiter
  /** Undefined while there is none. */
  site(): Site | undefined
}

/** The HTTP side of the stand-in: methods, response_urls, uploads, sockets and the page. Only for this machine. */
export function createSlackServer(wiring: Wiring): Server {
  const server = createServer((request, response) => {
    const refused = refusalAtTheDoor(request)
    if (refused !== undefined) return send(response, wiring.clock, { status: 403, body: refused })
    // Nothing of the site counts as traffic between the app and Slack.
    if (wiring.site()?.answer(request, response, urlOf(request))) return
    const over = wiring.activity.begin()
    response.once('close', over)
    route(request, response, wiring).catch((error) => {
      wiring.traffic.add({ from: 'app', what: pathOf(request), request: undefined, answer: String(error) })
      response.headersSent ? response.destroy() : send(response, wiring.clock, { status: 500, body: String(error) })
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const welcome = refusalAtTheDoor(request) === undefined
    if (welcome && pathOf(request) === '/link/') return wiring.office.sockets.accept(request, socket, head)
    if (welcome && wiring.site()?.connect(request, socket, head, urlOf(request))) return
    wiring.traffic.add({ from: 'app', what: 'socket open', request: undefined, answer: 'refused', status: 403 })
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  return server
}

async function route(request: IncomingMessage, response: ServerResponse, wiring: Wiring): Promise<void> {
  const url = urlOf(request)
  const [, area, rest = ''] = url.pathname.split('/')
  if (area === 'api') return handleCall(rest, url, request, response, wiring)
  if (area === 'response' && request.method === 'POST') return handleResponse(rest, request, response, wiring)
  if (area === 'upload' && request.method === 'POST') return handleUpload(rest, request, response, wiring)
  if (area === 'files-pri' && request.method === 'GET') return handleDownload(url, request, response, wiring)
  if (url.pathname === '/oauth/v2/authorize') return sendToApp(url, response, wiring)
  if (url.pathname !== '/') return send(response, wiring.clock, { status: 404, body: 'Nothing here.' })
  send(response, wiring.clock, { status: 200, body: 'This is a stand-in for Slack, on this machine only.' })
}

/** The person allows the app at once, or, with `deny`, says no: their browser goes where Slack would send it. */
function sendToApp({ searchParams }: URL, response: ServerResponse, { office, clock }: Wiring): void {
  const asked = (name: string) => searchParams.get(name) ?? undefined
  if (asked('client_id') !== office.workspace.bot.clientId)
    return void send(response, clock, { status: 400, body: 'No app has this client_id.' })
  const to = authorize(office.workspace, {
    ...{ redirectUri: asked('redirect_uri'), state: asked('state'), by: asked('by') },
    deny: searchParams.has('deny'),
  })
  send(response, clock, { status: 302, body: '', headers: { location: to.href } })
}

async function handleCall(name: string, url: URL, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const args = await readArguments(url, request.headers['content-type'] ?? '', await readBody(request))
  const token = tokenOf(request, args ?? {})
  const { token: _token, ...shown } = args ?? {}
  const reply = (body: Json, retryAfter?: number) => toReply(name, body, retryAfter, wiring)
  const refuse = (error: string, retryAfter?: number) => reply({ ok: false, error }, retryAfter)
  // Whoever sends a real token meant the real Slack: what came along is no business of the traffic either.
  if (token !== undefined && looksReal(token))
    return perform({ what: name, args: {}, run: () => refuse('invalid_auth'), refuse }, response, wiring)
  const run: Act['run'] = (lagMs) => {
    if (!args) return refuse('invalid_post_type')
    const { limiter, tokens, office } = wiring
    const { body, retryAfter } = answer(name, limiter.clamp(name, args), token, office, { tokens, limiter, lagMs })
    return reply(body, retryAfter)
  }
  await perform({ what: name, args: shown, run, refuse }, response, wiring)
}

function toReply(name: string, body: Json, retryAfter: number | undefined, { office }: Wiring): Reply {
  return {
    status: retryAfter === undefined ? 200 : 429,
    body,
    headers: {
      'x-oauth-scopes': [...office.workspace.scopes].join(','),
      'x-accepted-oauth-scopes': acceptedScopes(name).join(','),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  }
}

async function handleResponse(id: string, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const body = parseJson((await readBody(request)).toString())
  const args = isJson(body) ? body : {}
  await perform(
    { what: 'response_url', args, run: () => wiring.responseUrls.answer(id, body), refuse },
    response,
    wiring,
  )
}

async function handleUpload(id: string, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const type = request.headers['content-type'] ?? ''
  const raw = await readBody(request)
  const run = async (): Promise<Reply> => {
    const file = wiring.office.workspace.files.get(id)
    if (!file || file.bytes) return { status: 404, body: 'No such upload.' }
    const form = type.startsWith('multipart/') ? await readMultipart(type, raw) : undefined
    const part = form && [...form.values()].find((value) => value instanceof Blob)
    file.bytes = part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : new Uint8Array(raw)
    return { status: 200, body: `OK - ${file.bytes.length}` }
  }
  await perform({ what: 'upload', args: { id, bytes: raw.length }, run, refuse }, response, wiring)
}

/** What is in a file, for the app alone. Whoever does not say who they are is sent to the page to sign in. */
async function handleDownload(url: URL, request: IncomingMessage, response: ServerResponse, wiring: Wiring) {
  const { workspace } = wiring.office
  const id = url.pathname.split('/')[2]?.split('-').at(-1) ?? ''
  const run = (): Reply => {
    const token = tokenOf(request, {})
    if (!mayReadFiles(token, workspace, wiring.tokens))
      return { status: 302, body: '', headers: { location: `${wiring.office.url}/?redir=${url.pathname}` } }
    const file = workspace.files.get(id)
    if (!file?.bytes || !file.complete) return { status: 404, body: 'No such file.' }
    return { status: 200, body: file.bytes, headers: { 'content-type': mimetypeOf(file.name) } }
  }
  await perform({ what: 'download', args: { id }, run, refuse }, response, wiring)
}

/** How an address refuses that is no method. */
function refuse(error: string, retryAfter?: number): Reply {
  const body = JSON.stringify({ ok: false, error })
  return retryAfter === undefined
    ? { status: 404, body }
    : { status: 429, body, headers: { 'retry-after': String(retryAfter) } }
}

/** What was asked for; the root where that is no address, such as `//`. */
function urlOf(request: IncomingMessage): URL {
  return URL.parse(request.url ?? '/', 'http://localhost') ?? new URL('http://localhost/')
}

function pathOf(request: IncomingMessage): string {
  return urlOf(request).pathname
}
