import type { Transaction } from '../../db/schema.ts'
import type { SlotRule } from '../calendar/slots.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, type Partnership, workingTimeAround } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import { redirect } from '../platform/delivery/outbox.ts'
import type { ScheduleKind } from '../platform/feature.ts'
import { newId } from '../platform/ids.ts'
import type { PartnershipRef } from '../platform/person.ts'
import { type CheckIn, isExtra } from './occurrence.ts'
import { openOccurrences } from './occurrence-store.ts'
import { open } from './opening/open.ts'
import { findRoot } from './opening/root.ts'
import { followPeople } from './participants/follow.ts'
import { saveDates } from './planning/dates.ts'
import { ownFromOf } from './planning/plan.ts'
import { checkInsOf, findCheckInBySchedule, findRule, followChannels, hasBegun, insertCheckIn } from './store.ts'
import { firstTemplate, templates } from './templates/all.ts'

/** What happens on the dates of a check-in: it opens. */
export const occurrences: ScheduleKind = {
  async occur(trx, due, now) {
    const checkIn = await findCheckInBySchedule(trx, due.workspaceId, due.scheduleId)
    if (!checkIn) return { skip: 'gone' }
    const partnership = await getPartnership(trx, checkIn.partnershipId)
    const rule = await findRule(trx, due.scheduleId)
    await follow(trx, checkIn, partnership, now)
    const ownFrom = isExtra(due.slot) ? undefined : ownFromOf(rule?.zones, due.dueAt)
    return open(trx, checkIn, partnership, { ...due, ownFrom }, now)
  },
}

/** A new partnership starts with one weekly check-in, at the start of a working day; those of one that changed follow its channel, hours and days off. */
export async function partnershipSaved(
  trx: Transaction,
  { id, workspaceId }: PartnershipRef,
  now: number,
): Promise<void> {
  const partnership = await getPartnership(trx, id)
  if (!(await hasBegun(trx, id))) return startFirst(trx, partnership, now)
  await followChannels(trx, id, partnership.channels)
  for (const checkIn of await checkInsOf(trx, workspaceId, id)) await follow(trx, checkIn, partnership, now)
  const open = await openOccurrences(trx, workspaceId, id)
  for (const occurrence of open) {
    const root = await findRoot(trx, occurrence)
    if (root) await redirect(trx, root.id, occurrence.checkIn.channelId)
  }
  await itemsChanged(trx, workspaceId, await followPeople(trx, open, now), now)
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
  await saveDates(trx, checkIn, partnership, rule, now)
  await insertCheckIn(trx, checkIn, templates[firstTemplate]?.questions ?? [], now)
}

/** Somebody came, left or moved: the check-ins that go by people's own clocks follow. */
export async function zonesChanged(trx: Transaction, partnership: Partnership, now: number): Promise<void> {
  const { id, workspaceId } = partnership
  const ownZone = (await checkInsOf(trx, workspaceId, id)).filter((checkIn) => checkIn.ownZone)
  for (const checkIn of ownZone) await follow(trx, checkIn, partnership, now)
}

/** Keeps the cadence and the time; takes the zones, working days and days off as they are now. */
async function follow(trx: Transaction, checkIn: CheckIn, partnership: Partnership, now: number): Promise<void> {
  const rule = await findRule(trx, checkIn.scheduleId)
  if (rule) await saveDates(trx, checkIn, partnership, rule, now)
}
