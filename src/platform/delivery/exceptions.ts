import type { Transaction } from '../../../db/schema.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { type Exception, firstHeldSlot, firstSlot, nextSlot, type SlotRule } from '../../calendar/slots.ts'
import { dayAfterLast } from './ahead.ts'
import { comesAfter } from './fitting.ts'
import { toExceptions, toExceptionsText, toRule } from './rule.ts'
import { change, lock, type ScheduleRow, toColumns } from './schedules.ts'

export type Decided = { ok: true } | { ok: false; reason: Refusal }

/**
 * `passed`: it was held, or skipped, before. `no date`: nothing is held then. `too early`, `too late`: it would be in the past,
 * or on or beyond the date before or after it.
 */
type Refusal = 'passed' | 'no date' | 'too early' | 'too late'

/**
 * Decides upon one date that is still to come: it is skipped, held at another moment, or (undefined) held as ever. Dates keep
 * their order, and one that is skipped is accounted for like any other.
 * @param slot the date that the cadence gives
 */
export async function decideDate(
  trx: Transaction,
  { scheduleId, slot, exception }: { scheduleId: string; slot: LocalDate; exception: Exception | undefined },
  now: number,
): Promise<Decided> {
  const schedule = await lock(trx, scheduleId)
  if (!schedule?.next_slot) return { ok: false, reason: 'no date' }
  const asItIs = toRule(schedule)
  const there = firstSlot(asItIs, slot)
  if (there?.slot !== slot) return { ok: false, reason: 'no date' }
  if (slot < schedule.next_slot || there.dueAt <= now) return { ok: false, reason: 'passed' }
  const rule = { ...asItIs, exceptions: changed(asItIs.exceptions, slot, exception) }
  const refusal = await outOfPlace(trx, schedule, rule, slot, now)
  if (refusal) return { ok: false, reason: refusal }
  const exceptions = toExceptionsText(rule.exceptions)
  await change(trx, schedule, { ...toColumns(firstSlot(rule, schedule.next_slot)), exceptions })
  return { ok: true }
}

/** The exceptions from a date on, as they are kept: what has passed is in the occurrences. */
export function exceptionsFrom(text: string, slot: LocalDate | undefined): string {
  if (slot === undefined) return '[]'
  return toExceptionsText([...toExceptions(text)].filter(([date]) => date >= slot))
}

function changed(
  exceptions: SlotRule['exceptions'],
  slot: LocalDate,
  exception: Exception | undefined,
): ReadonlyMap<LocalDate, Exception> {
  const others = new Map(exceptions)
  others.delete(slot)
  return exception === undefined ? others : others.set(slot, exception)
}

async function outOfPlace(
  trx: Transaction,
  schedule: ScheduleRow,
  rule: SlotRule,
  slot: LocalDate,
  now: number,
): Promise<'too early' | 'too late' | undefined> {
  const moved = firstSlot(rule, slot)
  if (moved?.skipped === 'joins next') return 'too late'
  if (!moved || moved.skipped) return undefined
  if (moved.dueAt <= now || moved.date < ((await dayAfterLast(trx, schedule)) ?? '')) return 'too early'
  for (
    let each = firstSlot(rule, schedule.next_slot ?? slot);
    each && each.slot < slot;
    each = nextSlot(rule, each.slot)
  )
    if (comesAfter(each, moved)) return 'too early'
  const next = firstHeldSlot(rule, addDays(slot, 1))
  return next && (next.date <= moved.date || next.dueAt <= moved.dueAt) ? 'too late' : undefined
}
