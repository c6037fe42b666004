import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Db } from '../../../db/schema.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Listener } from '../../platform/interaction.ts'
import type { Log } from '../../platform/log.ts'
import type { Person } from '../../platform/person.ts'
import { findWorkspaceOfTeam, getWorkspace, type Workspace } from '../store.ts'
import { findOrLearn } from './learn.ts'
import { slackUser, toProfile } from './slack-user.ts'
import { type Defaults, findKnownPeople, savePerson } from './store.ts'

/** Who acted, as Slack's request names them. */
export interface Actor {
  /** The workspace that Rondo is asked in. */
  teamId: string
  enterpriseId: string | undefined
  userId: string
  /** The workspace of the person; another one over Slack Connect. */
  userTeamId: string | undefined
  slack: WebClient
}

/**
 * Recognises people for the Slack edge.
 * @returns a function that gives the person behind a request; undefined for bots, for people who have left, and where Rondo
 * is not installed. It throws what the WebClient throws, for somebody unknown only.
 */
export function whoIs(
  db: Db,
  log: Log,
  defaults: Defaults,
): (actor: Actor, now: number) => Promise<Person | undefined> {
  // Asked at every click; what is kept of a workspace here never changes.
  const workspaces = new Map<string, Workspace>()
  return async ({ teamId, userId, slack }, now) => {
    const workspace = workspaces.get(teamId) ?? (await findWorkspaceOfTeam(db, teamId))
    if (workspace) workspaces.set(teamId, workspace)
    const known = workspace && (await findOrLearn({ db, slack, log, defaults }, workspace, userId, now))
    return known && !known.deactivated && known.person.kind !== 'bot' ? known.person : undefined
  }
}

const userChange = z.object({ user: slackUser })

/** Somebody changed their name, language or zone, or left. Those whom Rondo never met stay unknown. */
export function userChanged(defaults: Defaults, presenceChanged: NonNullable<Feature['presenceChanged']>): Listener {
  return {
    on: 'event',
    type: 'user_change',
    async run({ db, workspaceId, event, now }) {
      const { user } = userChange.parse(event)
      const [known] = await findKnownPeople(db, workspaceId, [user.id])
      if (!known) return
      const profile = toProfile(user, await getWorkspace(db, workspaceId))
      await db.transaction().execute(async (trx) => {
        const { deactivated, person } = await savePerson(trx, workspaceId, profile, defaults, now)
        const moved = person.zone !== known.person.zone
        if (moved || deactivated !== known.deactivated) await presenceChanged(trx, person, now)
      })
    },
  }
}
