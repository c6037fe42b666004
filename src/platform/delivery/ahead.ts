import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../db/schema.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { firstSlot, nextSlot, type Slot, type SlotRule } from '../../calendar/slots.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { fitting } from './fitting.ts'
import { toRule } from './rule.ts'
import type { ScheduleRow } from './schedules.ts'

/** Of many days off in a row, no more are gone through than this. */
const mostLookedAt = 60

/**
 * The dates there would be if a schedule were saved like this now, those that are skipped too, until so many of them are held.
 * @param id of the schedule it would change; of none, a new one @param rule without what was decided upon single dates
 */
export async function datesIfSaved(
  db: Db,
  id: string | undefined,
  rule: SlotRule,
  now: number,
  held: number,
): Promise<Slot[]> {
  const query = db.selectFrom('schedule').selectAll()
  const old = id === undefined ? undefined : await query.where('id', '=', id).executeTakeFirst()
  const decided = old ? fitting(rule, toRule(old).exceptions ?? new Map(), await dayAfterLast(db, old)) : undefined
  const changed = { ...rule, exceptions: decided }
  const slots: Slot[] = []
  let slot = old ? await nextAfterChange(db, old, changed, now) : firstOf(changed, now)
  for (let left = held; slot && left > 0 && slots.length < mostLookedAt; slot = nextSlot(changed, slot.slot)) {
    slots.push(slot)
    if (!slot.skipped) left--
  }
  return slots
}

/** Where a changed schedule goes on: with the date that is due but not yet recorded, else with the first that has not come. */
export async function nextAfterChange(
  db: Db,
  old: ScheduleRow,
  rule: SlotRule,
  now: number,
): Promise<Slot | undefined> {
  const pending =
    old.next_slot !== null && old.next_due_at !== null && old.next_due_at <= now ? old.next_slot : undefined
  return pending === undefined ? firstAhead(db, old, rule, now) : firstSlot(rule, pending)
}

/** The first date of a rule that has not come yet, later than all that were held. */
export async function firstAhead(db: Db, old: ScheduleRow, rule: SlotRule, now: number): Promise<Slot | undefined> {
  const from = await dayAfterLast(db, old)
  const earliest = earliestToMove(rule, now)
  return firstNotBefore(rule, from === undefined ? earliest : laterOf(from, earliest), now)
}

/**
 * A date that is past may have moved to one that is not: over no more than a month of days off, or as far as somebody decided.
 */
function earliestToMove({ working, exceptions }: SlotRule, now: number): LocalDate {
  const aMonthAgo = addDays(toLocal(now, working.zone).date, -31)
  return [aMonthAgo, ...(exceptions?.keys() ?? [])].toSorted()[0] ?? aMonthAgo
}

/** The day after the latest date: a slot may have moved past others, so its own date and the one it was held on both count. */
export async function dayAfterLast(db: Db, schedule: ScheduleRow): Promise<LocalDate | undefined> {
  const last = await db
    .selectFrom('occurrence')
    .select(['slot', 'date', 'due_at'])
    .where('schedule_id', '=', schedule.id)
    .where(sql<SqlBool>`slot not like '%#%'`)
    .orderBy('slot', 'desc')
    .executeTakeFirst()
  if (!last) return undefined
  const heldOn = last.date ?? toLocal(last.due_at, toRule(schedule).working.zone).date
  return addDays(laterOf(heldOn, last.slot), 1)
}

/** The first date of a rule of which none was held yet. */
export const firstOf = (rule: SlotRule, now: number): Slot | undefined =>
  firstNotBefore(rule, earliestToMove(rule, now), now)

function firstNotBefore(rule: SlotRule, date: LocalDate, now: number): Slot | undefined {
  let slot = firstSlot(rule, date)
  while (slot && slot.dueAt < now) slot = nextSlot(rule, slot.slot)
  return slot
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return [one, other].toSorted()[1] ?? one
}
