/** `rondo demo`: a local Slack with a page, Rondo, and two invented teams. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from './demo/browser.ts'
import { showPage } from './demo/page.ts'
import { openStore } from './demo/store.ts'
import { worldOf } from './demo/world.ts'
import { OperatorError } from './platform/operator-error.ts'
import { type TravelClock, travelClock } from './playground/clock.ts'
import { type Slack, startSlack } from './playground/server/start.ts'
import { seed } from './playground/story/cast.ts'
import { beginsAt } from './playground/story/play.ts'
import type { World } from './playground/world/world.ts'

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
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const why = isTaken ? 'is taken' : `cannot be used (${(error as Error).message})`
    throw new OperatorError(`Port ${port} ${why}: name another one with --port.`, { cause: error })
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
