import { SocketModeClient } from '@slack/socket-mode'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { clientOptions } from './client.ts'
import type { Ingest } from './ingest.ts'

const connectMs = 10_000
const closeMs = 2_000
const drainMs = 10_000

export interface LinkSettings {
  appToken: string
  apiUrl: string | undefined
  log: Log
  ingest: Ingest
}

/** One connection, from hello to its end. */
export interface Link {
  /** Resolves when it should be replaced: to Slack's reason ('warning', 'refresh_requested', 'link_disabled', …), or to 'closed'. */
  ending: Promise<string>
  isOpen(): boolean
  /** Closes it once what came over it is acknowledged; after ten seconds at the latest. */
  close(): Promise<void>
}

const envelope = z.object({
  type: z.string(),
  reason: z.string().optional(),
  envelope_id: z.string().optional(),
  payload: z.record(z.string(), z.unknown()).optional(),
})

const kinds = new Map<string, Parameters<Ingest>[0]>([
  ['slash_commands', 'command'],
  ['interactive', 'interactive'],
  ['events_api', 'event'],
])

/**
 * Opens a connection. The package's client is used for the address, the handshake and the heartbeat. What it does with
 * messages is replaced: it throws into nowhere on an event without a body, closes before there is another connection when
 * Slack wants to refresh one, and logs whole payloads.
 */
export async function openLink({ appToken, apiUrl, log, ingest }: LinkSettings): Promise<Link> {
  const { logger, ...options } = clientOptions(apiUrl, log)
  const client = new SocketModeClient({ appToken, autoReconnectEnabled: false, logger, clientOptions: options })
  const ending = Promise.withResolvers<string>()
  const acknowledging = new Set<Promise<void>>()
  let open = false

  const [greet] = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const message = messageOf(data)
    if (message?.type === 'hello') void greet?.(data, isBinary)
    else if (message?.type === 'disconnect') retire(message.reason)
    else if (message) track(receive(message))
  })
  client.on('disconnected', () => {
    open = false
    ending.resolve('closed')
  })

  function retire(reason: string | undefined): void {
    log.info({ about: 'socket', reason }, 'Slack asks for another connection')
    ending.resolve(reason ?? 'warning')
  }

  async function receive({ type, envelope_id: id, payload }: z.infer<typeof envelope>): Promise<void> {
    const kind = kinds.get(type)
    if (!kind || id === undefined || !payload) return
    const outcome = await ingest(kind, payload)
    if (!('acknowledge' in outcome)) return
    const reply = outcome.acknowledge ? { payload: outcome.acknowledge } : {}
    client.websocket?.send(JSON.stringify({ envelope_id: id, ...reply }), (error?: unknown) => {
      if (error) log.warn({ about: 'socket', error }, 'an acknowledgement could not be sent')
    })
  }

  function track(work: Promise<void>): void {
    acknowledging.add(work)
    void work.finally(() => acknowledging.delete(work))
  }

  async function close(): Promise<void> {
    await within(drainMs, Promise.all(acknowledging))
    if (client.websocket) await within(closeMs, client.disconnect())
  }

  try {
    await greeted(client)
  } catch (error) {
    void close().catch(() => {})
    // Slack may say hello yet: to a connection that nobody would tend.
    client.on('connected', () => void close().catch(() => {}))
    throw error
  }
  open = true
  return { ending: ending.promise, isOpen: () => open, close }
}

/** Connected means that Slack said hello; the package would wait for that for ever. */
async function greeted(client: SocketModeClient): Promise<void> {
  const started = client.start().then(() => true)
  // It may fail after we stopped waiting.
  started.catch(() => {})
  if (!(await within(connectMs, started))) throw new Error('Slack did not say hello in time.')
}

/** @returns undefined where it takes longer */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, ms, undefined)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

function messageOf(data: unknown): z.infer<typeof envelope> | undefined {
  try {
    return envelope.safeParse(JSON.parse(String(data))).data
  } catch {
    return undefined
  }
}
