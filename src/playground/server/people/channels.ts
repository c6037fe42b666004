import { addChannel } from '../founding.ts'
import { getChannel } from '../lookup.ts'
import { addMessage } from '../messages.ts'
import type { SeedChannel } from '../seed.ts'
import type { Channel } from '../workspace.ts'
import type { Desk } from './desk.ts'

/** What managers do with channels, named by id or name. */
export interface ChannelGrounds {
  channel(idOrName: string): Channel
  addChannel(seed: SeedChannel): Channel
  /** Archives a channel, or takes it out of the archive. */
  archive(channel: string, archived?: boolean): void
  /** Gives a channel another name, with the line Slack posts about it. */
  rename(channel: string, name: string): void
  /** Deletes a channel; its id leads nowhere from then on. */
  deleteChannel(channel: string): void
  /** Gives a channel another id, as sharing it can; the old one leads nowhere from then on. */
  changeId(channel: string, id?: string): Channel
  /** Shares a channel with another organisation (Slack Connect), or no longer. */
  share(channel: string, team: string, shared?: boolean): Channel
  /** Takes the app into a channel, as `/invite` does, or out of it. */
  invite(channel: string): void
  remove(channel: string): void
}

export function createChannelGrounds({ workspace, office }: Desk): ChannelGrounds {
  const { events } = office
  const { userId } = workspace.bot
  const named = (idOrName: string) => getChannel(workspace, idOrName)
  return {
    channel: named,
    addChannel: (seed) => {
      const channel = addChannel(workspace, seed)
      events.created(channel)
      return channel
    },
    archive: (name, archived = true) => {
      const channel = named(name)
      channel.archived = archived
      events.archived(channel)
    },
    rename: (old, name) => {
      const channel = named(old)
      const oldName = channel.name
      channel.previousNames = [oldName, ...channel.previousNames]
      channel.name = name
      const text = `has renamed the channel from "${oldName}" to "${name}"`
      const by = channel.members.values().next().value ?? userId
      events.posted(
        addMessage(workspace, channel, { subtype: 'channel_name', user: by, text, old_name: oldName, name }),
      )
      events.renamed(channel)
    },
    deleteChannel: (name) => {
      const channel = named(name)
      workspace.channels.delete(channel.id)
      events.deletedChannel(channel)
    },
    changeId: (name, id = workspace.ids.next('C')) => {
      const channel = named(name)
      const oldId = channel.id
      workspace.channels.delete(oldId)
      channel.id = id
      channel.messages = channel.messages.map((one) => ({ ...one, channel: id }))
      workspace.channels.set(id, channel)
      events.idChanged(channel, oldId)
      return channel
    },
    share: (name, team, shared = true) => {
      const channel = named(name)
      const others = channel.connectedTeams.filter((one) => one !== team)
      channel.connectedTeams = shared ? [...others, team] : others
      channel.extShared = channel.connectedTeams.length > 0
      channel.shared = channel.extShared
      events.sharing(channel, team, shared)
      return channel
    },
    invite: (name) => {
      const channel = named(name)
      channel.members.add(userId)
      events.membership('member_joined_channel', channel, userId)
    },
    remove: (name) => {
      const channel = named(name)
      channel.members.delete(userId)
      events.membership('member_left_channel', channel, userId)
    },
  }
}
