import type { Ephemeral, Message } from '../wire.ts'
import type { Dates } from './dates.ts'

/** Something only this window knows: what Slack or the app said about something done here. */
export interface Line {
  id: number
  /** Where it stands in time. */
  ts: string
  text: string
  /** Whether something went wrong. */
  trouble: boolean
}

/** What stands in a channel or thread. */
export type Item =
  | { is: 'message'; ts: string; message: Message }
  | { is: 'ephemeral'; ts: string; ephemeral: Ephemeral }
  | { is: 'line'; ts: string; line: Line }

/** What is drawn, one below the other. `key` is unique among them. */
export type Row =
  | { is: 'day'; key: string; day: string }
  | { is: 'unread'; key: string }
  | (Item & {
      key: string
      /** Whether picture and name stand above it. */
      headed: boolean
    })

const togetherMs = 5 * 60_000

/** What a channel itself shows: all but replies, unless they were sent to the channel too. */
export function inChannel(messages: readonly Message[]): Message[] {
  return messages.filter((one) => isRoot(one) || one.subtype === 'thread_broadcast')
}

/** The root, where it is still there, and its replies. */
export function inThread(messages: readonly Message[], root: string): Message[] {
  return messages.filter((one) => one.ts === root || one.thread_ts === root)
}

function isRoot({ ts, thread_ts }: Message): boolean {
  return thread_ts === undefined || thread_ts === ts
}

/** A line about the channel, not something anybody said. */
export function isNotice({ subtype = '' }: Message): boolean {
  return subtype === 'tombstone' || subtype.startsWith('channel_')
}

/**
 * Messages, ephemerals and lines in their place in time, oldest first.
 * @param messages oldest first
 * @param lines one whose text stands among the others by now is left out
 */
export function toItems(messages: Message[], ephemerals: readonly Ephemeral[], lines: readonly Line[]): Item[] {
  const items = messages.map((message): Item => ({ is: 'message', ts: message.ts, message }))
  if (ephemerals.length === 0 && lines.length === 0) return items
  for (const ephemeral of ephemerals) items.push({ is: 'ephemeral', ts: ephemeral.ts, ephemeral })
  for (const line of lines) if (!stands(line, items)) items.push({ is: 'line', ts: line.ts, line })
  return items.sort((a, b) => Number(a.ts) - Number(b.ts))
}

const sameMs = 30_000

/** Whether an answer of the app came as a message too, as it does as a rule. */
function stands(line: Line, items: readonly Item[]): boolean {
  const near = (ts: string) => Math.abs(Number(ts) - Number(line.ts)) * 1000 < sameMs
  const textOf = (item: Item) =>
    (item.is === 'message' ? item.message : item.is === 'ephemeral' ? item.ephemeral : undefined)?.text
  return !line.trouble && items.some((item) => near(item.ts) && textOf(item) === line.text)
}

/**
 * A stretch of items as it is drawn: days parted, the unread ones marked, somebody's messages within five minutes under
 * one head.
 * @param from index of the first item drawn; what stands before it decides whether that needs a head and a day
 * @param unreadAfter the `ts` up to which was read; undefined for no mark @param me who does not leave marks on own words
 */
export function toRows(
  items: readonly Item[],
  {
    from,
    to,
    dates,
    unreadAfter,
    me,
  }: { from: number; to: number; dates: Dates; unreadAfter?: string | undefined; me: string },
): Row[] {
  const rows: Row[] = []
  const firstUnread = unreadAfter === undefined ? undefined : findUnread(items, unreadAfter, me)
  let before = from > 0 ? items[from - 1] : undefined
  let dayBefore = before && dates.day(before.ts)
  for (const item of items.slice(from, to)) {
    const day = dates.day(item.ts)
    if (day !== dayBefore) rows.push({ is: 'day', key: `day ${day}`, day })
    if (item === firstUnread) rows.push({ is: 'unread', key: 'unread' })
    const headed = day !== dayBefore || item === firstUnread || !continues(before, item)
    rows.push({ ...item, key: `${item.is} ${item.is === 'line' ? item.line.id : item.ts}`, headed })
    before = item
    dayBefore = day
  }
  return rows
}

function findUnread(items: readonly Item[], after: string, me: string): Item | undefined {
  let first: Item | undefined
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (!item || Number(item.ts) <= Number(after)) break
    if (item.is === 'message' && item.message.user !== me && !isNotice(item.message)) first = item
  }
  return first
}

function continues(before: Item | undefined, item: Item): boolean {
  if (before?.is !== 'message' || item.is !== 'message') return false
  const [one, other] = [before.message, item.message]
  if (one.user !== other.user || isNotice(one) || isNotice(other) || other.subtype === 'thread_broadcast') return false
  return (Number(item.ts) - Number(before.ts)) * 1000 <= togetherMs
}
