import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { Slack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'

export type Envelope = Record<string, unknown> & { envelope_id: string; payload: Record<string, unknown> }

/** One socket of an app that acknowledges only what it is told to. */
export interface RawSocket {
  readonly greeting: Record<string, unknown>
  /** Everything that came after the greeting. */
  readonly got: Envelope[]
  ack(envelope: Envelope | undefined, payload?: unknown): void
  readonly closed: Promise<unknown>
  close(): void
}

/** What to answer to an envelope; undefined for no acknowledgement. */
export type Answerer = (envelope: Envelope) => object | undefined

/** Opens a socket by a fresh ticket. */
export async function openSocket(slack: Slack, answer: Answerer = () => undefined): Promise<RawSocket> {
  const { body } = await call(slack, 'apps.connections.open', {}, slack.appToken)
  const socket = new WebSocket(String(body.url))
  const got: Envelope[] = []
  const greeting = new Promise<Record<string, unknown>>((resolve) => {
    socket.once('message', (first) => {
      resolve(JSON.parse(String(first)))
      socket.on('message', (data) => {
        const envelope: Envelope = JSON.parse(String(data))
        got.push(envelope)
        const payload = envelope.envelope_id ? answer(envelope) : undefined
        if (payload) ack(envelope, payload)
      })
    })
  })
  const ack = (envelope: Envelope | undefined, payload: unknown = {}) =>
    socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id, payload }))
  const closed = once(socket, 'close')
  return { greeting: await greeting, got, ack, closed, close: () => socket.close() }
}

export interface RawRequest {
  headers: IncomingMessage['headers']
  body: string
}

/** An HTTP app that keeps what it was sent and answers what it is told to; url_verification by itself. */
export interface RawServer {
  readonly url: string
  readonly got: RawRequest[]
  stop(): Promise<void>
}

export type HttpAnswer = { status?: number; headers?: Record<string, string>; body?: string } | 'never'

export async function openServer(answer: (request: RawRequest) => HttpAnswer = () => ({})): Promise<RawServer> {
  const got: RawRequest[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const challenge = body.startsWith('{') ? JSON.parse(body).challenge : undefined
    if (challenge) return response.end(challenge)
    const one = { headers: request.headers, body }
    got.push(one)
    const how = answer(one)
    if (how !== 'never') response.writeHead(how.status ?? 200, how.headers).end(how.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    got,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
