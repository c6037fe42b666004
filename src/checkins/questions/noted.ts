import type { Transaction } from '../../../db/schema.ts'
import type { Person } from '../../platform/person.ts'
import { note } from '../noted.ts'
import type { CheckIn } from '../occurrence.ts'
import { type Changed, changeQuestions } from './change.ts'
import { changesBetween, type Edit } from './editing.ts'

/** Changes the questions and notes which were added, changed, removed or moved: their ids, not what they ask. */
export async function changeNoted(
  trx: Transaction,
  by: Person,
  checkIn: CheckIn,
  edit: Parameters<typeof changeQuestions>[2] & { edit: Edit },
  now: number,
): Promise<Changed | undefined> {
  const changed = await changeQuestions(trx, { workspaceId: by.workspaceId, checkInId: checkIn.id }, edit, now)
  if (!changed?.ok || changed.after === changed.before) return changed
  const { before, after } = changed
  const questions = Map.groupBy(changesBetween(before.questions, after.questions), ({ how }) => how)
  const ids = [...questions].map(([how, all]) => [how, all.map(({ question }) => question.id).join(' ')])
  await note(
    trx,
    by,
    'checkins:questions-changed',
    checkIn,
    { version: after.version, ...Object.fromEntries(ids) },
    now,
  )
  return changed
}
