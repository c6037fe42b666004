import type { Selectable } from 'kysely'
import type { Db, Schema, Transaction } from '../../../db/schema.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { firstHeldSlot, type Slot, type SlotRule } from '../../calendar/slots.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { ScheduleKind } from '../feature.ts'
import { idOf } from '../ids.ts'
import { dayAfterLast, firstAhead, firstOf, nextAfterChange } from './ahead.ts'
import { fitting } from './fitting.ts'
import { toExceptionsText, toRule, toRuleText } from './rule.ts'

export type ScheduleRow = Selectable<Schema['schedule']>

export interface NewSchedule {
  id: string
  workspaceId: string
  /** What its dates are, as registered by a feature: 'checkins:occurrence'. */
  kind: string
  rule: SlotRule
}

/**
 * Starts a schedule, or changes it: then it goes on after the last date that was held, so that moving 09:00 to 10:00 at 09:30
 * holds nothing twice. A date that is due but not yet recorded goes by the new rule. What was decided upon dates that it gives no
 * more, or that no longer fit between its others, is forgotten. A paused schedule stays paused.
 */
export async function saveSchedule(trx: Transaction, schedule: NewSchedule, now: number): Promise<void> {
  const rule = toRuleText(schedule.rule)
  const old = await lock(trx, schedule.id)
  if (!old) return insert(trx, schedule, rule, now)
  if (old.rule === rule && old.kind === schedule.kind && old.status !== 'ended') return
  const status = old.status === 'paused' ? 'paused' : 'active'
  const exceptions = fitting(schedule.rule, toRule(old).exceptions ?? new Map(), await dayAfterLast(trx, old))
  const next = status === 'active' ? await nextAfterChange(trx, old, { ...schedule.rule, exceptions }, now) : undefined
  const kept = toExceptionsText(exceptions)
  await change(trx, old, { kind: schedule.kind, rule, status, ...toColumns(next), exceptions: kept })
}

/** Dates pass silently from now on. */
export async function pauseSchedule(trx: Transaction, id: string): Promise<void> {
  const old = await lock(trx, id)
  if (old?.status === 'active') await change(trx, old, { status: 'paused', ...toColumns(undefined) })
}

/** Goes on with the next date; those that passed meanwhile are not made up for. */
export async function resumeSchedule(trx: Transaction, id: string, now: number): Promise<void> {
  const old = await lock(trx, id)
  if (old?.status !== 'paused') return
  const next = await firstAhead(trx, old, toRule(old), now)
  await change(trx, old, { status: 'active', ...toColumns(next) })
}

/** Whether dates of a schedule are held at present: it is neither paused nor ended. */
export async function isHeld(db: Db, workspaceId: string, scheduleId: string): Promise<boolean> {
  const row = await db
    .selectFrom('schedule')
    .select('status')
    .where('id', '=', scheduleId)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row?.status === 'active'
}

/** No more dates. What was said stays, and so does what is on its way. */
export async function endSchedule(trx: Transaction, id: string): Promise<void> {
  const old = await lock(trx, id)
  if (old) await change(trx, old, { status: 'ended', ...toColumns(undefined) })
}

/** The next dates that will be held; none while it is paused. */
export async function nextOccurrences(db: Db, workspaceId: string, scheduleId: string, count: number): Promise<Slot[]> {
  const row = await db
    .selectFrom('schedule')
    .select(['rule', 'exceptions', 'next_slot'])
    .where('id', '=', scheduleId)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!row?.next_slot) return []
  const rule = toRule(row)
  const ahead: Slot[] = []
  let next = firstHeldSlot(rule, row.next_slot)
  while (next && ahead.length < count) {
    ahead.push(next)
    next = firstHeldSlot(rule, addDays(next.slot, 1))
  }
  return ahead
}

/**
 * Holds an extra occurrence today, beside the dates. Asked for twice under one request, it is held once; one that cannot be
 * held leaves no trace.
 * @param kind the feature's own, as it is registered for this schedule
 * @param run `requestId` names who asked when: the trigger of a click, say
 */
export async function runNow(
  trx: Transaction,
  kind: ScheduleKind,
  run: { workspaceId: string; scheduleId: string; requestId: string },
  now: number,
): Promise<{ id: string; slot: string } | { skip: string } | undefined> {
  const schedule = await lock(trx, run.scheduleId)
  if (!schedule || schedule.workspace_id !== run.workspaceId || schedule.status === 'ended') return undefined
  const { date } = toLocal(now, toRule(schedule).working.zone)
  const occurrence = { slot: `${date}#${run.requestId}`, dueAt: now, date }
  const id = await recordOccurrence(trx, schedule, occurrence, now)
  if (id === undefined) return undefined
  const due = { id, workspaceId: schedule.workspace_id, scheduleId: schedule.id, ...occurrence }
  const outcome = await kind.occur(trx, { ...due, nextDueAt: schedule.next_due_at ?? undefined }, now)
  if (!outcome) return { id, slot: occurrence.slot }
  // It was promised to nobody, and asked for again it may be possible.
  await trx.deleteFrom('occurrence').where('id', '=', id).execute()
  return outcome
}

/** Writes down that a date came. @returns undefined when it was written down before */
export async function recordOccurrence(
  trx: Transaction,
  schedule: ScheduleRow,
  { slot, dueAt, date, skipped = null }: { slot: string; dueAt: number; date: LocalDate; skipped?: string | null },
  now: number,
): Promise<string | undefined> {
  const id = idOf('occurrence', schedule.id, slot)
  const row = { id, workspace_id: schedule.workspace_id, schedule_id: schedule.id, slot, date, due_at: dueAt }
  const inserted = await trx
    .insertInto('occurrence')
    .values({ ...row, created_at: now, skipped })
    // Its id is made from the same two: two who write it down at one moment may meet on either key.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function recordSkip(trx: Transaction, occurrenceId: string, reason: string): Promise<void> {
  await trx.updateTable('occurrence').set({ skipped: reason }).where('id', '=', occurrenceId).execute()
}

/** The columns in which a schedule keeps what comes next. */
export function toColumns(next: Slot | undefined) {
  return {
    next_slot: next?.slot ?? null,
    next_due_at: next?.dueAt ?? null,
    tzdata: process.versions.tz ?? '',
    retry_at: null,
  }
}

/** The schedule, held by this transaction until it ends. */
export async function lock(trx: Transaction, id: string): Promise<ScheduleRow | undefined> {
  // Writing it is how both engines lock a row.
  return trx
    .updateTable('schedule')
    .set((row) => ({ rev: row.ref('rev') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

async function insert(
  trx: Transaction,
  { id, workspaceId, kind, rule }: NewSchedule,
  text: string,
  now: number,
): Promise<void> {
  const next = firstOf(rule, now)
  await trx
    .insertInto('schedule')
    .values({ id, workspace_id: workspaceId, kind, rule: text, status: 'active', rev: 1, ...toColumns(next) })
    .execute()
}

type Change = Partial<Omit<ScheduleRow, 'id' | 'workspace_id' | 'rev'>>

/** Writes a schedule that is locked; what was worked out from it before counts no longer. */
export async function change(trx: Transaction, old: ScheduleRow, change: Change): Promise<void> {
  await trx
    .updateTable('schedule')
    .set({ ...change, rev: old.rev + 1 })
    .where('id', '=', old.id)
    .execute()
}
