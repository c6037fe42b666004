import type { Db } from '../../db/schema.ts'
import { insider, partnerships } from '../../src/partnerships/index.ts'
import type { Feature, PartnershipRef } from '../../src/platform/feature.ts'
import { createLog } from '../../src/platform/log.ts'
import { type SlackClients, slackClients } from '../../src/platform/slack/client.ts'
import { createSlackEdge } from '../../src/platform/slack/edge.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { ensureWorkspace, type Workspace, whoIs, workspaces } from '../../src/workspaces/index.ts'
import { createDatabase } from '../support/databases.ts'
import { at, defaults } from './people.ts'

/** Rondo's people and partnerships, in a Slack of their own. */
export interface World {
  slack: Slack
  clients: SlackClients
  db: Db
  workspace: Workspace
  features: Feature[]
  /** Partnerships whose saving was told to the other features, in order. */
  saved: PartnershipRef[]
  /** Sets the clock of both. @param wall in Amsterdam: '2026-11-23T10:00' */
  travel(wall: string): void
  now(): number
  /** Resolves when all that people did has been answered. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** A Monday morning, unless it travels. */
export async function startWorld(seed: Seed): Promise<World> {
  let time = at('2026-11-23T10:00')
  const clock = { now: () => time, monotonic: () => performance.now() }
  const log = createLog('silent')
  const [slack, database] = await Promise.all([startSlack({ seed, clock }), createDatabase('sqlite')])
  const { db, engine } = database
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  const workspace = await ensureWorkspace(db, await clients.read.auth.test(), time)
  const saved: PartnershipRef[] = []
  const features = [
    workspaces({ may: insider, defaults, presenceChanged: async () => undefined }),
    partnerships({
      defaults,
      saved: async (_trx, partnership) => void saved.push(partnership),
      next: async (_db, { name }, person) => [`The first check-in of ${name} (${person.language})`],
      personLeft: async () => undefined,
      parts: () => [],
    }),
  ]
  const recognise = whoIs(db, log, defaults)
  const edge = createSlackEdge({
    db,
    engine,
    clock,
    log,
    config: {
      port: 0,
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      connection: { mode: 'socket', appToken: slack.appToken },
    },
    clients,
    workspace,
    features,
    whoIs: (actor) => recognise(actor, clock.now()),
  })
  await edge.start()
  return {
    slack,
    clients,
    db,
    workspace,
    features,
    saved,
    travel: (wall) => {
      time = at(wall)
    },
    now: () => time,
    async settled() {
      await slack.settled()
      await edge.settled()
      await slack.settled()
    },
    async stop() {
      await edge.stop()
      await slack.stop()
      await database.remove()
    },
  }
}
