import { pino } from 'pino'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Engine } from '../../src/platform/database/database.ts'
import type { Feature } from '../../src/platform/feature.ts'
import type { Right, Word } from '../../src/platform/interaction.ts'
import type { Log } from '../../src/platform/log.ts'
import type { Person } from '../../src/platform/person.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { createSlackEdge, type SlackEdge } from '../../src/platform/slack/edge.ts'
import type { InstalledWorkspace, WhoIs } from '../../src/platform/slack/surroundings.ts'

export type Mode = 'HTTP' | 'Socket Mode'
export const modes: readonly Mode[] = ['HTTP', 'Socket Mode']

/** What an edge needs to know of the Slack it works with; a stand-in has all of it. */
export interface Around {
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  team: { id: string }
  bot: { botId: string; userId: string }
}

/** For tests of what comes in, where nothing goes out. */
export const nowhere: Around = {
  apiUrl: 'http://127.0.0.1:9/api/',
  botToken: 'xoxb-test',
  appToken: 'xapp-test',
  signingSecret: 'a-secret-for-tests',
  team: { id: 'T0TEAM0001' },
  bot: { botId: 'B0BOT00001', userId: 'U0BOT00001' },
}

interface Wanted {
  database: { db: Db; engine: Engine }
  features: Feature[]
  slack?: Around
  mode?: Mode
  whoIs?: WhoIs
  clock?: Clock
  log?: Log
  enterpriseId?: string
  port?: number
}

export const everyone: Right = { name: 'everyone', refuse: async () => undefined }

export const anna: Person = {
  id: 'anna',
  workspaceId: 'w1',
  slackId: 'U0ANNA0001',
  name: 'Anna',
  language: 'en',
  zone: 'Europe/Amsterdam',
  kind: 'member',
  admin: false,
  messages: 'daily',
}

/** Everybody is somebody like Anna. */
export const likeAnna: WhoIs = async ({ userId }) => ({ ...anna, slackId: userId })

export function workspaceOf(slack: Around): InstalledWorkspace {
  return { id: 'w1', teamId: slack.team.id, enterpriseId: '', botId: slack.bot.botId, botUserId: slack.bot.userId }
}

/** An edge with the given features, not yet started. */
export function edgeFor({
  database,
  features,
  slack = nowhere,
  mode = 'HTTP',
  whoIs = likeAnna,
  clock = systemClock,
  log = silent,
  enterpriseId = '',
  port = 0,
}: Wanted): SlackEdge {
  const { apiUrl, botToken, appToken, signingSecret } = slack
  return createSlackEdge({
    db: database.db,
    engine: database.engine,
    clock,
    log,
    config: {
      port,
      botToken,
      apiUrl,
      connection: mode === 'HTTP' ? { mode: 'http', signingSecret } : { mode: 'socket', appToken },
    },
    clients: slackClients({ token: botToken, apiUrl, log }),
    workspace: { ...workspaceOf(slack), enterpriseId },
    features,
    whoIs,
  })
}

export function word(spelling: string, run: Word['run'], more: Partial<Word> = {}): Word {
  return { words: { en: [spelling], nl: [spelling] }, help: () => '', may: everyone, run, ...more }
}

export const silent: Log = pino({ level: 'silent' })

/** A log and the lines it wrote. */
export function listening(): { log: Log; lines: string[] } {
  const lines: string[] = []
  return { log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }), lines }
}
