import type { StateRule } from '../rule.ts'
import { type Json, open, type Stage } from '../stage.ts'

const E = 'D/reference/events'

/** Whether the app heard of what was done; the socket is there before. */
const hears = async (stage: Stage, type: string, happens: () => unknown): Promise<Json | undefined> => {
  await stage.told(type)
  await happens()
  return (await stage.told(type)).at(-1)
}
const heard = async (stage: Stage, type: string, happens: () => unknown) =>
  (await hears(stage, type, happens)) !== undefined
const annaSays = (stage: Stage, typed: string, channel = 'open') =>
  stage.slack.person('anna').say(typed, { in: channel })
/** An event that comes for a channel the app is in, and not for another one. */
const ofOwnChannels = (
  rule: string,
  types: readonly [own: string, other: string],
  channels: readonly [own: string, other: string],
  happens: (stage: Stage, channel: string) => unknown,
): StateRule => ({
  rule,
  source: `${E}/${types[0]}; slack.md 5.5 (membership)`,
  accepted: (stage) => heard(stage, types[0], () => happens(stage, channels[0])),
  refused: (stage) => heard(stage, types[1], () => happens(stage, channels[1])),
})
const same = (type: string) => [type, type] as const

export const tellingRules: StateRule[] = [
  ofOwnChannels('messages are told of in channels that the app is in', same('message'), ['open', 'away'], speaks),
  ofOwnChannels(
    'messages are told of in private channels that the app is in',
    same('message'),
    ['private', 'hidden'],
    speaks,
  ),
  ofOwnChannels('an archived channel is told of', same('channel_archive'), ['open', 'away'], ({ slack }, channel) =>
    slack.archive(channel),
  ),
  ofOwnChannels(
    'an archived private channel is told of as a group',
    ['group_archive', 'channel_archive'],
    ['private', 'private'],
    ({ slack }, channel) => slack.archive(channel),
  ),
  ofOwnChannels(
    'a channel taken out of the archive is told of',
    same('channel_unarchive'),
    ['open', 'away'],
    unarchive,
  ),
  ofOwnChannels('a new name is told of', same('channel_rename'), ['open', 'away'], ({ slack }, channel) =>
    slack.rename(channel, 'renamed'),
  ),
  ofOwnChannels('a deleted channel is told of', same('channel_deleted'), ['open', 'away'], ({ slack }, channel) =>
    slack.deleteChannel(channel),
  ),
  ofOwnChannels('a new id is told of', same('channel_id_changed'), ['open', 'away'], ({ slack }, channel) =>
    slack.changeId(channel),
  ),
  ofOwnChannels('sharing a channel is told of', same('channel_shared'), ['open', 'away'], ({ slack }, channel) =>
    slack.share(channel, 'T0PARTNER1'),
  ),
  ofOwnChannels('no longer sharing is told of', same('channel_unshared'), ['open', 'away'], ({ slack }, channel) =>
    slack.share(channel, 'T0PARTNER1', false),
  ),
  ofOwnChannels('who joins is told of', same('member_joined_channel'), ['open', 'away'], ({ slack }, channel) =>
    slack.person('guest').join(channel),
  ),
  ofOwnChannels('who leaves is told of', same('member_left_channel'), ['open', 'away'], ({ slack }, channel) =>
    slack.person('anna').leave(channel),
  ),
  ofOwnChannels('a reaction is told of', same('reaction_added'), ['open', 'away'], (stage, channel) =>
    stage.slack.person('anna').react(annaSays(stage, 'x', channel), 'eyes'),
  ),
  ofOwnChannels('a reaction taken away is told of', same('reaction_removed'), ['open', 'away'], (stage, channel) => {
    const anna = stage.slack.person('anna')
    anna.unreact(anna.react(annaSays(stage, 'x', channel), 'eyes'), 'eyes')
  }),
  {
    rule: 'a new public channel is told of, a private one is not',
    source: `${E}/channel_created; java: ChannelCreatedPayload`,
    accepted: (stage) => heard(stage, 'channel_created', () => stage.slack.addChannel({ name: 'new', bot: false })),
    refused: (stage) => heard(stage, 'channel_created', () => stage.slack.addChannel({ name: 'new', private: true })),
  },
  {
    rule: 'the app hears its own messages, too',
    source: 'slack.md 3.5, 5.5',
    accepted: async (stage) => (await hears(stage, 'message', () => stage.post()))?.bot_id === 'B0PLAYBOT1',
    refused: async (stage) => (await hears(stage, 'message', () => annaSays(stage, 'x')))?.bot_id === 'B0PLAYBOT1',
  },
  {
    rule: 'metadata is not told of',
    source: `${E}/message; slack.md 3.6; that it is left out is ours`,
    guessed: true,
    accepted: async (stage) => {
      const metadata = { event_type: 'key', event_payload: { a: 1 } }
      return (await hears(stage, 'message', () => stage.post({ metadata })))?.metadata === undefined
    },
    refused: async (stage) => {
      const { body } = await stage.call('chat.postMessage', {
        channel: open,
        text: 'x',
        metadata: { event_type: 'key', event_payload: { a: 1 } },
      })
      return (body.message as Json).metadata === undefined
    },
  },
  {
    rule: 'a changed message is told of with what it was before',
    source: `${E}/message.message_changed`,
    accepted: async (stage) => {
      const ts = await stage.post()
      const event = await hears(stage, 'message', () => stage.call('chat.update', { channel: open, ts, text: 'New' }))
      return event?.subtype === 'message_changed' && JSON.stringify(event.previous_message).includes('Hello')
    },
    refused: async (stage) => (await hears(stage, 'message', () => stage.post()))?.subtype === 'message_changed',
  },
  {
    rule: 'a deleted message is told of with what it was',
    source: `${E}/message.message_deleted`,
    accepted: async (stage) => {
      const ts = await stage.post()
      const event = await hears(stage, 'message', () => stage.call('chat.delete', { channel: open, ts }))
      return event?.subtype === 'message_deleted' && event.deleted_ts === ts
    },
    refused: async (stage) => (await hears(stage, 'message', () => stage.post()))?.subtype === 'message_deleted',
  },
  {
    rule: 'what is also sent to the channel brings the root of its thread along',
    source: `${E}/message.thread_broadcast`,
    accepted: async (stage) => {
      const thread_ts = await stage.post()
      const event = await hears(stage, 'message', () => stage.post({ thread_ts, reply_broadcast: true }))
      return event?.root !== undefined
    },
    refused: async (stage) => {
      const thread_ts = await stage.post()
      return (await hears(stage, 'message', () => stage.post({ thread_ts })))?.root !== undefined
    },
  },
  {
    rule: 'an event needs its scope',
    source: 'slack.md 5.5',
    accepted: (stage) => heard(stage, 'message', () => annaSays(stage, 'x')),
    refused: (stage) => {
      stage.workspace.scopes.delete('channels:history')
      return heard(stage, 'message', () => annaSays(stage, 'x'))
    },
  },
  {
    rule: 'nothing is told of once the app was taken off',
    source: 'slack.md 3.5, 5.5',
    accepted: (stage) => heard(stage, 'message', () => annaSays(stage, 'x')),
    refused: (stage) =>
      heard(stage, 'message', () => {
        stage.slack.uninstall()
        annaSays(stage, 'x')
      }),
  },
  {
    rule: 'the app is told that it was taken off, and that its tokens were revoked',
    source: `${E}/app_uninstalled, ${E}/tokens_revoked; slack.md 3.5`,
    accepted: async (stage) => {
      const isTold = await heard(stage, 'app_uninstalled', () => stage.slack.uninstall())
      return isTold && (await stage.told('tokens_revoked')).length === 1
    },
    refused: (stage) => heard(stage, 'app_uninstalled', () => annaSays(stage, 'x')),
  },
  {
    rule: 'somebody who names the app is told of as a mention, in channels',
    source: `${E}/app_mention`,
    accepted: (stage) => heard(stage, 'app_mention', () => annaSays(stage, 'Hi @rondo')),
    refused: (stage) => heard(stage, 'app_mention', () => stage.slack.person('anna').say('Hi @rondo')),
  },
  {
    rule: 'a link to one of the app’s domains is told of',
    source: `${E}/link_shared`,
    accepted: (stage) => heard(stage, 'link_shared', () => annaSays(stage, 'See https://www.example.com/x')),
    refused: (stage) => heard(stage, 'link_shared', () => annaSays(stage, 'See https://example.org/x')),
  },
  {
    rule: 'the app’s own links are not told of',
    source: 'slack.md 3.9 (unfurls)',
    accepted: (stage) => heard(stage, 'link_shared', () => annaSays(stage, 'https://example.com/x')),
    refused: (stage) => heard(stage, 'link_shared', () => stage.post({ text: 'https://example.com/x' })),
  },
  {
    rule: 'a shared file is told of',
    source: `${E}/file_shared`,
    accepted: (stage) => heard(stage, 'file_shared', () => sharesFile(stage, { channel_id: open })),
    refused: (stage) => heard(stage, 'file_shared', () => sharesFile(stage, {})),
  },
  {
    rule: 'a change of a person is told of, deactivation too',
    source: `${E}/user_change; slack.md 3.9`,
    accepted: async (stage) => {
      const event = await hears(stage, 'user_change', () => stage.slack.person('bram').deactivate())
      return (event?.user as Json | undefined)?.deleted === true
    },
    refused: async (stage) => {
      const event = await hears(stage, 'user_change', () => stage.slack.person('bram').change({ tz: 'Europe/Paris' }))
      return (event?.user as Json | undefined)?.deleted === true
    },
  },
  {
    rule: 'somebody new is told of',
    source: `${E}/team_join`,
    accepted: (stage) => heard(stage, 'team_join', () => stage.slack.addPerson({ name: 'new' })),
    refused: (stage) => heard(stage, 'team_join', () => stage.slack.person('bram').change({ realName: 'B.' })),
  },
  {
    rule: 'who came into a user group and who went is told of',
    source: `${E}/subteam_members_changed; java: SubteamMembersChangedPayload`,
    accepted: async (stage) => {
      const change = () => stage.slack.changeUsergroup('sales', { members: ['bram'] })
      const event = await hears(stage, 'subteam_members_changed', change)
      return String(event?.added_users) === 'U0BRAM0001' && String(event?.removed_users) === 'U0ANNA0001'
    },
    refused: (stage) =>
      heard(stage, 'subteam_members_changed', () => stage.slack.changeUsergroup('sales', { name: 'Sales' })),
  },
  {
    rule: 'a change of a user group is told of',
    source: `${E}/subteam_updated; java: SubteamUpdatedPayload`,
    accepted: (stage) => heard(stage, 'subteam_updated', () => stage.slack.changeUsergroup('sales', { name: 'Sales' })),
    refused: (stage) => heard(stage, 'subteam_updated', () => stage.slack.addUsergroup({ handle: 'marketing' })),
  },
  {
    rule: 'a new user group is told of',
    source: `${E}/subteam_created; java: SubteamCreatedPayload`,
    accepted: (stage) => heard(stage, 'subteam_created', () => stage.slack.addUsergroup({ handle: 'marketing' })),
    refused: (stage) => heard(stage, 'subteam_created', () => stage.slack.changeUsergroup('sales', { name: 'Sales' })),
  },
  {
    rule: 'a custom step that is begun is told of',
    source: `${E}/function_executed`,
    accepted: (stage) => heard(stage, 'function_executed', () => stage.slack.runFunction({ callbackId: 'count' })),
    refused: (stage) => heard(stage, 'function_executed', () => annaSays(stage, 'count')),
  },
  {
    rule: 'the app that is taken out of a channel is told that it left',
    source: `${E}/channel_left`,
    accepted: (stage) => heard(stage, 'channel_left', () => stage.slack.remove('open')),
    refused: (stage) => heard(stage, 'channel_left', () => stage.slack.person('anna').leave('open')),
  },
  {
    rule: 'an opened Home is told of, with what was published there',
    source: `${E}/app_home_opened; slack.md 3.9`,
    accepted: async (stage) => {
      const view = { type: 'home', blocks: [] }
      await stage.call('views.publish', { user_id: 'U0ANNA0001', view })
      return (await hears(stage, 'app_home_opened', () => stage.slack.person('anna').openHome()))?.view !== undefined
    },
    refused: async (stage) =>
      (await hears(stage, 'app_home_opened', () => stage.slack.person('anna').openHome()))?.view !== undefined,
  },
  {
    rule: 'an event from a channel shared with another organisation says so',
    source: 'slack.md 3.5, 3.11 (is_ext_shared_channel)',
    accepted: (stage) => isExternal(stage, 'shared'),
    refused: (stage) => isExternal(stage, 'open'),
  },
]

function speaks(stage: Stage, channel: string): void {
  annaSays(stage, 'Hello', channel)
}

async function unarchive(stage: Stage, channel: string): Promise<void> {
  stage.slack.archive(channel)
  stage.slack.archive(channel, false)
}

async function sharesFile(stage: Stage, args: object): Promise<void> {
  await stage.call('files.completeUploadExternal', { files: [{ id: await stage.upload() }], ...args })
}

async function isExternal(stage: Stage, channel: string): Promise<boolean> {
  await hears(stage, 'message', () => annaSays(stage, 'x', channel))
  return stage.last().is_ext_shared_channel === true
}
