import type { Db } from '../../db/schema.ts'
import { toInstant } from '../../src/calendar/wall-time.ts'
import type { Person } from '../../src/platform/person.ts'
import type { Profile } from '../../src/workspaces/people/slack-user.ts'
import { savePerson } from '../../src/workspaces/people/store.ts'
import { ensureWorkspace, type Workspace } from '../../src/workspaces/store.ts'

/** Wall time in Amsterdam as an instant: `at('2026-11-23T10:00')`. */
export function at(wall: string): number {
  const [date = '', time = ''] = wall.split('T')
  return toInstant(date, time, 'Europe/Amsterdam')
}

const installed = at('2026-11-01T09:00')
export const defaults = { language: 'en', zone: 'Europe/Amsterdam' } as const

/** The workspace of the tests, installed. */
export function savedWorkspace(db: Db, teamId = 'T1'): Promise<Workspace> {
  return ensureWorkspace(db, { team_id: teamId, team: 'Acme', bot_id: 'B1', user_id: 'UBOT' }, installed)
}

/** Somebody whom Rondo knows: a colleague in Amsterdam who speaks English, unless said otherwise. */
export async function savedPerson(
  db: Db,
  workspace: Workspace,
  said: Partial<Profile> & { slackId: string },
): Promise<Person> {
  const profile: Profile = {
    name: said.slackId.slice(1).toLowerCase(),
    kind: 'member',
    admin: false,
    deactivated: false,
    zone: 'Europe/Amsterdam',
    language: 'en',
    ...said,
  }
  return (await savePerson(db, workspace.id, profile, defaults, installed)).person
}
