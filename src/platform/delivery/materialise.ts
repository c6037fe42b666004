import { setImmediate as immediate } from 'node:timers/promises'
import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import { addDays } from '../../calendar/local-date.ts'
import { firstHeldSlot, firstSlot, nextSlot, type Slot, type SlotRule } from '../../calendar/slots.ts'
import type { ScheduleKind } from '../feature.ts'
import { exceptionsFrom } from './exceptions.ts'
import { toRule } from './rule.ts'
import { recordOccurrence, recordSkip, type ScheduleRow, toColumns } from './schedules.ts'
import type { Tools } from './tools.ts'

const isActive = sql<SqlBool>`status = 'active'`

/**
 * Writes down every date that has come, and lets the feature plan what is said on it. A schedule that cannot be worked out
 * rests a while and never stops the others.
 * @returns how many schedules had something due
 */
export async function materialise(tools: Tools): Promise<number> {
  const { db, clock } = tools
  const now = clock.now()
  const due = await db
    .selectFrom('schedule')
    .selectAll()
    .where(isActive)
    .where('next_due_at', '<=', now)
    .where((row) => row.or([row('retry_at', 'is', null), row('retry_at', '<=', now)]))
    .orderBy('next_due_at')
    .limit(100)
    .execute()
  for (const schedule of due) {
    // Where the database answers at once, nothing else would get a turn until all are done.
    await immediate()
    try {
      await materialiseOne(tools, schedule, now)
    } catch (error) {
      tools.log.error({ schedule: schedule.id, kind: schedule.kind, error }, 'a schedule could not be worked out')
      await rest(db, schedule, now + tools.constants.poisonRestMs)
    }
  }
  return due.length
}

/** When the next date comes. @returns epoch milliseconds; undefined when there is none */
export async function nextDate(db: Db): Promise<number | undefined> {
  const active = db.selectFrom('schedule').where(isActive).where('next_due_at', 'is not', null)
  // Two questions, so that the first needs but one row of its index, however many schedules there are.
  const next = await active
    .select('next_due_at as at')
    .where('retry_at', 'is', null)
    .orderBy('next_due_at')
    .limit(1)
    .executeTakeFirst()
  const resting = await active
    .select(sql<number | null>`min(case when retry_at > next_due_at then retry_at else next_due_at end)`.as('at'))
    .where('retry_at', 'is not', null)
    .executeTakeFirst()
  const times = [next?.at, resting?.at].filter((at) => typeof at === 'number')
  return times.length > 0 ? Math.min(...times) : undefined
}

async function materialiseOne({ db, schedules }: Tools, schedule: ScheduleRow, now: number): Promise<void> {
  const kind = schedules[schedule.kind]
  if (!kind) throw new Error(`No feature holds ${schedule.kind}`)
  if (schedule.next_slot === null) return
  const rule = toRule(schedule)
  const { passed, next } = upTo(now, rule, schedule.next_slot)
  await db.transaction().execute(async (trx) => {
    if (await advance(trx, schedule, next)) await record(trx, kind, schedule, rule, passed, now)
  })
}

/** The slots that have come since `from`, and the first that has not. */
function upTo(now: number, rule: SlotRule, from: string): { passed: Slot[]; next: Slot | undefined } {
  const passed: Slot[] = []
  let slot = firstSlot(rule, from)
  while (slot && slot.dueAt <= now) {
    passed.push(slot)
    slot = nextSlot(rule, slot.slot)
  }
  return { passed, next: slot }
}

/** Moves a schedule on, unless another replica did or somebody changed it meanwhile. */
async function advance(
  trx: Transaction,
  { id, rev, next_slot, exceptions }: ScheduleRow,
  next: Slot | undefined,
): Promise<boolean> {
  const moved = await trx
    .updateTable('schedule')
    .set({ ...toColumns(next), exceptions: exceptionsFrom(exceptions, next?.slot) })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('next_slot', '=', next_slot)
    .where(isActive)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Every date is accounted for. Of several that were missed only the latest is held; the others joined it. */
async function record(
  trx: Transaction,
  kind: ScheduleKind,
  schedule: ScheduleRow,
  rule: SlotRule,
  passed: Slot[],
  now: number,
): Promise<void> {
  const latest = passed.findLast(({ skipped }) => skipped === undefined)
  for (const slot of passed) {
    const skipped = slot.skipped ?? (slot === latest ? null : 'collapsed')
    const id = await recordOccurrence(
      trx,
      schedule,
      { slot: slot.slot, dueAt: slot.dueAt, date: slot.date, skipped },
      now,
    )
    if (slot === latest && id !== undefined) await hold(trx, kind, schedule, rule, { ...slot, id }, now)
  }
}

async function hold(
  trx: Transaction,
  kind: ScheduleKind,
  { id: scheduleId, workspace_id: workspaceId }: ScheduleRow,
  rule: SlotRule,
  { id, slot, dueAt, meetsAt }: Slot & { id: string },
  now: number,
): Promise<void> {
  const nextDueAt = firstHeldSlot(rule, addDays(slot, 1))?.dueAt
  const outcome = await kind.occur(trx, { id, workspaceId, scheduleId, slot, dueAt, nextDueAt, meetsAt }, now)
  if (outcome) await recordSkip(trx, id, outcome.skip)
}

async function rest(db: Db, { id, rev }: ScheduleRow, until: number): Promise<void> {
  await db.updateTable('schedule').set({ retry_at: until }).where('id', '=', id).where('rev', '=', rev).execute()
}
