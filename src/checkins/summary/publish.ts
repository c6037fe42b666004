import type { Db, Transaction } from '../../../db/schema.ts'
import { actionsFrom, addActionButton } from '../../actions/index.ts'
import { getPartnership } from '../../partnerships/index.ts'
import { findDelivery, refresh, replyTo } from '../../platform/delivery/outbox.ts'
import type { Rendered } from '../../platform/rendered.ts'
import { responsesTo } from '../answering/store.ts'
import { decisionsFrom } from '../decisions/store.ts'
import { decisionButtons } from '../decisions/views.ts'
import type { Occurrence } from '../occurrence.ts'
import { causeOf } from '../occurrence-store.ts'
import { findRoot } from '../opening/root.ts'
import { awayAtOpening, participantsNow } from '../participants/facts.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { turnout } from '../participants/participant.ts'
import { spokenOf } from '../views.ts'
import { summaryPages } from './views.ts'

/** Puts the summary into the thread, or brings up to date what stands there; the first post follows. */
export async function publishSummary(trx: Transaction, occurrence: Occurrence, now: number): Promise<void> {
  const root = await findRoot(trx, occurrence)
  if (!root) return
  const { length } = await pagesOf(trx, occurrence, now)
  for (let page = 1; ; page++) {
    const cause = `${causeOf(occurrence.id)}:summary:${page}`
    const there = await findDelivery(trx, occurrence.workspaceId, { cause, kind: 'reply' })
    if (!there && page > length) break
    if (there) await refresh(trx, there.id, now)
    else
      await reply(
        trx,
        root.id,
        occurrence,
        { cause, what: 'checkins:summary', more: { page: `${page}` } },
        now + page - 1,
      )
  }
  await refresh(trx, root.id, now)
}

/** Later than any page of the summary: what is said at one moment has no order. */
const afterSummaryMs = 1_000

/** Says in the thread that an answer came after the close. */
export async function announceLateAnswer(
  trx: Transaction,
  occurrence: Occurrence,
  personId: string,
  now: number,
): Promise<void> {
  const root = await findRoot(trx, occurrence)
  const cause = `${causeOf(occurrence.id)}:late:${personId}`
  const saying = { cause, what: 'checkins:late', more: { person: personId } }
  if (root) await reply(trx, root.id, occurrence, saying, now + afterSummaryMs)
}

/** The summary as it stands now, in the language of the partnership. */
export async function pagesOf(db: Db, occurrence: Occurrence, now: number): Promise<Rendered[]> {
  const partnership = await getPartnership(db, occurrence.checkIn.partnershipId)
  const participants = await participantsNow(db, occurrence, now)
  const awayNow = participants.filter(({ away, answered }) => away && !answered).map(({ name }) => name)
  const actions = await actionsFrom(db, occurrence.checkIn, occurrence.id)
  const decisions = await decisionsFrom(db, occurrence.workspaceId, occurrence.id)
  const { language } = partnership
  const place = { partnershipId: partnership.id, occurrenceId: occurrence.id }
  const summed = {
    checkIn: spokenOf(occurrence, partnership.zone, language),
    questions: occurrence.questions,
    responses: await responsesTo(db, occurrence.workspaceId, occurrence.id),
    turnout: turnoutInWords(language, turnout(participants), true),
    away: [...(await awayAtOpening(db, occurrence, participants)), ...awayNow],
    actions: actions.map(({ text, owner, dueDate, end, movedBecause }) => ({
      ...{ text, owner: owner?.name, dueDate, movedBecause },
      ...(end ? { ended: end.how, reason: end.reason } : {}),
    })),
    decisions,
    buttons: [addActionButton(place, language), ...decisionButtons(occurrence.id, decisions, language)],
  }
  return summaryPages(summed, language)
}

interface Saying {
  cause: string
  what: string
  more: Record<string, string>
}

function reply(trx: Transaction, rootId: string, { id, workspaceId }: Occurrence, saying: Saying, dueAt: number) {
  const { cause, what, more } = saying
  return replyTo(trx, rootId, { workspaceId, cause, what, about: { occurrence: id, ...more }, dueAt }, dueAt)
}
