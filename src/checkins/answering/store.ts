import type { Db, Transaction } from '../../../db/schema.ts'
import type { Asked, Participant } from '../participants/participant.ts'
import type { Answers, Side } from '../question.ts'
import type { Response } from '../summary/chapters.ts'

/** Which occurrence, whose. */
export interface Own {
  workspaceId: string
  occurrenceId: string
  personId: string
}

/** Adds somebody to those who are asked, now or when their clocks show the time; they may have been already. */
export async function insertAsked(
  trx: Transaction,
  own: Own,
  { askedAt, side, required }: Omit<Asked, 'personId'> & { askedAt: number },
  now: number,
): Promise<void> {
  await trx
    .insertInto('check_in_asked')
    .values({
      workspace_id: own.workspaceId,
      occurrence_id: own.occurrenceId,
      person_id: own.personId,
      side,
      required: required ? 1 : 0,
      asked_at: askedAt,
      waits: askedAt > now ? 1 : 0,
    })
    .onConflict((conflict) => conflict.columns(['occurrence_id', 'person_id']).doNothing())
    .execute()
}

/** They answer for this side from now on. */
export async function changeSide(trx: Transaction, own: Own, side: Side): Promise<void> {
  await trx
    .updateTable('check_in_asked')
    .set({ side })
    .where('occurrence_id', '=', own.occurrenceId)
    .where('person_id', '=', own.personId)
    .execute()
}

/** Keeps what somebody answers, in the place of what they answered before. */
export async function saveResponse(trx: Transaction, own: Own, answers: Answers, now: number): Promise<void> {
  const key = { workspace_id: own.workspaceId, occurrence_id: own.occurrenceId, person_id: own.personId }
  await trx
    .insertInto('check_in_response')
    .values({ ...key, answered_at: now, changed_at: now })
    .onConflict((conflict) => conflict.columns(['occurrence_id', 'person_id']).doUpdateSet({ changed_at: now }))
    .execute()
  await trx
    .deleteFrom('check_in_answer')
    .where('occurrence_id', '=', own.occurrenceId)
    .where('person_id', '=', own.personId)
    .execute()
  const rows = Object.entries(answers).map(([question, answer]) => ({ ...key, question, answer }))
  if (rows.length > 0) await trx.insertInto('check_in_answer').values(rows).execute()
}

/** *Skip this time*; pressing it twice is one skip. */
export async function insertSkip(trx: Transaction, own: Own, now: number): Promise<void> {
  await trx
    .insertInto('check_in_skip')
    .values({
      workspace_id: own.workspaceId,
      occurrence_id: own.occurrenceId,
      person_id: own.personId,
      skipped_at: now,
    })
    .onConflict((conflict) => conflict.columns(['occurrence_id', 'person_id']).doNothing())
    .execute()
}

/** Those who are asked and what they did, by name; who is away or has left is for others to know. */
export async function participantsOf(db: Db, workspaceId: string, occurrenceId: string): Promise<Participant[]> {
  const rows = await db
    .selectFrom('check_in_asked as asked')
    .innerJoin('person', 'person.id', 'asked.person_id')
    .leftJoin('check_in_response as response', (join) =>
      join
        .onRef('response.occurrence_id', '=', 'asked.occurrence_id')
        .onRef('response.person_id', '=', 'asked.person_id'),
    )
    .leftJoin('check_in_skip as skip', (join) =>
      join.onRef('skip.occurrence_id', '=', 'asked.occurrence_id').onRef('skip.person_id', '=', 'asked.person_id'),
    )
    .where('asked.workspace_id', '=', workspaceId)
    .where('asked.occurrence_id', '=', occurrenceId)
    .select([
      'asked.person_id',
      'asked.side',
      'asked.required',
      'person.slack_id',
      'person.name',
      'person.zone',
      'response.answered_at',
      'skip.skipped_at',
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    slackId: row.slack_id,
    name: row.name,
    side: row.side,
    zone: row.zone,
    required: row.required === 1,
    answered: row.answered_at !== null,
    skipped: row.skipped_at !== null,
    away: false,
    left: false,
  }))
}

/** What everybody answered, in the order in which they first did. */
export async function responsesTo(db: Db, workspaceId: string, occurrenceId: string): Promise<Response[]> {
  const people = await db
    .selectFrom('check_in_response as response')
    .innerJoin('person', 'person.id', 'response.person_id')
    .innerJoin('check_in_asked as asked', (join) =>
      join
        .onRef('asked.occurrence_id', '=', 'response.occurrence_id')
        .onRef('asked.person_id', '=', 'response.person_id'),
    )
    .where('response.workspace_id', '=', workspaceId)
    .where('response.occurrence_id', '=', occurrenceId)
    .select(['response.person_id', 'person.name', 'asked.side'])
    .orderBy('response.answered_at')
    .orderBy('response.person_id')
    .execute()
  const answers = await db
    .selectFrom('check_in_answer')
    .where('workspace_id', '=', workspaceId)
    .where('occurrence_id', '=', occurrenceId)
    .select(['person_id', 'question', 'answer'])
    .execute()
  const answersByPerson = Map.groupBy(answers, (row) => row.person_id)
  return people.map((row) => ({
    personId: row.person_id,
    name: row.name,
    side: row.side,
    answers: toAnswers(answersByPerson.get(row.person_id) ?? []),
  }))
}

/** What everybody answered in all check-ins of a partnership, by occurrence. */
export async function responsesIn(
  db: Db,
  workspaceId: string,
  partnershipId: string,
): Promise<Map<string, Response[]>> {
  const rows = await db
    .selectFrom('check_in_answer as answer')
    .innerJoin('check_in_opening as opening', 'opening.occurrence_id', 'answer.occurrence_id')
    .innerJoin('check_in', 'check_in.id', 'opening.check_in_id')
    .innerJoin('person', 'person.id', 'answer.person_id')
    .innerJoin('check_in_asked as asked', (join) =>
      join.onRef('asked.occurrence_id', '=', 'answer.occurrence_id').onRef('asked.person_id', '=', 'answer.person_id'),
    )
    .where('answer.workspace_id', '=', workspaceId)
    .where('check_in.partnership_id', '=', partnershipId)
    .select([
      'answer.occurrence_id',
      'answer.person_id',
      'person.name',
      'asked.side',
      'answer.question',
      'answer.answer',
    ])
    .execute()
  const byOccurrence = Map.groupBy(rows, (row) => row.occurrence_id)
  return new Map([...byOccurrence].map(([id, all]) => [id, toResponses(all)]))
}

type Said = Pick<Response, 'name' | 'side'> & { person_id: string; question: string; answer: string }

function toResponses(rows: readonly Said[]): Response[] {
  return [...Map.groupBy(rows, (row) => row.person_id)].flatMap(([personId, said]) => {
    const [first] = said
    return first ? [{ personId, name: first.name, side: first.side, answers: toAnswers(said) }] : []
  })
}

/** What one person answered; undefined when they have not. */
export async function findAnswers(db: Db, own: Own): Promise<Answers | undefined> {
  const response = await db
    .selectFrom('check_in_response')
    .select('person_id')
    .where('workspace_id', '=', own.workspaceId)
    .where('occurrence_id', '=', own.occurrenceId)
    .where('person_id', '=', own.personId)
    .executeTakeFirst()
  return response && answersAt(db, own)
}

/** What one person answered; empty when they have not. */
export async function answersAt(db: Db, own: Own): Promise<Answers> {
  const rows = await db
    .selectFrom('check_in_answer')
    .select(['question', 'answer'])
    .where('workspace_id', '=', own.workspaceId)
    .where('occurrence_id', '=', own.occurrenceId)
    .where('person_id', '=', own.personId)
    .execute()
  return toAnswers(rows)
}

export const toAnswers = (rows: readonly { question: string; answer: string }[]): Answers =>
  Object.fromEntries(rows.map(({ question, answer }) => [question, answer]))
