import { z } from 'zod'
import type { Cadence, DayOfMonth } from '../../calendar/cadence.ts'
import { addDays, type LocalDate, toPlainDate, type Weekday, weekdayOf } from '../../calendar/local-date.ts'
import type { SlotRule } from '../../calendar/slots.ts'
import { workingDayOnOrAfter } from '../../calendar/working-day.ts'
import type { Partnership } from '../../partnerships/index.ts'
import type { CheckIn } from '../occurrence.ts'
import type { Ground } from './dates.ts'
import { channelNames } from './plan.ts'

const date = z.iso.date()
const time = z.iso.time({ precision: -1 })
const weekday = z.custom<Weekday>((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7)
const nth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')])

/** How often a check-in is held, as people choose it. */
export const kinds = ['weekly', 'monthly', 'quarterly', 'once'] as const

/** All that can be chosen of a check-in. What does not show for the kind that is chosen is kept for when it does. */
export const form = z.object({
  /** '' for that of its template. */
  name: z.string(),
  channel: z.enum(channelNames),
  kind: z.enum(kinds),
  everyWeeks: z.number().int().min(1),
  weekdays: z.array(weekday),
  /** Monthly and quarterly: on a date, on the last day, or on the n-th weekday. */
  on: z.enum(['date', 'last', 'nth']),
  /** 1 to 31. */
  dayOfMonth: z.number().int().min(1).max(31),
  nth,
  weekday,
  /** Of the quarter. */
  month: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The first date is on this one or later. */
  from: date,
  /** Of one that is held once. */
  date,
  begins: z.enum(['time', 'meeting']),
  time,
  meetingAt: time,
  answerHours: z.number().positive(),
  ownZone: z.boolean(),
  onDayOff: z.enum(['skip', 'move']),
})
export type Form = z.infer<typeof form>

const usualMeeting = '14:00'

/** What the form begins with for a new check-in: the first working day from tomorrow on, when work starts. */
export function newForm(
  { suggested, answerHours }: { suggested: { kind: Form['kind'] }; answerHours: number },
  { partnership, working }: Pick<Ground, 'partnership' | 'working'>,
  today: LocalDate,
): Form {
  const first = workingDayOnOrAfter(addDays(today, 1), working)
  return {
    ...{ name: '', channel: 'shared', kind: suggested.kind, everyWeeks: 1, weekdays: [weekdayOf(first)] },
    ...{ on: 'nth', dayOfMonth: toPlainDate(first).day, nth: 1, weekday: weekdayOf(first), month: 1 },
    ...{ from: first, date: first },
    ...{ begins: 'time', time: partnership.workStart, meetingAt: usualMeeting, answerHours },
    ...{ ownZone: false, onDayOff: 'move' },
  }
}

/** A check-in as it stands, to be changed. @param start its next date, else today */
export function formOf(
  checkIn: CheckIn,
  channel: Form['channel'],
  { cadence, time, opens, onDayOff }: SlotRule,
  { workStart }: Partnership,
  start: LocalDate,
): Form {
  const { name, answerHours, ownZone } = checkIn
  return {
    ...{ name, channel, answerHours, ownZone, onDayOff },
    ...chosenIn(cadence, start),
    begins: opens ? 'meeting' : 'time',
    time: opens ? workStart : time,
    meetingAt: opens ? time : usualMeeting,
  }
}

type Chosen = Pick<
  Form,
  'kind' | 'everyWeeks' | 'weekdays' | 'on' | 'dayOfMonth' | 'nth' | 'weekday' | 'month' | 'from' | 'date'
>

function chosenIn(cadence: Cadence, start: LocalDate): Chosen {
  const anchor = cadence.kind === 'once' ? cadence.date : cadence.anchor
  const chosen: Chosen = {
    ...{ kind: 'once', everyWeeks: 1, weekdays: [weekdayOf(start)] },
    ...{
      on: 'nth',
      dayOfMonth: toPlainDate(start).day,
      nth: 1,
      weekday: weekdayOf(start),
      month: monthOfQuarter(anchor),
    },
    ...{ from: anchor > start ? anchor : start, date: anchor > start ? anchor : start },
  }
  if (cadence.kind === 'once') return { ...chosen, date: cadence.date }
  if (cadence.kind === 'weekly')
    return { ...chosen, kind: 'weekly', everyWeeks: cadence.every, weekdays: [...cadence.weekdays].sort() }
  const kind = cadence.every === 3 ? 'quarterly' : 'monthly'
  const { on } = cadence
  if ('day' in on) return { ...chosen, kind, on: 'date', dayOfMonth: on.day }
  if ('lastDay' in on) return { ...chosen, kind, on: 'last' }
  return { ...chosen, kind, on: 'nth', nth: on.nth, weekday: on.weekday }
}

/** What stood there when the form was opened. */
export interface Before {
  cadence: Cadence
  from: LocalDate
}

/**
 * The cadence that was chosen. One that existed keeps its turns where nobody moved its beginning: every second Monday that
 * becomes a Tuesday stays in the same weeks.
 */
export function cadenceOf(chosen: Form, before: Before | undefined): Cadence {
  const { kind, everyWeeks, weekdays } = chosen
  if (kind === 'once') return { kind, date: chosen.date }
  const every = kind === 'weekly' ? everyWeeks : kind === 'monthly' ? 1 : 3
  const unit = kind === 'weekly' ? 'weekly' : 'monthly'
  const old = before?.cadence
  const keeps = old && old.kind === unit && old.every === every && before.from === chosen.from
  const start = keeps ? old.anchor : chosen.from
  if (unit === 'weekly') return { kind: unit, every, weekdays: weekdays.toSorted(), anchor: start }
  const anchor = kind === 'quarterly' ? inMonthOfQuarter(start, chosen.month) : start
  return { kind: unit, every, on: dayOf(chosen), anchor }
}

function dayOf({ on, dayOfMonth, nth, weekday }: Form): DayOfMonth {
  if (on === 'date') return { day: dayOfMonth }
  return on === 'last' ? { lastDay: true } : { nth, weekday }
}

/** When the check-in is held as it was chosen; what it takes from the partnership is added by `inPlace`. */
export function ruleOf(chosen: Form, before: Before | undefined, { partnership, working }: Ground): SlotRule {
  const { begins, time, meetingAt, onDayOff } = chosen
  const cadence = cadenceOf(chosen, before)
  if (begins === 'time') return { cadence, time, working, onDayOff }
  const opens = { workingDaysBefore: 1, time: partnership.workStart }
  return { cadence, time: meetingAt, opens, working, onDayOff }
}

/** 1 to 3. */
function monthOfQuarter(of: LocalDate): Form['month'] {
  return ([1, 2, 3] as const)[(toPlainDate(of).month - 1) % 3] ?? 1
}

/** The date itself where it is in that month of its quarter; else the first of the next month that is. */
function inMonthOfQuarter(start: LocalDate, month: Form['month']): LocalDate {
  const ahead = (month - monthOfQuarter(start) + 3) % 3
  return ahead === 0 ? start : toPlainDate(start).with({ day: 1 }).add({ months: ahead }).toString()
}
