import type { StateRule } from '../rule.ts'
import { each } from '../rule.ts'
import { key, noTs, nowhere, open, type Reply, type Stage } from '../stage.ts'

const H = 'M:conversations.history'
/** history and replies, of one root. */
const reads =
  (args: object) =>
  async (stage: Stage): Promise<Reply[]> => {
    const ts = await stage.post()
    const where = { channel: open, ts, ...args }
    return [await stage.call('conversations.history', where), await stage.call('conversations.replies', where)]
  }
const looks = (channel: string) =>
  each(
    ['conversations.info', { channel }],
    ['conversations.members', { channel }],
    ['conversations.join', { channel }],
    ['conversations.open', { channel }],
  )
const lists = (args: object, ...methods: string[]) =>
  each(...methods.map((method) => [method, { channel: open, event_context: 'x', ...args }] as const))

export const readingRules: StateRule[] = [
  {
    rule: 'a conversation is seen only where the app may know of it',
    source: 'M:conversations.info, .members, .join, .open channel_not_found',
    error: 'channel_not_found',
    accepted: looks(open),
    refused: async (stage) => [...(await looks(nowhere)(stage)), ...(await looks('C0HIDDEN01')(stage))],
  },
  {
    rule: 'messages are read only where the app may know of the conversation',
    source: `${H}, M:conversations.replies channel_not_found`,
    error: 'channel_not_found',
    accepted: reads({}),
    refused: reads({ channel: 'C0HIDDEN01' }),
  },
  {
    rule: 'messages are read only where the app is a member',
    source: `${H} not_in_channel; that replies answer the same is ours`,
    guessed: true,
    error: 'not_in_channel',
    accepted: reads({}),
    refused: reads({ channel: 'C0AWAY0001' }),
  },
  {
    rule: '`oldest` is an instant',
    source: `${H} invalid_ts_oldest`,
    error: 'invalid_ts_oldest',
    accepted: reads({ oldest: '1.5' }),
    refused: reads({ oldest: 'yesterday' }),
  },
  {
    rule: '`latest` is an instant',
    source: `${H} invalid_ts_latest`,
    error: 'invalid_ts_latest',
    accepted: reads({ latest: '1.5' }),
    refused: reads({ latest: 'today' }),
  },
  {
    rule: 'a thread begins with a message that is there',
    source: 'M:conversations.replies thread_not_found',
    error: 'thread_not_found',
    accepted: async (stage) => stage.call('conversations.replies', { channel: open, ts: await stage.post() }),
    refused: ['conversations.replies', { channel: open, ts: noTs }],
  },
  {
    rule: 'a cursor is one that Slack gave out',
    source: 'invalid_cursor on the pages of these methods',
    error: 'invalid_cursor',
    accepted: async (stage) => {
      for (let n = 0; n < 2; n += 1) await stage.post()
      const { body } = await stage.call('conversations.history', { channel: open, limit: 1 })
      const { next_cursor } = body.response_metadata as { next_cursor: string }
      return stage.call('conversations.history', { channel: open, limit: 1, cursor: next_cursor })
    },
    refused: async (stage) => {
      const methods = [
        'conversations.list',
        'conversations.members',
        'users.list',
        'users.conversations',
        'chat.scheduledMessages.list',
      ]
      return [...(await reads({ cursor: 'x' })(stage)), ...(await lists({ cursor: 'x' }, ...methods)(stage))]
    },
  },
  {
    rule: 'a limit is a number',
    source: 'invalid_limit on the pages of these methods',
    error: 'invalid_limit',
    accepted: lists({ limit: 1 }, 'conversations.list', 'conversations.members', 'users.conversations'),
    refused: lists({ limit: 'many' }, 'conversations.list', 'conversations.members', 'users.conversations'),
  },
  {
    rule: 'a limit is a number, also where the method has no error of its own for it',
    source: 'Mcommon invalid_arguments; that it is this error is ours',
    guessed: true,
    error: 'invalid_arguments',
    accepted: lists({ limit: 1 }, 'users.list', 'chat.scheduledMessages.list', 'conversations.history'),
    refused: lists({ limit: 'many' }, 'users.list', 'chat.scheduledMessages.list', 'conversations.history'),
  },
  {
    rule: 'conversations are of four types',
    source: 'M:conversations.list, M:users.conversations invalid_types',
    error: 'invalid_types',
    accepted: lists({ types: 'public_channel,private_channel,im,mpim' }, 'conversations.list', 'users.conversations'),
    refused: lists({ types: 'everything' }, 'conversations.list', 'users.conversations'),
  },
  {
    rule: 'a large workspace is listed in pages',
    source: 'M:users.list limit_required; that it begins above 1,000 people is ours',
    guessed: true,
    error: 'limit_required',
    accepted: (stage) => crowded(stage, { limit: 200 }),
    refused: (stage) => crowded(stage, {}),
  },
  {
    rule: 'an archived channel is not joined',
    source: 'M:conversations.join is_archived',
    error: 'is_archived',
    accepted: ['conversations.join', { channel: 'C0AWAY0001' }],
    refused: ['conversations.join', { channel: 'C0OLD00001' }],
  },
  {
    rule: 'only a public channel is joined; into a private one the app is invited',
    source: 'M:conversations.join method_not_supported_for_channel_type',
    error: 'method_not_supported_for_channel_type',
    accepted: ['conversations.join', { channel: 'C0AWAY0001' }],
    refused: ['conversations.join', { channel: 'C0PRIVATE1' }],
  },
  {
    rule: 'metadata is shown only to who asks for it',
    source: `${H} include_all_metadata; slack.md 3.6`,
    accepted: (stage) => showsMetadata(stage, { include_all_metadata: true }),
    refused: (stage) => showsMetadata(stage, {}),
  },
  {
    rule: 'history holds roots and what was also sent to the channel, not other replies',
    source: `${H}; slack.md 3.6`,
    accepted: (stage) => showsReply(stage, { reply_broadcast: true }),
    refused: (stage) => showsReply(stage, {}),
  },
  {
    rule: 'history goes from `oldest` to `latest`, without the two unless `inclusive`',
    source: H,
    accepted: (stage) => showsEnds(stage, { inclusive: true }),
    refused: (stage) => showsEnds(stage, {}),
  },
  {
    rule: 'history comes newest first, a thread oldest first',
    source: H,
    accepted: async (stage) => (await orderOf(stage, 'conversations.history')) === 'later,first',
    refused: async (stage) => (await orderOf(stage, 'conversations.replies')) === 'later,first',
  },
  {
    rule: 'a reply to a reply goes to the root, which counts its replies',
    source: 'slack.md 5.5',
    accepted: async (stage) => {
      const root = await stage.post()
      await stage.post({ thread_ts: await stage.post({ thread_ts: root }) })
      return stage.slack.thread('open', root)[0]?.reply_count === 2
    },
    refused: async (stage) => {
      const root = await stage.post()
      await stage.post({ thread_ts: await stage.post() })
      return stage.slack.thread('open', root)[0]?.reply_count === 2
    },
  },
  {
    rule: 'a private channel is listed only for its members',
    source: 'slack.md 3.9',
    accepted: (stage) => isListed(stage, 'C0PRIVATE1'),
    refused: (stage) => isListed(stage, 'C0HIDDEN01'),
  },
  {
    rule: 'archived channels are left out after paging, so a page can be empty',
    source: 'second-hand; slack.md 3.9',
    guessed: true,
    accepted: async (stage) => (await countOf(stage, { exclude_archived: true, limit: 4 })) < 4,
    refused: async (stage) => (await countOf(stage, { limit: 4 })) < 4,
  },
  {
    rule: 'a deleted channel leads nowhere',
    source: 'D/reference/events/channel_deleted',
    accepted: (stage) => isSeen(stage, 'C0OPEN0001'),
    refused: (stage) => {
      stage.slack.deleteChannel('open')
      return isSeen(stage, 'C0OPEN0001')
    },
  },
  {
    rule: 'a channel whose id changed is found by the new one only, with its messages',
    source: 'D/reference/events/channel_id_changed; slack.md 3.9',
    accepted: async (stage) => {
      await stage.post()
      const { id } = stage.slack.changeId('open', 'C0NEWID001')
      const { body } = await stage.call('conversations.history', { channel: id })
      return (body.messages as unknown[]).length === 1
    },
    refused: (stage) => {
      stage.slack.changeId('open', 'C0NEWID001')
      return isSeen(stage, 'C0OPEN0001')
    },
  },
  {
    rule: 'a channel shared with another organisation says so and names its team',
    source: 'slack.md 3.11; java: conversations.info',
    accepted: async (stage) => {
      stage.slack.share('open', 'T0PARTNER1')
      return isShared(stage)
    },
    refused: isShared,
  },
]

async function crowded(stage: Stage, args: object): Promise<Reply> {
  for (let n = 0; n < 1001; n += 1) stage.slack.addPerson({ name: `person${n}` })
  return stage.call('users.list', args)
}

async function showsMetadata(stage: Stage, args: object): Promise<boolean> {
  await stage.post({ metadata: key })
  const { body } = await stage.call('conversations.history', { channel: open, ...args })
  return JSON.stringify(body.messages).includes('event_payload')
}

async function showsReply(stage: Stage, args: object): Promise<boolean> {
  await stage.post({ text: 'Reply', thread_ts: await stage.post(), ...args })
  const { body } = await stage.call('conversations.history', { channel: open })
  return JSON.stringify(body.messages).includes('Reply')
}

async function showsEnds(stage: Stage, args: object): Promise<boolean> {
  const oldest = await stage.post()
  const latest = await stage.post()
  const { body } = await stage.call('conversations.history', { channel: open, oldest, latest, ...args })
  return (body.messages as unknown[]).length === 2
}

async function orderOf(stage: Stage, method: string): Promise<string> {
  const ts = await stage.post({ text: 'first' })
  await stage.post({ text: 'later', ...(method.endsWith('replies') && { thread_ts: ts }) })
  const { body } = await stage.call(method, { channel: open, ts })
  return (body.messages as { text: string }[]).map((one) => one.text).join()
}

async function isListed(stage: Stage, id: string): Promise<boolean> {
  const { body } = await stage.call('conversations.list', { types: 'private_channel' })
  return (body.channels as { id: string }[]).some((one) => one.id === id)
}

async function countOf(stage: Stage, args: object): Promise<number> {
  const { body } = await stage.call('conversations.list', args)
  return (body.channels as unknown[]).length
}

async function isSeen(stage: Stage, channel: string): Promise<boolean> {
  return (await stage.call('conversations.info', { channel })).ok
}

async function isShared(stage: Stage): Promise<boolean> {
  const { body } = await stage.call('conversations.info', { channel: open })
  return JSON.stringify(body.channel).includes('T0PARTNER1')
}
