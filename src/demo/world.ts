import type { Db } from '../../db/schema.ts'
import { startRondo } from '../app.ts'
import { nextTurn } from '../checkins/index.ts'
import { findMember, nextStart, partnershipsInWorkspace, partnershipsOf } from '../partnerships/index.ts'
import { createLog, type Log } from '../platform/log.ts'
import type { Scene } from '../platform/story.ts'
import type { TravelClock } from '../playground/clock.ts'
import type { Slack } from '../playground/server/start.ts'
import { beginsAt, play, storyOf } from '../playground/story/play.ts'
import { transcriptOf } from '../playground/story/transcript.ts'
import type { Ahead } from '../playground/world/destination.ts'
import { createWorld, type World } from '../playground/world/world.ts'
import { findOnlyWorkspace } from '../workspaces/index.ts'
import { demoFeatures } from './features.ts'
import type { Store } from './store.ts'

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
  const { slack, clock, store, tale, story = storyOf(demoFeatures()), log = createLog('error') } = settings
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
