/** The command line. The only place that reads the environment and the real clock. */
import { existsSync } from 'node:fs'
import { checkFeatures, type Rondo, startRondo } from './app.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { connect } from './platform/database/connect.ts'
import type { Database } from './platform/database/database.ts'
import { pendingMigrations } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/open.ts'
import { checkBotToken, checkClock, checkConnection, checkKeyDir, reportLines } from './platform/doctor.ts'
import type { Finding } from './platform/feature.ts'
import { createLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import { slackClients } from './platform/slack/client.ts'

const usage = `rondo start     runs Rondo against Slack
rondo demo      shows it with a local Slack and two invented teams: --once ends by itself, --keep FILE keeps the database
rondo doctor    checks tokens, scopes, channels, database, clock and zones, and says what to mend
rondo migrate   brings the database up to date; start does it by itself`

const commands: Record<string, (args: string[]) => Promise<void>> = { start, demo, doctor, migrate, help }

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  let database: Database | undefined
  let rondo: Rondo | undefined
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    log.info({}, 'stopping')
    await rondo?.stop()
    await database?.close()
    process.exit(0)
  }
  // From the first moment: starting may wait for Slack for hours, and as the first process of a container
  // nothing else would end it.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  database = await openDatabase(config.databaseUrl, systemClock.now())
  rondo = await startRondo({ database, clock: systemClock, log, config })
  if (stopping) return
  rondo.run()
  log.info({ kind: config.connection.mode, port: rondo.port }, 'Rondo runs')
}

async function demo(args: string[]): Promise<void> {
  const { playDemo } = await import('./demo.ts')
  await playDemo(args, console.log)
}

/** Looks at everything and changes nothing; runs beside a running Rondo. */
async function doctor(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog('silent')
  const slack = slackClients({ token: config.botToken, apiUrl: config.slackApiUrl, log })
  const findings: Finding[] = [
    { ok: true, about: 'configuration' },
    ...(await checkBotToken(slack)),
    await checkConnection(config),
    await checkClock(config.slackApiUrl, systemClock.now),
    checkKeyDir(config),
    ...(await checkDatabase(config, slack)),
  ]
  console.log(reportLines(findings).join('\n'))
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1
}

async function checkDatabase(
  { databaseUrl, defaultLocale }: Config,
  slack: ReturnType<typeof slackClients>,
): Promise<Finding[]> {
  const fresh = databaseUrl.startsWith('sqlite:') && !existsSync(databaseUrl.slice('sqlite:'.length))
  if (fresh) return [{ ok: true, about: 'database: will be made at the first start' }]
  try {
    const database = await connect(databaseUrl)
    try {
      const pending = await pendingMigrations(database)
      if (pending.length > 0)
        return [{ ok: true, about: `database: ${pending.length} migrations will run at the next start` }]
      const about = `database: ${database.engine}, up to date`
      const defaults = { language: defaultLocale, zone: 'UTC' }
      return [{ ok: true, about }, ...(await checkFeatures(database.db, slack.read, systemClock.now(), defaults))]
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return [{ ok: false, about: 'database', advice: error.message }]
  }
}

async function migrate(): Promise<void> {
  const { databaseUrl } = readConfig(process.env)
  const database = await openDatabase(databaseUrl, systemClock.now())
  await database.close()
  console.log('The database is up to date.')
}

async function help(): Promise<void> {
  console.log(usage)
}

/** One sentence for what the operator can mend; a stack for a bug, and no more: what errors carry may quote people. */
function end(error: unknown): void {
  if (error instanceof OperatorError) console.error(error.message)
  else console.error(error instanceof Error ? error.stack : error)
  process.exit(error instanceof OperatorError ? error.exitCode : 1)
}

function loadSettings(): void {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    const sentence = ".env cannot be read: make it a file that Rondo's user may read, or remove it."
    end(new OperatorError(sentence, { cause: error }))
  }
}

process.on('unhandledRejection', end)
process.on('uncaughtException', end)
loadSettings()
const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) await command(args).catch(end)
else end(new OperatorError(`There is no command "${name}".\n\n${usage}`))
