/**
 * Bolt as it comes, acknowledging a command; with `insert`, storing it first in SQLite with fsync, the plain way.
 * `node bench/servers/bolt.ts http|socket [insert] [apiUrl]` prints its port when it listens.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, LogLevel } from '@slack/bolt'
import Database from 'better-sqlite3'
import { appToken, botToken, signingSecret, team } from '../fixture.ts'

const [mode, storing, apiUrl] = process.argv.slice(2)
const app = new App({
  authorize: async () => ({ botToken, botId: team.botId, botUserId: team.botUserId }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
  ...(mode === 'socket' ? { socketMode: true, appToken } : { signingSecret }),
  ...(apiUrl ? { clientOptions: { slackApiUrl: apiUrl } } : {}),
})

const store = storing === 'insert' ? opened() : undefined
app.command('/rondo', async ({ ack, body }) => {
  store?.run(body.trigger_id, JSON.stringify(body), Date.now())
  await ack()
})
app.command('/other', async ({ ack }) => ack())

function opened() {
  const database = new Database(join(mkdtempSync(join(tmpdir(), 'rondo-bench-')), 'bolt.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table inbox (key text primary key, body text, received_at integer) without rowid')
  return database.prepare('insert into inbox values (?, ?, ?)')
}

const server = (await app.start(0)) as { address(): { port: number } } | undefined
process.send?.({ port: mode === 'socket' ? 0 : server?.address().port })
