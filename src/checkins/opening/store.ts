import type { Transaction } from '../../../db/schema.ts'
import type { CheckIn, Occurrence, WallMoment } from '../occurrence.ts'
import type { Asked } from '../participants/participant.ts'
import type { Question } from '../question.ts'
import { fromQuestions } from '../questions/stored.ts'

export interface NewOpening {
  occurrenceId: string
  checkIn: CheckIn
  version: number
  /** What this date asks, where that is not what its version says. */
  questions?: readonly Question[] | undefined
  openedAt: number
  deadlineAt: number
  meetsAt?: number | undefined
  ownFrom?: WallMoment | undefined
  /** `askedAt` where it is not the opening. */
  asked: readonly (Asked & { askedAt?: number })[]
}

export async function insertOpening(trx: Transaction, opening: NewOpening): Promise<void> {
  const { occurrenceId, checkIn, openedAt, deadlineAt } = opening
  await trx
    .insertInto('check_in_opening')
    .values({
      occurrence_id: occurrenceId,
      workspace_id: checkIn.workspaceId,
      check_in_id: checkIn.id,
      version: opening.version,
      opened_at: openedAt,
      deadline_at: deadlineAt,
      meets_at: opening.meetsAt ?? null,
      own_from: opening.ownFrom ? `${opening.ownFrom.date} ${opening.ownFrom.time}` : null,
      questions: opening.questions ? fromQuestions(opening.questions) : null,
    })
    .execute()
  const asked = opening.asked.map((person) => ({
    workspace_id: checkIn.workspaceId,
    occurrence_id: occurrenceId,
    person_id: person.personId,
    side: person.side,
    required: person.required ? 1 : 0,
    asked_at: person.askedAt ?? openedAt,
    waits: person.askedAt !== undefined && person.askedAt > openedAt ? 1 : 0,
  }))
  if (asked.length > 0) await trx.insertInto('check_in_asked').values(asked).execute()
}

/** Lets those who write to one occurrence wait for each other, so that the last answer sees all the others. */
export async function lockOpening(trx: Transaction, occurrenceId: string): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set(({ ref }) => ({ deadline_at: ref('deadline_at') }))
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** All of these, in the order in which everybody takes them: before anything that shows them, and before anybody's messages. */
export async function lockOpenings(trx: Transaction, occurrences: readonly Pick<Occurrence, 'id'>[]): Promise<void> {
  for (const id of occurrences.map((one) => one.id).toSorted()) await lockOpening(trx, id)
}

export async function moveDeadline(trx: Transaction, occurrenceId: string, deadlineAt: number): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set({ deadline_at: deadlineAt })
    .where('occurrence_id', '=', occurrenceId)
    .execute()
}

/** What one date asks from now on, where that is not what its version says. */
export async function saveQuestions(
  trx: Transaction,
  { id, workspaceId }: Pick<Occurrence, 'id' | 'workspaceId'>,
  questions: readonly Question[],
): Promise<void> {
  await trx
    .updateTable('check_in_opening')
    .set({ questions: fromQuestions(questions) })
    .where('workspace_id', '=', workspaceId)
    .where('occurrence_id', '=', id)
    .execute()
}
