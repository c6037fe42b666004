import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import { isSslCheck, openParcel } from './body.ts'
import type { Ingest, Outcome } from './ingest.ts'
import { isSigned, signingKey } from './signature.ts'

const mostBytes = 1024 * 1024
/** How much of an oversized body is read away, so that its sender hears the refusal instead of a broken connection. */
const mostDrained = 32 * 1024 * 1024
const slowestMs = 10_000
const drainMs = 10_000

interface Settings {
  /** 0 for any free port. */
  port: number
  /** Undefined in Socket Mode: then only health is served. */
  signingSecret: string | undefined
  clock: Clock
  log: Log
  ingest: Ingest
  /** Why Rondo cannot work at the moment; empty when it can. */
  unready(): Promise<string[]>
}

export interface Receiver {
  /** @returns the port @throws OperatorError where it is taken */
  start(): Promise<number>
  /** Takes no more connections; answers what is under way. */
  stop(): Promise<void>
}

/** The one HTTP server: health in both modes, and Slack's requests in HTTP mode. */
export function createReceiver({ port, signingSecret, clock, log, ingest, unready }: Settings): Receiver {
  const key = signingSecret === undefined ? undefined : signingKey(signingSecret)
  const server = createServer({
    requestTimeout: slowestMs,
    headersTimeout: slowestMs,
    connectionsCheckingInterval: 2_000,
  })

  server.on('request', (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0]
    if (path === '/livez') return health(request, response, [])
    if (path === '/readyz') return void unready().then((reasons) => health(request, response, reasons))
    if (path !== '/slack/events' || !key) return discard(request, response, 404)
    if (request.method !== 'POST') return discard(request, response, 405)
    readBody(request, (body) => {
      if (body === 'too much') return refuse(response, 413)
      const type = request.headers['content-type']
      if (isSslCheck(type, body)) return acknowledge(response, undefined)
      if (!isSigned(key, request.headers, body, clock.now())) {
        log.warn({ about: 'receiver', status: 401 }, 'a request without a valid signature was refused')
        return refuse(response, 401)
      }
      const parcel = openParcel(type, body)
      if (!parcel) return refuse(response, 400)
      if (parcel.kind === 'challenge') return acknowledge(response, { challenge: parcel.challenge })
      if (parcel.kind === 'ssl_check') return acknowledge(response, undefined)
      void ingest(parcel.kind, parcel.payload).then((outcome) => answer(response, outcome))
    })
  })

  return {
    start: () => listen(server, port),
    stop: () => closed(server),
  }
}

function readBody(request: IncomingMessage, done: (body: Buffer | 'too much') => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
    else chunks.length = 0
    if (bytes > mostDrained) request.destroy()
  })
  request.on('end', () => {
    const [first = Buffer.alloc(0)] = chunks
    done(bytes > mostBytes ? 'too much' : chunks.length > 1 ? Buffer.concat(chunks) : first)
  })
  // Its sender is gone; there is nobody to answer.
  request.on('error', () => {})
}

function answer(response: ServerResponse, outcome: Outcome): void {
  if ('acknowledge' in outcome) acknowledge(response, outcome.acknowledge)
  else refuse(response, outcome.refuse === 'malformed' ? 400 : 503)
}

function acknowledge(response: ServerResponse, reply: Record<string, unknown> | undefined): void {
  if (reply === undefined) return void response.writeHead(200, { 'content-length': 0 }).end()
  send(response, 200, reply)
}

function health(request: IncomingMessage, response: ServerResponse, reasons: string[]): void {
  request.resume()
  send(response, reasons.length === 0 ? 200 : 503, { ok: reasons.length === 0, reasons })
}

function send(response: ServerResponse, status: number, content: Record<string, unknown>): void {
  const body = Buffer.from(JSON.stringify(content))
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    .end(body)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end()
}

/** Refuses once its body has been read away. */
function discard(request: IncomingMessage, response: ServerResponse, status: number): void {
  readBody(request, () => refuse(response, status))
}

/** Connections that fall idle are closed meanwhile; those of an answer that does not come, in the end. */
function closed(server: Server): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), 50)
  const last = setTimeout(() => server.closeAllConnections(), drainMs)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(closing)
      clearTimeout(last)
      resolve()
    })
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new OperatorError(`Rondo cannot listen on port ${port} (${error.message}): set PORT to a free one.`)),
    )
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}
