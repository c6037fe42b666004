import { expect } from 'vitest'
import { constants } from '../../../src/platform/delivery/constants.ts'
import type { DeliveryRow } from '../../../src/platform/delivery/row.ts'
import { decideUpon } from '../../../src/platform/delivery/states.ts'
import { keyOf } from '../../support/delivery-world.ts'
import { agreementMs, type Stage } from './model-world.ts'

const minute = 60_000
const hour = 60 * minute

/** What holds at every moment. */
export async function look(stage: Stage): Promise<void> {
  const { db, dates, terminal, next } = stage
  const rows = await db.selectFrom('occurrence').select(['schedule_id', 'slot', 'due_at', 'skipped']).execute()
  const found = rows.map(({ schedule_id, slot, due_at, skipped }): [string, object] => [
    `${schedule_id} ${slot}`,
    { dueAt: due_at, skipped },
  ])
  expect(Object.fromEntries(found), 'every date that has come, and no other (I1, I5)').toEqual(
    Object.fromEntries(dates.rows),
  )
  expect(rows, 'one row for each date (I1)').toHaveLength(dates.rows.size)

  for (const { id, rev, next_slot: slot } of await db
    .selectFrom('schedule')
    .select(['id', 'rev', 'next_slot'])
    .execute()) {
    const before = next.get(id)
    if (slot === null) next.delete(id)
    else {
      if (before?.rev === rev) expect(slot >= before.slot, `${id} does not go back (I4)`).toBe(true)
      next.set(id, { rev, slot })
    }
  }

  for (const row of await db.selectFrom('delivery').selectAll().execute()) {
    const ended = row.state === 'sent' || row.state === 'skipped' || row.state === 'failed'
    const before = terminal.get(row.id)
    if (before !== undefined) expect(JSON.stringify(row), 'what ended does not change (I6)').toBe(before)
    else if (ended) terminal.set(row.id, JSON.stringify(row))
  }

  const messages = messagesOf(stage)
  expect(repeated(messages.map(keyOf)), 'said more than once (I7)').toEqual([])
  expect(repeated(messages.map(({ text }) => text)), 'said more than once for one date (I7)').toEqual([])
}

/** Whatever happened ends, everybody works, and time passes until nothing is left to do. */
export async function comeToRest(stage: Stage): Promise<void> {
  stage.endTrouble()
  for (const replica of stage.replicas) if (replica?.isFrozen()) replica.kill()
  stage.ours.set(stage.theirs.now())
  for (const at of stage.replicas.keys()) await stage.put(at)
  await stage.pass(10 * minute)
  for (let rounds = 0; rounds < 40; rounds++) {
    const open = await openDeliveries(stage)
    if (open.length === 0) break
    const unknown = open.filter(({ state }) => state === 'unknown')
    // Somebody has it looked for once more.
    for (const row of unknown) await stage.transact((trx, now) => decideUpon(trx, row, 'unsure', 'Anna', now))
    const last = Math.max(...open.map(({ run_after }) => run_after))
    await stage.pass(Math.max(10 * minute, Math.min(last - stage.theirs.now(), 24 * hour)))
  }
  expect((await openDeliveries(stage)).map(({ kind, state, reason }) => `${kind} ${state} ${reason}`)).toEqual([])
}

/** What holds in the end. */
export async function lookAtAll(stage: Stage): Promise<void> {
  await look(stage)
  const said = new Set(messagesOf(stage).map(({ text }) => text))
  const [owed, silent] = [[...stage.dates.rows], [...stage.dates.rows]].map((rows, at) =>
    rows.filter(([, { skipped }]) => (skipped === null) === (at === 0)).flatMap(([date]) => sayings(date)),
  )
  expect(
    (owed ?? []).filter((text) => !said.has(text)),
    'lost',
  ).toEqual([])
  // A date that joined the next one after a restore may have been held before.
  if (stage.restoredAt === undefined)
    expect([...said].toSorted(), 'nothing else is said').toEqual((owed ?? []).toSorted())
  if (stage.restoredAt === undefined)
    expect(
      (silent ?? []).filter((text) => said.has(text)),
      'said though skipped',
    ).toEqual([])
  const deliveries = await stage.db.selectFrom('delivery').selectAll().execute()
  expect(
    deliveries.filter(({ state }) => state !== 'sent').map(({ id, state, reason }) => [id, state, reason]),
  ).toEqual([])
  checkTimes(stage, deliveries)
  await checkEvents(stage)
}

/** I8: by Slack's clock, as far as ours is believed. What was said before a restore may have been due otherwise. */
function checkTimes(stage: Stage, deliveries: DeliveryRow[]): void {
  const dueById = new Map(deliveries.map(({ id, due_at }) => [id, due_at]))
  const early = messagesOf(stage).filter((message) => {
    const dueAt = dueById.get(String(keyOf(message)))
    const saidAt = Number(message.ts) * 1000
    return dueAt !== undefined && saidAt > (stage.restoredAt ?? 0) && saidAt < dueAt - agreementMs - 1
  })
  expect(
    early.map(({ text, ts }) => `${text} at ${ts}`),
    'said before its time (I8)',
  ).toEqual([])
}

/** I3 and I11. */
async function checkEvents({ db, clockWasSet, restoredAt }: Stage): Promise<void> {
  const events = await db.selectFrom('delivery_event').selectAll().orderBy('at').execute()
  const blind = events.filter(
    ({ from_state: from, to_state: to, detail }) =>
      (from === 'sending' && to === 'due' && !/^(ratelimited|stood still) /.test(detail)) ||
      (from === 'checking' && to === 'due' && !/^absent twice /.test(detail)) ||
      (from === 'unsure' && to === 'due'),
  )
  expect(
    blind.map(({ detail }) => detail),
    'said again without a look (I3)',
  ).toEqual([])
  if (clockWasSet || restoredAt !== undefined) return
  const recipients = new Map(
    (await db.selectFrom('delivery').select(['id', 'recipient']).execute()).map(({ id, recipient }) => [id, recipient]),
  )
  const marks = events.filter(({ to_state }) => to_state === 'sending')
  const crowded = [...Map.groupBy(marks, ({ delivery_id }) => recipients.get(delivery_id)).values()].flatMap((ofOne) =>
    ofOne.filter(({ at }, index) => at - (ofOne[index - 1]?.at ?? 0) < constants.spacingMs),
  )
  expect(
    crowded.map(({ at, detail }) => `${at} ${detail}`),
    'closer together than Slack takes them (I11)',
  ).toEqual([])
}

function openDeliveries({ db }: Stage): Promise<DeliveryRow[]> {
  return db.selectFrom('delivery').selectAll().where('state', 'not in', ['sent', 'skipped', 'failed']).execute()
}

function messagesOf({ slack }: Stage) {
  return [...slack.workspace.channels.values()].flatMap(({ messages }) => messages)
}

/** @param date 's1 2026-12-07' */
function sayings(date: string): string[] {
  return ['post', 'reply', ...(date.startsWith('s0 ') ? ['dm'] : [])].map((what) => `${date} ${what}`)
}

function repeated(all: unknown[]): unknown[] {
  return [...Map.groupBy(all, (one) => one).entries()].flatMap(([one, times]) => (times.length > 1 ? [one] : []))
}
