import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Db, Schema, Transaction } from '../../db/schema.ts'
import { newId } from '../platform/ids.ts'

/** A Slack workspace in which Rondo is installed. */
export interface Workspace {
  id: string
  teamId: string
  /** '' outside an Enterprise organisation. */
  enterpriseId: string
  name: string
  botId: string
  botUserId: string
}

/** What `auth.test` says of a bot token. */
const authTest = z.object({
  team_id: z.string(),
  team: z.string().optional(),
  enterprise_id: z.string().nullish(),
  bot_id: z.string(),
  user_id: z.string(),
})

function toWorkspace(row: Selectable<Schema['workspace']>): Workspace {
  return {
    id: row.id,
    teamId: row.team_id,
    enterpriseId: row.enterprise_id,
    name: row.name,
    botId: row.bot_id,
    botUserId: row.bot_user_id,
  }
}

/**
 * The workspace of an installation, made at its first start.
 * @param answer of `auth.test`
 * @throws ZodError when it is not that of a bot token
 */
export async function ensureWorkspace(db: Db, answer: unknown, now: number): Promise<Workspace> {
  const { team_id, team, enterprise_id, bot_id, user_id } = authTest.parse(answer)
  const said = { name: team ?? '', bot_id, bot_user_id: user_id }
  const row = await db
    .insertInto('workspace')
    .values({ ...said, id: newId(now), enterprise_id: enterprise_id ?? '', team_id, installed_at: now })
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'team_id']).doUpdateSet(said))
    .returningAll()
    .executeTakeFirstOrThrow()
  return toWorkspace(row)
}

/** The workspace Slack calls by this team id; ids of teams are unique over all of Slack. */
export async function findWorkspaceOfTeam(db: Db, teamId: string): Promise<Workspace | undefined> {
  const row = await db.selectFrom('workspace').selectAll().where('team_id', '=', teamId).executeTakeFirst()
  return row && toWorkspace(row)
}

/** The one workspace Rondo is installed in; undefined where there is none yet, or more than one. */
export async function findOnlyWorkspace(db: Db): Promise<Workspace | undefined> {
  const [row, ...others] = await db.selectFrom('workspace').selectAll().limit(2).execute()
  return row && others.length === 0 ? toWorkspace(row) : undefined
}

/** @throws NoResultError when there is none */
export async function getWorkspace(db: Db | Transaction, id: string): Promise<Workspace> {
  return toWorkspace(await db.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
