import type { Selectable } from 'kysely'
import type { Db, Schema } from '../../../../db/schema.ts'
import { addDays } from '../../../calendar/local-date.ts'
import { firstHeldSlot, firstSlot, nextSlot, type Slot, type SlotRule } from '../../../calendar/slots.ts'
import { toLocal } from '../../../calendar/wall-time.ts'
import type { ScheduleRow } from '../schedules.ts'
import { reasonInWords } from './codes.ts'
import { type Day, dateInFull, dayOf, isOn, lateness, timeOn } from './day.ts'
import type { Recipient } from './question.ts'
import type { Serving } from './serving.ts'

type OccurrenceRow = Selectable<Schema['occurrence']>

/** What a date was for one schedule. */
export interface DateReport {
  lines: string[]
  /** What an operator has to do about it. */
  todo?: string
}

/** What became of a date, or will. @param day the date and zone that were asked about */
export async function reportDate(
  db: Db,
  { schedule, rule }: Serving,
  recipient: Recipient,
  asked: Day,
  now: number,
): Promise<DateReport> {
  const day = rule ? dayOf(asked.date, rule.working.zone) : asked
  const recorded = await recordedOn(db, schedule.id, day)
  const lines: string[] = []
  for (const occurrence of recorded) {
    lines.push(recordedInWords(occurrence, day))
    if (occurrence.skipped === null) lines.push(...(await elsewhere(db, occurrence, recipient)))
  }
  const expected = rule ? slotsOn(rule, day).filter(({ slot }) => !recorded.some((one) => one.slot === slot)) : []
  const reports = expected.map((slot) => expectedReport(slot, schedule, day, now))
  if (recorded.length === 0 && expected.length === 0) lines.push('no date of its own on this day')
  const todo = reports.find((report) => report.todo !== undefined)?.todo ?? restingTodo(schedule, now)
  return {
    lines: [...lines, ...reports.flatMap((report) => report.lines), ...nowLines(schedule, rule, day, now)],
    ...(todo === undefined ? {} : { todo }),
  }
}

async function recordedOn(db: Db, scheduleId: string, { date, from, to }: Day): Promise<OccurrenceRow[]> {
  return db
    .selectFrom('occurrence')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .where(({ or, and, eb }) =>
      or([
        eb('slot', '=', date),
        eb('slot', 'like', `${date}#%`),
        and([eb('due_at', '>=', from), eb('due_at', '<', to)]),
      ]),
    )
    .orderBy('due_at')
    .orderBy('slot')
    .execute()
}

function recordedInWords({ slot, date, due_at, created_at, skipped }: OccurrenceRow, day: Day): string {
  const which = whichDate({ slot, date, dueAt: due_at }, day)
  if (skipped !== null) return `skipped${which}: ${reasonInWords(skipped)}`
  const late = lateness(due_at, created_at)
  return `held${which}: due ${timeOn(day, due_at)}, recorded ${timeOn(day, created_at)} (${late})`
}

function whichDate({ slot, date, dueAt }: { slot: string; date: string | null; dueAt: number }, day: Day): string {
  if (slot.includes('#')) return ' as an extra, beside the dates'
  const begins = toLocal(dueAt, day.zone).date
  // It serves a meeting, or the clocks of people elsewhere: it is known by another day than it begins on.
  if (date === slot && begins !== slot) return slot === day.date ? `, begun on ${begins}` : ` for ${slot}`
  if (slot !== day.date) return ` in place of ${slot}`
  return isOn(day, dueAt) ? '' : `, moved to ${begins}`
}

/** Where its channel has changed since, what was said of it stands in the old one. */
async function elsewhere(db: Db, { id }: OccurrenceRow, recipient: Recipient): Promise<string[]> {
  const posts = await db
    .selectFrom('delivery')
    .select(['recipient', 'state', 'about'])
    .where('kind', '=', 'post')
    .where('about', 'like', `%"${id}"%`)
    .execute()
  if (posts.length === 0) return ['nothing was said of it']
  const others = posts.filter((post) => post.recipient !== recipient.id)
  return others.map((post) => `its message went to ${post.recipient} (${post.state})`)
}

/** A date may be moved by a month of days off at most. */
const furthestMoveDays = 31

/** The dates of a rule that are of this day, or held on it. */
function slotsOn(rule: SlotRule, { date }: Day): Slot[] {
  const slots: Slot[] = []
  let slot = firstSlot(rule, addDays(date, -furthestMoveDays))
  while (slot && slot.slot <= date) {
    if (slot.slot === date || slot.date === date) slots.push(slot)
    slot = nextSlot(rule, slot.slot)
  }
  return slots
}

function expectedReport(slot: Slot, schedule: ScheduleRow, day: Day, now: number): DateReport {
  const which = whichDate(slot, day)
  if (schedule.status !== 'active') return { lines: [`not held${which}: it is ${schedule.status}`] }
  const passedBy = schedule.next_slot === null || schedule.next_slot > slot.slot
  if (passedBy)
    return {
      lines: [`not held${which}: it passed before the schedule was made, changed or resumed, or while it was paused`],
    }
  if (slot.dueAt > now) return { lines: [aheadInWords(slot, which, day)] }
  return overdue(which, slot, schedule, day, now)
}

function aheadInWords({ skipped, dueAt }: Slot, which: string, day: Day): string {
  if (skipped !== undefined) return `not yet come${which}, and will be skipped: ${reasonInWords(skipped)}`
  return `not yet come${which}: due ${timeOn(day, dueAt)}`
}

function overdue(which: string, { dueAt }: Slot, schedule: ScheduleRow, day: Day, now: number): DateReport {
  const line = `not recorded yet${which}, although it was due ${timeOn(day, dueAt)} (${lateness(dueAt, now)})`
  if (isResting(schedule, now)) return { lines: [line] }
  return {
    lines: [line],
    todo: 'See that Rondo runs, and what its log and GET /readyz say: a date that has come is recorded within seconds.',
  }
}

const isResting = ({ status, retry_at }: ScheduleRow, now: number): boolean =>
  status === 'active' && retry_at !== null && retry_at > now

function restingTodo(schedule: ScheduleRow, now: number): string | undefined {
  if (!isResting(schedule, now)) return undefined
  return `Look in the log for "a schedule could not be worked out" (${schedule.id}) and report it; it is tried again by itself.`
}

/** How the schedule stands at this moment. */
function nowLines(schedule: ScheduleRow, rule: SlotRule | undefined, day: Day, now: number): string[] {
  const { status, next_slot, retry_at } = schedule
  if (status === 'paused') return ['paused at present: dates pass until it is resumed']
  if (status === 'ended') return ['ended: no date comes any more']
  const resting = isResting(schedule, now) && retry_at !== null
  const rests = resting ? [`it could not be worked out, and rests until ${timeOn(day, retry_at)}`] : []
  if (!rule) return [...rests, 'its rule cannot be read']
  const next = next_slot === null ? undefined : firstHeldSlot(rule, next_slot)
  if (!next) return [...rests, 'no other date comes']
  return next.date === day.date ? rests : [...rests, `next date: ${nextInWords(next, day)}`]
}

function nextInWords({ dueAt }: Slot, { zone }: Day): string {
  const { date, time } = toLocal(dueAt, zone)
  return `${dateInFull(date)} at ${time}`
}
