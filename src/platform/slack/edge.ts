/** The Slack edge: hears from Slack over HTTP or Socket Mode, keeps what it hears, and lets the features answer. */
import { sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../config.ts'
import type { Engine } from '../database/database.ts'
import type { Feature } from '../feature.ts'
import type { Log } from '../log.ts'
import { answerSubmission, answerSuggestion, type Reply } from './answer.ts'
import type { Arrival } from './arrival.ts'
import { createBolt } from './bolt.ts'
import type { SlackClients } from './client.ts'
import { handleEvent } from './events.ts'
import { handleConversing, nameOf, spotOf, tell } from './handle.ts'
import { createIngest } from './ingest.ts'
import { somethingWrong } from './messages.ts'
import { createQueue } from './queue.ts'
import { createReceiver } from './receiver.ts'
import { registryOf } from './registry.ts'
import { createReplier } from './reply.ts'
import { createSocket } from './socket.ts'
import type { InstalledWorkspace, Surroundings, WhoIs } from './surroundings.ts'

export interface SlackEdgeSettings {
  db: Db
  engine: Engine
  clock: Clock
  log: Log
  config: {
    /** 0 for any free port. */
    port: number
    botToken: string
    /** Another address than Slack's own, ending in `/api/`. */
    apiUrl?: string | undefined
    connection: Connection
  }
  clients: SlackClients
  workspace: InstalledWorkspace
  features: readonly Feature[]
  whoIs: WhoIs
  /** Called when something was handled, and so may have something to say. */
  handled?: () => void
}

export interface SlackEdge {
  /** Takes up what was left, then hears from Slack. @throws OperatorError */
  start(): Promise<{ port: number }>
  /** Hears no more, lets what runs end (ten seconds at most) and leaves the rest in the inbox. */
  stop(): Promise<void>
  /** Why it cannot work at the moment; empty when it can. */
  ready(): string[]
  /** Resolves when nothing runs or waits. */
  settled(): Promise<void>
}

/** @throws where two features claim one word or one listener */
export function createSlackEdge(settings: SlackEdgeSettings): SlackEdge {
  const { db, engine, clock, log, config, clients, workspace, features, whoIs, handled } = settings
  const { apiUrl, botToken, port, connection } = config
  const registry = registryOf(features)
  const replier = createReplier({ post: clients.post, apiUrl, log })
  const around: Surroundings = {
    db,
    clock,
    log,
    clients,
    replier,
    registry,
    workspace,
    whoIs,
    afterwards: (task) => queue.run(task),
  }
  let state: 'new' | 'running' | 'stopping' = 'new'
  let answering = 0

  const process = createBolt({
    token: botToken,
    apiUrl,
    log,
    workspace,
    async dispatch(arrival) {
      const reply = await dispatch(arrival, around)
      handled?.()
      return reply
    },
  })
  const queue = createQueue({
    db,
    engine,
    clock,
    log,
    handle: async (arrival) => void (await process(arrival)),
    abandon: (arrival, reference) => apologise(arrival, reference, around),
  })
  const heard = createIngest({ log, now: clock.now, workspace, registry, queue, process })
  const ingest: typeof heard = async (kind, payload) => {
    answering += 1
    try {
      return await heard(kind, payload)
    } finally {
      answering -= 1
    }
  }
  const socket =
    connection.mode === 'socket'
      ? createSocket({ appToken: connection.appToken, apiUrl, log, ingest }, connection.longestPauseMs)
      : undefined
  const signingSecret = connection.mode === 'http' ? connection.signingSecret : undefined
  const receiver = createReceiver({ port, signingSecret, clock, log, ingest, unready })

  function ready(): string[] {
    return [
      ...(state === 'running' ? [] : [state === 'new' ? 'starting' : 'stopping']),
      ...(queue.healthy() ? [] : ['the database cannot be written']),
      ...(socket && socket.open() === 0 ? ['no Socket Mode connection'] : []),
    ]
  }

  async function unready(): Promise<string[]> {
    const reachable = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return [...ready(), ...(reachable ? [] : ['the database does not answer'])]
  }

  async function listen(): Promise<number> {
    await queue.resume()
    const bound = await receiver.start()
    await socket?.start()
    return bound
  }

  async function stop(): Promise<void> {
    state = 'stopping'
    await Promise.all([receiver.stop(), socket?.stop(), queue.stop()])
  }

  return {
    async start() {
      try {
        const bound = await listen()
        state = 'running'
        log.info({ about: 'slack edge', port: bound, kind: connection.mode }, 'listening')
        return { port: bound }
      } catch (error) {
        // A supervisor that starts us again and again would use up the attempts of what was taken up.
        await stop()
        throw error
      }
    },
    stop,
    ready,
    async settled() {
      do {
        await queue.settled()
        await new Promise((resolve) => setImmediate(resolve))
      } while (answering > 0)
      await queue.settled()
    },
  }
}

async function dispatch(arrival: Arrival, around: Surroundings): Promise<Reply> {
  if (arrival.kind === 'submission') return answerSubmission(arrival, around)
  if (arrival.kind === 'suggestion') return answerSuggestion(arrival, around)
  await (arrival.kind === 'event' ? handleEvent(arrival, around) : handleConversing(arrival, around))
  return undefined
}

/** Where somebody waits for what was dropped, they are told; in both languages, since finding theirs may be what failed. */
async function apologise(arrival: Arrival, reference: string, around: Surroundings): Promise<void> {
  if (arrival.kind !== 'command' && arrival.kind !== 'click' && arrival.kind !== 'shortcut') return
  around.log.info({ listener: nameOf(arrival), reference }, 'the person is told')
  await tell(spotOf(arrival), `${somethingWrong('en', reference)}\n${somethingWrong('nl', reference)}`, around)
}
