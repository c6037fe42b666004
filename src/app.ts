/** The product: the features, each handed what it depends on, and the machinery that runs them. */
import type { WebClient } from '@slack/web-api'
import type { Db } from '../db/schema.ts'
import { accounts } from './accounts/index.ts'
import { actions } from './actions/index.ts'
import { agreements } from './agreements/index.ts'
import { actionChanged, announced, checkInsInUse, checkins, nextDate, stillOpenChanged } from './checkins/index.ts'
import { goals } from './goals/index.ts'
import { home } from './home/index.ts'
import {
  askedNow,
  begun,
  decidersOf,
  findMember,
  heldBackFrom,
  insider,
  nextStart,
  partnerships,
  partnershipsLedBy,
  partnershipsOf,
  pilotFor,
  teamLeadOf,
} from './partnerships/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import { gathered } from './platform/delivery/gathered.ts'
import { createDelivery, type Delivery } from './platform/delivery/loop.ts'
import { noteRestored } from './platform/delivery/restored.ts'
import { undecided } from './platform/delivery/undecided.ts'
import { followZoneData } from './platform/delivery/zone-data.ts'
import type { Feature, Finding } from './platform/feature.ts'
import { createHousekeeping } from './platform/housekeeping.ts'
import type { Language } from './platform/i18n.ts'
import { type Log, silentLog } from './platform/log.ts'
import type { Item } from './platform/rendered.ts'
import { type SlackClients, slackClients } from './platform/slack/client.ts'
import { createSlackEdge } from './platform/slack/edge.ts'
import { askWhoWeAre, findOutWhoWeAre } from './platform/slack/installation.ts'
import { notAllFound } from './platform/slack/messages.ts'
import { askSlackTime } from './platform/slack/time.ts'
import { trends } from './trends/index.ts'
import {
  type Defaults,
  ensureWorkspace,
  findOnlyWorkspace,
  findPeople,
  getWorkspace,
  type Workspace,
  whoIs,
  workspaces,
} from './workspaces/index.ts'

export interface RondoSettings {
  database: Database
  clock: Clock
  log: Log
  config: Pick<Config, 'botToken' | 'connection' | 'port' | 'slackApiUrl' | 'defaultLocale'> &
    Partial<Pick<Config, 'restored'>>
}

export interface Rondo {
  /** For health checks and, over HTTP, for Slack. */
  port: number
  /** Why it cannot work at the moment; empty when it can. */
  ready(): string[]
  /** Does what is due as time goes by. */
  run(): void
  /** Does all that is due at what the clock shows: for those who move the clock themselves instead of `run`. */
  settle(): Promise<void>
  /** When something is due next: epoch milliseconds. */
  nextDue: Delivery['nextDue']
  /** Ends within some twenty seconds; what is unfinished is kept and goes on at the next start. */
  stop(): Promise<void>
}

/**
 * Finds out who it is in Slack, and hears from Slack. Time does nothing yet: see `run`.
 * @throws OperatorError when Slack cannot be used as it was set up
 */
export async function startRondo({ database, clock, log, config }: RondoSettings): Promise<Rondo> {
  const { db, engine } = database
  const { botToken, connection, port, slackApiUrl, defaultLocale, restored = false } = config
  const slack = slackClients({ token: botToken, apiUrl: slackApiUrl, log })
  const workspace = await findOutWorkspace(db, slack, clock, log)
  const defaults = { language: defaultLocale, zone: 'UTC' }
  const features = allFeatures(defaults, log)
  const recognise = whoIs(db, log, defaults)
  const edge = createSlackEdge({
    db,
    engine,
    clock,
    log,
    config: { port, botToken, apiUrl: slackApiUrl, connection },
    clients: slack,
    workspace,
    features,
    whoIs: (actor) => recognise(actor, clock.now()),
    handled: () => delivery.wake(),
  })
  if (restored) await noteRestored(db, clock.now())
  await followZoneData(db, log)
  const delivery = createDelivery({
    db,
    engine,
    slack,
    clock,
    log,
    messages: Object.assign({}, ...features.map(({ messages }) => messages)),
    schedules: Object.assign({}, ...features.map(({ schedules }) => schedules)),
    jobs: features.flatMap(({ jobs }) => jobs ?? []),
    pilotFor,
    askTime: () => askSlackTime(slackApiUrl),
  })
  const housekeeping = createHousekeeping({ database, clock, log })
  const listening = await edge.start()
  return {
    port: listening.port,
    ready: edge.ready,
    run() {
      delivery.start()
      housekeeping.start()
    },
    async settle() {
      await edge.settled()
      await delivery.settle()
    },
    nextDue: delivery.nextDue,
    async stop() {
      housekeeping.stop()
      const giveBack = delivery.stop().catch((error: unknown) => {
        log.error(
          { about: 'delivery', error },
          'deliveries cannot be left in order; they will be when their leases end',
        )
      })
      await Promise.all([edge.stop(), giveBack])
    },
  }
}

/** Where Slack does not answer, Rondo is who it was: an outage on a Monday morning must not keep it from starting. */
async function findOutWorkspace(db: Db, { read }: SlackClients, clock: Clock, log: Log): Promise<Workspace> {
  const known = await findOnlyWorkspace(db)
  if (!known) return ensureWorkspace(db, await findOutWhoWeAre(read, log), clock.now())
  const answer = await askWhoWeAre(read, log)
  return answer ? ensureWorkspace(db, answer, clock.now()) : known
}

/** What the features find out about their own things, for `rondo doctor`. */
export async function checkFeatures(db: Db, slack: WebClient, now: number, defaults: Defaults): Promise<Finding[]> {
  return flat(allFeatures(defaults, silentLog).map((feature) => feature.doctor?.(db, slack, now)))
}

/** Every feature. What one shows of the others is asked for when it is shown, of all that are there. */
export function allFeatures(defaults: Defaults, log: Log): Feature[] {
  /** One that throws is logged; what the others have is shown all the same. @param instead is shown in the place of its own */
  const sumOf = <T>(
    what: string,
    ask: (feature: Feature) => Promise<T[]> | undefined,
    instead: readonly T[] = [],
  ): Promise<T[]> =>
    flat(
      features.map(async (feature) => {
        try {
          return (await ask(feature)) ?? []
        } catch (error) {
          log.error({ feature: feature.name, about: what, error }, 'a feature could not say what it has to show')
          return [...instead]
        }
      }),
    )

  const own = workspaces({
    may: insider,
    defaults,
    async presenceChanged(trx, person, now) {
      for (const feature of features) await feature.presenceChanged?.(trx, person, now)
    },
  })
  const features: Feature[] = [
    home({
      nudges: (db, person, now) =>
        sumOf('nudges', (one) => one.nudges?.(db, person, now), [somethingMissing(person, now)]),
      coming: (db, person, now) => sumOf('coming', (one) => one.coming?.(db, person, now)),
      sections: (db, person, now) => sumOf('home', (one) => one.home?.(db, person, now)),
      // One's own before those of the partnerships one leads.
      settings: async (db, person, now) => [
        ...((await own.settings?.(db, person, now)) ?? []),
        ...(await sumOf('settings', (one) => (one === own ? undefined : one.settings?.(db, person, now)))),
      ],
      words: () => features.flatMap(({ words }) => words ?? []),
      takesPart: async (db, person) => (await partnershipsOf(db, person.id)).length > 0,
      async meet({ db, slack, workspaceId, now }, userId) {
        const { teamId, enterpriseId } = await getWorkspace(db, workspaceId)
        return whoIs(db, log, defaults)({ teamId, enterpriseId, userId, userTeamId: undefined, slack }, now)
      },
      find: findPeople,
      may: insider,
      log,
    }),
    partnerships({
      defaults,
      async saved(trx, partnership, now) {
        for (const feature of features) await feature.partnershipSaved?.(trx, partnership, now)
      },
      next: (db, { id }, person, now) => announced(db, id, person, now),
      async personLeft(trx, left, now) {
        // What they had before the check-ins that show it: whoever changes one thing takes them in this order, too.
        for (const feature of features.toReversed()) await feature.personLeft?.(trx, left, now)
      },
      changed: stillOpenChanged,
      checkInsInUse,
      parts: () => features.flatMap(({ part }) => part ?? []),
    }),
    checkins({
      stillOpen: (db, partnership, now) =>
        sumOf('stillOpen', (one) => one.stillOpen?.(db, partnership, now), [somethingMissing(partnership, now)]),
      figures: (db, partnership, period) => sumOf('figures', (one) => one.figures?.(db, partnership, period)),
      outcomes: (db, partnership, period) => sumOf('outcomes', (one) => one.outcomes?.(db, partnership, period)),
    }),
    actions({ changed: actionChanged, nextDate }),
    goals({ changed: stillOpenChanged }),
    accounts({ changed: stillOpenChanged }),
    agreements({ changed: stillOpenChanged }),
    trends({ tables: (db, person, now) => flat(features.map((one) => one.export?.(db, person, now))), may: insider }),
    undecided({
      ledBy: partnershipsLedBy,
      decidersOf,
      askedNow,
      mayDecide: teamLeadOf,
    }),
    own,
  ]
  const nudges = features.flatMap((feature) => feature.nudges ?? [])
  const coming = features.flatMap((feature) => feature.coming ?? [])
  return [
    ...features,
    gathered({ mornings: { begun, nextStart, find: findMember }, nudges, coming, heldBack: heldBackFrom, log }),
  ]
}

/** Stands where what is open could not be looked up: it must not seem done. */
function somethingMissing({ language }: { language: Language }, now: number): Item {
  return { id: 'app:missing', title: notAllFound(language), from: now, buttons: [] }
}

async function flat<T>(lists: (Promise<T[]> | undefined)[]): Promise<T[]> {
  return (await Promise.all(lists)).flatMap((list) => list ?? [])
}
