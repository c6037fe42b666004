/** `rondo demo`: a local Slack, Rondo, two invented teams and six weeks. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { allFeatures, type RondoSettings, startRondo } from './app.ts'
import { openDatabase } from './platform/database/open.ts'
import { createLog, silentLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import { travelClock } from './playground/clock.ts'
import { type Slack, startSlack } from './playground/server/start.ts'
import { seed } from './playground/story/cast.ts'
import { beginsAt, play, storyOf } from './playground/story/play.ts'
import { transcriptOf } from './playground/story/transcript.ts'

/** @param args `--once` ends after the story; `--keep FILE` keeps the database; `--port N` @throws OperatorError for any other */
export async function playDemo(args: string[], print: (line: string) => void): Promise<void> {
  const { once, keep, port } = readOptions(args)
  if (keep && existsSync(keep)) {
    throw new OperatorError(
      `${keep} is there already, and the demo starts from nothing: name another file, or delete it.`,
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'rondo-demo-'))
  const clock = travelClock(beginsAt)
  const slack = await startSlack({ clock, seed, port }).catch((error: unknown) => {
    throw new OperatorError(`Port ${port} is taken: name another one with --port.`, { cause: error })
  })
  const database = await openDatabase(`sqlite:${keep ?? join(folder, 'rondo.db')}`, clock.now())
  const rondo = await startRondo({ database, clock, log: createLog('error'), config: configFor(slack) })
  let over = false
  const end = async () => {
    if (over) return
    over = true
    await rondo.stop()
    await database.close()
    await slack.stop()
    rmSync(folder, { recursive: true })
  }
  try {
    const story = storyOf(allFeatures({ language: 'en', zone: 'UTC' }, silentLog))
    await play({ slack, clock, rondo, transcript: transcriptOf(slack, print) }, story)
  } catch (error) {
    await end()
    throw error
  }
  if (once) return end()
  clock.run()
  rondo.run()
  print(
    `\nRondo and its Slack go on at ${slack.url} until you press Ctrl-C. There it is ${new Date(clock.now()).toUTCString()}.`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(0)))
}

function configFor({ botToken, appToken, apiUrl }: Slack): RondoSettings['config'] {
  const connection = { mode: 'socket', appToken } as const
  return { botToken, connection, port: 0, slackApiUrl: apiUrl, defaultLocale: 'en' }
}

function readOptions(args: string[]): { once: boolean; keep: string | undefined; port: number } {
  try {
    const options = { once: { type: 'boolean' }, keep: { type: 'string' }, port: { type: 'string' } } as const
    const { values } = parseArgs({ args, options })
    const port = Number(values.port ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('A port is a whole number up to 65535.')
    return { once: values.once ?? false, keep: values.keep, port }
  } catch (error) {
    throw new OperatorError(`${(error as Error).message} The demo knows --once, --keep FILE and --port NUMBER.`)
  }
}
