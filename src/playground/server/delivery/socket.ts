import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isJson, parseJson } from '../../json.ts'
import type { Courier, Parcel, Receipt } from './courier.ts'

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export interface Sockets extends Courier {
  /** A single-use ticket for one connection. */
  ticket(): string
  /** Takes an upgrade request over; refuses it when the ticket is unknown or used. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly count: number
  /** Tells every socket to go, as Slack does now and then; the app closes them. */
  disconnect(reason: DisconnectReason): void
  /** Breaks the newest socket without a word. */
  kill(): void
  stop(): Promise<void>
}

interface Connection {
  socket: WebSocket
  leaving: boolean
}

const mostSockets = 10
const pingEveryMs = 10_000
const graceMs = 100

/** Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). An envelope goes to one socket, in turn. */
export function createSockets(appId: string, ackTimeoutMs: number): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const connections = new Set<Connection>()
  const open = new Map<string, { on: Connection; finish: (receipt: Receipt) => void }>()
  const waiting = new Set<() => void>()
  let turn = 0

  const next = () => {
    const able = [...connections].filter((one) => !one.leaving)
    turn += 1
    return able[turn % Math.max(1, able.length)]
  }
  const waitForSocket = () =>
    new Promise<Connection | undefined>((resolve) => {
      const give = (connection: Connection | undefined) => {
        waiting.delete(retry)
        clearTimeout(timer)
        resolve(connection)
      }
      const retry = () => give(next())
      const timer = setTimeout(() => give(undefined), ackTimeoutMs)
      waiting.add(retry)
    })
  const carry = async (parcel: Parcel): Promise<Receipt> => {
    const connection = next() ?? (await waitForSocket())
    if (!connection) return { acked: false, reason: 'connection_failed' }
    const envelopeId = crypto.randomUUID()
    return new Promise((resolve) => {
      const finish = (receipt: Receipt) => {
        open.delete(envelopeId)
        clearTimeout(timer)
        resolve(receipt)
      }
      const timer = setTimeout(() => finish({ acked: false, reason: 'http_timeout' }), ackTimeoutMs)
      open.set(envelopeId, { on: connection, finish })
      connection.socket.send(JSON.stringify(toEnvelope(envelopeId, parcel)))
    })
  }
  const greet = (socket: WebSocket) => {
    const connection: Connection = { socket, leaving: connections.size >= mostSockets }
    const pings = setInterval(() => socket.ping(), pingEveryMs).unref()
    socket.on('message', (data) => {
      const message = parseJson(String(data))
      if (!isJson(message)) return
      open.get(String(message.envelope_id))?.finish({ acked: true, answer: message.payload })
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(pings)
      connections.delete(connection)
      for (const { on, finish } of [...open.values()])
        if (on === connection) finish({ acked: false, reason: 'connection_failed' })
    })
    connections.add(connection)
    if (connection.leaving) {
      say(connection, { type: 'disconnect', reason: 'too_many_websockets', debug_info: {} })
      return
    }
    say(connection, {
      type: 'hello',
      num_connections: connections.size,
      connection_info: { app_id: appId },
      debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18060 },
    })
    for (const retry of [...waiting]) retry()
  }
  return {
    carry,
    get count() {
      return connections.size
    },
    ticket: () => {
      const ticket = crypto.randomUUID()
      tickets.add(ticket)
      return ticket
    },
    accept: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      server.handleUpgrade(request, socket, head, greet)
    },
    disconnect: (reason) => {
      for (const connection of connections) {
        connection.leaving = true
        say(connection, { type: 'disconnect', reason, debug_info: { host: 'playground' } })
      }
    },
    kill: () => [...connections].at(-1)?.socket.terminate(),
    stop: async () => {
      for (const { finish } of [...open.values()]) finish({ acked: false, reason: 'connection_failed' })
      await Promise.all([...connections].map(({ socket }) => hangUp(socket)))
      server.close()
    },
  }
}

/** Closes politely; without an answer soon, at once. */
function hangUp(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), graceMs)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.close(1001)
  })
}

function say({ socket }: Connection, message: unknown): void {
  socket.send(JSON.stringify(message))
}

function toEnvelope(envelopeId: string, { kind, payload, retry }: Parcel) {
  return {
    envelope_id: envelopeId,
    type: kind,
    accepts_response_payload: kind !== 'events_api' && payload.type !== 'block_actions',
    payload,
    ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
  }
}
