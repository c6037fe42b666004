import type { Db } from '../../../db/schema.ts'
import { type LocalDate, toPlainDate } from '../../calendar/local-date.ts'
import type { Slot } from '../../calendar/slots.ts'
import { toInstant, toLocal } from '../../calendar/wall-time.ts'
import { isWorkingDay } from '../../calendar/working-day.ts'
import { ownDaysOff, publicHolidays } from '../../partnerships/index.ts'
import { datesIfSaved } from '../../platform/delivery/ahead.ts'
import type { Language } from '../../platform/i18n.ts'
import type { CheckIn, WallMoment } from '../occurrence.ts'
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
}

/** Why a form cannot be saved, by the field it is told under. */
export type Problem = 'no weekday' | 'in the past' | 'opens in the past' | 'never held'

export interface Preview {
  dates: Previewed[]
  problem: Problem | undefined
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
  if (form.kind === 'weekly' && form.weekdays.length === 0) return { dates: [], problem: 'no weekday' }
  const rule = inPlace(ruleOf(form, before, ground), form, ground)
  const slots = await datesIfSaved(db, checkIn?.scheduleId, rule, now, shownDates)
  const named = await daysOffByDate(db, ground, slots, language)
  const { working } = ground
  const dates = slots.map((slot) => ({
    slot,
    begins: ownFromOf(rule.zones, slot.dueAt) ?? toLocal(slot.dueAt, working.zone),
    dayOff: isWorkingDay(slot.slot, working) ? undefined : (named.get(slot.slot) ?? ''),
  }))
  return { dates, problem: problemOf(form, slots, ground, now) }
}

function problemOf(form: Form, slots: readonly Slot[], { working }: Ground, now: number): Problem | undefined {
  if (slots.some(({ skipped }) => !skipped)) return undefined
  if (form.kind !== 'once' || slots.length > 0) return 'never held'
  const time = form.begins === 'meeting' ? form.meetingAt : form.time
  return toInstant(form.date, time, working.zone) > now ? 'opens in the past' : 'in the past'
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
