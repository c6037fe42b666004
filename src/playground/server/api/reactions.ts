import type { Json } from '../../json.ts'
import { findMessage, fromTs } from '../messages.ts'
import { maxReactions, react, unreact } from '../reactions.ts'
import { refuse } from '../refusal.ts'
import type { Channel, Message } from '../workspace.ts'
import { type Method, type Office, text } from './method.ts'
import { channelOf, needMember } from './places.ts'

const write = { token: 'bot', scopes: ['reactions:write'], needs: ['name'] } as const
const finding = [
  'no_item_specified',
  'channel_not_found',
  'not_in_channel',
  'bad_timestamp',
  'message_not_found',
  'invalid_name',
  'thread_locked',
  'external_channel_migrating',
]

const add: Method = {
  ...write,
  errors: [...finding, 'is_archived', 'already_reacted', 'too_many_emoji', 'too_many_reactions'],
  run: (args, office) => {
    const { channel, message, name, userId } = itemOf(office, args)
    if (channel.archived) refuse('is_archived')
    const all = message.reactions ?? []
    const mine = all.filter((one) => one.users.includes(userId))
    if (mine.some((one) => one.name === name)) refuse('already_reacted')
    if (mine.length >= maxReactions.each) refuse('too_many_reactions')
    if (all.length >= maxReactions.emoji && !all.some((one) => one.name === name)) refuse('too_many_emoji')
    react(office, channel, message, userId, name)
    return {}
  },
}

const remove: Method = {
  ...write,
  errors: [...finding, 'no_reaction'],
  run: (args, office) => {
    const { channel, message, name, userId } = itemOf(office, args)
    const mine = message.reactions?.some((one) => one.name === name && one.users.includes(userId))
    if (!mine) refuse('no_reaction')
    unreact(office, channel, message, userId, name)
    return {}
  },
}

interface Item {
  channel: Channel
  message: Message
  name: string
  userId: string
}

function itemOf({ workspace }: Office, args: Json): Item {
  const ts = text(args, 'timestamp') ?? ''
  if (text(args, 'channel') === undefined || ts === '') refuse('no_item_specified')
  const channel = channelOf(workspace, args)
  needMember(workspace, channel)
  if (Number.isNaN(fromTs(ts))) refuse('bad_timestamp')
  const message = findMessage(channel, ts) ?? refuse('message_not_found')
  if (channel.migrating) refuse('external_channel_migrating')
  if (channel.refusesPosts === 'restricted_action_thread_locked' && message.thread_ts) refuse('thread_locked')
  return { channel, message, name: emojiName(args), userId: workspace.bot.userId }
}

function emojiName(args: Json): string {
  const name = (text(args, 'name') ?? '').replaceAll(/^:|:$/g, '')
  return /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name) ? name : refuse('invalid_name')
}

export const reactionMethods: Record<string, Method> = {
  'reactions.add': add,
  'reactions.remove': remove,
}
