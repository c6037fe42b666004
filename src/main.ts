/** The command line. The only place that reads the environment and the real clock. */
import { existsSync } from 'node:fs'
import { allFeatures, checkFeatures, type Rondo, startRondo } from './app.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { backupDatabase, howToRestore } from './platform/database/backup.ts'
import { connect } from './platform/database/connect.ts'
import type { Database } from './platform/database/database.ts'
import { pendingMigrations } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/open.ts'
import { findChannel, QuestionError, toQuestion } from './platform/delivery/why/question.ts'
import { explain } from './platform/delivery/why.ts'
import { checkBotToken, checkClock, checkConnection, checkKeyDir, reportLines } from './platform/doctor.ts'
import type { Finding } from './platform/feature.ts'
import { createLog, silentLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import { slackClients } from './platform/slack/client.ts'

const usage = `rondo start     runs Rondo against Slack
rondo demo      a page with a local Slack, Rondo and two invented teams: --port NUMBER, --no-open leaves your browser alone,
                --keep FILE keeps the database, --once tells the story in words and ends
rondo doctor    checks tokens, scopes, channels, database, clock and zones, and says what to mend
rondo doctor why CHANNEL [DATE]
                says what became of a date in a channel, or of a person's messages, and why; DATE as 2027-03-01
rondo backup FILE
                copies the SQLite database into FILE, also while Rondo runs, and says how to put it back
rondo migrate   brings the database up to date; start does it by itself`

const commands: Record<string, (args: string[]) => Promise<void>> = { start, demo, doctor, backup, migrate, help }

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
async function doctor(args: string[]): Promise<void> {
  const [what, ...more] = args
  if (what === 'why') return why(more)
  if (what !== undefined) throw new QuestionError(`rondo doctor does not know "${what}".\n\n${usage}`)
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
  if (isFresh(databaseUrl)) return [{ ok: true, about: 'database: will be made at the first start' }]
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

const isFresh = (databaseUrl: string): boolean =>
  databaseUrl.startsWith('sqlite:') && !existsSync(databaseUrl.slice('sqlite:'.length))

/** Says what became of a date. Only a channel's name needs Slack. */
async function why(args: string[]): Promise<void> {
  const { about, date } = toQuestion(args)
  const { botToken, slackApiUrl, databaseUrl, defaultLocale } = readConfig(process.env)
  if (isFresh(databaseUrl))
    throw new OperatorError(`There is no database at ${databaseUrl} yet: it is made by the first rondo start.`)
  const { read } = slackClients({ token: botToken, apiUrl: slackApiUrl, log: silentLog })
  const recipient = about.kind === 'channel name' ? await findChannel(read, about.name) : about
  const features = allFeatures({ language: defaultLocale, zone: 'UTC' }, silentLog)
  const database = await connect(databaseUrl)
  try {
    if ((await pendingMigrations(database)).length > 0)
      throw new OperatorError('The database is of an older version: run rondo migrate, or start Rondo, and ask again.')
    const lines = await explain(database.db, { recipient, date }, features, systemClock.now())
    console.log(lines.join('\n'))
  } finally {
    await database.close()
  }
}

/** Changes nothing; runs beside a running Rondo. */
async function backup([file, ...more]: string[]): Promise<void> {
  if (file === undefined || more.length > 0) throw new OperatorError('Name one file: rondo backup FILE.')
  const { databaseUrl } = readConfig(process.env)
  const bytes = await backupDatabase(databaseUrl, file)
  console.log(`${file} holds all that was in the database (${Math.ceil(bytes / 1024)} KiB).`)
  console.log(howToRestore(databaseUrl, file))
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
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) await command(args).catch(end)
else end(new OperatorError(`There is no command "${name}".\n\n${usage}`))
