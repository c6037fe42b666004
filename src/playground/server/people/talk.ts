import { openDirectMessage } from '../founding.ts'
import { getChannel } from '../lookup.ts'
import { addMessage, findMessage, rootOf } from '../messages.ts'
import { react, unreact } from '../reactions.ts'
import { toView } from '../shapes.ts'
import { homeOf } from '../views.ts'
import type { Channel, Message, User } from '../workspace.ts'
import { composed } from './composed.ts'
import { channelFor, type Desk } from './desk.ts'
import { changeUsergroup } from './groups.ts'
import { toSlackText } from './typing.ts'

export interface Talk {
  /** Channel id or name; the DM with the bot when left out. */
  in?: string
  /** The message to reply to. */
  thread?: string | Message
}

/** Posts a message as a person. */
export function say(desk: Desk, user: User, typed: string, talk: Talk): Message {
  const { workspace } = desk
  const threadTs = typeof talk.thread === 'object' ? talk.thread.ts : talk.thread
  const named = talk.in ?? (typeof talk.thread === 'object' ? talk.thread.channel : undefined)
  const channel = channelFor(desk, user, named)
  if (channel.archived) throw new Error(`${channel.name} is archived.`)
  if (!channel.members.has(user.id)) throw new Error(`${user.name} has not joined ${channel.name}.`)
  if (threadTs !== undefined && !rootOf(channel, threadTs)) throw new Error('There is no such thread.')
  const text = toSlackText(workspace, typed, false)
  const message = addMessage(workspace, channel, {
    user: user.id,
    text,
    client_msg_id: crypto.randomUUID(),
    blocks: [{ ...composed(text), block_id: workspace.ids.next('b') }],
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  })
  desk.office.events.posted(message)
  return message
}

/** Opens the app's Home or Messages tab. */
export function openHome(desk: Desk, user: User, tab: 'home' | 'messages'): void {
  const channel = openDirectMessage(desk.workspace, user.id)
  const view = homeOf(desk.workspace, user.id)
  desk.office.events.homeOpened(user, channel, tab, tab === 'home' && view ? toView(desk.workspace, view) : undefined)
}

/** Joins or leaves a channel, with the line Slack posts about it. */
export function move(desk: Desk, user: User, named: string, how: 'join' | 'leave'): Channel {
  const { workspace, office } = desk
  const channel = getChannel(workspace, named)
  const isIn = channel.members.has(user.id)
  if (isIn === (how === 'join')) return channel
  if (how === 'join') channel.members.add(user.id)
  const message = addMessage(workspace, channel, {
    subtype: `channel_${how}`,
    user: user.id,
    text: `<@${user.id}> has ${how === 'join' ? 'joined' : 'left'} the channel`,
  })
  office.events.posted(message)
  office.events.membership(how === 'join' ? 'member_joined_channel' : 'member_left_channel', channel, user.id)
  if (how === 'leave') channel.members.delete(user.id)
  return channel
}

export type PersonChange = Partial<
  Pick<
    User,
    'name' | 'realName' | 'locale' | 'tz' | 'deleted' | 'admin' | 'restricted' | 'ultraRestricted' | 'hidden' | 'quiet'
  >
>

/** Changes what Slack knows about a person; a deactivated one leaves every channel. */
export function change(desk: Desk, user: User, what: PersonChange): User {
  const { workspace, office } = desk
  const next: User = { ...user, ...what, updated: workspace.clock.now() }
  workspace.users.set(user.id, next)
  if (next.deleted)
    for (const channel of workspace.channels.values()) if (channel.kind !== 'im') channel.members.delete(user.id)
  office.events.userChanged(next, 'user_change')
  if (next.deleted) leaveGroups(desk, next)
  return next
}

function leaveGroups(desk: Desk, { id }: User): void {
  for (const group of desk.workspace.usergroups.values())
    if (group.members.includes(id)) changeUsergroup(desk, group, { members: group.members.filter((one) => one !== id) })
}

/** Puts an emoji under a message, or takes it away. Throws when the person cannot see the message. */
export function emote(
  desk: Desk,
  user: User,
  { channel: id, ts }: Message,
  name: string,
  how: 'add' | 'remove',
): Message {
  const channel = channelFor(desk, user, id)
  const message = findMessage(channel, ts)
  if (!message) throw new Error('That message is not there any more.')
  return (how === 'add' ? react : unreact)(desk.office, channel, message, user.id, name)
}
