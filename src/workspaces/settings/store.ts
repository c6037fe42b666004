import type { Db, Transaction } from '../../../db/schema.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'

/** What somebody can set for themselves. */
export interface PersonSettings {
  /** Undefined: the one they use Slack in. */
  ownLanguage: Language | undefined
  messages: Person['messages']
}

/** What somebody has set, and the language they use Slack in. @throws NoResultError where there is no such person */
export async function personSettings(db: Db, personId: string): Promise<PersonSettings & { slackLanguage: Language }> {
  const row = await db
    .selectFrom('person')
    .select(['own_language', 'messages', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return { ownLanguage: row.own_language ?? undefined, messages: row.messages, slackLanguage: row.language }
}

export async function savePersonSettings(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  { ownLanguage, messages }: PersonSettings,
): Promise<void> {
  const theirs = trx.updateTable('person').where('id', '=', id).where('workspace_id', '=', workspaceId)
  await theirs.set({ own_language: ownLanguage ?? null, messages }).execute()
}
