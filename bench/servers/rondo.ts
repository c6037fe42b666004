/**
 * Rondo's Slack edge with a command that does as little as Bolt's: found, allowed, run. Stored in SQLite with fsync before it
 * is acknowledged, done with afterwards. `node bench/servers/rondo.ts http|socket plain [apiUrl]`
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import type { Feature } from '../../src/platform/feature.ts'
import type { Right } from '../../src/platform/interaction.ts'
import { silentLog } from '../../src/platform/log.ts'
import { slackClients } from '../../src/platform/slack/client.ts'
import { createSlackEdge } from '../../src/platform/slack/edge.ts'
import { ensureWorkspace, whoIs } from '../../src/workspaces/index.ts'
import { appToken, botToken, signingSecret, team } from '../fixture.ts'

const [kind, , apiUrl] = process.argv.slice(2)
const anybody: Right = { name: 'anybody', refuse: async () => undefined }
let finished = 0
const bench: Feature = {
  name: 'bench',
  words: [
    {
      words: { en: ['bench'], nl: ['bench'] },
      help: () => 'bench',
      may: anybody,
      run: async () => {
        finished += 1
      },
    },
  ],
}

const now = systemClock.now()
const database = await openDatabase(`sqlite:${join(mkdtempSync(join(tmpdir(), 'rondo-bench-')), 'rondo.db')}`, now)
const { db, engine } = database
const answer = { team_id: team.id, team: 'bench', bot_id: team.botId, user_id: team.botUserId }
const workspace = await ensureWorkspace(db, answer, now)
await db
  .insertInto('person')
  .values({
    id: 'bench',
    workspace_id: workspace.id,
    slack_id: 'U0BENCH001',
    name: 'Bench',
    zone: 'UTC',
    language: 'en',
    kind: 'member',
    admin: 0,
    deactivated_at: null,
    dm_channel_id: null,
    learned_at: now,
  })
  .execute()
const recognise = whoIs(db, silentLog, { language: 'en', zone: 'UTC' })
const edge = createSlackEdge({
  db,
  engine,
  clock: systemClock,
  log: silentLog,
  config: {
    port: 0,
    botToken,
    apiUrl,
    connection: kind === 'socket' ? { mode: 'socket', appToken } : { mode: 'http', signingSecret },
  },
  clients: slackClients({ token: botToken, apiUrl, log: silentLog }),
  workspace,
  features: [bench],
  whoIs: (stranger) => recognise(stranger, systemClock.now()),
})
const { port } = await edge.start()
process.on('message', () => process.send?.({ finished }))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port })
