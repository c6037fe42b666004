/** What became of the actions of two teams in a period, for the opening of their check-in. */
import type { Db } from '../../../db/schema.ts'
import type { Period } from '../../platform/feature.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { actionsEnded, countAdded } from '../store.ts'
import * as say from './messages.ts'

/** Numbers; nothing where nothing happened. */
export async function actionFigures(db: Db, partnership: PartnershipRef, period: Period): Promise<string[]> {
  const ended = await actionsEnded(db, partnership, period)
  const done = ended.filter(({ end }) => end?.how === 'done').length
  const counts = { done, added: await countAdded(db, partnership, period), cancelled: ended.length - done }
  return Object.values(counts).some((count) => count > 0) ? [say.figures(partnership.language, counts)] : []
}

const mostOutcomes = 5

/** What came up in a check-in and was done since, with who did it. */
export async function actionOutcomes(db: Db, partnership: PartnershipRef, period: Period): Promise<string[]> {
  const { language } = partnership
  const ended = await actionsEnded(db, partnership, period)
  const done = ended.filter(({ end, occurrenceId }) => end?.how === 'done' && occurrenceId !== undefined)
  const lines = done
    .slice(0, mostOutcomes)
    .map(({ text, owner, end }) => say.outcome(language, escaped(text), escaped(owner?.name ?? end?.byName ?? '')))
  return done.length > mostOutcomes ? [...lines, say.moreOutcomes(language, done.length - mostOutcomes)] : lines
}
