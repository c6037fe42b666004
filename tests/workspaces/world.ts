import type { KnownBlock } from '@slack/types'
import type { Db } from '../../db/schema.ts'
import { insider, partnerships } from '../../src/partnerships/index.ts'
import type { Departure, Feature, Part } from '../../src/platform/feature.ts'
import { createLog } from '../../src/platform/log.ts'
import type { PartnershipRef, Person } from '../../src/platform/person.ts'
import { buttons, header, itemBlocks, section } from '../../src/platform/slack/blocks.ts'
import { type SlackClients, slackClients } from '../../src/platform/slack/client.ts'
import { createSlackEdge } from '../../src/platform/slack/edge.ts'
import type { Seed } from '../../src/playground/server/seed.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { ensureWorkspace, findKnownPeople, type Workspace, whoIs, workspaces } from '../../src/workspaces/index.ts'
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
  /** Those who left a side, as told to the other features, in order. */
  left: Departure[]
  /** Those who went away or came back, as told to the other features, in order: their ids. */
  presence: string[]
  /** Sets the clock of both. @param wall in Amsterdam: '2026-11-23T10:00' */
  travel(wall: string): void
  now(): number
  /** Puts what waits for somebody, what Home shows and what they can set into their App Home, as it is now. */
  showHome(name: string): Promise<void>
  /** Resolves when all that people did has been answered. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** A Monday morning, unless it travels. */
export async function startWorld(seed: Seed, parts: Part[] = [], checkInsUsed = false): Promise<World> {
  let time = at('2026-11-23T10:00')
  const clock = { now: () => time, monotonic: () => performance.now() }
  const log = createLog('silent')
  const [slack, database] = await Promise.all([startSlack({ seed, clock }), createDatabase('sqlite')])
  const { db, engine } = database
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  const workspace = await ensureWorkspace(db, await clients.read.auth.test(), time)
  const saved: PartnershipRef[] = []
  const left: Departure[] = []
  const presence: string[] = []
  const features = [
    workspaces({ may: insider, defaults, presenceChanged: async (_trx, { id }) => void presence.push(id) }),
    partnerships({
      defaults,
      saved: async (_trx, partnership) => void saved.push(partnership),
      next: async (_db, { name }, person) => [`The first check-in of ${name} (${person.language})`],
      personLeft: async (_trx, departure) => void left.push(departure),
      changed: async () => undefined,
      checkInsInUse: async () => checkInsUsed,
      parts: () => parts,
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
    left,
    presence,
    travel: (wall) => {
      time = at(wall)
    },
    now: () => time,
    async showHome(name) {
      const userId = slack.person(name).id
      const [known] = await findKnownPeople(db, workspace.id, [userId])
      if (!known) throw new Error(`Rondo does not know ${name}.`)
      await clients.post.views.publish({
        user_id: userId,
        view: { type: 'home', blocks: await allOf(features, db, known.person, time) },
      })
    },
    settled: () => slack.settled({ settle: edge.settled }),
    async stop() {
      await edge.stop()
      await slack.stop()
      await database.remove()
    },
  }
}

async function allOf(features: Feature[], db: Db, person: Person, now: number): Promise<KnownBlock[]> {
  const lists = await Promise.all(features.map((one) => one.nudges?.(db, person, now) ?? []))
  const sections = await Promise.all(
    features.flatMap((one) => [one.home?.(db, person, now) ?? [], one.settings?.(db, person, now) ?? []]),
  )
  const all = sections
    .flat()
    .flatMap(({ title, items, note, buttons: row = [] }) => [
      header(title),
      ...items.flatMap(itemBlocks),
      ...(note ? [section(note)] : []),
      ...(row.length > 0 ? [buttons([...row])] : []),
    ])
  return [section('Home'), ...lists.flat().flatMap(itemBlocks), ...all]
}
