/** The demo as `rondo demo` has it, for programs that drive it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showPage } from '../../src/demo/page.ts'
import { openStore } from '../../src/demo/store.ts'
import { worldOf } from '../../src/demo/world.ts'
import { setUp } from '../../src/partnerships/story.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Scene } from '../../src/platform/story.ts'
import { type TravelClock, travelClock } from '../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../src/playground/server/start.ts'
import { seed } from '../../src/playground/story/cast.ts'
import { beginsAt } from '../../src/playground/story/play.ts'
import type { World } from '../../src/playground/world/world.ts'

export interface Demo {
  slack: Slack
  clock: TravelClock
  world: World
  stop(): Promise<void>
}

/** How a demo begins: with the whole story, a shorter one, or an empty workspace. */
export interface Beginning {
  empty?: boolean
  story?: readonly Scene[]
}

/** The two teams are set up, and nothing has happened yet: Thursday, 25 February 2027, 10:05 in Amsterdam. */
export const setUpOnly: readonly Scene[] = [
  ...setUp,
  { date: '2027-02-25', time: '10:05', play: async () => undefined },
]

/** The demo as `rondo demo` has it. */
export async function startDemo({ empty = false, story }: Beginning): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-window-'))
  const clock = travelClock(beginsAt)
  const slack = await startSlack({ clock, seed })
  const store = await openStore(join(folder, 'rondo.db'))
  const world = worldOf({ slack, clock, store, log: silentLog, ...(story && { story }) })
  const hide = await showPage(slack, world)
  const stop = async () => {
    hide()
    await world.stop()
    await store.close()
    await slack.stop()
    rmSync(folder, { recursive: true })
  }
  await world.begin({ empty })
  return { slack, clock, world, stop }
}
