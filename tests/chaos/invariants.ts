import type { Selectable } from 'kysely'
import type { Db, Schema } from '../../db/schema.ts'
import { constants } from '../../src/platform/delivery/constants.ts'
import type { DeliveryRow } from '../../src/platform/delivery/row.ts'
import type { Slack } from '../../src/playground/server/start.ts'
import { keyOf } from './count.ts'
import { planned } from './plan.ts'

type Event = Selectable<Schema['delivery_event']>

interface Life {
  row: DeliveryRow
  /** As they happened. */
  events: Event[]
}

/**
 * What must hold of every run, whatever happened in it, as far as the tables and Slack tell.
 * @returns a sentence for each thing that does not hold, with examples
 */
export async function findBroken(db: Db, slack: Slack, occurrences: number): Promise<string[]> {
  const lives = await readLives(db)
  const broken = {
    'a date without exactly one occurrence that was held': await datesAstray(db, occurrences),
    'a delivery that did not come to stand': wrong(lives, ({ row }) => row.state !== 'sent'),
    'sent again without a definite no or two clean looks': wrong(lives, repeatsBlindly),
    'moved on after its end': wrong(lives, goesOnAfterItsEnd),
    'on the wire before it was due': wrong(lives, isEarly),
    'closer together than Slack takes them': crowded(lives),
    'not where its row says, or outside its thread': misplaced(lives, slack),
  }
  return Object.entries(broken).flatMap(([what, which]) =>
    which.length > 0 ? [`${what}: ${which.length} (${which.slice(0, 3).join(', ')})`] : [],
  )
}

async function readLives(db: Db): Promise<Life[]> {
  const rows = await db.selectFrom('delivery').selectAll().execute()
  const events = await db.selectFrom('delivery_event').selectAll().orderBy('at').orderBy('id').execute()
  const eventsById = Map.groupBy(events, ({ delivery_id }) => delivery_id)
  return rows.map((row) => ({ row, events: inOrder(eventsById.get(row.id) ?? []) }))
}

/** Within one moment each event follows from the one before it. */
function inOrder(events: Event[]): Event[] {
  const left = [...events]
  const ordered: Event[] = []
  while (left.length > 0) {
    const state = ordered.at(-1)?.to_state ?? 'due'
    const next = left.findIndex(({ from_state, at }) => from_state === state && at === left[0]?.at)
    ordered.push(...left.splice(Math.max(0, next), 1))
  }
  return ordered
}

function wrong(lives: Life[], isWrong: (life: Life) => boolean): string[] {
  return lives.filter(isWrong).map(({ row }) => `${row.kind} ${row.id} ${row.state}`)
}

/** I1, I5: every date that has come has one row, and no other date has. */
async function datesAstray(db: Db, occurrences: number): Promise<string[]> {
  const rows = await db.selectFrom('occurrence').selectAll().execute()
  const held = Map.groupBy(rows, ({ schedule_id, slot }) => `${schedule_id} ${slot}`)
  const plans = Array.from({ length: occurrences }, (_, n) => planned(n))
  const dates = new Set(plans.map(({ scheduleId, slot }) => `${scheduleId} ${slot}`))
  const astray = [...dates].filter((date) => held.get(date)?.length !== 1 || held.get(date)?.[0]?.skipped !== null)
  return [...astray, ...[...held.keys()].filter((date) => !dates.has(date))]
}

/** I3. An update may be repeated. */
function repeatsBlindly({ row, events }: Life): boolean {
  if (row.kind === 'update') return false
  let cleanLooks = 0
  for (const { from_state, to_state, detail } of events) {
    if (to_state === 'sending') cleanLooks = 0
    if (from_state === 'checking' && /^absent/.test(detail)) cleanLooks += 1
    if (from_state === 'checking' && to_state === 'due' && cleanLooks < 2) return true
    if (from_state === 'sending' && to_state === 'due' && !isDefiniteNo(detail)) return true
    if (from_state === 'unsure' && to_state === 'due') return true
  }
  return false
}

/** The only refusals of this run that say that nothing happened. */
function isDefiniteNo(detail: string): boolean {
  return /^(ratelimited|ECONNREFUSED|stood still) /.test(detail)
}

/** I6. An update ends each time it shows what it should; proof that a message stands may still come after a person had to decide. */
function goesOnAfterItsEnd({ row, events }: Life): boolean {
  if (row.kind === 'update') return false
  return events.some(({ from_state }) => ['sent', 'skipped', 'failed'].includes(from_state)) || countSent(events) > 1
}

function countSent(events: Event[]): number {
  return events.filter(({ to_state }) => to_state === 'sent').length
}

/** I8. */
function isEarly({ row, events }: Life): boolean {
  return row.kind !== 'update' && events.some(({ to_state, at }) => to_state === 'sending' && at < row.due_at)
}

/** I11: between the wire marks of one channel or person. */
function crowded(lives: Life[]): string[] {
  const marks = lives
    .filter(({ row }) => row.kind !== 'update')
    .flatMap(({ row, events }) => events.map((event) => ({ ...event, recipient: row.recipient })))
    .filter(({ to_state }) => to_state === 'sending')
  return [...Map.groupBy(marks, ({ recipient }) => recipient).values()].flatMap((ofOne) => {
    const times = ofOne.toSorted((one, other) => one.at - other.at)
    const tooSoon = times.filter((mark, index) => mark.at - (times[index - 1]?.at ?? 0) < constants.spacingMs)
    return tooSoon.map(({ recipient, delivery_id, at }) => `${recipient} ${delivery_id} at ${at}`)
  })
}

function misplaced(lives: Life[], { workspace }: Slack): string[] {
  const messages = [...workspace.channels.values()].flatMap((channel) => channel.messages)
  const byDelivery = Map.groupBy(messages, keyOf)
  const tsById = new Map(lives.map(({ row }) => [row.id, row.ts]))
  const said = lives.filter(({ row }) => row.kind !== 'update' && row.state === 'sent')
  return wrong(said, ({ row }) => {
    const [message] = byDelivery.get(row.id) ?? []
    if (!message || message.ts !== row.ts || message.channel !== row.channel_id) return true
    return row.kind === 'reply' && message.thread_ts !== tsById.get(row.parent_id ?? '')
  })
}
