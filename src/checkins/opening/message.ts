import type { Db, Transaction } from '../../../db/schema.ts'
import { getPartnership, workingTimeAround } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import { refresh } from '../../platform/delivery/outbox.ts'
import { isHeld, nextOccurrences } from '../../platform/delivery/schedules.ts'
import type { Message, Outgoing, Wording } from '../../platform/feature.ts'
import { stillAsked } from '../closing/close.ts'
import { paused } from '../missed-store.ts'
import type { CheckInNeeds } from '../needs.ts'
import { countsFrom, deadlineFor, isExtra, isLate, type Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { idsOf } from '../participants/participant.ts'
import { openingNow } from './facts.ts'
import { moveDeadline } from './store.ts'
import { openingMessage } from './views.ts'

/** The first post: while it is open and after. */
export function openingOf(needs: CheckInNeeds): Message {
  return {
    async render(db, delivery, now): Promise<Wording> {
      const found = await occurrenceOf(db, delivery)
      if (!found) return { skip: 'gone' }
      const postedAt = delivery.sentAt
      if (postedAt === undefined && !(await goesOn(db, found))) return { skip: paused }
      const deadlineAt = postedAt === undefined ? await deadlineNow(db, found, now) : found.deadlineAt
      if (deadlineAt === undefined) return { skip: 'no time' }
      return openingMessage(await openingNow(db, needs, { ...found, deadlineAt }, postedAt, now))
    },
    /** What was late costs nobody a minute: the time to answer counts from when people could see it. */
    async sent(trx, delivery, sentAt) {
      const occurrence = await occurrenceOf(trx, delivery)
      if (!occurrence || occurrence.closed || !isLate(occurrence.dueAt, sentAt)) return
      const deadlineAt = await deadlineNow(trx, occurrence, sentAt)
      if (deadlineAt !== undefined) await moveDeadline(trx, occurrence.id, deadlineAt)
      await refresh(trx, delivery.id, sentAt)
      await itemsChanged(trx, occurrence.workspaceId, idsOf(await stillAsked(trx, occurrence)), sentAt)
    },
  }
}

async function occurrenceOf(db: Db | Transaction, delivery: Outgoing): Promise<Occurrence | undefined> {
  return findOccurrence(db, delivery.workspaceId, delivery.about.occurrence ?? '')
}

/** One that waited for Slack need not come out when it was paused meanwhile, unless a team lead asked for just this one. */
async function goesOn(db: Db, { slot, workspaceId, checkIn }: Occurrence): Promise<boolean> {
  return isExtra(slot) || isHeld(db, workspaceId, checkIn.scheduleId)
}

async function deadlineNow(db: Db, occurrence: Occurrence, opensAt: number): Promise<number | undefined> {
  const { checkIn, dueAt, slot, meetsAt, ownFrom } = occurrence
  const partnership = await getPartnership(db, checkIn.partnershipId)
  const working = await workingTimeAround(db, partnership, opensAt)
  const nextAt = await nextDueAt(db, occurrence)
  const { answerHours } = checkIn
  const counting = { meetsAt, countsFrom: countsFrom(ownFrom, partnership.zone) }
  return deadlineFor({ dueAt, opensAt, nextDueAt: nextAt, answerHours, extra: isExtra(slot), ...counting }, working)
}

async function nextDueAt(db: Db, { workspaceId, checkIn }: Occurrence): Promise<number | undefined> {
  const [next] = await nextOccurrences(db, workspaceId, checkIn.scheduleId, 1)
  return next?.dueAt
}
