import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Clock } from '../../platform/clock.ts'
import { systemClock } from '../../platform/clock.ts'
import { createAlarms } from '../alarms.ts'
import { canTravel } from '../clock.ts'
import { createActivity, type Settling } from './activity.ts'
import type { Office } from './api/method.ts'
import { checkCertificate, createHttpCourier, type HttpDelivery, verifyUrl } from './delivery/http.ts'
import { createSockets, type Sockets } from './delivery/socket.ts'
import { createEvents, knownEvents, verificationToken } from './events.ts'
import { createFaults, type FaultRule, type Faults } from './faults.ts'
import { createWorkspace, resetWorkspace } from './founding.ts'
import { createGrounds, type Grounds } from './grounds.ts'
import { createMailroom } from './mailroom.ts'
import { namesIn } from './names.ts'
import { createRateLimiter, type RateLimitPreset, type RateLimits } from './rate-limits.ts'
import { createResponseUrls } from './response-urls.ts'
import { refuseRealTokens, signingSecret, tokens } from './safety.ts'
import { allScopes } from './scopes.ts'
import type { Seed } from './seed.ts'
import { createSlackServer, type Site } from './server.ts'
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
  /**
   * Time before each repetition of an event: by `clock` when that travels, else real. Left out, Slack's own (at once, a
   * minute, five minutes) on a clock that travels, and real ones in proportion to `ackTimeoutMs` on any other.
   */
  retryDelaysMs?: readonly number[]
  /** Real time between two pings on a socket. */
  pingEveryMs?: number
  scopes?: readonly string[]
  /** The events the app subscribed to, as in a manifest (`message.channels`); all when left out. */
  botEvents?: readonly string[]
  rateLimits?: RateLimits | RateLimitPreset
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
  /** Asks with `ssl_check=1` whether the certificate holds there. Tells whether the app said yes. */
  sslCheck(url: string): Promise<boolean>
  /** Makes something go wrong; the result lifts it. */
  fault(rule: FaultRule): () => void
  /** The rules that stand, and how many times each may still strike. */
  faults(): ReturnType<Faults['standing']>
  /** What else answers at the address from now on. */
  serve(site: Site): void
  /** Switches the rate limits, at any time. */
  limit(limits: RateLimits | RateLimitPreset): void
  readonly sockets: Pick<Sockets, 'count' | 'disconnect' | 'kill'>
  /** Every request and answer, oldest first. */
  readonly traffic: readonly Exchange[]
  /** Calls `listener` whenever something happened between the app and the stand-in; the result ends that. */
  onChange(listener: () => void): () => void
  /** Resolves when nothing is in flight between the app and the stand-in any more. @param app of this process: when that is at rest, too */
  settled(app?: Settling): Promise<void>
  /** Resolves with the first truthy answer, looked at now and after every request; rejects with the last traffic. */
  until<T>(condition: () => T): Promise<Exclude<T, false | 0 | '' | null | undefined>>
  /**
   * Everything is as at the beginning: the workspace as the seed says, no fault, the first rate limits, no traffic, and no
   * event of before comes again. The sockets and the way of delivering stay, and so do its clock and its address.
   */
  reset(): void
  stop(): Promise<void>
}

/** Slack's own: at once, after a minute, after five. */
const slackRetryDelaysMs = [0, 60_000, 300_000]

/** Starts a stand-in for Slack on this machine. A fresh one per test costs a few milliseconds. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  refuseRealTokens(options.seed)
  const { clock = systemClock, ackTimeoutMs = 3000, patienceMs = 10_000, pingEveryMs = 10_000 } = options
  const { retryDelaysMs = canTravel(clock) ? slackRetryDelaysMs : [0, 20 * ackTimeoutMs, 100 * ackTimeoutMs] } = options
  const workspace = createWorkspace(options.seed ?? {}, clock, options.scopes ?? allScopes)
  const activity = createActivity()
  const traffic = createTraffic(clock, options.trafficLimit ?? 5000)
  const faults = createFaults((id) => workspace.channels.get(id)?.name)
  const limiter = createRateLimiter(clock, options.rateLimits ?? 'off')
  const { appId } = workspace.bot
  const sockets = createSockets({ appId, ackTimeoutMs, pingEveryMs, faults, traffic, activity })
  const alarms = createAlarms(clock)
  const mailroom = createMailroom({ faults, limiter, activity, traffic, sockets, alarms, retryDelaysMs })
  const events = createEvents(workspace, new Set(options.botEvents ?? knownEvents), mailroom)
  const office: Office = { workspace, events, triggers: createTriggers(clock), sockets, url: '' }
  const responseUrls = createResponseUrls(office)
  const until = <T>(condition: () => T) => activity.until(condition, patienceMs, () => tailOf(traffic))
  const names = namesIn(workspace)
  let site: Site | undefined
  const wiring = { clock, office, responseUrls, tokens, limiter, faults, traffic, activity, site: () => site }
  const server = createSlackServer(wiring)
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
    sslCheck: async (url) =>
      (await checkCertificate(url, verificationToken, { clock, signingSecret, ackTimeoutMs })).acked,
    fault: faults.add,
    faults: faults.standing,
    serve: (given) => {
      site = given
    },
    limit: limiter.set,
    sockets,
    traffic: traffic.exchanges,
    onChange: activity.onChange,
    settled: activity.settled,
    until,
    reset: () => {
      faults.clear()
      limiter.reset()
      mailroom.forget()
      resetWorkspace(workspace)
      traffic.clear()
    },
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
