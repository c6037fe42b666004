import type { ChannelCard, Message } from '../wire.ts'
import { isNotice } from './rows.ts'

export interface Unread {
  count: number
  /** How many of them are meant for this person in particular: a mention, or anything in a DM. */
  personal: number
}

/** What one has not read in a channel; replies and own words do not count. @param messages oldest first */
export function unreadOf(messages: readonly Message[], { kind, lastRead, joined }: ChannelCard, me: string): Unread {
  const unread = { count: 0, personal: 0 }
  if (!joined) return unread
  const direct = kind === 'im' || kind === 'mpim'
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at]
    if (!message || Number(message.ts) <= Number(lastRead)) break
    const reply = message.thread_ts !== undefined && message.thread_ts !== message.ts
    if ((reply && message.subtype !== 'thread_broadcast') || message.user === me || isNotice(message)) continue
    unread.count += 1
    if (direct || /<!(channel|everyone|here)\b/.test(message.text) || mentions(message.text, me)) unread.personal += 1
  }
  return unread
}

function mentions(text: string, me: string): boolean {
  return text.includes(`<@${me}>`) || text.includes(`<@${me}|`)
}
