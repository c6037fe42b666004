/**
 * A closed-loop load on one server, from its own process: `node bench/load.ts http|socket <port> <seconds> <connections>`.
 * Every command is different and signed beforehand, so that neither making nor signing them is measured.
 * Prints one JSON line: acknowledgements per second, and the latencies in milliseconds.
 */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { signingSecret, team } from './fixture.ts'

const [kind = 'http', port = '0', seconds = '5', connections = '32'] = process.argv.slice(2)
const millis = Number(seconds) * 1000
const inFlight = Number(connections)

function commandFields(n: number): Record<string, string> {
  return {
    token: 'unused',
    team_id: team.id,
    team_domain: 'bench',
    channel_id: 'C0BENCH001',
    channel_name: 'general',
    user_id: 'U0BENCH001',
    user_name: 'bench',
    command: '/rondo',
    text: 'bench',
    api_app_id: team.appId,
    is_enterprise_install: 'false',
    response_url: `http://127.0.0.1:1/commands/${n}`,
    trigger_id: `${process.pid}${Date.now()}.${n}.0123456789abcdef0123456789abcdef`,
  }
}

function* requests(): Generator<Buffer> {
  for (let n = 0; ; n += 1) {
    const body = new URLSearchParams(commandFields(n)).toString()
    const timestamp = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    yield Buffer.from(
      `POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${body.length}\r\nX-Slack-Request-Timestamp: ${timestamp}\r\nX-Slack-Signature: v0=${signature}\r\n\r\n${body}`,
    )
  }
}

interface Result {
  perSecond: number
  p50: number
  p99: number
  failed: number
}

function summed(latencies: number[], elapsed: number, failed: number): Result {
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2))
  return { perSecond: Math.round((latencies.length / elapsed) * 1000), p50: at(0.5), p99: at(0.99), failed }
}

async function overHttp(): Promise<Result> {
  const source = requests()
  // More than any server answers in the time; made before the clock starts.
  const prepared = Array.from({ length: Number(seconds) * 16_000 }, () => source.next().value as Buffer)
  let next = 0
  let failed = 0
  const latencies: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const socket = connect(Number(port), '127.0.0.1')
      socket.setNoDelay(true)
      let sentAt = 0
      const send = () => {
        const request = prepared[next++]
        if (!request || performance.now() - started > millis) {
          socket.destroy()
          return resolve()
        }
        sentAt = performance.now()
        socket.write(request)
      }
      socket.on('connect', send)
      socket.on('data', (chunk) => {
        if (!chunk.toString('latin1', 0, 12).endsWith('200')) failed += 1
        latencies.push(performance.now() - sentAt)
        send()
      })
      socket.on('error', reject)
      return promise
    }),
  )
  return summed(latencies, performance.now() - started, failed)
}

/** Plays Slack's side of Socket Mode: hands out an address, then sends commands and waits for their acknowledgements. */
async function overSocket(): Promise<Result> {
  const latencies: number[] = []
  const sent = new Map<string, number>()
  const sockets: WebSocket[] = []
  const done = Promise.withResolvers<Result>()
  let n = 0
  let started = 0
  const http = createServer((request, response) => {
    const { port: own } = http.address() as { port: number }
    const path = request.url ?? ''
    const answer = path.includes('apps.connections.open')
      ? { ok: true, url: `ws://127.0.0.1:${own}/link` }
      : {
          ok: true,
          team_id: team.id,
          user_id: team.botUserId,
          bot_id: team.botId,
          user: 'bench',
          team: 'bench',
          url: 'http://x/',
        }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  const send = () => {
    const socket = sockets[n % sockets.length]
    const id = `e${n}`
    sent.set(id, performance.now())
    const payload = commandFields(n++)
    socket?.send(JSON.stringify({ envelope_id: id, type: 'slash_commands', payload, accepts_response_payload: true }))
  }
  const begin = () => {
    started = performance.now()
    for (let k = 0; k < inFlight; k += 1) send()
  }
  const wanted = Number(port)
  new WebSocketServer({ server: http, path: '/link' }).on('connection', (socket) => {
    sockets.push(socket)
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        debug_info: {},
        connection_info: { app_id: team.appId },
      }),
    )
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(data.toString()) as { envelope_id: string }
      const at = sent.get(envelope_id)
      if (at === undefined) return
      sent.delete(envelope_id)
      latencies.push(performance.now() - at)
      const elapsed = performance.now() - started
      if (elapsed < millis) send()
      else if (sent.size === 0) done.resolve(summed(latencies, elapsed, 0))
    })
    if (sockets.length === wanted) setTimeout(begin, 300)
  })
  http.listen(0, '127.0.0.1', () =>
    process.send?.({ apiUrl: `http://127.0.0.1:${(http.address() as { port: number }).port}/api/` }),
  )
  return done.promise
}

const result = kind === 'http' ? await overHttp() : await overSocket()
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)
