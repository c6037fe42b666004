import type { Db } from '../../../db/schema.ts'
import type { Answers, Question } from '../question.ts'
import { answersAt, type Own, toAnswers } from './store.ts'

/**
 * What somebody answered the last time they answered this check-in before; about a key account, the last time they said anything
 * about that one. Empty when they never did.
 * @param questions what they are asked now
 */
export async function lastAnswers(
  db: Db,
  own: Own,
  checkInId: string,
  questions: readonly Question[],
): Promise<Answers> {
  const last = await selectAnswered(db, own, checkInId).select('response.occurrence_id').executeTakeFirst()
  if (!last) return {}
  const accountIds = new Map(
    questions.flatMap(({ id, accountId }) => (accountId === undefined ? [] : [[id, accountId]])),
  )
  const lately = await answersAt(db, { ...own, occurrenceId: last.occurrence_id })
  return { ...lately, ...(await lastAbout(db, own, checkInId, accountIds)) }
}

/** @param accountIds of the accounts, by the question about each */
async function lastAbout(
  db: Db,
  own: Own,
  checkInId: string,
  accountIds: ReadonlyMap<string, string>,
): Promise<Answers> {
  if (accountIds.size === 0) return {}
  const rows = await selectAnswered(db, own, checkInId)
    .innerJoin('check_in_answer as answer', (join) =>
      join
        .onRef('answer.occurrence_id', '=', 'response.occurrence_id')
        .onRef('answer.person_id', '=', 'response.person_id'),
    )
    .where('answer.question', 'in', [...accountIds.keys()])
    .select(['answer.question', 'answer.answer', 'answer.occurrence_id'])
    .execute()
  const byAccount = Map.groupBy(rows, ({ question }) => accountIds.get(question))
  // What they left out the last time they spoke of it, they let go.
  return toAnswers(
    [...byAccount.values()].flatMap((said) => said.filter((one) => one.occurrence_id === said[0]?.occurrence_id)),
  )
}

/** What they answered of a check-in before, the latest first. */
function selectAnswered(db: Db, own: Own, checkInId: string) {
  return db
    .selectFrom('check_in_response as response')
    .innerJoin('check_in_opening as opening', 'opening.occurrence_id', 'response.occurrence_id')
    .where('response.workspace_id', '=', own.workspaceId)
    .where('response.person_id', '=', own.personId)
    .where('opening.check_in_id', '=', checkInId)
    .where('response.occurrence_id', '!=', own.occurrenceId)
    .orderBy('opening.opened_at', 'desc')
}
