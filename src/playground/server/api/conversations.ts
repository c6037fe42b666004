import type { Json } from '../../json.ts'
import { openDirectMessage, openGroupMessage, slackbotId } from '../founding.ts'
import { fromTs, isReply, rootOf, threadOf, toWire } from '../messages.ts'
import { refuse } from '../refusal.ts'
import { toConversation } from '../shapes.ts'
import type { Channel, Message, Workspace } from '../workspace.ts'
import { flag, type Method, type Office, text, texts } from './method.ts'
import { type PageSize, page } from './paging.ts'
import {
  anyHistoryScope,
  anyReadScope,
  channelOf,
  isMember,
  isVisible,
  kindsOf,
  needHistory,
  needRead,
} from './places.ts'

const reading = { token: 'bot', scopes: anyReadScope, needs: ['channel'] } as const
const mostInGroup = 8
const perHundred: PageSize = { most: 999, usual: 100, badLimit: 'invalid_limit' }
export const listingErrors = ['invalid_types', 'invalid_limit', 'invalid_cursor']

const info: Method = {
  ...reading,
  errors: ['channel_not_found'],
  run: (args, { workspace }) => {
    const channel = channelOf(workspace, args)
    needRead(workspace, channel)
    const { num_members, ...shown } = toConversation(workspace, channel)
    return { channel: { ...shown, ...(flag(args, 'include_num_members') && { num_members }) } }
  },
}

const members: Method = {
  ...reading,
  errors: ['channel_not_found', 'invalid_limit', 'invalid_cursor'],
  run: (args, { workspace }) => {
    const channel = channelOf(workspace, args)
    needRead(workspace, channel)
    const { items, next_cursor } = page([...channel.members], args, { ...perHundred, most: 1000 })
    return { members: items, response_metadata: { next_cursor } }
  },
}

/** The conversations of the asked kinds; archived ones are left out after paging, as Slack does. */
export function listConversations(workspace: Workspace, args: Json, take: (channel: Channel) => boolean): Json {
  const wanted = texts(args, 'types')
  const kinds = kindsOf(workspace, wanted.length ? wanted : ['public_channel'])
  const all = [...workspace.channels.values()].filter((one) => kinds.has(one.kind) && take(one))
  const { items, next_cursor } = page(all, args, perHundred)
  const shown = flag(args, 'exclude_archived') ? items.filter((one) => !one.archived) : items
  return { channels: shown.map((one) => toConversation(workspace, one)), response_metadata: { next_cursor } }
}

const list: Method = {
  token: 'bot',
  scopes: anyReadScope,
  errors: listingErrors,
  run: (args, { workspace }) => listConversations(workspace, args, (channel) => isVisible(workspace, channel)),
}

const open: Method = {
  token: 'bot',
  scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
  errors: [
    'channel_not_found',
    'users_list_not_supplied',
    'not_enough_users',
    'too_many_users',
    'user_not_found',
    'user_not_visible',
    'user_disabled',
    'cannot_dm_bot',
  ],
  run: (args, { workspace }) => {
    if (args.channel !== undefined) return { channel: { id: channelOf(workspace, args).id } }
    const ids = texts(args, 'users')
    if (args.users === undefined) refuse('users_list_not_supplied')
    if (ids.length === 0) refuse('not_enough_users')
    if (ids.length > mostInGroup) refuse('too_many_users')
    for (const id of ids) needReachable(workspace, id)
    const [first = ''] = ids
    const existed = workspace.channels.size
    const channel = ids.length === 1 ? openDirectMessage(workspace, first) : openGroupMessage(workspace, ids)
    const already = existed === workspace.channels.size && { no_op: true, already_open: true }
    const shown = flag(args, 'return_im') ? toConversation(workspace, channel) : { id: channel.id }
    return { ...already, channel: shown }
  },
}

function needReachable(workspace: Workspace, id: string): void {
  const user = workspace.users.get(id)
  if (!user) refuse('user_not_found')
  else if (user.bot || user.id === slackbotId) refuse('cannot_dm_bot')
  else if (user.deleted) refuse('user_disabled')
  else if (user.stranger || user.hidden) refuse('user_not_visible')
}

const join: Method = {
  token: 'bot',
  scopes: ['channels:join'],
  needs: ['channel'],
  errors: ['channel_not_found', 'method_not_supported_for_channel_type', 'is_archived'],
  run: (args, office) => {
    const { workspace } = office
    const channel = channelOf(workspace, args)
    if (channel.kind !== 'public') refuse('method_not_supported_for_channel_type')
    if (channel.archived) refuse('is_archived')
    if (isMember(workspace, channel)) return { ...alreadyIn, channel: toConversation(workspace, channel) }
    channel.members.add(workspace.bot.userId)
    office.events.membership('member_joined_channel', channel, workspace.bot.userId)
    return { channel: toConversation(workspace, channel) }
  },
}

const alreadyIn = { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }

const historyOf = { token: 'bot', scopes: anyHistoryScope } as const
const readingErrors = [
  'channel_not_found',
  'not_in_channel',
  'invalid_ts_oldest',
  'invalid_ts_latest',
  'invalid_cursor',
  'invalid_arguments',
]

const history: Method = {
  ...historyOf,
  needs: ['channel'],
  errors: readingErrors,
  run: (args, office, lagMs) => {
    const channel = channelOf(office.workspace, args)
    needHistory(office.workspace, channel)
    const roots = channel.messages.filter((one) => !isReply(one) || one.subtype === 'thread_broadcast')
    return answerPage(within(seen(roots, office, lagMs), args).reverse(), args, office, { most: 999, usual: 100 })
  },
}

const replies: Method = {
  ...historyOf,
  needs: ['channel', 'ts'],
  errors: [...readingErrors, 'thread_not_found'],
  run: (args, office, lagMs) => {
    const channel = channelOf(office.workspace, args)
    needHistory(office.workspace, channel)
    const root = rootOf(channel, text(args, 'ts') ?? '')
    if (!root || seen([root], office, lagMs).length === 0) return refuse('thread_not_found')
    const [first, ...rest] = seen(threadOf(channel, root.ts), office, lagMs)
    return answerPage(first ? [first, ...within(rest, args)] : [], args, office, { most: 1000, usual: 1000 })
  },
}

/** Messages old enough to be readable while history lags behind. */
function seen(messages: Message[], { workspace }: Office, lagMs: number): Message[] {
  const latest = (workspace.clock.now() - lagMs) * 1000
  return lagMs === 0 ? messages : messages.filter((one) => fromTs(one.ts) <= latest)
}

function within(messages: Message[], args: Json): Message[] {
  const oldest = fromTs(text(args, 'oldest') || '0')
  const latest = text(args, 'latest') ? fromTs(text(args, 'latest') ?? '') : Number.POSITIVE_INFINITY
  if (Number.isNaN(oldest)) refuse('invalid_ts_oldest')
  if (Number.isNaN(latest)) refuse('invalid_ts_latest')
  const inclusive = flag(args, 'inclusive')
  return messages.filter((one) => {
    const ts = fromTs(one.ts)
    return inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest
  })
}

function answerPage(messages: Message[], args: Json, { workspace }: Office, size: PageSize): Json {
  const { items, next_cursor } = page(messages, args, size)
  const withMetadata = flag(args, 'include_all_metadata')
  return {
    messages: items.map((one) => toWire(workspace, one, withMetadata)),
    has_more: next_cursor !== '',
    ...(next_cursor !== '' && { response_metadata: { next_cursor } }),
  }
}

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.join': join,
  'conversations.history': history,
  'conversations.replies': replies,
}
