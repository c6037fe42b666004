import type { Json } from '../json.ts'
import { slackbotId } from './founding.ts'
import type { Channel, Message, Workspace } from './workspace.ts'

export type NewMessage = Omit<Message, 'channel' | 'type' | 'ts' | 'team' | 'parent_user_id'>

/** Seconds with six decimals, as Slack writes instants. */
export function toTs(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
}

/** Epoch microseconds of a `ts`; NaN when it is none. */
export function fromTs(ts: string): number {
  return /^\d{1,12}(\.\d{1,6})?$/.test(ts) ? Math.round(Number(ts) * 1e6) : Number.NaN
}

/** A `ts` later than every other in the channel, also when the clock stands still or is turned back. */
export function nextTs(channel: Channel, now: number): string {
  channel.lastTs = Math.max(now * 1000, channel.lastTs + 1)
  return toTs(channel.lastTs)
}

export function findMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((one) => one.ts === ts)
}

/** Whether this is a reply (a root carries its own ts as thread_ts). */
export function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts
}

/** Root and replies, oldest first; empty when there is no such root. */
export function threadOf(channel: Channel, rootTs: string): Message[] {
  return channel.messages.filter((one) => one.ts === rootTs || one.thread_ts === rootTs)
}

/** Stores a message said at `at` (epoch ms); a reply to a reply goes to the root. The root must exist (see `rootOf`). */
export function addMessage(
  workspace: Workspace,
  channel: Channel,
  fresh: NewMessage,
  at = workspace.clock.now(),
): Message {
  const { thread_ts: wanted, ...rest } = fresh
  const root = wanted === undefined ? undefined : rootOf(channel, wanted)
  const team = workspace.users.get(rest.user)?.teamId ?? workspace.team.id
  const message: Message = {
    channel: channel.id,
    type: 'message',
    ts: nextTs(channel, at),
    team,
    ...(team !== workspace.team.id && { user_team: team, source_team: team }),
    ...rest,
    ...(root && { thread_ts: root.ts, parent_user_id: root.user }),
  }
  channel.messages.push(message)
  if (root) recount(channel, root.ts)
  return message
}

/** The root of the thread that `ts` is in, or undefined when there is no such message. */
export function rootOf(channel: Channel, ts: string): Message | undefined {
  const message = findMessage(channel, ts)
  if (!message || !isReply(message) || message.thread_ts === undefined) return message
  return findMessage(channel, message.thread_ts)
}

export function replaceMessage(channel: Channel, ts: string, next: Message): Message {
  const at = channel.messages.findIndex((one) => one.ts === ts)
  if (at >= 0) channel.messages[at] = next
  return next
}

/** Takes a message away; a root with replies stays behind as Slack's tombstone. */
export function removeMessage(channel: Channel, message: Message): void {
  if (threadOf(channel, message.ts).length > 1) {
    const { blocks: _blocks, attachments: _attachments, metadata: _metadata, ...rest } = message
    replaceMessage(channel, message.ts, {
      ...rest,
      subtype: 'tombstone',
      text: 'This message was deleted.',
      user: slackbotId,
    })
    return
  }
  channel.messages = channel.messages.filter((one) => one.ts !== message.ts)
  if (message.thread_ts !== undefined) recount(channel, message.thread_ts)
}

function recount(channel: Channel, rootTs: string): void {
  const root = findMessage(channel, rootTs)
  if (!root) return
  const { thread_ts, reply_count, reply_users, reply_users_count, latest_reply, is_locked, subscribed, ...bare } = root
  const replies = threadOf(channel, rootTs).filter(isReply)
  const latest = replies.at(-1)
  const users = [...new Set(replies.map((one) => one.user))]
  const counts = latest && {
    thread_ts: rootTs,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    is_locked: false,
    subscribed: false,
  }
  replaceMessage(channel, rootTs, { ...bare, ...counts })
}

/** A message as Slack sends it: without our channel field, with metadata only where it was asked for. */
export function toWire(workspace: Workspace, message: Message, withMetadata = false): Json {
  const { channel: _channel, metadata, ...rest } = message
  const byBot = message.bot_id === workspace.bot.botId && { bot_profile: toBotProfile(workspace) }
  return { ...rest, ...byBot, ...(withMetadata && metadata && { metadata }) }
}

function toBotProfile({ bot, team }: Workspace): Json {
  return { id: bot.botId, app_id: bot.appId, user_id: bot.userId, name: bot.name, team_id: team.id, deleted: false }
}

export function permalink(workspace: Workspace, message: Message): string {
  const base = `https://${workspace.team.domain}.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}`
  return isReply(message) ? `${base}?thread_ts=${message.thread_ts}&cid=${message.channel}` : base
}
