/** `rondo demo`: a local Slack with a page, Rondo, and two invented teams. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Db } from '../db/schema.ts'
import { allFeatures, startRondo } from './app.ts'
import { nextTurn } from './checkins/index.ts'
import { findMember, nextStart, partnershipsInWorkspace, partnershipsOf } from './partnerships/index.ts'
import type { Database } from './platform/database/database.ts'
import { openDatabase } from './platform/database/open.ts'
import { languageOf } from './platform/i18n.ts'
import { createLog, type Log, silentLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import type { Scene } from './platform/story.ts'
import { type TravelClock, travelClock } from './playground/clock.ts'
import { type Slack, startSlack } from './playground/server/start.ts'
import { cast, seed } from './playground/story/cast.ts'
import { beginsAt, play, storyOf } from './playground/story/play.ts'
import { transcriptOf } from './playground/story/transcript.ts'
import { bundlePage } from './playground/window/bundle.ts'
import { createSite } from './playground/window/site.ts'
import { openBrowser } from './playground/world/browser.ts'
import type { Ahead } from './playground/world/destination.ts'
import { createWorld, type World } from './playground/world/world.ts'
import { findOnlyWorkspace } from './workspaces/index.ts'

interface Options {
  once: boolean
  keep: string | undefined
  port: number
  open: boolean
}

/**
 * @param args `--once` tells the story in words and ends; `--keep FILE` keeps the database; `--port N`; `--no-open`
 * @throws OperatorError for any other
 */
export async function playDemo(args: string[], print: (line: string) => void): Promise<void> {
  const { once, keep, port, open } = readOptions(args)
  if (keep && existsSync(keep)) {
    throw new OperatorError(
      `${keep} is there already, and the demo starts from nothing: name another file, or delete it.`,
    )
  }
  const ending = new AsyncDisposableStack()
  let ended: Promise<void> | undefined
  const end = () => {
    ended ??= ending.disposeAsync()
    return ended
  }
  // From the first moment: the story takes a while. npm passes one Ctrl-C on a second time, so a second one forces nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end().then(() => process.exit(0)))
  try {
    const folder = ending.adopt(mkdtempSync(join(tmpdir(), 'rondo-demo-')), (made) =>
      rmSync(made, { recursive: true, force: true }),
    )
    const clock = travelClock(beginsAt)
    const slack = ending.adopt(await startedSlack(clock, port), (started) => started.stop())
    const store = ending.adopt(await openStore(keep ?? join(folder, 'rondo.db')), (opened) => opened.close())
    const world = ending.adopt(worldOf({ slack, clock, store, tale: once ? print : undefined }), (made) => made.stop())
    if (!once) {
      ending.defer(await showPage(slack, world))
      print(`Rondo and its Slack are at ${slack.url} until you press Ctrl-C. First two teams live through some weeks:`)
      world.onChange(sceneBySceneTo(print, world))
      if (open) openBrowser(slack.url)
    }
    await world.begin({ empty: false })
    if (once) await end()
    else if (!ended) print(`There it is ${new Date(clock.now()).toUTCString()} now. Have a look: ${slack.url}`)
  } catch (error) {
    await end()
    throw error
  }
}

async function startedSlack(clock: TravelClock, port: number): Promise<Slack> {
  try {
    return await startSlack({ clock, seed, port })
  } catch (error) {
    throw new OperatorError(`Port ${port} is taken: name another one with --port.`, { cause: error })
  }
}

/** The demo's database, which can begin anew. */
export interface Store {
  database(): Database
  erase(): Promise<void>
  close(): Promise<void>
}

/** @param file an SQLite file that is not there yet */
export async function openStore(file: string): Promise<Store> {
  const open = () => openDatabase(`sqlite:${file}`, beginsAt)
  let database = await open()
  return {
    database: () => database,
    async erase() {
      await database.close()
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
      database = await open()
    },
    close: () => database.close(),
  }
}

interface WorldSettings {
  slack: Slack
  clock: TravelClock
  store: Store
  /** Where the story is told in words, if it is. */
  tale?: ((line: string) => void) | undefined
  story?: readonly Scene[]
  log?: Log
}

/** A world with a real Rondo in it, on the database of the store. */
export function worldOf(settings: WorldSettings): World {
  const { slack, clock, store, tale, story = storyOf(features()), log = createLog('error') } = settings
  const { botToken, appToken, apiUrl: slackApiUrl } = slack
  // People watch what happens when Slack is back.
  const connection = { mode: 'socket', appToken, longestPauseMs: 1_000 } as const
  const config = { botToken, connection, port: 0, slackApiUrl, defaultLocale: 'en' } as const
  return createWorld({
    slack,
    clock,
    log,
    beginsAt,
    launch: () => startRondo({ database: store.database(), clock, log, config }),
    erase: store.erase,
    tell: (rondo, onScene) => {
      const transcript = transcriptOf(slack, tale ?? (() => undefined))
      return play({ slack, clock, rondo, transcript }, story, onScene)
    },
    ahead: aheadIn(() => store.database().db),
  })
}

/** What comes next for somebody, or for anybody where nothing here concerns them. */
function aheadIn(db: () => Db): Ahead {
  return {
    async morning(slackId, now) {
      const workspace = await findOnlyWorkspace(db())
      if (!workspace) return undefined
      return (await nextStart(db(), now, { workspaceId: workspace.id, slackId })) ?? nextStart(db(), now)
    },
    async occurrence(slackId, now) {
      const workspace = await findOnlyWorkspace(db())
      if (!workspace) return undefined
      const member = await findMember(db(), { workspaceId: workspace.id, slackId })
      const own = member ? await partnershipsOf(db(), member.id) : []
      return nextTurn(db(), own.length > 0 ? own : await partnershipsInWorkspace(db(), workspace.id), now)
    },
  }
}

/** Serves the page at the stand-in's address. @returns what ends that */
export async function showPage(slack: Slack, world: World): Promise<() => void> {
  const words = features().flatMap((feature) => feature.words ?? [])
  const site = createSite({
    slack,
    world,
    assets: await bundled(),
    completions: (locale) => {
      const language = languageOf(locale)
      return words.map(
        ({
          words: {
            [language]: [word],
          },
          usage,
          help,
        }) => ({
          text: `/rondo ${word}`.trim(),
          usage: usage?.(language),
          help: help(language),
        }),
      )
    },
    shortcuts: [],
    visitor: (languages) => {
      const language = languageOf(languages)
      return cast.find(({ locale }) => languageOf(locale) === language)?.id ?? 'U01SANNE'
    },
  })
  slack.serve(site)
  return site.stop
}

async function bundled(): ReturnType<typeof bundlePage> {
  try {
    return await bundlePage()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new OperatorError('The page is made with esbuild, which is not installed: run npm ci without --omit=dev.', {
      cause: error,
    })
  }
}

/** Prints a line for every scene as it begins. */
function sceneBySceneTo(print: (line: string) => void, world: World): () => void {
  let told: string | undefined
  return () => {
    const title = world.card('').story?.title
    if (title !== undefined && title !== told) print(`  ${title}`)
    told = title
  }
}

const features = () => allFeatures({ language: 'en', zone: 'UTC' }, silentLog)

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        once: { type: 'boolean' },
        keep: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    })
    const port = Number(values.port ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('A port is a whole number up to 65535.')
    return { once: values.once ?? false, keep: values.keep, port, open: !values['no-open'] }
  } catch (error) {
    const known = 'The demo knows --once, --keep FILE, --port NUMBER and --no-open.'
    throw new OperatorError(`${(error as Error).message} ${known}`)
  }
}
