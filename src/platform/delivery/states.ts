import { type RawBuilder, type SqlBool, sql, type Updateable } from 'kysely'
import type { Db, DeliveryState, Schema, Transaction } from '../../../db/schema.ts'
import type { Message } from '../feature.ts'
import type { Constants } from './constants.ts'
import { note } from './event.ts'
import { lockGate, takeGate } from './gates.ts'
import type { Pilot } from './pilot.ts'
import { type DeliveryRow, toOutgoing } from './row.ts'
import type { Tools } from './tools.ts'

/**
 * The life of a delivery. A request is on the wire only in `sending`, and what may be on the wire is never sent again before
 * somebody looked: `sending` goes back to `due` on a definite refusal only, `unsure` after two clean looks only.
 * Proof that the message stands wins from anywhere.
 */
export const transitions: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  due: ['leased', 'unsure', 'sent'],
  leased: ['due', 'sending', 'skipped', 'failed', 'sent'],
  sending: ['due', 'unsure', 'skipped', 'failed', 'sent'],
  unsure: ['checking', 'sent'],
  checking: ['due', 'unsure', 'unknown', 'sent'],
  unknown: ['sent', 'unsure', 'due', 'skipped'],
  sent: ['due'],
  skipped: ['due'],
  failed: ['due', 'skipped'],
}

/** Who moves a delivery, and when: epoch milliseconds. */
export interface Step {
  db: Db
  worker: string
  now: number
}

const released = { lease_token: null, lease_until: null }

/** Nothing was tried, or nothing was wrong with it: it is due again. */
export function putBack(step: Step, row: DeliveryRow, runAfter: number, why: string): Promise<boolean> {
  return move(step, row, 'due', { run_after: runAfter }, why)
}

/** It could not be made ready to go out; another try later. */
export function putOff(step: Step, row: DeliveryRow, runAfter: number, why: string): Promise<boolean> {
  return move(step, row, 'due', { run_after: runAfter, attempts: row.attempts + 1, reason: why }, why)
}

/** It need not be said any more. */
export function skip(step: Step, row: DeliveryRow, reason: string): Promise<boolean> {
  return move(step, row, 'skipped', { reason }, reason)
}

/** It cannot be said there. */
export function fail(step: Step, row: DeliveryRow, code: string): Promise<boolean> {
  return move(step, row, 'failed', { reason: code }, code)
}

/** What becomes of a row that was to go on the wire; `since` is when it did, by both clocks. */
export type WireMark =
  | { onWire: DeliveryRow; since: { wall: number; monotonic: number } }
  | { closedUntil: number }
  | { lost: true }

/**
 * The last thing before the request: records what goes out and that it may have gone, if the gates are open and enough of the
 * lease is left. Committed before anything is sent.
 */
export async function markOnWire(
  step: Omit<Step, 'now'> & Pick<Tools, 'clock'>,
  row: DeliveryRow,
  outgoing: { payload: string; channelId: string; pilot?: Pilot | undefined },
  constants: Constants,
): Promise<WireMark> {
  return step.db.transaction().execute(async (trx): Promise<WireMark> => {
    // What goes to somebody else passes their gate.
    const { payload, channelId, pilot } = outgoing
    const toPass = pilot ? { ...row, recipient: pilot.slackId } : row
    await lockGate(trx, toPass)
    // Read only now: the transaction may have waited for its turn, and the lease and the gates go on meanwhile.
    const since = { wall: step.clock.now(), monotonic: step.clock.monotonic() }
    const now = since.wall
    const enough = sql<SqlBool>`lease_until > ${now + constants.guardMs}`
    if (!(await isStill(trx, row, enough))) return { lost: true }
    const closedUntil = await takeGate(trx, toPass, now, constants.spacingMs)
    if (closedUntil !== undefined) return { closedUntil }
    const going = {
      payload,
      channel_id: channelId,
      pilot_id: pilot?.id ?? null,
      wire_at: now,
      absent_looks: 0,
      sent_at: null,
    }
    const change = { ...going, attempts: row.attempts + 1 }
    const onWire = await moveIn(trx, { ...step, now }, row, 'sending', change, 'on the wire', enough)
    return onWire ? { onWire, since } : { lost: true }
  })
}

async function isStill(
  trx: Transaction,
  { id, lease_token, state }: DeliveryRow,
  guard: RawBuilder<SqlBool>,
): Promise<boolean> {
  const still = await trx
    .selectFrom('delivery')
    .select('id')
    .where('id', '=', id)
    .where('lease_token', '=', lease_token)
    .where('state', '=', literal(state))
    .where(guard)
    .executeTakeFirst()
  return still !== undefined
}

/** Slack certainly did not take it. What it said is forgotten, unless `payload` says what to say instead. */
export function refused(
  step: Step,
  row: DeliveryRow,
  { runAfter, code, payload = null }: { runAfter: number; code: string; payload?: string | null },
): Promise<boolean> {
  return move(step, row, 'due', { run_after: runAfter, reason: code, payload }, code)
}

/** Slack may or may not have taken it. */
export function doubt(step: Step, row: DeliveryRow, runAfter: number, code: string): Promise<boolean> {
  return move(step, row, 'unsure', { run_after: runAfter, reason: code }, code)
}

/** A complete look did not find it. The second such look makes it due again, to be worded as things stand then. */
export function noteAbsent(step: Step, row: DeliveryRow, { secondLookMs }: Constants): Promise<boolean> {
  const absent_looks = row.absent_looks + 1
  const anew = { absent_looks, run_after: step.now, payload: null }
  if (absent_looks >= 2) return move(step, row, 'due', anew, 'absent twice')
  return move(step, row, 'unsure', { absent_looks, run_after: step.now + secondLookMs }, 'absent')
}

/** The look told nothing. */
export function lookLater(step: Step, row: DeliveryRow, runAfter: number, code: string): Promise<boolean> {
  return move(step, row, 'unsure', { run_after: runAfter, attempts: row.attempts + 1, reason: code }, code)
}

/** It was not looked for yet. */
export function comeBack(step: Step, row: DeliveryRow, runAfter: number, why: string): Promise<boolean> {
  return move(step, row, 'unsure', { run_after: runAfter }, why)
}

/** Slack cannot be asked: a person has to say whether it is there. */
export function giveUp(step: Step, row: DeliveryRow, reason: string): Promise<boolean> {
  return move(step, row, 'unknown', { reason }, reason)
}

/** Why something is not said that a person left as it was. */
export const left = 'left by a person'

/**
 * A person decides what Rondo cannot know: to look once more, to say it as it should be now, or to leave it.
 * @param by who, for the events
 * @returns false when it was decided before
 */
export async function decideUpon(
  trx: Transaction,
  row: DeliveryRow,
  to: 'unsure' | 'due' | 'skipped',
  by: string,
  now: number,
): Promise<boolean> {
  const undecided = row.state === 'unknown' || row.state === 'failed'
  if (!undecided || !transitions[row.state].includes(to)) return false
  const fresh = { run_after: now, attempts: 0, absent_looks: 0 }
  const changes = { unsure: fresh, due: { ...fresh, payload: null }, skipped: { reason: left } }
  const change = changes[to]
  return (await moveIn(trx, { worker: by, now }, row, to, change, 'decided')) !== undefined
}

/**
 * It stands in Slack. Proof counts from whoever brings it, also from a worker that lost its lease meanwhile.
 * @returns false when it was known already
 */
export async function noteSent(
  { db, worker, now }: Step,
  row: DeliveryRow,
  proof: { channelId: string; ts: string; how: string; pilot?: Pilot | undefined },
  sent: Message['sent'],
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const sentAt = Math.min(now, toInstant(proof.ts) ?? now)
    const stands = { channel_id: proof.channelId, ts: proof.ts, sent_at: sentAt, reason: null }
    const instead = proof.pilot ? { pilot_id: proof.pilot.id } : {}
    const moved = await trx
      .updateTable('delivery')
      .set({ ...released, ...stands, ...instead, state: literal('sent') })
      .where('id', '=', row.id)
      .where(sql<SqlBool>`state in ('due', 'leased', 'sending', 'unsure', 'checking', 'unknown')`)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return false
    await note(trx, row, { from: row.state, to: 'sent', at: now, detail: `${proof.how} (${worker})` })
    await sent?.(trx, { ...toOutgoing(row), channelId: proof.channelId, ts: proof.ts }, sentAt)
    return true
  })
}

/** An update shows what it should. One that was asked for meanwhile is due again, a little later. */
export async function noteShown(
  { db, worker, now }: Step,
  row: DeliveryRow,
  shown: { payload: string; how: string },
  { spacingMs }: Constants,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('delivery')
      .set({
        ...released,
        state: sql<DeliveryState>`case when again = 1 then 'due' else 'sent' end`,
        again: 0,
        attempts: 0,
        reason: null,
        payload: shown.payload,
        sent_at: now,
        run_after: now + spacingMs,
      })
      .where('id', '=', row.id)
      .where('lease_token', '=', row.lease_token)
      .where('state', '=', literal(row.state))
      .returning('state')
      .executeTakeFirst()
    if (!moved) return false
    await note(trx, row, { from: row.state, to: moved.state, at: now, detail: `${shown.how} (${worker})` })
    return true
  })
}

/** When people could see a message: it may be found long after. @param ts Slack's, seconds with a fraction */
function toInstant(ts: string): number | undefined {
  const instant = Math.floor(Number(ts) * 1_000)
  return Number.isNaN(instant) ? undefined : instant
}

type Change = Updateable<Schema['delivery']>

function move(step: Step, row: DeliveryRow, to: DeliveryState, change: Change, detail: string): Promise<boolean> {
  return step.db
    .transaction()
    .execute(async (trx) => (await moveIn(trx, step, row, to, { ...change, ...released }, detail)) !== undefined)
}

/** Moves a row that is still as we know it: same state, same lease. Otherwise it belongs to somebody else by now. */
async function moveIn(
  trx: Transaction,
  { worker, now }: Omit<Step, 'db'>,
  row: DeliveryRow,
  to: DeliveryState,
  change: Change,
  detail: string,
  guard: RawBuilder<SqlBool> = sql`true`,
): Promise<DeliveryRow | undefined> {
  if (!transitions[row.state].includes(to)) throw new Error(`A delivery cannot go from ${row.state} to ${to}`)
  const moved = await trx
    .updateTable('delivery')
    .set({ ...change, ...(givesUp(row, to) ? unlessAskedAgain(to) : { state: literal(to) }) })
    .where('id', '=', row.id)
    .where('lease_token', 'is not distinct from', row.lease_token)
    .where('state', '=', literal(row.state))
    .where(guard)
    .returningAll()
    .executeTakeFirst()
  if (moved) await note(trx, row, { from: row.state, to: moved.state, at: now, detail: `${detail} (${worker})` })
  return moved
}

/** An update that was asked for again meanwhile has another chance to be of use. */
const givesUp = ({ kind }: DeliveryRow, to: DeliveryState): boolean =>
  kind === 'update' && (to === 'skipped' || to === 'failed')

const unlessAskedAgain = (to: DeliveryState) => ({
  state: sql<DeliveryState>`case when again = 1 then 'due' else ${literal(to)} end`,
  again: 0,
})

const literal = (state: DeliveryState) => sql.lit(state)
