import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isJson, parseJson } from '../../json.ts'
import type { Courier, Parcel, Receipt } from './courier.ts'
import { createEnvelopes } from './envelopes.ts'

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

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
  const envelopes = createEnvelopes<Connection>(ackTimeoutMs)
  const line = createLine(connections, ackTimeoutMs)

  const carry = async (parcel: Parcel): Promise<Receipt> => {
    const connection = await line.next()
    if (!connection) return { acked: false, reason: 'connection_failed' }
    const { id, receipt } = envelopes.open(connection)
    say(connection, toEnvelope(id, parcel))
    return receipt
  }
  const greet = (socket: WebSocket) => {
    const connection: Connection = { socket, leaving: connections.size >= mostSockets }
    const pings = setInterval(() => socket.ping(), pingEveryMs).unref()
    socket.on('message', (data) => {
      const message = parseJson(String(data))
      if (isJson(message)) envelopes.acknowledge(String(message.envelope_id), message.payload)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(pings)
      connections.delete(connection)
      envelopes.lose(connection)
    })
    connections.add(connection)
    say(connection, connection.leaving ? toDisconnect('too_many_websockets') : toHello(appId, connections.size))
    line.arrived()
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
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, greet)
      else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    },
    disconnect: (reason) => {
      for (const connection of connections) {
        connection.leaving = true
        say(connection, toDisconnect(reason))
      }
    },
    kill: () => [...connections].at(-1)?.socket.terminate(),
    stop: async () => {
      line.end()
      envelopes.lose()
      await Promise.all([...connections].map(({ socket }) => hangUp(socket)))
      server.close()
    },
  }
}

interface Line {
  /** The socket whose turn it is; waits for one, and gives up after a while. */
  next(): Promise<Connection | undefined>
  /** A socket is new. */
  arrived(): void
  /** Nobody will come any more. */
  end(): void
}

function createLine(connections: Set<Connection>, patienceMs: number): Line {
  const waiting = new Set<(end?: boolean) => void>()
  let turn = 0
  const pick = () => {
    const able = [...connections].filter((one) => !one.leaving && one.socket.readyState === one.socket.OPEN)
    turn += 1
    return able[turn % Math.max(1, able.length)]
  }
  const wait = () =>
    new Promise<Connection | undefined>((resolve) => {
      const timer = setTimeout(() => give(undefined), patienceMs)
      const give = (connection: Connection | undefined) => {
        waiting.delete(look)
        clearTimeout(timer)
        resolve(connection)
      }
      const look = (end = false) => {
        const connection = pick()
        if (connection || end) give(connection)
      }
      waiting.add(look)
    })
  return {
    next: async () => pick() ?? wait(),
    arrived: () => {
      for (const look of [...waiting]) look()
    },
    end: () => {
      for (const look of [...waiting]) look(true)
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
