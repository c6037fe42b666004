import type { Json } from '../../json.ts'
import { toConversation } from '../shapes.ts'
import type { Channel, StoredFile } from '../workspace.ts'
import { readScope, type Teller } from './teller.ts'

const ofBoth = ['archive', 'unarchive', 'rename', 'deleted', 'left'] as const
type Happening = (typeof ofBoth)[number]

export const channelEventNames = [
  ...ofBoth.flatMap((what) => [`channel_${what}`, `group_${what}`]),
  'channel_created',
  'channel_id_changed',
  'channel_shared',
  'channel_unshared',
  'file_shared',
  'member_joined_channel',
  'member_left_channel',
]

export interface ChannelEvents {
  membership(type: 'member_joined_channel' | 'member_left_channel', channel: Channel, userId: string): void
  /** Of a public channel every app hears, in it or not. */
  created(channel: Channel): void
  archived(channel: Channel): void
  renamed(channel: Channel): void
  deletedChannel(channel: Channel): void
  idChanged(channel: Channel, oldId: string): void
  /** Shared with this team, or no longer. */
  sharing(channel: Channel, team: string, shared: boolean): void
  fileShared(file: StoredFile, channel: Channel): void
}

/** Whoever runs the workspace. */
const adminId = 'USLACKADM'

/** What happens to channels; only to those the app is in. */
export function createChannelEvents({ workspace, tell, tick }: Teller): ChannelEvents {
  const { userId } = workspace.bot
  const isIn = (channel: Channel) => channel.members.has(userId)
  /** A private channel's events are called after groups. */
  const tellOf = (channel: Channel, what: Happening, more: Json) => {
    const name = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`
    tell({ name, scope: readScope(channel), channel }, { type: name, channel: channel.id, ...more, event_ts: tick() })
  }
  return {
    membership: (type, channel, who) => {
      if (!isIn(channel) && who !== userId) return
      const kind = channel.kind === 'public' ? 'C' : 'G'
      const team = workspace.users.get(who)?.teamId ?? workspace.team.id
      const event = { type, user: who, channel: channel.id, channel_type: kind, team, event_ts: tick() }
      tell({ name: type, scope: readScope(channel), channel }, event)
      if (who === userId && type === 'member_left_channel') tellOf(channel, 'left', { actor_id: adminId })
    },
    created: (channel) => {
      const name = 'channel_created'
      if (channel.kind !== 'public') return
      const shown = { ...toConversation(workspace, channel), creator: adminId }
      tell({ name, scope: readScope(channel), channel }, { type: name, channel: shown, event_ts: tick() })
    },
    archived: (channel) => {
      if (isIn(channel)) tellOf(channel, channel.archived ? 'archive' : 'unarchive', { user: adminId, is_moved: 0 })
    },
    renamed: (channel) => {
      const { id, name, created, kind } = channel
      const shown = { id, is_channel: kind === 'public', is_mpim: false, name, name_normalized: name }
      const seconds = Math.floor(created / 1000)
      if (isIn(channel)) tellOf(channel, 'rename', { channel: { ...shown, created: seconds } })
    },
    deletedChannel: (channel) => {
      if (isIn(channel)) tellOf(channel, 'deleted', { actor_id: adminId })
    },
    idChanged: (channel, oldId) => {
      const name = 'channel_id_changed'
      const ids = { old_channel_id: oldId, new_channel_id: channel.id }
      if (isIn(channel)) tell({ name, scope: readScope(channel), channel }, { type: name, ...ids, event_ts: tick() })
    },
    sharing: (channel, team, shared) => {
      const name = shared ? 'channel_shared' : 'channel_unshared'
      const whom = shared
        ? { connected_team_id: team }
        : { previously_connected_team_id: team, is_ext_shared: channel.extShared }
      const event = { type: name, ...whom, channel: channel.id, event_ts: tick() }
      if (isIn(channel)) tell({ name, scope: readScope(channel), channel }, event)
    },
    fileShared: (file, channel) => {
      const name = 'file_shared'
      const event = { type: name, file_id: file.id, user_id: file.user, file: { id: file.id }, channel_id: channel.id }
      if (isIn(channel)) tell({ name, scope: 'files:read', channel }, { ...event, event_ts: tick() })
    },
  }
}
