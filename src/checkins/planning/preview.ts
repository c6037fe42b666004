import type { Db } from '../../../db/schema.ts'
import { type LocalDate, toPlainDate } from '../../calendar/local-date.ts'
import type { Slot, SlotRule } from '../../calendar/slots.ts'
import { toInstant, toLocal } from '../../calendar/wall-time.ts'
import { isWorkingDay } from '../../calendar/working-day.ts'
import { ownDaysOff, publicHolidays } from '../../partnerships/index.ts'
import { datesIfSaved } from '../../platform/delivery/ahead.ts'
import type { Language } from '../../platform/i18n.ts'
import { askedFrom, type CheckIn, countsFrom, deadlineFor, type WallMoment } from '../occurrence.ts'
import type { Ground } from './dates.ts'
import { type Before, type Form, ruleOf } from './form.ts'
import { inPlace, ownFromOf } from './plan.ts'

/** One date of the form, as it would be held. */
export interface Previewed {
  slot: Slot
  /** What the clocks show when it opens: of the partnership, or each person's own. */
  begins: WallMoment
  /** The day off that its own date is: '' where it is none with a name. Undefined: a working day. */
  dayOff: string | undefined
  /** The next one opens before everyone has had their time to answer, so it would not be held. */
  lacksTime: boolean
}

/** Why a form cannot be saved, by the field it is told under. */
export type Problem = 'no weekday' | 'in the past' | 'opens in the past' | 'never held' | 'no time'

export interface Preview {
  dates: Previewed[]
  problem: Problem | undefined
  /** Zones of people for whom it would close before their own clocks leave them an hour. */
  tooFarWest: readonly string[]
}

const shownDates = 4

/** The next dates as they would be held, and why it could not be saved. @param language of the names of days off */
export async function previewOf(
  db: Db,
  { form, before, checkIn }: { form: Form; before: Before | undefined; checkIn: CheckIn | undefined },
  ground: Ground,
  language: Language,
  now: number,
): Promise<Preview> {
  if (form.kind === 'weekly' && form.weekdays.length === 0) return { dates: [], problem: 'no weekday', tooFarWest: [] }
  const rule = inPlace(ruleOf(form, before, ground), form, ground)
  // One more than is shown: each must leave time before the next.
  const looked = await datesIfSaved(db, checkIn?.scheduleId, rule, now, shownDates + 1)
  const held = looked.filter(({ skipped }) => !skipped)
  const last = held[shownDates]
  const slots = last ? looked.slice(0, looked.indexOf(last)) : looked
  const closings = new Map(held.map((slot, index) => [slot, closingOf(slot, held[index + 1], rule, form, ground)]))
  const named = await daysOffByDate(db, ground, slots, language)
  const { working } = ground
  const dates = slots.map((slot) => ({
    slot,
    begins: ownFromOf(rule.zones, slot.dueAt) ?? toLocal(slot.dueAt, working.zone),
    dayOff: isWorkingDay(slot.slot, working) ? undefined : (named.get(slot.slot) ?? ''),
    lacksTime: !slot.skipped && closings.get(slot) === undefined,
  }))
  const [first] = held
  const problem = problemOf(form, slots, ground, now) ?? (mostlyLackTime(dates) ? 'no time' : undefined)
  return { dates, problem, tooFarWest: zonesWithoutTime(first, first && closings.get(first), rule.zones) }
}

/** A holiday may leave one of them no time; where half of them have none, it is the cadence. */
function mostlyLackTime(dates: readonly Previewed[]): boolean {
  const held = dates.filter(({ slot }) => !slot.skipped)
  return held.filter(({ lacksTime }) => lacksTime).length * 2 >= held.length
}

function problemOf(form: Form, slots: readonly Slot[], { working }: Ground, now: number): Problem | undefined {
  if (slots.some(({ skipped }) => !skipped)) return undefined
  if (form.kind !== 'once' || slots.length > 0) return 'never held'
  const time = form.begins === 'meeting' ? form.meetingAt : form.time
  return toInstant(form.date, time, working.zone) > now ? 'opens in the past' : 'in the past'
}

/** When it would close, opened on time; undefined where the next one leaves it no time. */
function closingOf(
  { dueAt, meetsAt }: Slot,
  next: Slot | undefined,
  { zones }: SlotRule,
  { answerHours }: Form,
  { working }: Ground,
): number | undefined {
  const counts = countsFrom(ownFromOf(zones, dueAt), working.zone)
  const timing = { dueAt, opensAt: dueAt, nextDueAt: next?.dueAt, answerHours, extra: false }
  return deadlineFor({ ...timing, meetsAt, countsFrom: counts }, working)
}

function zonesWithoutTime(
  first: Slot | undefined,
  deadlineAt: number | undefined,
  zones: readonly string[] | undefined,
): string[] {
  const ownFrom = first && ownFromOf(zones, first.dueAt)
  if (!ownFrom || !zones || deadlineAt === undefined) return []
  const opened = { openedAt: first.dueAt, ownFrom }
  return zones.filter((zone) => askedFrom({ ...opened, deadlineAt }, zone) < askedFrom(opened, zone))
}

async function daysOffByDate(
  db: Db,
  { partnership }: Ground,
  slots: readonly Slot[],
  language: Language,
): Promise<ReadonlyMap<LocalDate, string>> {
  const years = new Set(slots.map(({ slot }) => toPlainDate(slot).year))
  const holidays = [...years].flatMap((year) => publicHolidays(partnership.holidayCountry, year, language))
  const own = await ownDaysOff(db, partnership.id)
  return new Map([...holidays, ...own].map(({ date, name }) => [date, name]))
}
