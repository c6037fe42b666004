import { addDays, type LocalDate, toPlainDate, type Weekday } from './local-date.ts'

/**
 * How often something recurs. Everything is counted from the anchor, the first date on which it may occur; a quarter is
 * three months.
 */
export type Cadence = Recurring | { kind: 'once'; date: LocalDate }

type Recurring =
  /** ISO weeks (from Monday), counted from the one the anchor is in. */
  | { kind: 'weekly'; every: number; weekdays: readonly Weekday[]; anchor: LocalDate }
  /** Months, counted from the one the anchor is in. */
  | { kind: 'monthly'; every: number; on: DayOfMonth; anchor: LocalDate }

export type DayOfMonth =
  /** 1 to 31; in a month that is too short its last day. */
  { day: number } | { lastDay: true } | { nth: 1 | 2 | 3 | 4 | 'last'; weekday: Weekday }

/**
 * The first date of a cadence that is not before `date`; undefined when there is none any more.
 * It takes as long for an anchor of years ago as for one of today.
 * @throws RangeError when no date could fit the cadence (no weekday, a 32nd day, every 0 weeks)
 */
export function firstDateOnOrAfter(cadence: Cadence, date: LocalDate): LocalDate | undefined {
  if (cadence.kind === 'once') return cadence.date >= date ? cadence.date : undefined
  assertPossible(cadence)
  const from = date > cadence.anchor ? date : cadence.anchor
  const turn = turnAt(cadence, from)
  const stillThisTurn = datesInTurn(cadence, turn).find((candidate) => candidate >= from)
  return stillThisTurn ?? datesInTurn(cadence, turn + 1)[0]
}

/** The next dates of a cadence, all later than `after`; fewer than `count` when it ends. */
export function nextDates(cadence: Cadence, after: LocalDate, count: number): LocalDate[] {
  const dates: LocalDate[] = []
  while (dates.length < count) {
    const date = firstDateOnOrAfter(cadence, addDays(dates.at(-1) ?? after, 1))
    if (date === undefined) break
    dates.push(date)
  }
  return dates
}

/** Which turn of the cadence runs on a date; turn 0 starts with the week or month of the anchor. */
function turnAt(cadence: Recurring, date: LocalDate): number {
  const start = startOfTurn(cadence, 0)
  const unit = cadence.kind === 'weekly' ? 'weeks' : 'months'
  return Math.floor(start.until(toPlainDate(date), { largestUnit: unit })[unit] / cadence.every)
}

/** The Monday, or the first of the month, with which a turn starts. */
function startOfTurn(cadence: Recurring, turn: number): Temporal.PlainDate {
  const anchor = toPlainDate(cadence.anchor)
  return cadence.kind === 'weekly'
    ? anchor.subtract({ days: anchor.dayOfWeek - 1 }).add({ weeks: turn * cadence.every })
    : anchor.with({ day: 1 }).add({ months: turn * cadence.every })
}

/** The dates on which a turn occurs, the earliest first. */
function datesInTurn(cadence: Recurring, turn: number): LocalDate[] {
  const start = startOfTurn(cadence, turn)
  if (cadence.kind === 'monthly') return [dayOfMonth(start, cadence.on).toString()]
  return cadence.weekdays.map((weekday) => start.add({ days: weekday - 1 }).toString()).sort()
}

function dayOfMonth(first: Temporal.PlainDate, on: DayOfMonth): Temporal.PlainDate {
  if ('day' in on) return first.with({ day: on.day }, { overflow: 'constrain' })
  const last = first.with({ day: first.daysInMonth })
  if ('lastDay' in on) return last
  if (on.nth === 'last') return last.subtract({ days: daysBetween(on.weekday, last.dayOfWeek) })
  return first.add({ days: daysBetween(first.dayOfWeek, on.weekday) + 7 * (on.nth - 1) })
}

/** Days from one weekday to the next time it is the other; 0 when they are the same. */
function daysBetween(weekday: number, other: number): number {
  return (other - weekday + 7) % 7
}

function assertPossible(cadence: Recurring): void {
  if (!Number.isSafeInteger(cadence.every) || cadence.every < 1) {
    throw new RangeError(`A cadence recurs every 1, 2, 3 … weeks or months, not every ${cadence.every}`)
  }
  if (cadence.kind === 'weekly') {
    if (cadence.weekdays.length === 0) throw new RangeError('A weekly cadence needs at least one weekday')
  } else if ('day' in cadence.on && !(cadence.on.day >= 1 && cadence.on.day <= 31)) {
    throw new RangeError(`No month has a day ${cadence.on.day}`)
  }
}
