import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Clock } from '../../platform/clock.ts'
import { systemClock } from '../../platform/clock.ts'
import { createActivity } from './activity.ts'
import type { Office } from './api/method.ts'
import { createHttpCourier, type HttpDelivery, verifyUrl } from './delivery/http.ts'
import { createSockets, type Sockets } from './delivery/socket.ts'
import { createEvents, knownEvents, verificationToken } from './events.ts'
import { createFaults, type FaultRule } from './faults.ts'
import { createWorkspace } from './founding.ts'
import { createGrounds, type Grounds } from './grounds.ts'
import { createMailroom } from './mailroom.ts'
import { createPage, namesIn } from './page.ts'
import { createRateLimiter, type RateLimits } from './rate-limits.ts'
import { createResponseUrls } from './response-urls.ts'
import { allScopes } from './scopes.ts'
import type { Seed } from './seed.ts'
import { createSlackServer } from './server.ts'
import { createTraffic, type Exchange, tailOf } from './traffic.ts'
import { createTriggers } from './triggers.ts'
import type { Bot, Team, Workspace } from './workspace.ts'

export interface SlackOptions {
  seed?: Seed
  /** Slack's time; the machine's own when left out. Signatures carry it, so Bolt's own HTTP receiver needs it near the real time. */
  clock?: Clock
  /** 0 for any free port. */
  port?: number
  /** Real time an acknowledgement may take; Slack: 3000. */
  ackTimeoutMs?: number
  /** Real time before each repetition of an event; Slack: at once, a minute, five minutes; in proportion to `ackTimeoutMs` when left out. */
  retryDelaysMs?: readonly number[]
  scopes?: readonly string[]
  /** The events the app subscribed to, as in a manifest (`message.channels`); all when left out. */
  botEvents?: readonly string[]
  rateLimits?: RateLimits
  /** How many requests the traffic log keeps. */
  trafficLimit?: number
  /** How long `until` and `nextModal` wait before they give up. */
  patienceMs?: number
}

/** A running stand-in. */
export interface Slack extends Grounds {
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly team: Team
  readonly bot: Bot
  readonly clock: Clock
  /** Everything it knows, for looking at what has no function of its own. */
  readonly workspace: Workspace
  /** Signed HTTP instead of Socket Mode from now on. Rejects when nobody there answers the challenge. */
  deliverTo(to: string | HttpDelivery): Promise<void>
  /** Makes something go wrong; the result lifts it. */
  fault(rule: FaultRule): () => void
  limit(limits: RateLimits): void
  readonly sockets: Pick<Sockets, 'count' | 'disconnect' | 'kill'>
  /** Every request and answer, oldest first. */
  readonly traffic: readonly Exchange[]
  /** Resolves when nothing is in flight between the app and the stand-in any more. */
  settled(): Promise<void>
  /** Resolves with the first truthy answer, looked at now and after every request; rejects with the last traffic. */
  until<T>(condition: () => T): Promise<Exclude<T, false | 0 | '' | null | undefined>>
  stop(): Promise<void>
}

// Put together here, so that no scanner takes them for real ones.
const tokens = { bot: ['xoxb', 'playground', 'bot'].join('-'), app: ['xapp', 'playground', 'app'].join('-') }
const signingSecret = 'playground-signing-secret'

/** Starts a stand-in for Slack on this machine. A fresh one per test costs a few milliseconds. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const { clock = systemClock, ackTimeoutMs = 3000, patienceMs = 10_000 } = options
  const { retryDelaysMs = [0, 20 * ackTimeoutMs, 100 * ackTimeoutMs] } = options
  const workspace = createWorkspace(options.seed ?? {}, clock, options.scopes ?? allScopes)
  const activity = createActivity()
  const traffic = createTraffic(clock, options.trafficLimit ?? 5000)
  const faults = createFaults()
  const limiter = createRateLimiter(clock, options.rateLimits ?? {})
  const sockets = createSockets(workspace.bot.appId, ackTimeoutMs)
  const mailroom = createMailroom(sockets, faults, activity, traffic, retryDelaysMs)
  const events = createEvents(workspace, new Set(options.botEvents ?? knownEvents), mailroom)
  const office: Office = { workspace, events, triggers: createTriggers(clock), sockets, url: '' }
  const responseUrls = createResponseUrls(office)
  const until = <T>(condition: () => T) => activity.until(condition, patienceMs, () => tailOf(traffic))
  const names = namesIn(workspace)
  const page = createPage(workspace, names)
  const server = createSlackServer({ clock, office, responseUrls, tokens, limiter, faults, traffic, activity, page })
  office.url = await listen(server, options.port ?? 0)
  return {
    ...createGrounds(
      { workspace, office, mailroom, responseUrls, forms: new Map(), suggested: new Map(), until },
      names,
    ),
    url: office.url,
    apiUrl: `${office.url}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    team: workspace.team,
    bot: workspace.bot,
    clock,
    workspace,
    deliverTo: async (to) => {
      const delivery = typeof to === 'string' ? { url: to } : to
      const wiring = { clock, signingSecret, ackTimeoutMs }
      await verifyUrl(delivery.url, verificationToken, wiring)
      mailroom.use(createHttpCourier(delivery, wiring))
    },
    fault: faults.add,
    limit: limiter.set,
    sockets,
    traffic: traffic.exchanges,
    settled: activity.settled,
    until,
    stop: async () => {
      mailroom.stop()
      await sockets.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Only on this machine; the address. */
async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
}
