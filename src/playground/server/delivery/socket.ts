import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isJson, parseJson } from '../../json.ts'
import type { Activity } from '../activity.ts'
import type { DisconnectReason, Faults } from '../faults.ts'
import type { Traffic } from '../traffic.ts'
import type { Courier, Parcel } from './courier.ts'
import { createEnvelopes } from './envelopes.ts'
import { type Connection, createLine } from './line.ts'

export interface Sockets extends Courier {
  /** A single-use ticket for one connection. */
  ticket(): string
  /** Takes an upgrade request over; refuses it when the ticket is unknown or used. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly count: number
  /** Tells every socket to go, as Slack does now and then; the app closes them. */
  disconnect(reason: DisconnectReason): void
  /** Breaks the newest socket, or all, without a word. */
  kill(which?: 'newest' | 'all'): void
  stop(): Promise<void>
}

export interface SocketWiring {
  appId: string
  /** Real time. */
  ackTimeoutMs: number
  /** Real time between two pings; Slack wants to be heard of every 30 seconds. */
  pingEveryMs?: number
  faults: Faults
  traffic: Traffic
  activity: Activity
}

const mostSockets = 10
const graceMs = 100

/** Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). An envelope goes to one socket, in turn. */
export function createSockets(wiring: SocketWiring): Sockets {
  const { ackTimeoutMs, faults } = wiring
  const server = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Set<string>()
  const connections = new Set<Connection>()
  const unanswered = new Set<Duplex>()
  const envelopes = createEnvelopes<Connection>(ackTimeoutMs)
  const line = createLine(connections, ackTimeoutMs)

  const note = (exchange: Parameters<Traffic['add']>[0]) => {
    wiring.traffic.add(exchange)
    wiring.activity.look()
  }
  const hear = (text: string) => {
    const message = parseJson(text)
    if (!isJson(message) || !envelopes.acknowledge(String(message.envelope_id), message.payload))
      note({ from: 'app', what: 'socket', request: message ?? text, answer: 'nothing waits for that' })
  }
  const disconnect = (connection: Connection, reason: DisconnectReason) => {
    connection.leaving = true
    const request = toDisconnect(reason)
    say(connection, request)
    note({ from: 'slack', what: 'socket disconnect', request, answer: undefined })
  }
  const disconnectAll = (reason: DisconnectReason) => {
    for (const connection of connections) disconnect(connection, reason)
  }
  const greet = (socket: WebSocket) => {
    const connection: Connection = { socket, leaving: false }
    const full = connections.size >= mostSockets
    connections.add(connection)
    keepAlive(socket, wiring)
    socket.on('message', (data) => hear(String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      connections.delete(connection)
      envelopes.lose(connection)
      note({ from: 'app', what: 'socket close', request: { code }, answer: undefined })
    })
    const hello = toHello(wiring.appId, connections.size)
    note({ from: 'app', what: 'socket open', request: undefined, answer: full ? 'one too many' : hello })
    if (full) disconnect(connection, 'too_many_websockets')
    else say(connection, hello)
    line.arrived()
  }
  const refuse = (socket: Duplex, status: number, why: string) => {
    note({ from: 'app', what: 'socket open', request: undefined, answer: why, status })
    socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`)
  }
  return {
    carry: async (parcel, cut = false) => {
      const connection = await line.next()
      if (!connection) return { acked: false, reason: 'connection_failed' }
      const { id, receipt } = envelopes.open(connection)
      say(connection, toEnvelope(id, parcel), cut ? () => connection.socket.terminate() : undefined)
      return receipt
    },
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
      const fault = faults.take('socket', {}, 'socket')
      if (fault?.kind === 'status') return refuse(socket, fault.status, 'failed, as was asked')
      if (fault?.kind === 'dropBefore' || fault?.kind === 'neverAnswer') {
        fault.kind === 'dropBefore' ? socket.destroy() : unanswered.add(socket)
        return note({ from: 'app', what: 'socket open', request: undefined, answer: `${fault.kind}, as was asked` })
      }
      if (!tickets.delete(ticket)) return refuse(socket, 403, 'no such ticket')
      if (fault?.kind === 'refuseTicket') return refuse(socket, 403, 'refused, as was asked')
      server.handleUpgrade(request, socket, head, greet)
    },
    disconnect: disconnectAll,
    kill: (which = 'newest') => {
      for (const { socket } of [...connections].slice(which === 'all' ? 0 : -1)) socket.terminate()
    },
    stop: async () => {
      line.end()
      envelopes.lose()
      for (const socket of unanswered) socket.destroy()
      await Promise.all([...connections].map(({ socket }) => hangUp(socket)))
      server.close()
    },
  }
}

/** Pings, and answers pings, unless a fault keeps Slack from it. */
function keepAlive(socket: WebSocket, { faults, pingEveryMs = 10_000 }: SocketWiring): void {
  const pings = setInterval(() => {
    if (!faults.take('socket', {}, 'ping')) socket.ping()
  }, pingEveryMs).unref()
  socket.on('ping', (data) => {
    if (!faults.take('socket', {}, 'pong')) socket.pong(data)
  })
  socket.on('close', () => clearInterval(pings))
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

function say({ socket }: Connection, message: unknown, sent?: () => void): void {
  socket.send(JSON.stringify(message), sent)
}

function toHello(appId: string, connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: appId },
    debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18060 },
  }
}

function toDisconnect(reason: DisconnectReason) {
  return { type: 'disconnect', reason, debug_info: { host: 'playground' } }
}

function toEnvelope(id: string, { kind, payload, retry }: Parcel) {
  return {
    envelope_id: id,
    type: kind,
    accepts_response_payload: kind !== 'events_api' && payload.type !== 'block_actions',
    payload,
    ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
  }
}
