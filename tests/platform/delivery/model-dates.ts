import { addDays, type LocalDate } from '../../../src/calendar/local-date.ts'
import {
  type Exception,
  firstHeldSlot,
  firstSlot,
  nextSlot,
  type Slot,
  type SlotRule,
} from '../../../src/calendar/slots.ts'
import { toLocal } from '../../../src/calendar/wall-time.ts'

/** What must stand in the table about one date, or about one extra run. */
export interface Expected {
  dueAt: number
  skipped: string | null
}

interface Plan {
  rule: SlotRule
  status: 'active' | 'paused' | 'ended'
  /** The first date that is still owed. */
  next: LocalDate | undefined
  /** The latest date that was accounted for, and the day on which it was held. */
  last: { slot: LocalDate; heldOn: LocalDate } | undefined
}

/** What the tables have to say about dates, told from what people did and when somebody worked. Plain data: a backup is a copy. */
export interface Dates {
  plans: Map<string, Plan>
  /** By schedule and date: 's1 2026-12-07'. */
  rows: Map<string, Expected>
}

export const noDates = (): Dates => ({ plans: new Map(), rows: new Map() })

export const copyOf = (dates: Dates): Dates => structuredClone(dates)

/** A person gives a schedule this rule. What is owed and not accounted for goes by it; else it goes on after what was. */
export function save({ plans }: Dates, id: string, rule: SlotRule, now: number): void {
  const old = plans.get(id)
  if (!old) {
    const plan: Plan = { rule, status: 'active', next: undefined, last: undefined }
    plans.set(id, { ...plan, next: ahead(plan, now) })
    return
  }
  if (old.status !== 'ended' && textOf(old.rule) === textOf(rule)) return
  const plan: Plan = {
    ...old,
    rule: { ...rule, exceptions: old.rule.exceptions },
    status: old.status === 'paused' ? 'paused' : 'active',
  }
  plans.set(id, { ...plan, next: plan.status === 'active' ? nextAfterChange(old, plan, now) : undefined })
}

/** What is due and not accounted for passes as silently as what comes later. */
export function pause({ plans }: Dates, id: string): void {
  const old = plans.get(id)
  if (old?.status === 'active') plans.set(id, { ...old, status: 'paused', next: undefined })
}

export function resume({ plans }: Dates, id: string, now: number): void {
  const old = plans.get(id)
  if (old?.status === 'paused') plans.set(id, { ...old, status: 'active', next: ahead(old, now) })
}

export function end({ plans }: Dates, id: string): void {
  const old = plans.get(id)
  if (old) plans.set(id, { ...old, status: 'ended', next: undefined })
}

/** The n-th date from 0 that will be held and has not come. */
export function upcoming({ plans }: Dates, id: string, n: number, now: number): Slot | undefined {
  const plan = plans.get(id)
  let slot = plan?.next === undefined ? undefined : firstHeldSlot(plan.rule, plan.next)
  for (let passed = 0; plan && slot && (slot.dueAt <= now || passed++ < n); ) {
    slot = firstHeldSlot(plan.rule, addDays(slot.slot, 1))
  }
  return slot
}

export function decide({ plans }: Dates, id: string, slot: LocalDate, exception: Exception | undefined): void {
  const old = plans.get(id)
  if (!old) return
  const exceptions = new Map(old.rule.exceptions)
  exceptions.delete(slot)
  if (exception !== undefined) exceptions.set(slot, exception)
  plans.set(id, { ...old, rule: { ...old.rule, exceptions } })
}

export function ranNow({ rows }: Dates, id: string, slot: string, now: number): void {
  rows.set(`${id} ${slot}`, { dueAt: now, skipped: null })
}

/** Somebody works at `now`, who believes the clock: every date that has come is accounted for, and the latest is held. */
export function account(dates: Dates, now: number): void {
  for (const [id, plan] of dates.plans) {
    if (plan.next === undefined) continue
    const passed: Slot[] = []
    let slot = firstSlot(plan.rule, plan.next)
    for (; slot && slot.dueAt <= now; slot = nextSlot(plan.rule, slot.slot)) passed.push(slot)
    const latest = passed.findLast(({ skipped }) => skipped === undefined)
    for (const one of passed) {
      const skipped = one.skipped ?? (one === latest ? null : 'collapsed')
      dates.rows.set(`${id} ${one.slot}`, { dueAt: one.dueAt, skipped })
    }
    const last = passed.at(-1)
    if (last) {
      const heldOn = last.skipped ? last.slot : last.date
      const rule = { ...plan.rule, exceptions: exceptionsFrom(plan.rule, slot?.slot) }
      dates.plans.set(id, { ...plan, rule, next: slot?.slot, last: { slot: last.slot, heldOn } })
    }
  }
}

/** What was decided upon dates before the next is forgotten. */
function exceptionsFrom({ exceptions = new Map() }: SlotRule, next: LocalDate | undefined): Map<LocalDate, Exception> {
  return new Map([...exceptions].filter(([date]) => next !== undefined && date >= next))
}

/** A date that is due and not accounted for stays owed, by the new rule. */
function nextAfterChange(old: Plan, plan: Plan, now: number): LocalDate | undefined {
  const pending = old.next === undefined ? undefined : firstSlot(old.rule, old.next)
  return pending && pending.dueAt <= now ? firstSlot(plan.rule, pending.slot)?.slot : ahead(plan, now)
}

/** The first date that has not come, later than all that were accounted for. */
function ahead({ rule, last }: Plan, now: number): LocalDate | undefined {
  const monthAgo = addDays(toLocal(now, rule.working.zone).date, -31)
  const [earliest = monthAgo] = [monthAgo, ...(rule.exceptions?.keys() ?? [])].toSorted()
  const [, after = earliest] = [earliest, last ? addDays(later(last.slot, last.heldOn), 1) : earliest].toSorted()
  let slot = firstSlot(rule, after)
  while (slot && slot.dueAt < now) slot = nextSlot(rule, slot.slot)
  return slot?.slot
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other
}

function textOf({ cadence, time, working, onDayOff }: SlotRule): string {
  return JSON.stringify([cadence, time, working.zone, working.days, [...working.daysOff].sort(), onDayOff])
}
