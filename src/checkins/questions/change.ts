import type { Transaction } from '../../../db/schema.ts'
import type { Question } from '../question.ts'
import { type Edit, type Edited, edited, find, isSame } from './editing.ts'
import { insertVersion, latestVersion, lockVersions, type Version } from './version-store.ts'

/** Where the questions stand, and what this person has seen of them. */
export interface Place {
  workspaceId: string
  checkInId: string
}

export type Changed =
  | { ok: true; before: Version; after: Version }
  | { ok: false; before: Version; reason: Extract<Edited, { ok: false }>['reason'] }
  /** Somebody else changed or removed the very question meanwhile. */
  | { ok: false; before: Version; reason: 'changed meanwhile'; theirs: Question | undefined }

/**
 * Does one edit to the questions as they are now, whatever others did since this person looked.
 * @param expected of a question that is put: as the person saw it when they began; undefined where there was none
 * @returns undefined where the check-in is gone
 */
export async function changeQuestions(
  trx: Transaction,
  { workspaceId, checkInId }: Place,
  { edit, expected }: { edit: Edit; expected?: Question | undefined },
  now: number,
): Promise<Changed | undefined> {
  await lockVersions(trx, workspaceId, checkInId)
  const before = await latestVersion(trx, workspaceId, checkInId)
  if (!before) return undefined
  if (edit.do === 'put') {
    const theirs = find(before.questions, edit.question.id)
    if (!isSame(theirs, expected)) return { ok: false, before, reason: 'changed meanwhile', theirs }
  }
  const outcome = edited(before.questions, edit)
  if (!outcome.ok) return { ok: false, before, reason: outcome.reason }
  if (areSame(before.questions, outcome.questions)) return { ok: true, before, after: before }
  const after = { checkInId, version: before.version + 1, questions: outcome.questions }
  await insertVersion(trx, workspaceId, after, now)
  return { ok: true, before, after }
}

const areSame = (one: readonly Question[], other: readonly Question[]): boolean =>
  one.length === other.length && one.every((question, index) => isSame(question, other[index]))
