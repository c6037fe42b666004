import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../../db/schema.ts'
import type { Language } from '../../platform/i18n.ts'
import { newId } from '../../platform/ids.ts'
import type { Person } from '../../platform/person.ts'
import type { Profile } from './slack-user.ts'

/** A person and how fresh that is. */
export interface KnownPerson {
  person: Person
  deactivated: boolean
  /** When Slack was last asked about them: epoch milliseconds. */
  learnedAt: number
}

/** What holds for somebody of whom Slack says no language or zone. */
export interface Defaults {
  language: Language
  /** IANA name. */
  zone: string
}

type PersonRow = Selectable<Schema['person']>

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    slackId: row.slack_id,
    name: row.name,
    language: row.own_language ?? row.language,
    zone: row.zone,
    kind: row.kind,
    admin: row.admin === 1,
    messages: row.messages,
  }
}

function toKnownPerson(row: PersonRow): KnownPerson {
  return { person: toPerson(row), deactivated: row.deactivated_at !== null, learnedAt: row.learned_at }
}

/** Those of these Slack ids that Rondo has met, deactivated ones too. */
export async function findKnownPeople(
  db: Db,
  workspaceId: string,
  slackIds: readonly string[],
): Promise<KnownPerson[]> {
  if (slackIds.length === 0) return []
  const query = db.selectFrom('person').selectAll().where('workspace_id', '=', workspaceId)
  return (await query.where('slack_id', 'in', slackIds).execute()).map(toKnownPerson)
}

/** People by Rondo's own ids, deactivated ones too, in no order. */
export async function findPeople(db: Db, personIds: readonly string[]): Promise<Person[]> {
  if (personIds.length === 0) return []
  return (await db.selectFrom('person').selectAll().where('id', 'in', personIds).execute()).map(toPerson)
}

/** The owners and admins of a workspace whom Rondo has met, as far as they are still there. */
export async function adminsOf(db: Db, workspaceId: string): Promise<Person[]> {
  const admins = db.selectFrom('person').selectAll().where('workspace_id', '=', workspaceId).where('admin', '=', 1)
  const there = admins.where('kind', '=', 'member').where('deactivated_at', 'is', null)
  return (await there.orderBy('id').execute()).map(toPerson)
}

/** Keeps what Slack says of somebody; what it does not say stays as it was known. */
export async function savePerson(
  db: Db | Transaction,
  workspaceId: string,
  profile: Profile,
  defaults: Defaults,
  now: number,
): Promise<KnownPerson> {
  const said = { name: profile.name, kind: profile.kind, admin: profile.admin ? 1 : 0, learned_at: now }
  const row = await db
    .insertInto('person')
    .values({
      ...said,
      id: newId(now),
      workspace_id: workspaceId,
      slack_id: profile.slackId,
      zone: profile.zone ?? defaults.zone,
      language: profile.language ?? defaults.language,
      deactivated_at: profile.deactivated ? now : null,
      dm_channel_id: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'slack_id']).doUpdateSet((eb) => ({
        ...said,
        ...(profile.zone === undefined ? {} : { zone: profile.zone }),
        ...(profile.language === undefined ? {} : { language: profile.language }),
        // The moment somebody left stays the first one noticed.
        deactivated_at: profile.deactivated ? eb.fn.coalesce('person.deactivated_at', eb.val(now)) : null,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return toKnownPerson(row)
}

/**
 * Claims the refresh of somebody: of all who see at the same time that it is due, one gets it.
 * @param seen the `learnedAt` on which that was judged
 */
export async function claimRefresh(db: Db, personId: string, seen: number, now: number): Promise<boolean> {
  const claim = db.updateTable('person').set({ learned_at: now }).where('id', '=', personId)
  const { numUpdatedRows } = await claim.where('learned_at', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}
