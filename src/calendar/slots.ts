import { type Cadence, firstDateOnOrAfter } from './cadence.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { toInstant, type WallTime } from './wall-time.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, type WorkingDays } from './working-day.ts'

/** When a schedule runs: on the dates of a cadence, at a time on the clocks of the zone of those who work. */
export interface SlotRule {
  cadence: Cadence
  /** When it begins; where it serves a meeting, that of the meeting. */
  time: WallTime
  /** Where it serves a meeting, how long before it begins: the date is that of the meeting. */
  opens?: { workingDaysBefore: number; time: WallTime } | undefined
  /** On whose clocks it begins: on the first of these to show the time. Undefined: on those of `working`. */
  zones?: readonly string[] | undefined
  working: WorkingDays
  /** What becomes of a date on which nobody works: nothing, or it moves to the next working day. */
  onDayOff: 'skip' | 'move'
  /** Single dates that were decided upon, by the date the cadence gives. */
  exceptions?: ReadonlyMap<LocalDate, Exception> | undefined
}

/** One date that is not held, or held at another moment, also on a day off. */
export type Exception = 'skip' | { date: LocalDate; time: WallTime }

/**
 * One date of a schedule. Those that are skipped are slots too, so that every date can be accounted for.
 * From each slot to the next `slot` grows and `dueAt` never goes back; no two slots that are held share a `date`.
 */
export interface Slot {
  /** The date the cadence gave: what it is known by, wherever it moves. */
  slot: LocalDate
  /** The date on which it is held; where it serves a meeting, that of the meeting. */
  date: LocalDate
  /** When it begins: epoch milliseconds; where it is skipped, of its own date. */
  dueAt: number
  /** When the meeting is that it serves, if any: epoch milliseconds. */
  meetsAt?: number
  /**
   * Why it is not held: it is a day off; or it would have moved onto, or past, the next slot, which takes its place; or
   * somebody decided so.
   */
  skipped?: 'day off' | 'joins next' | 'exception'
}

/** Two years of a daily schedule. */
const mostSkipped = 2 * 366

/**
 * The first slot whose own date (before any move) is `date` or later, skipped or not; undefined when the cadence has ended.
 * @throws RangeError when a slot should move and no working day follows within two years
 */
export function firstSlot(rule: SlotRule, date: LocalDate): Slot | undefined {
  const slot = firstDateOnOrAfter(rule.cadence, date)
  return slot === undefined ? undefined : placed(rule, slot)
}

/** The slot that follows the one known by `slot`, skipped or not; undefined when the cadence has ended. */
export function nextSlot(rule: SlotRule, slot: LocalDate): Slot | undefined {
  return firstSlot(rule, addDays(slot, 1))
}

/**
 * The first slot on or after a date that is held; undefined when there is none: the cadence has ended, or it meets nothing
 * but days off (Saturdays only, say).
 */
export function firstHeldSlot(rule: SlotRule, date: LocalDate): Slot | undefined {
  let slot = firstSlot(rule, date)
  for (let skipped = 0; slot?.skipped && skipped < mostSkipped; skipped++) slot = nextSlot(rule, slot.slot)
  return slot?.skipped ? undefined : slot
}

function placed(rule: SlotRule, slot: LocalDate): Slot {
  const exception = rule.exceptions?.get(slot)
  if (exception === 'skip') return { ...slotOn(slot, rule, slot), skipped: 'exception' }
  if (exception) return movedTo(exception.date, { ...rule, time: exception.time }, slot)
  if (isWorkingDay(slot, rule.working)) return slotOn(slot, rule, slot)
  if (rule.onDayOff === 'skip') return { ...slotOn(slot, rule, slot), skipped: 'day off' }
  return movedTo(nextWorkingDay(slot, rule.working), rule, slot)
}

function movedTo(date: LocalDate, rule: SlotRule, slot: LocalDate): Slot {
  const next = firstDateOnOrAfter(rule.cadence, addDays(slot, 1))
  if (next !== undefined && next <= date) return { ...slotOn(slot, rule, slot), skipped: 'joins next' }
  return slotOn(date, rule, slot)
}

function slotOn(date: LocalDate, { time, opens, zones, working }: SlotRule, slot: LocalDate): Slot {
  const begins = opens
    ? { date: addWorkingDays(date, -opens.workingDaysBefore, working), time: opens.time }
    : { date, time }
  const clocks = zones && zones.length > 0 ? zones : [working.zone]
  const dueAt = Math.min(...clocks.map((zone) => toInstant(begins.date, begins.time, zone)))
  return opens ? { slot, date, dueAt, meetsAt: toInstant(date, time, working.zone) } : { slot, date, dueAt }
}
