import type { Json } from '../../json.ts'
import { findMessage, nextTs, toWire } from '../messages.ts'
import type { Channel, Message } from '../workspace.ts'
import type { Teller } from './teller.ts'

const messageEvent = { public: 'message.channels', private: 'message.groups', im: 'message.im', mpim: 'message.mpim' }
const channelType = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }
const historyScope = { public: 'channels:history', private: 'groups:history', im: 'im:history', mpim: 'mpim:history' }

export const messageEventNames = [
  ...Object.values(messageEvent),
  'app_mention',
  'link_shared',
  'reaction_added',
  'reaction_removed',
]

export interface MessageEvents {
  posted(message: Message): void
  changed(message: Message, previous: Message): void
  deleted(message: Message): void
  reaction(type: 'reaction_added' | 'reaction_removed', message: Message, userId: string, name: string): void
}

/** What happens to messages; only where the app is a member, its own messages among them. */
export function createMessageEvents(teller: Teller): MessageEvents {
  const { workspace, tell, tick } = teller
  const { bot } = workspace
  const isIn = (channel: Channel | undefined) => channel?.members.has(bot.userId) ?? false
  const channelOf = (message: Message) => workspace.channels.get(message.channel)
  const tellMessage = (channel: Channel, event: Json) => {
    if (!isIn(channel)) return
    const place = { channel: channel.id, channel_type: channelType[channel.kind] }
    const subject = { name: messageEvent[channel.kind], scope: historyScope[channel.kind], channel }
    tell(subject, { type: 'message', ...event, ...place })
  }
  const tellOfChange = (message: Message, what: Json) => {
    const channel = channelOf(message)
    if (!channel) return
    const ts = nextTs(channel, workspace.clock.now())
    tellMessage(channel, { ...what, hidden: true, ts, event_ts: ts })
  }
  return {
    posted: (message) => {
      const channel = channelOf(message)
      if (!channel) return
      const event = { ...toWire(workspace, message), ...rootFor(teller, channel, message) }
      tellMessage(channel, { ...event, event_ts: message.ts })
      if (message.user === bot.userId) return
      tellLinks(teller, channel, message)
      const mentioned = message.text.includes(`<@${bot.userId}>`)
      if (!mentioned || !isIn(channel) || channel.kind === 'im') return
      const mention = { ...event, type: 'app_mention', channel: channel.id, event_ts: message.ts }
      tell({ name: 'app_mention', scope: 'app_mentions:read', channel }, mention)
    },
    changed: (message, previous) =>
      tellOfChange(message, {
        subtype: 'message_changed',
        message: toWire(workspace, message),
        previous_message: toWire(workspace, previous),
      }),
    deleted: (message) =>
      tellOfChange(message, {
        subtype: 'message_deleted',
        deleted_ts: message.ts,
        previous_message: toWire(workspace, message),
      }),
    reaction: (type, { ts, user, channel: id }, userId, reaction) => {
      const channel = workspace.channels.get(id)
      if (!channel || !isIn(channel)) return
      const item = { type: 'message', channel: id, ts }
      const event = { type, user: userId, reaction, item_user: user, item, event_ts: tick() }
      tell({ name: type, scope: 'reactions:read', channel }, event)
    },
  }
}

/** What is also sent to the channel carries the thread's root. */
function rootFor({ workspace }: Teller, channel: Channel, message: Message): Json {
  if (message.subtype !== 'thread_broadcast' || message.thread_ts === undefined) return {}
  const root = findMessage(channel, message.thread_ts)
  return root ? { root: toWire(workspace, root) } : {}
}

/** Links to the app's domains, which it may then unfurl. */
function tellLinks({ workspace, tell, tick }: Teller, channel: Channel, message: Message): void {
  const { unfurlDomains } = workspace.bot
  if (unfurlDomains.length === 0) return
  const urls = [...message.text.matchAll(/https?:\/\/[^\s|>]+/g)].map(([url]) => url.replaceAll('&amp;', '&'))
  const links = urls
    .filter((url) => URL.canParse(url))
    .flatMap((url) => {
      const domain = unfurlDomains.find(
        (one) => new URL(url).hostname === one || new URL(url).hostname.endsWith(`.${one}`),
      )
      return domain === undefined ? [] : [{ url, domain }]
    })
  if (links.length === 0) return
  const unfurl_id = `${channel.id}.${message.ts}.${crypto.randomUUID()}`
  workspace.unfurls.set(unfurl_id, { channel: channel.id, ts: message.ts })
  const { ts: message_ts, user, thread_ts } = message
  const place = { channel: channel.id, user, message_ts, ...(thread_ts && { thread_ts }) }
  const isMember = channel.members.has(workspace.bot.userId)
  tell(
    { name: 'link_shared', scope: 'links:read', channel },
    {
      type: 'link_shared',
      ...place,
      is_bot_user_member: isMember,
      links,
      unfurl_id,
      source: 'conversations_history',
      event_ts: tick(),
    },
  )
}
