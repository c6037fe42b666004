import type { StateRule } from '../rule.ts'
import { noTs, nowhere, open, type Reply, type Stage } from '../stage.ts'

const A = 'M:reactions.add'
const R = 'M:reactions.remove'
const emoji = 'eyes'

/** Puts an emoji under a message, and takes it away again. */
const reacts =
  (args: object, before: (stage: Stage) => void = () => undefined) =>
  async (stage: Stage): Promise<Reply[]> => {
    const item = { channel: open, timestamp: await stage.post({ thread_ts: await stage.post() }), name: emoji, ...args }
    before(stage)
    return [await stage.call('reactions.add', item), await stage.call('reactions.remove', item)]
  }
const adds =
  (before: (stage: Stage, timestamp: string) => Promise<void> | void, name = emoji) =>
  async (stage: Stage): Promise<Reply> => {
    const timestamp = await stage.post()
    await before(stage, timestamp)
    return stage.call('reactions.add', { channel: open, timestamp, name })
  }
/** So many different emoji under the message, by this person or by others. */
const has = (count: number, whose: 'mine' | 'theirs') => async (stage: Stage, ts: string) => {
  const users = [whose === 'mine' ? stage.workspace.bot.userId : 'U0BRAM0001']
  const reactions = Array.from({ length: count }, (_, n) => ({ name: `emoji${n}`, users, count: 1 }))
  const channel = stage.slack.channel('open')
  channel.messages = channel.messages.map((one) => (one.ts === ts ? { ...one, reactions } : one))
}

export const reactionRules: StateRule[] = [
  {
    rule: 'a reaction belongs to a message',
    source: `${A}, ${R} no_item_specified`,
    error: 'no_item_specified',
    accepted: reacts({}),
    refused: reacts({ timestamp: undefined }),
  },
  {
    rule: 'a reaction belongs to a conversation that the app may know of',
    source: `${A}, ${R} channel_not_found`,
    error: 'channel_not_found',
    accepted: reacts({}),
    refused: reacts({ channel: nowhere }),
  },
  {
    rule: 'the app reacts only where it is a member',
    source: 'not on the pages of these methods: chosen, as for posting',
    guessed: true,
    error: 'not_in_channel',
    accepted: reacts({}),
    refused: reacts({ channel: 'C0AWAY0001' }),
  },
  {
    rule: 'a message is named by an instant',
    source: `${A}, ${R} bad_timestamp`,
    error: 'bad_timestamp',
    accepted: reacts({}),
    refused: reacts({ timestamp: 'yesterday' }),
  },
  {
    rule: 'a message that is not there takes no reaction',
    source: `${A}, ${R} message_not_found`,
    error: 'message_not_found',
    accepted: reacts({}),
    refused: reacts({ timestamp: noTs }),
  },
  {
    rule: 'an emoji has a name',
    source: `${A}, ${R} invalid_name; that every name of the right form is an emoji is ours`,
    guessed: true,
    error: 'invalid_name',
    accepted: reacts({ name: ':thumbsup::skin-tone-2:' }),
    refused: reacts({ name: 'No emoji' }),
  },
  {
    rule: 'a locked thread takes no reactions',
    source: `${A}, ${R} thread_locked`,
    error: 'thread_locked',
    accepted: reacts({}),
    refused: reacts({}, ({ slack }) => {
      slack.channel('open').refusesPosts = 'restricted_action_thread_locked'
    }),
  },
  {
    rule: 'a channel that moves to another organisation takes no reactions',
    source: `${A}, ${R} external_channel_migrating`,
    error: 'external_channel_migrating',
    accepted: reacts({}),
    refused: reacts({}, ({ slack }) => {
      slack.channel('open').migrating = true
    }),
  },
  {
    rule: 'an archived channel takes no reactions',
    source: `${A} is_archived`,
    error: 'is_archived',
    accepted: adds(() => undefined),
    refused: adds(({ slack }) => slack.archive('open')),
  },
  {
    rule: 'nobody reacts twice with the same emoji',
    source: `${A} already_reacted`,
    error: 'already_reacted',
    accepted: adds(has(1, 'theirs'), 'emoji0'),
    refused: adds(has(1, 'mine'), 'emoji0'),
  },
  {
    rule: 'one person reacts with at most 23 emoji',
    source: `${A} too_many_reactions; the figure is from Slack’s help centre, second-hand`,
    guessed: true,
    error: 'too_many_reactions',
    accepted: adds(has(22, 'mine')),
    refused: adds(has(23, 'mine')),
  },
  {
    rule: 'a message takes at most 50 different emoji',
    source: `${A} too_many_emoji; the figure is from Slack’s help centre, second-hand`,
    guessed: true,
    error: 'too_many_emoji',
    accepted: adds(has(49, 'theirs')),
    refused: adds(has(50, 'theirs')),
  },
  {
    rule: 'only one’s own reaction is taken away',
    source: `${R} no_reaction`,
    error: 'no_reaction',
    accepted: (stage) => takesAway(stage, 'mine'),
    refused: (stage) => takesAway(stage, 'theirs'),
  },
  {
    rule: 'a message tells who reacted with what',
    source: 'java: conversations.history (reactions)',
    accepted: async (stage) => {
      await stage.post()
      const message = stage.slack.messages('open')[0]
      if (message) stage.slack.person('anna').react(message, emoji)
      return hasReaction(stage)
    },
    refused: async (stage) => {
      await reacts({})(stage)
      return hasReaction(stage)
    },
  },
]

async function takesAway(stage: Stage, whose: 'mine' | 'theirs'): Promise<Reply> {
  const timestamp = await stage.post()
  await has(1, whose)(stage, timestamp)
  return stage.call('reactions.remove', { channel: open, timestamp, name: 'emoji0' })
}

async function hasReaction(stage: Stage): Promise<boolean> {
  const { body } = await stage.call('conversations.history', { channel: open })
  return JSON.stringify(body.messages).includes(`{"name":"${emoji}","users":["U0ANNA0001"],"count":1}`)
}
