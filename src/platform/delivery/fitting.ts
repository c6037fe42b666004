import { firstDateOnOrAfter } from '../../calendar/cadence.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { type Exception, firstSlot, nextSlot, type Slot, type SlotRule } from '../../calendar/slots.ts'

/** As far back as a date may lie that moved onto or past another: longer than any break. */
const furthestMoveDays = 31

/**
 * What was decided upon single dates, as far as it fits a rule: the rule gives the date, and where it moved it lies later than
 * the dates before it.
 * @param changed the rule, without what was decided @param earliest the day after the last date that was held
 */
export function fitting(
  changed: SlotRule,
  decided: ReadonlyMap<LocalDate, Exception>,
  earliest: LocalDate | undefined,
): ReadonlyMap<LocalDate, Exception> {
  const kept = new Map<LocalDate, Exception>()
  for (const [slot, exception] of [...decided].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (firstDateOnOrAfter(changed.cadence, slot) !== slot) continue
    const rule = { ...changed, exceptions: new Map(kept).set(slot, exception) }
    if (exception === 'skip' || liesAfterOthers(rule, slot, earliest)) kept.set(slot, exception)
  }
  return kept
}

function liesAfterOthers(rule: SlotRule, slot: LocalDate, earliest: LocalDate = ''): boolean {
  const moved = firstSlot(rule, slot)
  if (!moved || moved.date < earliest) return false
  const from = addDays([slot, moved.date].toSorted()[0] ?? slot, -furthestMoveDays)
  for (let before = firstSlot(rule, from); before && before.slot < slot; before = nextSlot(rule, before.slot))
    if (before.slot >= earliest && comesAfter(before, moved)) return false
  return true
}

/** Whether a slot stands in the way of one that is known by a later date and moved. A skipped one has its moment, too. */
export function comesAfter(before: Slot, moved: Slot): boolean {
  return before.dueAt >= moved.dueAt || (!before.skipped && before.date >= moved.date)
}
