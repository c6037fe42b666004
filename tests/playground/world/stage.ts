import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { allFeatures } from '../../../src/app.ts'
import { toInstant, toLocal } from '../../../src/calendar/wall-time.ts'
import { openStore } from '../../../src/demo/store.ts'
import { worldOf } from '../../../src/demo/world.ts'
import { createLog, silentLog } from '../../../src/platform/log.ts'
import { type TravelClock, travelClock } from '../../../src/playground/clock.ts'
import { type Slack, startSlack } from '../../../src/playground/server/start.ts'
import type { Message } from '../../../src/playground/server/workspace.ts'
import { channels, seed, zone } from '../../../src/playground/story/cast.ts'
import { beginsAt, storyOf } from '../../../src/playground/story/play.ts'
import type { World } from '../../../src/playground/world/world.ts'
import { makeFolder } from '../../support/folders.ts'

export const sanne = 'U01SANNE'
export const tom = 'U07TOM'

/** In the zone of the two teams. */
export const at = (date: string, time: string): number => toInstant(date, time, zone)

/** The story as it is until a date. */
export const storyUntil = (date: string) =>
  storyOf(allFeatures({ language: 'en', zone: 'UTC' }, silentLog)).filter((scene) => scene.date < date)

export interface Stage {
  slack: Slack
  clock: TravelClock
  world: World
  /** Warnings and errors that were logged. */
  trouble: Record<string, unknown>[]
}

/** The demo's world, not begun yet, with the first day of its story: a real Rondo, its database and its Slack. */
export function useWorld(story = storyUntil('2027-02-26')): () => Stage {
  let stage: (Stage & { close(): Promise<void> }) | undefined
  beforeEach(async () => {
    const clock = travelClock(beginsAt)
    const slack = await startSlack({ clock, seed })
    const store = await openStore(join(makeFolder(), 'rondo.db'))
    const trouble: Record<string, unknown>[] = []
    const log = createLog('warn', { write: (line) => void trouble.push(JSON.parse(line)) })
    const world = worldOf({ slack, clock, store, story, log })
    const close = async () => {
      await world.stop()
      await store.close()
      await slack.stop()
    }
    stage = { slack, clock, world, trouble, close }
  })
  afterEach(async () => {
    await stage?.close()
    stage = undefined
  })
  return () => {
    if (!stage) throw new Error('There is a world only while a test runs.')
    return stage
  }
}

/** What the app opened in the shared channel. */
export function reviews({ slack }: Pick<Stage, 'slack'>): Message[] {
  return slack
    .messages(channels.shared)
    .filter(({ user, ts, thread_ts }) => user === slack.bot.userId && (thread_ts === undefined || thread_ts === ts))
}

export interface Journeyed {
  date: string
  time: string
  posts: number
  changes: number
  direct: number
}

/** The stops of the last journey, in the zone of the two teams. */
export function journeyOf({ world }: Stage, person: string): Journeyed[] {
  const { stops = [] } = world.card(person).journey ?? {}
  return stops.map(({ at, posts, changes, direct }) => ({
    ...toLocal(at, zone),
    posts: posts.length,
    changes: changes.length,
    direct,
  }))
}
