import type { Json } from '../../json.ts'
import { addMessage, findMessage, nextTs, permalink, rootOf, toWire } from '../messages.ts'
import { refuse } from '../refusal.ts'
import type { Channel, Message, Workspace } from '../workspace.ts'
import { type Content, contentErrors, metadataErrors, readContent } from './content.ts'
import { flag, type Method, type Office, text } from './method.ts'
import { channelOf, destinationOf, limitErrors, needPosting, placeErrors } from './places.ts'

/** Characters that an update, an ephemeral and a scheduled message take. */
export const shortText = 4000
const write = { token: 'bot', scopes: ['chat:write'] } as const

/** What posting can refuse, now or later. */
export const postingErrors = [
  ...placeErrors,
  ...limitErrors,
  ...contentErrors,
  ...metadataErrors,
  'thread_not_found',
  'cannot_reply_to_message',
]

const postMessage: Method = {
  ...write,
  needs: ['channel'],
  errors: postingErrors,
  run: (args, office) => {
    const { workspace } = office
    const channel = destinationOf(workspace, args)
    needPosting(workspace, channel, isForThread(args))
    const content = readContent(workspace, args)
    const thread = threadFor(channel, args)
    const message = say(office, channel, content, {
      ...thread,
      ...(thread && flag(args, 'reply_broadcast') && broadcast),
    })
    return {
      channel: channel.id,
      ts: message.ts,
      message: toWire(workspace, message, true),
      ...(content.warnings.length && {
        warning: content.warnings.join(','),
        response_metadata: { warnings: content.warnings },
      }),
    }
  },
}

const broadcast = { subtype: 'thread_broadcast' }

/**
 * Stores what the bot says and tells the app about it, as Slack tells of every message.
 * @param at when it is said, epoch ms; now when left out
 */
export function say(office: Office, channel: Channel, content: Content, extra: Json = {}, at?: number): Message {
  const { warnings: _warnings, ...said } = content
  const message = addMessage(office.workspace, channel, { ...asBot(office.workspace), ...said, ...extra }, at)
  office.events.posted(message)
  return message
}

function asBot({ bot }: Workspace) {
  return { user: bot.userId, bot_id: bot.botId, app_id: bot.appId }
}

export function isForThread(args: Json): boolean {
  return (text(args, 'thread_ts') ?? '') !== ''
}

/** The thread that the message goes into. Refuses one that is not there. */
export function threadFor(channel: Channel, args: Json): { thread_ts: string } | undefined {
  const ts = text(args, 'thread_ts')
  if (ts === undefined || ts === '') return undefined
  const root = rootOf(channel, ts)
  if (!root) return refuse('thread_not_found')
  if (root.subtype === 'channel_join' || root.subtype === 'channel_leave') return refuse('cannot_reply_to_message')
  return { thread_ts: root.ts }
}

const postEphemeral: Method = {
  ...write,
  needs: ['channel', 'user'],
  errors: [
    ...placeErrors,
    ...limitErrors,
    ...contentErrors,
    'user_not_in_channel',
    'msg_too_long',
    'thread_not_found',
    'cannot_reply_to_message',
  ],
  run: ({ metadata: _metadata, ...args }, { workspace }) => {
    const channel = destinationOf(workspace, args)
    needPosting(workspace, channel, isForThread(args))
    const user = workspace.users.get(text(args, 'user') ?? '')
    if (!user || user.deleted || !channel.members.has(user.id)) return refuse('user_not_in_channel')
    const content = readContent(workspace, args)
    if ([...content.text].length > shortText) refuse('msg_too_long')
    return { message_ts: whisper(workspace, channel, user.id, content, threadFor(channel, args)) }
  },
}

/** Shows something to one person only; returns its ts. */
export function whisper(
  workspace: Workspace,
  channel: Channel,
  user: string,
  content: Content,
  thread?: { thread_ts: string },
): string {
  const ts = nextTs(channel, workspace.clock.now())
  const { text: said, blocks } = content
  workspace.ephemerals.push({ user, channel: channel.id, ts, text: said, ...(blocks && { blocks }), ...thread })
  return ts
}

const getPermalink: Method = {
  token: 'bot',
  scopes: [],
  needs: ['channel', 'message_ts'],
  errors: ['channel_not_found', 'message_not_found'],
  run: (args, { workspace }) => {
    const channel = channelOf(workspace, args)
    const message = findMessage(channel, text(args, 'message_ts') ?? '') ?? refuse('message_not_found')
    return { channel: channel.id, permalink: permalink(workspace, message) }
  },
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
}
