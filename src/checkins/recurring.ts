import type { Transaction } from '../../db/schema.ts'
import type { SlotRule } from '../calendar/slots.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, type Partnership, workingTimeAround } from '../partnerships/index.ts'
import { redirect } from '../platform/delivery/outbox.ts'
import { saveSchedule } from '../platform/delivery/schedules.ts'
import type { PartnershipRef, ScheduleKind } from '../platform/feature.ts'
import { newId } from '../platform/ids.ts'
import type { CheckIn } from './occurrence.ts'
import { openOccurrences } from './occurrence-store.ts'
import { open } from './opening/open.ts'
import { findRoot } from './opening/root.ts'
import { followPeople } from './participants/follow.ts'
import { checkInsOf, findCheckInBySchedule, findRule, insertCheckIn, moveToChannel } from './store.ts'
import { firstTemplate, templates } from './templates/all.ts'

const kind = 'checkins:occurrence'

/** What happens on the dates of a check-in: it opens. */
export const occurrences: ScheduleKind = {
  async occur(trx, due, now) {
    const checkIn = await findCheckInBySchedule(trx, due.workspaceId, due.scheduleId)
    if (!checkIn) return { skip: 'gone' }
    const partnership = await getPartnership(trx, checkIn.partnershipId)
    await follow(trx, checkIn, partnership, now)
    return open(trx, checkIn, partnership, due, now)
  },
}

/** A new partnership starts with one weekly check-in, at the start of a working day; those of one that changed follow its channel, hours and days off. */
export async function partnershipSaved(
  trx: Transaction,
  { id, workspaceId }: PartnershipRef,
  now: number,
): Promise<void> {
  const partnership = await getPartnership(trx, id)
  const existing = await checkInsOf(trx, workspaceId, id)
  if (existing.length === 0) return startFirst(trx, partnership, now)
  for (const checkIn of existing) {
    await moveToChannel(trx, checkIn.id, partnership.channels.shared)
    await follow(trx, checkIn, partnership, now)
  }
  const open = await openOccurrences(trx, workspaceId, id)
  for (const occurrence of open) {
    const root = await findRoot(trx, occurrence)
    if (root) await redirect(trx, root.id, partnership.channels.shared)
  }
  await followPeople(trx, open, now)
}

async function startFirst(trx: Transaction, partnership: Partnership, now: number): Promise<void> {
  const { workspaceId } = partnership
  const checkIn: CheckIn = {
    id: newId(now),
    workspaceId,
    partnershipId: partnership.id,
    scheduleId: newId(now),
    template: firstTemplate,
    name: '',
    channelId: partnership.channels.shared,
    answerHours: 8,
    meetingAt: undefined,
    ownZone: false,
  }
  const rule: SlotRule = {
    cadence: { kind: 'weekly', every: 1, weekdays: [1], anchor: toLocal(now, partnership.zone).date },
    time: partnership.workStart,
    working: await workingTimeAround(trx, partnership, now),
    onDayOff: 'move',
  }
  await saveSchedule(trx, { id: checkIn.scheduleId, workspaceId, kind, rule }, now)
  await insertCheckIn(trx, checkIn, templates[firstTemplate]?.questions ?? [], now)
}

/** Keeps the cadence and the time; takes the zone, working days and days off as they are now. */
async function follow(trx: Transaction, checkIn: CheckIn, partnership: Partnership, now: number): Promise<void> {
  const { scheduleId, workspaceId } = checkIn
  const rule = await findRule(trx, scheduleId)
  const working = await workingTimeAround(trx, partnership, now)
  if (rule) await saveSchedule(trx, { id: scheduleId, workspaceId, kind, rule: { ...rule, working } }, now)
}
