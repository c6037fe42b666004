import type { Json } from '../../json.ts'
import { openDirectMessage, slackbotId } from '../founding.ts'
import { refuse } from '../refusal.ts'
import { type PostingLimit, postingLimits } from '../seed.ts'
import type { Channel, Workspace } from '../workspace.ts'
import { needScope, text } from './method.ts'

const readScopes = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const
const historyScopes = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const

export const anyReadScope = Object.values(readScopes)
export const anyHistoryScope = Object.values(historyScopes)

export function isMember(workspace: Workspace, channel: Channel): boolean {
  return channel.members.has(workspace.bot.userId)
}

/** Whether the bot may know of the channel: a private one only as a member. */
export function isVisible(workspace: Workspace, channel: Channel): boolean {
  return channel.kind === 'public' || isMember(workspace, channel)
}

/** The conversation a method is about, as the bot may see it; else `channel_not_found`. */
export function channelOf(workspace: Workspace, args: Json): Channel {
  const channel = workspace.channels.get(text(args, 'channel') ?? '')
  return channel && isVisible(workspace, channel) ? channel : refuse('channel_not_found')
}

/** The conversation a message goes to: an id, a name, or a person, whose DM is opened. */
export function destinationOf(workspace: Workspace, args: Json): Channel {
  const named = text(args, 'channel') ?? ''
  const user = workspace.users.get(named)
  if (user) {
    if (user.bot || user.id === slackbotId) return refuse('cannot_dm_bot')
    return user.deleted || user.stranger ? refuse('channel_not_found') : openDirectMessage(workspace, user.id)
  }
  const byName = [...workspace.channels.values()].find((one) => one.kind !== 'im' && `#${one.name}` === named)
  const channel = workspace.channels.get(named) ?? byName
  return channel && isVisible(workspace, channel) ? channel : refuse('channel_not_found')
}

/** What looking for the place of a message can refuse. */
export const placeErrors = [
  'channel_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'not_in_channel',
  'is_archived',
]
export const limitErrors = [...postingLimits]

/** Refuses unless the bot may post here; `isReply`: into a thread. */
export function needPosting(workspace: Workspace, channel: Channel, isReply: boolean): void {
  if (channel.archived) refuse('is_archived')
  if (channel.partner !== undefined && workspace.users.get(channel.partner)?.deleted) refuse('channel_not_found')
  if (channel.kind === 'im' && !workspace.bot.messagesTab) refuse('messages_tab_disabled')
  const open = channel.kind === 'public' && workspace.scopes.has('chat:write.public')
  if (!isMember(workspace, channel) && !open) refuse('not_in_channel')
  if (channel.refusesPosts && concerns(channel.refusesPosts, isReply)) refuse(channel.refusesPosts)
}

function concerns(limit: PostingLimit, isReply: boolean): boolean {
  if (limit === 'restricted_action_thread_only_channel') return !isReply
  const aboutThreads = ['restricted_action_non_threadable_channel', 'restricted_action_thread_locked']
  return isReply || !aboutThreads.includes(limit)
}

export function needMember(workspace: Workspace, channel: Channel): void {
  if (!isMember(workspace, channel)) refuse('not_in_channel')
}

export function needRead(workspace: Workspace, channel: Channel): void {
  needScope(workspace, readScopes[channel.kind])
}

export function needHistory(workspace: Workspace, channel: Channel): void {
  needScope(workspace, historyScopes[channel.kind])
  needMember(workspace, channel)
}

/** The conversation kinds asked for in `types`, each with its scope checked. */
export function kindsOf(workspace: Workspace, wanted: string[]): Set<Channel['kind']> {
  const kinds = wanted.map((type) => {
    if (type === 'public_channel') return 'public'
    if (type === 'private_channel') return 'private'
    return type === 'im' || type === 'mpim' ? type : refuse('invalid_types')
  })
  for (const kind of kinds) needScope(workspace, readScopes[kind])
  return new Set(kinds)
}
