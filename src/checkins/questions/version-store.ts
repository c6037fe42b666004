import type { Db, Transaction } from '../../../db/schema.ts'
import type { CheckIn } from '../occurrence.ts'
import type { Question } from '../question.ts'
import { fromQuestions, toQuestions } from './stored.ts'

/** The questions of a check-in as they were from some moment on. */
export interface Version {
  checkInId: string
  /** 1, 2, 3 … */
  version: number
  questions: readonly Question[]
}

/** What the next date of a check-in will ask; undefined where there is no such check-in. */
export function latestVersion(db: Db, workspaceId: string, checkInId: string): Promise<Version | undefined> {
  return findOne(db, workspaceId, checkInId)
}

/** @throws where there is no such check-in */
export async function getLatestVersion(
  db: Db,
  { id, workspaceId }: Pick<CheckIn, 'id' | 'workspaceId'>,
): Promise<Version> {
  const latest = await latestVersion(db, workspaceId, id)
  if (!latest) throw new Error(`There is no check-in ${id}.`)
  return latest
}

export function findVersion(
  db: Db,
  workspaceId: string,
  checkInId: string,
  version: number,
): Promise<Version | undefined> {
  return findOne(db, workspaceId, checkInId, version)
}

async function findOne(db: Db, workspaceId: string, checkInId: string, version?: number): Promise<Version | undefined> {
  const row = await db
    .selectFrom('check_in_version')
    .select(['version', 'questions'])
    .where('workspace_id', '=', workspaceId)
    .where('check_in_id', '=', checkInId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { checkInId, version: row.version, questions: toQuestions(row.questions) }
}

/** Lets those who change the questions of one check-in wait for each other. */
export async function lockVersions(trx: Transaction, workspaceId: string, checkInId: string): Promise<void> {
  await trx
    .updateTable('check_in')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', checkInId)
    .execute()
}

/** Adds a version; those before it stay, for the dates that asked them. */
export async function insertVersion(trx: Transaction, workspaceId: string, next: Version, now: number): Promise<void> {
  await trx
    .insertInto('check_in_version')
    .values({
      workspace_id: workspaceId,
      check_in_id: next.checkInId,
      version: next.version,
      questions: fromQuestions(next.questions),
      made_at: now,
    })
    .execute()
}
