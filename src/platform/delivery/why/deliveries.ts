import { type SqlBool, sql } from 'kysely'
import type { Db, DeliveryState } from '../../../../db/schema.ts'
import type { DeliveryRow } from '../row.ts'
import { reasonInWords } from './codes.ts'
import { type Day, isOn, lateness, timeOn } from './day.ts'
import { type Happening, happeningInWords } from './history.ts'
import type { Recipient } from './question.ts'

/** A delivery as a report needs it: without what it says. */
export type Sent = Pick<
  DeliveryRow,
  | 'id'
  | 'workspace_id'
  | 'partnership_id'
  | 'kind'
  | 'recipient'
  | 'what'
  | 'about'
  | 'state'
  | 'due_at'
  | 'run_after'
  | 'lease_until'
  | 'channel_id'
  | 'ts'
  | 'sent_at'
  | 'reason'
> & { parent_state: DeliveryState | null }

const isOpen = sql<SqlBool>`delivery.state in ('due', 'leased', 'sending', 'unsure', 'checking')`

/** The deliveries to somebody or some channel that were due, said or worked on that day, or still waited then. */
export async function deliveriesOn(db: Db, recipient: Recipient, { from, to }: Day, now: number): Promise<Sent[]> {
  const rows = await deliveriesTo(db, recipient)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        and([eb('delivery.due_at', '>=', from), eb('delivery.due_at', '<', to)]),
        and([eb('delivery.sent_at', '>=', from), eb('delivery.sent_at', '<', to)]),
        ...(from <= now ? [and([isOpen, eb('delivery.due_at', '<', to)])] : []),
        exists(
          selectFrom('delivery_event')
            .select('delivery_event.id')
            .whereRef('delivery_event.delivery_id', '=', 'delivery.id')
            .where('delivery_event.at', '>=', from)
            .where('delivery_event.at', '<', to),
        ),
      ]),
    )
    .orderBy('delivery.due_at')
    .orderBy('delivery.created_at')
    .orderBy('delivery.id')
    .execute()
  return rows.toSorted((one, other) => one.due_at - other.due_at || Number(belongs(one)) - Number(belongs(other)))
}

/** What belongs to another message comes after it. */
const belongs = ({ parent_state }: Sent): boolean => parent_state !== null

/** Whether anything was ever said there, or is to be. */
export async function wasSpokenTo(db: Db, recipient: Recipient): Promise<boolean> {
  return (await deliveriesTo(db, recipient).limit(1).executeTakeFirst()) !== undefined
}

/** An update goes to a delivery; what counts here is where that went. */
function deliveriesTo(db: Db, { kind, id }: Recipient) {
  const own = kind === 'channel' ? (['post', 'reply'] as const) : (['dm', 'reply'] as const)
  return db
    .selectFrom('delivery')
    .leftJoin('delivery as parent', 'parent.id', 'delivery.parent_id')
    .select([
      'delivery.id',
      'delivery.workspace_id',
      'delivery.partnership_id',
      'delivery.kind',
      'delivery.recipient',
      'delivery.what',
      'delivery.about',
      'delivery.state',
      'delivery.due_at',
      'delivery.run_after',
      'delivery.lease_until',
      'delivery.channel_id',
      'delivery.ts',
      'delivery.sent_at',
      'delivery.reason',
      'parent.state as parent_state',
    ])
    .where(({ or, and, eb }) =>
      or([
        and([eb('delivery.kind', 'in', own), eb('delivery.recipient', '=', id)]),
        and([eb('delivery.kind', '=', 'update'), eb('parent.recipient', '=', id)]),
      ]),
    )
}

const kinds: Record<DeliveryRow['kind'], string> = {
  post: 'message',
  reply: 'reply in a thread',
  dm: 'direct message',
  update: 'change of a message',
}

/** What a delivery is, how it stands, and what happened to it. */
export function deliveryLines(sent: Sent, happenings: readonly Happening[], day: Day, now: number): string[] {
  const title = `${kinds[sent.kind]} (${sent.what}), due ${timeOn(day, sent.due_at)}`
  const state = `  ${sent.state}: ${stateInWords(sent, day, now)}`
  return [title, state, ...historyLines(sent, happenings, day).map((line) => `    ${line}`)]
}

/** A message that stands is changed often; what matters then is how often, not each time. */
function historyLines(sent: Sent, happenings: readonly Happening[], day: Day): string[] {
  const stands =
    sent.ts === null ? 'it stands there' : `it stands at ${sent.ts} in ${sent.channel_id ?? sent.recipient}`
  if (sent.kind === 'update' && sent.state === 'sent') {
    const changes = happenings.filter(({ at, detail }) => detail === 'changed' && isOn(day, at))
    const last = changes.at(-1)
    const often = changes.length > 1 ? `${changes.length} times that day, last at` : 'that day at'
    return last ? [`changed ${often} ${timeOn(day, last.at)}`] : []
  }
  const told = happenings.flatMap((happening) => {
    const words = happeningInWords(happening, stands)
    return words === undefined ? [] : [{ at: happening.at, words }]
  })
  return runsOf(told).map(({ first, last, times, words }) => {
    const often = times > 1 ? ` (${times} times, last at ${timeOn(day, last)})` : ''
    return `${timeOn(day, first)} ${words}${often}`
  })
}

interface Run {
  first: number
  last: number
  times: number
  words: string
}

/** What happened again and again, once. */
function runsOf(told: readonly { at: number; words: string }[]): Run[] {
  const runs: Run[] = []
  for (const { at, words } of told) {
    const run = runs.at(-1)
    if (run?.words === words) Object.assign(run, { last: at, times: run.times + 1 })
    else runs.push({ first: at, last: at, times: 1, words })
  }
  return runs
}

function stateInWords(sent: Sent, day: Day, now: number): string {
  const reason = sent.reason === null ? '' : ` (${sent.reason})`
  const soFar =
    sent.due_at <= now && lateness(sent.due_at, now) !== 'on time' ? `, ${lateness(sent.due_at, now)} so far` : ''
  const later = sent.run_after > now ? `, from ${timeOn(day, sent.run_after)} on` : ''
  switch (sent.state) {
    case 'due':
      return `${waitingInWords(sent, day, now)}${reason}${soFar}`
    case 'leased':
      return `it is being prepared${soFar}`
    case 'sending':
      return `it is on its way to Slack${soFar}`
    case 'unsure':
      return `Slack may have taken it or not${reason}: Rondo looks before it sends it again${later}${soFar}`
    case 'checking':
      return `Rondo is looking whether it stands in Slack${soFar}`
    case 'sent':
      return sentInWords(sent, day)
    case 'skipped':
      return `it was not said: ${reasonInWords(sent.reason ?? '')}`
    case 'failed':
      return `Slack does not take it there${reason}`
    case 'unknown':
      return `it may stand in Slack or not, and Slack cannot be asked${reason}`
  }
}

function waitingInWords({ parent_state, run_after }: Sent, day: Day, now: number): string {
  const settled = parent_state === null || ['sent', 'skipped', 'failed'].includes(parent_state)
  if (!settled) return `it waits for the message it belongs to, which is ${parent_state}`
  return run_after > now ? `it waits until ${timeOn(day, run_after)}` : 'it goes out when it is its turn'
}

function sentInWords(sent: Sent, day: Day): string {
  const at = saidAt(sent)
  if (at === undefined) return 'it was said'
  const words = sent.kind === 'update' ? 'the message shows what it should since' : 'it was said at'
  return `${words} ${timeOn(day, at)}, ${lateness(sent.due_at, at)}`
}

/** When it appeared: Slack's own time, since it may have been found long after. Epoch milliseconds. */
function saidAt({ kind, ts, sent_at }: Sent): number | undefined {
  const appeared = kind === 'update' ? Number.NaN : Math.floor(Number(ts ?? Number.NaN) * 1000)
  return Number.isFinite(appeared) ? appeared : (sent_at ?? undefined)
}
