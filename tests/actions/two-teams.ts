import type { Db } from '../../db/schema.ts'
import { toInstant } from '../../src/calendar/wall-time.ts'
import type { Language } from '../../src/platform/i18n.ts'
import type { PartnershipRef, Person } from '../../src/platform/person.ts'

/** Wall time in Amsterdam as an instant: `at('2027-03-01 09:00')`. */
export function at(wall: string): number {
  const [date = '', time = ''] = wall.split(' ')
  return toInstant(date, time, 'Europe/Amsterdam')
}

export const ids = { workspace: 'w1', partnership: 'p1' }
export const people = ['anna', 'bram', 'sofie', 'tom', 'uma'] as const
export type Name = (typeof people)[number]

/** Anna (team lead) and Bram in marketing; Sofie (team lead), Tom and Uma in sales: Acme, working nine to five. */
export const sideOf = (name: Name): 'marketing' | 'sales' =>
  name === 'anna' || name === 'bram' ? 'marketing' : 'sales'

export const slackIdOf = (name: string): string => `U${name.toUpperCase()}`

export function personOf(name: Name, language: Language = 'en'): Person {
  return {
    id: name,
    workspaceId: ids.workspace,
    slackId: slackIdOf(name),
    name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
    language,
    zone: 'Europe/Amsterdam',
    kind: 'member',
    admin: false,
    messages: 'daily',
  }
}

export function partnershipRef(language: Language = 'en'): PartnershipRef {
  return { id: ids.partnership, workspaceId: ids.workspace, name: 'Acme', language, zone: 'Europe/Amsterdam' }
}

/** Two teams that work together, as they stand in the tables. */
export async function saveTwoTeams(
  db: Db,
  language: Language = 'en',
  { teamId = 'T1', botId = 'B1', botUserId = 'UBOT' } = {},
): Promise<void> {
  const workspace_id = ids.workspace
  const then = at('2027-01-04 09:00')
  await db
    .insertInto('workspace')
    .values({
      id: workspace_id,
      enterprise_id: '',
      team_id: teamId,
      name: 'Acme',
      bot_id: botId,
      bot_user_id: botUserId,
      installed_at: then,
    })
    .execute()
  for (const name of people) await savePerson(db, name, language)
  await db
    .insertInto('partnership')
    .values({
      id: ids.partnership,
      workspace_id,
      name: 'Acme',
      marketing_channel_id: 'CMARKETING',
      sales_channel_id: 'CSALES',
      shared_channel_id: 'CSHARED',
      language,
      zone: 'Europe/Amsterdam',
      working_days: '[1,2,3,4,5]',
      work_start: '09:00',
      work_end: '17:00',
      holiday_country: '',
      created_at: then,
      created_by: 'anna',
      changed_at: then,
    })
    .execute()
  for (const name of people) await addMember(db, name, then)
  for (const [side, person_id] of [
    ['marketing', 'anna'],
    ['sales', 'sofie'],
  ] as const) {
    await db
      .insertInto('partnership_role')
      .values({ workspace_id, partnership_id: ids.partnership, side, role: 'team_lead', person_id, since: then })
      .execute()
  }
}

async function savePerson(db: Db, name: Name, language: Language): Promise<void> {
  const { id, slackId, zone, ...person } = personOf(name, language)
  await db
    .insertInto('person')
    .values({
      id,
      workspace_id: person.workspaceId,
      slack_id: slackId,
      name: person.name,
      zone,
      language,
      kind: 'member',
      admin: 0,
      deactivated_at: null,
      dm_channel_id: null,
      // Fresh for years: Slack need not be asked about them.
      learned_at: at('2030-01-01 09:00'),
    })
    .execute()
}

async function addMember(db: Db, name: Name, added_at: number): Promise<void> {
  await db
    .insertInto('membership')
    .values({
      id: `member-${name}`,
      workspace_id: ids.workspace,
      partnership_id: ids.partnership,
      person_id: name,
      side: sideOf(name),
      added_at,
      removed_at: null,
    })
    .execute()
}
