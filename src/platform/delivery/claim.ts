import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, DeliveryState, Transaction } from '../../../db/schema.ts'
import { type Engine, skipLocked } from '../database/database.ts'
import { newId } from '../ids.ts'
import type { Constants } from './constants.ts'
import { note, noteAll } from './event.ts'
import { gatesOpen, ownScope } from './gates.ts'
import { isDoubtful, type Restored } from './restored.ts'
import { type DeliveryRow, isDue, isLeased, isUnsure, parentSettled } from './row.ts'
import type { Step } from './states.ts'

/** What is said in a thread keeps its order, also where something earlier has to be tried again. */
const inOrder = sql<SqlBool>`(delivery.kind <> 'reply' or not exists (
  select 1 from delivery as earlier
  where earlier.parent_id = delivery.parent_id and earlier.kind = 'reply'
    and earlier.state in ('due', 'leased', 'sending', 'unsure', 'checking')
    and (earlier.due_at, earlier.created_at, earlier.id) < (delivery.due_at, delivery.created_at, delivery.id)))`

/**
 * Takes the next deliveries to send. Partnerships take turns, so that one with thousands delays none with one; within a
 * partnership the oldest come first, and of each recipient only one at a time is taken. What was doubted after a restore and not
 * yet looked for is left alone.
 */
export function claimDue(
  step: Step,
  engine: Engine,
  constants: Constants,
  restored?: Restored,
): Promise<DeliveryRow[]> {
  return claim(step, engine, constants, { from: 'due', to: 'leased', pick: pickDue(step, constants, restored) })
}

/** Takes the next deliveries to look for in Slack, partnerships in turn. */
export function claimUnsure(step: Step, engine: Engine, constants: Constants): Promise<DeliveryRow[]> {
  return claim(step, engine, constants, { from: 'unsure', to: 'checking', pick: pickUnsure(step, constants) })
}

/**
 * Gives back what a worker held and did not finish in time: what was not yet on the wire is due, what may have been is unsure.
 * @returns how many there were
 */
export async function expireLeases(step: Step, { httpTimeoutMs, settleMs }: Constants): Promise<number> {
  const { db, now } = step
  return db.transaction().execute(async (trx) => {
    const expired = await trx
      .selectFrom('delivery')
      .selectAll()
      .where(isLeased)
      .where('lease_until', '<=', now)
      .orderBy('lease_until')
      .orderBy('id')
      .limit(200)
      .execute()
    let moved = 0
    for (const row of expired) {
      const clearAt = (row.wire_at ?? now) + httpTimeoutMs + settleMs
      const [to, runAfter] = whenExpired(row, now, clearAt)
      moved += await expire(trx, step, row, to, runAfter)
    }
    return moved
  })
}

/**
 * When the next delivery can be claimed, or the next lease ends. In one statement: between two of them another replica may
 * bring a message and so make its replies due, and neither would see anything.
 * @returns epoch milliseconds; undefined when nothing waits
 */
export async function nextRun(db: Db, engine: Engine): Promise<number | undefined> {
  const latest = sql.raw(engine === 'postgres' ? 'greatest' : 'max')
  const claimable = db
    .selectFrom('delivery')
    .leftJoin('gate as workspace', 'workspace.scope', 'delivery.workspace_id')
    .leftJoin('gate as own', (join) => join.on(sql<SqlBool>`own.scope = ${ownScope}`))
    .select(
      sql<number | null>`min(${latest}(run_after, coalesce(workspace.not_before, 0), coalesce(own.not_before, 0)))`.as(
        'at',
      ),
    )
    .where(sql<SqlBool>`delivery.state in ('due', 'unsure')`)
    .where(parentSettled)
    .where((row) => row.or([isUnsure, inOrder]))
  const held = db.selectFrom('delivery').select(sql<number | null>`min(lease_until)`.as('at')).where(isLeased)
  const { claimableAt, heldUntil } = await db
    .selectNoFrom([claimable.as('claimableAt'), held.as('heldUntil')])
    .executeTakeFirstOrThrow()
  const times = [claimableAt, heldUntil].filter((at) => typeof at === 'number')
  return times.length > 0 ? Math.min(...times) : undefined
}

interface Claim {
  from: 'due' | 'unsure'
  to: 'leased' | 'checking'
  pick: RawBuilder<{ id: string }>
}

async function claim(
  { db, worker, now }: Step,
  engine: Engine,
  { leaseMs }: Constants,
  { from, to, pick }: Claim,
): Promise<DeliveryRow[]> {
  const stillThere = from === 'due' ? isDue : isUnsure
  return db.transaction().execute(async (trx) => {
    const free = skipLocked(
      trx.selectFrom('delivery').select('id').where(sql<SqlBool>`id in (${pick})`).where(stillThere),
      engine,
    )
    const ids = (await free.execute()).map(({ id }) => id)
    if (ids.length === 0) return []
    const rows = await trx
      .updateTable('delivery')
      .set({ state: sql.lit(to), lease_token: newId(now), lease_until: now + leaseMs })
      .where('id', 'in', ids)
      .where(stillThere)
      .returningAll()
      .execute()
    await noteAll(trx, rows, { from, to, at: now, detail: worker })
    return rows.toSorted((one, other) => one.due_at - other.due_at || one.created_at - other.created_at)
  })
}

function pickDue({ now }: Step, { batch }: Constants, restored: Restored | undefined): RawBuilder<{ id: string }> {
  const looked = restored ? sql`not ${isDoubtful(restored)}` : sql`true`
  const ready = sql`
    select id, workspace_id, partnership_id, run_after,
      row_number() over (partition by workspace_id, recipient order by due_at, created_at, id) as place
    from delivery
    where ${isDue} and run_after <= ${now} and ${gatesOpen(now)} and ${parentSettled} and ${inOrder} and ${looked}`
  return inTurns(
    sql`select id, workspace_id, partnership_id, run_after from (${ready}) as ready where place = 1`,
    batch,
  )
}

function pickUnsure({ now }: Step, { batch }: Constants): RawBuilder<{ id: string }> {
  const ready = sql`
    select id, workspace_id, partnership_id, run_after from delivery
    where ${isUnsure} and run_after <= ${now} and ${gatesOpen(now)}`
  return inTurns(ready, batch)
}

/** The first of every partnership, then the second of every partnership, and so on. */
function inTurns(ready: RawBuilder<unknown>, batch: number): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`
    select id from (
      select id, run_after, row_number() over (partition by workspace_id, partnership_id order by run_after, id) as turn from (${ready}) as heads
    ) as queue order by turn, run_after limit ${batch}`
}

/** An update may be repeated once no older request can come after it; a message must be looked for. */
function whenExpired(row: DeliveryRow, now: number, clearAt: number): [DeliveryState, number] {
  if (row.state === 'leased') return ['due', now]
  if (row.state === 'checking') return ['unsure', now]
  return row.kind === 'update' ? ['due', clearAt] : ['unsure', clearAt]
}

async function expire(
  trx: Transaction,
  { worker, now }: Step,
  row: DeliveryRow,
  to: DeliveryState,
  runAfter: number,
): Promise<number> {
  const moved = await trx
    .updateTable('delivery')
    .set({ state: sql.lit(to), run_after: runAfter, lease_token: null, lease_until: null })
    .where('id', '=', row.id)
    .where('lease_token', '=', row.lease_token)
    .where('state', '=', sql.lit(row.state))
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return 0
  await note(trx, row, { from: row.state, to, at: now, detail: `lease ran out (${worker})` })
  return 1
}
