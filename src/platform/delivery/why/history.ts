import type { Selectable } from 'kysely'
import type { Db, Schema } from '../../../../db/schema.ts'
import { reasonInWords, troubleOf } from './codes.ts'

/** One thing that happened to a delivery, without who did it. */
export interface Happening {
  at: number
  from: string
  to: string
  detail: string
}

/** What happened to deliveries, in order, by delivery. */
export async function historiesOf(db: Db, ids: readonly string[]): Promise<Map<string, Happening[]>> {
  const histories = new Map<string, Happening[]>()
  // One at a time: there are few, and engines take no list of any length.
  for (const id of ids) histories.set(id, await historyOf(db, id))
  return histories
}

async function historyOf(db: Db, deliveryId: string): Promise<Happening[]> {
  const rows = await db
    .selectFrom('delivery_event')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return chained(rows.map(toHappening))
}

function toHappening({ at, from_state, to_state, detail }: Selectable<Schema['delivery_event']>): Happening {
  return { at, from: from_state, to: to_state, detail: detail.replace(/ \([^()]*\)$/, '') }
}

/** Of what happened at one instant, each follows from what the one before it led to. */
function chained(happenings: Happening[]): Happening[] {
  const left = [...happenings]
  const inOrder: Happening[] = []
  for (let state = 'due'; left.length > 0; ) {
    const { at } = left[0] ?? { at: 0 }
    const follows = left.findIndex((one) => one.at === at && one.from === state)
    const [next] = left.splice(Math.max(0, follows), 1)
    if (!next) break
    inOrder.push(next)
    state = next.to
  }
  return inOrder
}

/** What happened, in plain words; undefined for what only prepares the next. @param stands where it stands in Slack */
export function happeningInWords({ from, to, detail }: Happening, stands: string): string | undefined {
  if (to === 'leased' || to === 'checking') return undefined
  if (detail === 'lease ran out') return lostInWords(from)
  if (detail === 'decided') return decidedInWords(to)
  if (detail === 'Slack is down') return 'Slack does not answer: it waits'
  switch (to) {
    case 'sending':
      return 'sent to Slack'
    case 'sent':
      return shownInWords(detail, stands)
    case 'unsure':
      return doubtInWords(from, detail)
    case 'due':
      return againInWords(detail)
    case 'skipped':
      return `not said: ${reasonInWords(detail)}`
    case 'failed':
      return `Slack does not take it: ${detail}`
    case 'unknown':
      return `gave up looking: ${detail}`
    default:
      return `${from} → ${to}: ${detail}`
  }
}

function decidedInWords(to: string): string {
  if (to === 'unsure') return 'a team lead had it looked for once more'
  return to === 'due' ? 'a team lead had it sent again' : 'a team lead left it as it is'
}

function lostInWords(from: string): string {
  if (from === 'leased') return 'the process that had taken it up ended or froze before it was sent: it is due again'
  if (from === 'checking') return 'the process that looked for it ended or froze: it is looked for again'
  return 'the process that sent it ended or froze: the answer is not known'
}

function shownInWords(detail: string, stands: string): string {
  if (detail === 'posted') return `Slack took it: ${stands}`
  if (detail === 'found') return `found: ${stands}`
  if (detail === 'changed') return 'Slack changed the message'
  if (detail === 'unchanged') return 'it shows already what it should'
  return detail
}

function doubtInWords(from: string, detail: string): string {
  if (detail === 'after a restore') return 'a backup was put back: it may have been said before, so Rondo looks first'
  if (from === 'sending') return `the answer was unclear: ${detail}`
  return detail === 'absent' ? 'looked: not there' : `could not look: ${detail}`
}

function againInWords(detail: string): string {
  if (detail === 'absent twice') return 'looked again: not there, so it is sent once more'
  if (detail === 'asked for again') return 'to be brought up to date'
  if (detail === 'gate closed') return 'had to wait for its turn'
  if (detail === 'stopping') return 'Rondo was stopped before it was sent'
  if (detail === 'not yet') return 'it was not the time to say it yet'
  if (detail === 'error') return 'could not be worded: the log of that moment says why'
  return refusalInWords(detail)
}

function refusalInWords(code: string): string {
  if (code === 'ratelimited' || code === 'rate_limited') return `Slack asked for a pause: ${code}`
  switch (troubleOf(code)) {
    case 'workspace':
      return `Slack refuses the whole workspace: ${code}`
    case 'payload':
      return `Slack does not take how it looks: ${code}; next it is sent as plain text`
    case 'outage':
      return `Slack could not be reached: ${code}`
    default:
      return `not taken: ${code}`
  }
}
