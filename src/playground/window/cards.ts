import type { ChannelCard, PersonCard } from '../page/wire.ts'
import { slackbotId } from '../server/founding.ts'
import type { Channel, User, Workspace } from '../server/workspace.ts'
import type { ReadMarks } from './read-marks.ts'

/** Everyone in the workspace, as everyone may know them. */
export function peopleCards(workspace: Workspace): PersonCard[] {
  return [...workspace.users.values()].map((user) => ({
    id: user.id,
    name: user.name,
    realName: user.realName,
    title: user.title ?? '',
    locale: user.locale,
    tz: user.tz,
    kind: kindOf(workspace, user),
    admin: user.admin,
    guest: user.restricted,
    deleted: user.deleted,
  }))
}

function kindOf(workspace: Workspace, user: User): PersonCard['kind'] {
  if (user.id === workspace.bot.userId) return 'app'
  if (user.id === slackbotId) return 'slackbot'
  return user.bot ? 'bot' : 'person'
}

/** The conversations a person may see. */
export function channelCards(workspace: Workspace, person: User, marks: ReadMarks): ChannelCard[] {
  return channelsOf(workspace, person).map((channel) => ({
    id: channel.id,
    name: nameFor(workspace, channel),
    kind: channel.kind,
    members: [...channel.members],
    partner: channel.kind === 'im' ? otherThan(channel, person) : undefined,
    joined: channel.members.has(person.id),
    archived: channel.archived,
    connected: channel.extShared,
    lastRead: marks.of(person.id, channel.id),
  }))
}

export function channelsOf(workspace: Workspace, person: User): Channel[] {
  const isOpen = ({ kind }: Channel) => kind === 'public' && !person.restricted
  return [...workspace.channels.values()].filter((one) => isOpen(one) || one.members.has(person.id))
}

function nameFor(workspace: Workspace, channel: Channel): string {
  if (channel.kind !== 'im') return channel.name
  return workspace.bot.realName ?? workspace.bot.name
}

function otherThan(channel: Channel, person: User): string | undefined {
  return [...channel.members].find((id) => id !== person.id)
}
