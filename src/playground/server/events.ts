import type { Json } from '../json.ts'
import type { Mailroom } from './mailroom.ts'
import { nextTs, toWire } from './messages.ts'
import { channelName, toUser } from './shapes.ts'
import type { Channel, Message, User, Workspace } from './workspace.ts'

const messageEvent = { public: 'message.channels', private: 'message.groups', im: 'message.im', mpim: 'message.mpim' }
const channelType = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }
const historyScope = { public: 'channels:history', private: 'groups:history', im: 'im:history', mpim: 'mpim:history' }
const readScope = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' }

/** Every event the stand-in can send, as it is called in a manifest. */
export const knownEvents = [
  ...Object.values(messageEvent),
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'team_join',
  'tokens_revoked',
  'user_change',
]

export interface Events {
  posted(message: Message): void
  changed(message: Message, previous: Message): void
  deleted(message: Message): void
  homeOpened(user: User, channel: Channel, tab: 'home' | 'messages', view: Json | undefined): void
  membership(type: 'member_joined_channel' | 'member_left_channel', channel: Channel, userId: string): void
  archived(channel: Channel): void
  userChanged(user: User, type: 'user_change' | 'team_join'): void
  uninstalled(): void
}

/** Tells the app what happened, if it subscribed to it, has the scope and is in the channel. */
export function createEvents(workspace: Workspace, subscribed: ReadonlySet<string>, mailroom: Mailroom): Events {
  const { bot } = workspace
  const send = (name: string, scope: string | undefined, event: Json, channel?: Channel) => {
    if (workspace.tokenError || !subscribed.has(name)) return
    if (scope !== undefined && !workspace.scopes.has(scope)) return
    mailroom.event(envelope(workspace, event, channel?.extShared ?? false))
  }
  const tick = () => `${Math.floor(workspace.clock.now() / 1000)}.000000`
  const sendMessage = (channel: Channel, event: Json) => {
    if (!channel.members.has(bot.userId)) return
    const type = { channel: channel.id, channel_type: channelType[channel.kind] }
    send(messageEvent[channel.kind], historyScope[channel.kind], { type: 'message', ...event, ...type }, channel)
  }
  const channelOf = (message: Message) => workspace.channels.get(message.channel)
  return {
    posted: (message) => {
      const channel = channelOf(message)
      if (!channel) return
      const event = toWire(workspace, message)
      sendMessage(channel, { ...event, event_ts: message.ts })
      const mentioned = message.text.includes(`<@${bot.userId}>`) && message.user !== bot.userId
      if (!mentioned || !channel.members.has(bot.userId) || channel.kind === 'im') return
      const mention = { ...event, type: 'app_mention', channel: channel.id, event_ts: message.ts }
      send('app_mention', 'app_mentions:read', mention, channel)
    },
    changed: (message, previous) => {
      const channel = channelOf(message)
      if (!channel) return
      const ts = nextTs(channel, workspace.clock.now())
      const both = { message: toWire(workspace, message), previous_message: toWire(workspace, previous) }
      sendMessage(channel, { subtype: 'message_changed', hidden: true, ...both, ts, event_ts: ts })
    },
    deleted: (message) => {
      const channel = channelOf(message)
      if (!channel) return
      const ts = nextTs(channel, workspace.clock.now())
      const gone = { deleted_ts: message.ts, previous_message: toWire(workspace, message) }
      sendMessage(channel, { subtype: 'message_deleted', hidden: true, ...gone, ts, event_ts: ts })
    },
    homeOpened: (user, channel, tab, view) => {
      const event = { type: 'app_home_opened', user: user.id, channel: channel.id, tab, event_ts: tick() }
      send('app_home_opened', undefined, { ...event, ...(view && { view }) })
    },
    membership: (type, channel, userId) => {
      const concerned = channel.members.has(bot.userId) || userId === bot.userId
      if (!concerned) return
      const kind = channel.kind === 'public' ? 'C' : 'G'
      const event = { type, user: userId, channel: channel.id, channel_type: kind, team: workspace.team.id }
      send(type, readScope[channel.kind], { ...event, event_ts: tick() }, channel)
    },
    archived: (channel) => {
      if (!channel.members.has(bot.userId)) return
      const type = channel.archived ? 'channel_archive' : 'channel_unarchive'
      const event = { type, channel: channel.id, user: 'USLACKADM', is_moved: 0, event_ts: tick() }
      send(type, readScope[channel.kind], { ...event, name: channelName(channel) }, channel)
    },
    userChanged: (user, type) =>
      send(type, 'users:read', {
        type,
        user: toUser(workspace, user, true),
        cache_ts: Math.floor(user.updated / 1000),
        event_ts: tick(),
      }),
    uninstalled: () => {
      send('app_uninstalled', undefined, { type: 'app_uninstalled', event_ts: tick() })
      send('tokens_revoked', undefined, {
        type: 'tokens_revoked',
        tokens: { oauth: [], bot: [bot.userId] },
        event_ts: tick(),
      })
    },
  }
}

function envelope({ team, bot, clock }: Workspace, event: Json, external: boolean): Json {
  const authorization = {
    enterprise_id: null,
    team_id: team.id,
    user_id: bot.userId,
    is_bot: true,
    is_enterprise_install: false,
  }
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: `Ev${crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: external,
    event_context: `4-${crypto.randomUUID()}`,
  }
}

/** The old verification token that Slack still sends along; nobody should rely on it. */
export const verificationToken = 'playground-verification'
