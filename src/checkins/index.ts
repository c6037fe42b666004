import type { Transaction } from '../../db/schema.ts'
import type { ActionRef } from '../actions/index.ts'
import { getPartnership, insider, memberOf, partnershipsOf, teamLeadOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Feature } from '../platform/feature.ts'
import type { Person } from '../platform/person.ts'
import { openAnswer, skip, submitAnswer } from './answering/slack.ts'
import { closing } from './closing/jobs.ts'
import { openDecide, openDecisions, submitDecide, withdraw } from './decisions/slack.ts'
import { findDecision } from './decisions/store.ts'
import { openHandOver, submitHandOver } from './facilitation/slack.ts'
import { checkInNudges, checkInsComing } from './lines.ts'
import { commandHelp } from './messages.ts'
import type { CheckInNeeds } from './needs.ts'
import { findOccurrence, openOccurrences, openOccurrencesAround } from './occurrence-store.ts'
import { openingOf } from './opening/message.ts'
import { refreshRoot } from './opening/root.ts'
import { lockOpenings } from './opening/store.ts'
import { followPeople } from './participants/follow.ts'
import { peopleListeners } from './parts/slack.ts'
import { asking } from './planning/jobs.ts'
import { checkInList, list } from './planning/list.ts'
import { planningListeners } from './planning/slack.ts'
import { questionListeners } from './questions/slack.ts'
import { checkInTables } from './records/export.ts'
import { checkInFigures } from './records/figures.ts'
import { openNames } from './records/open-names.ts'
import { occurrences, partnershipSaved, zonesChanged } from './recurring.ts'
import { findCheckIn, schedulesIn } from './store.ts'
import { story } from './story.ts'
import { lateAnswer, summary } from './summary/message.ts'
import { publishSummary } from './summary/publish.ts'

export { announced, nextDate, nextTurn } from './lines.ts'
export { checkInsInUse } from './use-store.ts'

/** Recurring check-ins: they ask both teams, close, and put what was said side by side. */
export function checkins(needs: CheckInNeeds): Feature {
  const ofOccurrence = memberOf(
    async (db, workspaceId, id) => (await findOccurrence(db, workspaceId, id))?.checkIn.partnershipId,
  )
  const ofCheckIn = teamLeadOf(
    async (db, workspaceId, id) => (await findCheckIn(db, workspaceId, id.split(':')[0] ?? ''))?.partnershipId,
  )
  const ofDecision = memberOf(async (db, workspaceId, id) => (await findDecision(db, workspaceId, id))?.partnershipId)
  return {
    name: 'checkins',
    words: [
      {
        words: {
          en: ['checkin', 'check-in', 'checkins', 'check-ins'],
          nl: ['checkin', 'check-in', 'checkins', 'check-ins'],
        },
        help: commandHelp,
        may: insider,
        run: list,
      },
    ],
    listeners: [
      { on: 'action', id: 'checkins:answer', may: ofOccurrence, run: openAnswer },
      { on: 'view', id: 'checkins:answer', may: ofOccurrence, submit: submitAnswer },
      { on: 'action', id: 'checkins:skip', may: ofOccurrence, run: skip },
      { on: 'action', id: 'checkins:handover', may: ofOccurrence, run: openHandOver },
      { on: 'view', id: 'checkins:handover', may: ofOccurrence, submit: submitHandOver },
      { on: 'action', id: 'checkins:decide', may: ofOccurrence, run: openDecide },
      { on: 'view', id: 'checkins:decide', may: ofOccurrence, submit: submitDecide },
      { on: 'action', id: 'checkins:decisions', may: ofOccurrence, run: openDecisions },
      { on: 'action', id: 'checkins:undecide', may: ofDecision, run: withdraw },
      ...planningListeners,
      ...questionListeners(ofCheckIn),
      ...peopleListeners(ofCheckIn),
    ],
    jobs: [closing, asking],
    messages: { 'checkins:opening': openingOf(needs), 'checkins:summary': summary, 'checkins:late': lateAnswer },
    schedules: { 'checkins:occurrence': occurrences },
    lists: { 'checkins:list': checkInList },
    nudges: checkInNudges,
    coming: checkInsComing,
    partnershipSaved,
    presenceChanged,
    async personLeft(trx, { person, partnershipId }, now) {
      await zonesChanged(trx, await getPartnership(trx, partnershipId), now)
      await presenceChanged(trx, person, now)
    },
    schedulesIn,
    figures: checkInFigures,
    export: checkInTables,
    home: openNames,
    story,
  }
}

/** Somebody went away, came back or left: what is open follows, and what waits for them. */
async function presenceChanged(
  trx: Transaction,
  { id, workspaceId }: Pick<Person, 'id' | 'workspaceId'>,
  now: number,
): Promise<void> {
  for (const partnership of await partnershipsOf(trx, id)) await zonesChanged(trx, partnership, now)
  const concerned = await followPeople(trx, await openOccurrencesAround(trx, workspaceId, id), now)
  await itemsChanged(trx, workspaceId, [...concerned, id], now)
}

/** Something that check-ins show was changed: what is open in the partnership follows. */
export async function stillOpenChanged(
  trx: Transaction,
  { workspaceId, partnershipId }: Pick<ActionRef, 'workspaceId' | 'partnershipId'>,
  now: number,
): Promise<void> {
  const open = await openOccurrences(trx, workspaceId, partnershipId)
  await lockOpenings(trx, open)
  for (const occurrence of open) await refreshRoot(trx, occurrence, now)
}

/** An action was added, moved, taken or ended: the check-ins that show it follow. */
export async function actionChanged(trx: Transaction, action: ActionRef, now: number): Promise<void> {
  const { workspaceId, partnershipId, occurrenceId } = action
  const open = await openOccurrences(trx, workspaceId, partnershipId)
  await lockOpenings(trx, [...open, ...(occurrenceId ? [{ id: occurrenceId }] : [])])
  for (const occurrence of open) await refreshRoot(trx, occurrence, now)
  // As it stands once nobody else adds to it: a summary that two make longer at one moment has room for both.
  const from = occurrenceId ? await findOccurrence(trx, workspaceId, occurrenceId) : undefined
  // The button names both; what came up in one partnership is no business of another's summary.
  if (from?.closed && from.checkIn.partnershipId === partnershipId) await publishSummary(trx, from, now)
}
