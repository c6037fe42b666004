import { afterEach, beforeEach } from 'vitest'
import type { Db } from '../../db/schema.ts'
import { allFeatures } from '../../src/app.ts'
import type { Engine } from '../../src/platform/database/database.ts'
import { createDelivery, type Delivery } from '../../src/platform/delivery/loop.ts'
import type { Feature } from '../../src/platform/feature.ts'
import type { Language } from '../../src/platform/i18n.ts'
import { createLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { createSlackEdge, type SlackEdge } from '../../src/platform/slack/edge.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import type { Person as Somebody } from '../../src/playground/server/people/person.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { whoIs } from '../../src/workspaces/index.ts'
import { at, ids, type Name, partnershipRef, people, saveTwoTeams, slackIdOf } from '../actions/two-teams.ts'
import { useDatabase } from '../support/databases.ts'

/** The two teams in a Slack of their own, with Rondo running, a clock that stands still, and a check-in every Monday. */
export interface TeamDay {
  db: Db
  slack: Slack
  clock: TravelClock
  features: readonly Feature[]
  /** Trouble that was logged. */
  trouble: Record<string, unknown>[]
  person(name: Name): Somebody
  /** Does all that is due until then, stepping from moment to moment. @param wall '2027-03-01 09:00' in Amsterdam */
  until(wall: string): Promise<void>
  /** Lets everything that was pressed or sent come to rest. */
  settle(): Promise<void>
  /** The first posts in the shared channel, oldest first. */
  roots(): Message[]
  /** A message as this person reads it. */
  read(message: object | undefined, name?: Name): string
  replies(root: Message): Message[]
  /** The last thing only they were shown. */
  toldTo(name: Name): string
}

/** The Sunday before. */
export const start = at('2027-02-28 12:00')

/** A fresh one for each test of the suite. */
export function useTeamDay(engine: Engine, language: Language = 'en', more: Feature[] = []): () => TeamDay {
  const database = useDatabase(engine)
  let day: (TeamDay & { stop(): Promise<void> }) | undefined
  beforeEach(async () => {
    day = await begin(database().db, engine, language, more)
  })
  afterEach(async () => {
    await day?.stop()
    day = undefined
  })
  return () => {
    if (!day) throw new Error('A day exists only while a test runs.')
    return day
  }
}

const tz = 'Europe/Amsterdam'

async function begin(db: Db, engine: Engine, language: Language, more: Feature[]) {
  const clock = travelClock(start)
  const slack = await startSlack({ clock, seed: seedIn(language) })
  const trouble: Record<string, unknown>[] = []
  const log = createLog('warn', { write: (line) => void trouble.push(JSON.parse(line)) })
  await saveTwoTeams(db, language, { teamId: slack.team.id, botId: slack.bot.botId, botUserId: slack.bot.userId })
  const features = [...allFeatures({ language: 'en', zone: tz }, log), ...more]
  await db.transaction().execute(async (trx) => {
    for (const feature of features) await feature.partnershipSaved?.(trx, partnershipRef(language), clock.now())
  })
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  const recognise = whoIs(db, log, { language, zone: tz })
  const connection = { mode: 'http' as const, signingSecret: slack.signingSecret }
  const edge = createSlackEdge({
    ...{ db, engine, clock, log, clients, features },
    config: { port: 0, botToken: slack.botToken, apiUrl: slack.apiUrl, connection },
    workspace: {
      id: ids.workspace,
      teamId: slack.team.id,
      enterpriseId: '',
      botId: slack.bot.botId,
      botUserId: slack.bot.userId,
    },
    whoIs: (actor) => recognise(actor, clock.now()),
  })
  const { port } = await edge.start()
  await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  const delivery = createDelivery({
    ...{ db, engine, clock, log, slack: clients },
    messages: Object.assign({}, ...features.map(({ messages }) => messages)),
    schedules: Object.assign({}, ...features.map(({ schedules }) => schedules)),
    jobs: features.flatMap(({ jobs }) => jobs ?? []),
  })
  return { ...dayOf({ db, slack, clock, features, trouble }, edge, delivery), stop: () => stop(slack, edge, delivery) }
}

type Known = Pick<TeamDay, 'db' | 'slack' | 'clock' | 'features' | 'trouble'>

function dayOf(known: Known, edge: SlackEdge, delivery: Delivery): TeamDay {
  const { slack, clock } = known
  const app = {
    async settle() {
      await edge.settled()
      await delivery.settle()
    },
  }
  const settle = () => slack.settled(app)
  return {
    ...known,
    person: (name) => slack.person(slackIdOf(name)),
    settle,
    async until(wall) {
      const then = at(wall)
      for (;;) {
        await settle()
        const next = await delivery.nextDue()
        if (next === undefined || next > then) break
        clock.travelTo(next)
      }
      clock.travelTo(then)
      await settle()
    },
    roots: () => slack.messages('shared').filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts),
    replies: (root) => slack.thread('shared', root.ts).slice(1),
    read: (message, name = 'anna') => (message ? slack.plain(message, name) : ''),
    toldTo: (name) => {
      const last = slack.person(slackIdOf(name)).ephemerals().at(-1)
      return last ? slack.plain(last, name) : ''
    },
  }
}

async function stop(slack: Slack, edge: SlackEdge, delivery: Delivery): Promise<void> {
  await Promise.all([edge.stop(), delivery.stop()])
  await slack.stop()
}

function seedIn(language: Language) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const users = people.map((name) => ({
    id: slackIdOf(name),
    name,
    realName: `${name[0]?.toUpperCase()}${name.slice(1)}`,
    locale,
    tz,
  }))
  return {
    users: [...users, { id: 'UVICTOR', name: 'victor', realName: 'Victor', locale, tz }],
    channels: [
      { id: 'CMARKETING', name: 'marketing', members: ['anna', 'bram'] },
      { id: 'CSALES', name: 'sales', members: ['sofie', 'tom', 'uma'] },
      { id: 'CSHARED', name: 'shared', members: [...people, 'victor'] },
    ],
  }
}
