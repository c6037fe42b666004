import type { Db, Transaction } from '../../../db/schema.ts'
import type { SlotRule } from '../../calendar/slots.ts'
import type { WorkingTime } from '../../calendar/working-time.ts'
import { membersOf, type Partnership, workingTimeAround } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import { nextOccurrences, saveSchedule } from '../../platform/delivery/schedules.ts'
import { askedFrom, type CheckIn } from '../occurrence.ts'
import { findRule } from '../store.ts'
import { inPlace, ownFromOf } from './plan.ts'

/** What its schedules hold, as it is registered. */
const kind = 'checkins:occurrence'

/** What the dates of a check-in depend on beside its own cadence. */
export interface Ground {
  partnership: Partnership
  working: WorkingTime
  /** Of its people, IANA names. */
  zones: string[]
}

export async function groundOf(db: Db, partnership: Partnership, now: number): Promise<Ground> {
  const members = await membersOf(db, partnership.id)
  const working = await workingTimeAround(db, partnership, now)
  return { partnership, working, zones: members.map(({ person }) => person.zone) }
}

/** When somebody is asked on the next dates: epoch milliseconds. @param zone theirs */
export async function nextFor(db: Db, checkIn: CheckIn, zone: string, count: number): Promise<number[]> {
  const next = await nextOccurrences(db, checkIn.workspaceId, checkIn.scheduleId, count)
  const rule = checkIn.ownZone ? await findRule(db, checkIn.scheduleId) : undefined
  return next.map(({ dueAt }) => askedFrom({ openedAt: dueAt, ownFrom: ownFromOf(rule?.zones, dueAt) }, zone))
}

/** The dates of a check-in from now on. @param rule as it was chosen: what it takes from the partnership is worked out here */
export async function saveDates(
  trx: Transaction,
  checkIn: CheckIn,
  partnership: Partnership,
  rule: SlotRule,
  now: number,
): Promise<void> {
  const { scheduleId: id, workspaceId } = checkIn
  const held = inPlace(rule, checkIn, await groundOf(trx, partnership, now))
  await saveSchedule(trx, { id, workspaceId, kind, rule: held }, now)
}

/** What is announced to its people today may be another. To be called last in a transaction. */
export async function datesChanged(
  trx: Transaction,
  { workspaceId, partnershipId }: CheckIn,
  now: number,
): Promise<void> {
  const members = await membersOf(trx, partnershipId)
  const ids = members.map(({ person }) => person.id)
  await itemsChanged(trx, workspaceId, ids, now)
}
