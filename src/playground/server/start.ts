import type { AddressInfo } from 'node:net'
import type { Clock } from '../../platform/clock.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Plain, plain } from '../plain.ts'
import { createActivity } from './activity.ts'
import type { Office } from './api/method.ts'
import { createHttpCourier, type HttpDelivery, verifyUrl } from './delivery/http.ts'
import { createSockets, type Sockets } from './delivery/socket.ts'
import { createEvents, knownEvents, verificationToken } from './events.ts'
import { createFaults, type FaultRule } from './faults.ts'
import { addChannel, addUser, createWorkspace } from './founding.ts'
import { getChannel } from './lookup.ts'
import { createMailroom } from './mailroom.ts'
import { threadOf } from './messages.ts'
import { createPage, namesIn, readerOf } from './page.ts'
import type { Desk } from './people/desk.ts'
import { createPerson, type Person } from './people/person.ts'
import { createRateLimiter, type RateLimits } from './rate-limits.ts'
import { createResponseUrls, type ResponseUrls } from './response-urls.ts'
import { allScopes } from './scopes.ts'
import type { Seed, SeedChannel, SeedUser } from './seed.ts'
import { createSlackServer } from './server.ts'
import { createTraffic, type Exchange, tailOf } from './traffic.ts'
import { createTriggers } from './triggers.ts'
import type { Bot, Channel, Message, Team, Workspace } from './workspace.ts'

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
export interface Slack {
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
  /** Somebody, by id or name. */
  person(idOrName: string): Person
  addPerson(seed: SeedUser): Person
  channel(idOrName: string): Channel
  addChannel(seed: SeedChannel): Channel
  /** Archives a channel, or takes it out of the archive. */
  archive(channel: string, archived?: boolean): void
  /** Takes the app into a channel, as `/invite` does, or out of it. */
  invite(channel: string): void
  remove(channel: string): void
  /** Roots and replies of a channel, oldest first. */
  messages(channel: string): Message[]
  /** A root and its replies. */
  thread(channel: string, ts: string): Message[]
  /** Makes something go wrong; the result lifts it. */
  fault(rule: FaultRule): () => void
  limit(limits: RateLimits): void
  readonly sockets: Pick<Sockets, 'count' | 'disconnect' | 'kill'>
  /** Takes the app off the workspace; its token meets `error` from then on. */
  uninstall(error?: 'account_inactive' | 'token_revoked' | 'token_expired'): void
  /** Every request and answer, oldest first. */
  readonly traffic: readonly Exchange[]
  /** Resolves when nothing is in flight between the app and the stand-in any more. */
  settled(): Promise<void>
  /** Resolves with the first truthy answer, looked at now and after every request; rejects with the last traffic. */
  until<T>(condition: () => T): Promise<Exclude<T, false | 0 | '' | null | undefined>>
  /** A message or view as this person reads it. */
  plain(thing: Plain, reader?: string): string
  stop(): Promise<void>
}

// Put together here, so that no scanner takes them for real ones.
const tokens = { bot: ['xoxb', 'playground', 'bot'].join('-'), app: ['xapp', 'playground', 'app'].join('-') }
const signingSecret = 'playground-signing-secret'

/** Starts a stand-in for Slack on this machine. A fresh one per test costs a few milliseconds. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const clock = options.clock ?? systemClock
  const ackTimeoutMs = options.ackTimeoutMs ?? 3000
  const patienceMs = options.patienceMs ?? 10_000
  const workspace = createWorkspace(options.seed ?? {}, clock, options.scopes ?? allScopes)
  const activity = createActivity()
  const traffic = createTraffic(clock, options.trafficLimit ?? 5000)
  const faults = createFaults()
  const limiter = createRateLimiter(clock, options.rateLimits ?? {})
  const sockets = createSockets(workspace.bot.appId, ackTimeoutMs)
  const retryDelaysMs = options.retryDelaysMs ?? [0, 20 * ackTimeoutMs, 100 * ackTimeoutMs]
  const mailroom = createMailroom(sockets, faults, activity, traffic, retryDelaysMs)
  const office: Office = {
    workspace,
    events: createEvents(workspace, new Set(options.botEvents ?? knownEvents), mailroom),
    triggers: createTriggers(clock),
    sockets,
    url: '',
  }
  const responseUrls: ResponseUrls = createResponseUrls(office)
  const until = <T>(condition: () => T) => activity.until(condition, patienceMs, () => tailOf(traffic))
  const desk: Desk = { workspace, office, mailroom, responseUrls, forms: new Map(), suggested: new Map(), until }
  const names = namesIn(workspace)
  const page = createPage(workspace, names)
  const server = createSlackServer({ clock, office, responseUrls, tokens, limiter, faults, traffic, activity, page })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  office.url = `http://127.0.0.1:${port}`
  const seen = new Map<string, number>()
  const person = (idOrName: string) => createPerson(desk, idOrName, seen)
  const membership = (named: string, type: 'member_joined_channel' | 'member_left_channel') => {
    const channel = getChannel(workspace, named)
    if (type === 'member_joined_channel') channel.members.add(workspace.bot.userId)
    else channel.members.delete(workspace.bot.userId)
    office.events.membership(type, channel, workspace.bot.userId)
  }
  return {
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
    person,
    addPerson: (seed) => {
      const user = addUser(workspace, seed)
      office.events.userChanged(user, 'team_join')
      return person(user.id)
    },
    channel: (named) => getChannel(workspace, named),
    addChannel: (seed) => addChannel(workspace, seed),
    archive: (named, archived = true) => {
      const channel = getChannel(workspace, named)
      channel.archived = archived
      office.events.archived(channel)
    },
    invite: (named) => membership(named, 'member_joined_channel'),
    remove: (named) => membership(named, 'member_left_channel'),
    messages: (named) => [...getChannel(workspace, named).messages],
    thread: (named, ts) => threadOf(getChannel(workspace, named), ts),
    fault: faults.add,
    limit: limiter.set,
    sockets,
    uninstall: (error = 'account_inactive') => {
      office.events.uninstalled()
      workspace.tokenError = error
    },
    traffic: traffic.exchanges,
    settled: activity.settled,
    until,
    plain: (thing, reader) =>
      plain(thing, { ...names, reader: reader === undefined ? undefined : readerOf(workspace, reader) }),
    stop: async () => {
      mailroom.stop()
      await sockets.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
