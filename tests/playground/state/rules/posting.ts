import type { StateRule } from '../rule.ts'
import { each } from '../rule.ts'
import { long, noTs, nowhere, open, type Stage, start } from '../stage.ts'

/** The methods that say something, each with what it needs besides the channel. */
const soon = Math.floor(start / 1000) + 60
export const posting: [method: string, args: object][] = [
  ['chat.postMessage', {}],
  ['chat.postEphemeral', { user: 'U0ANNA0001' }],
  ['chat.scheduleMessage', { post_at: soon }],
]
export const lasting = posting.filter(([method]) => method !== 'chat.postEphemeral')
export const says =
  (args: object, methods = posting) =>
  (stage: Stage) =>
    each(...methods.map(([method, needed]) => [method, { channel: open, ...needed, ...args }] as const))(stage)
/** A limit that managers put on posting in #open. */
const limited =
  (limit: NonNullable<ReturnType<Stage['slack']['channel']>['refusesPosts']>, args: object) => async (stage: Stage) => {
    const root = await stage.post()
    stage.slack.channel('open').refusesPosts = limit
    return says({ text: 'x', ...('thread_ts' in args ? { thread_ts: root } : {}) })(stage)
  }
const inThread = { thread_ts: 'root' }

const M = 'M:chat.postMessage'

export const postingRules: StateRule[] = [
  {
    rule: 'a message needs a conversation that is there, and that the app may know of',
    source: `${M} channel_not_found; slack.md 3.9 (private or unknown look the same)`,
    error: 'channel_not_found',
    accepted: says({ text: 'x' }),
    refused: async (stage) => {
      const unknown = await says({ text: 'x', channel: nowhere })(stage)
      return [...unknown, ...(await says({ text: 'x', channel: 'C0HIDDEN01' })(stage))]
    },
  },
  {
    rule: 'a deactivated person gets no direct message',
    source: `slack.md 3.9; ${M} channel_not_found`,
    error: 'channel_not_found',
    accepted: ['chat.postMessage', { channel: 'U0ANNA0001', text: 'x' }],
    refused: ['chat.postMessage', { channel: 'U0GONE0001', text: 'x' }],
  },
  {
    rule: 'a person of another organisation gets a direct message only once a channel is shared with them',
    source: 'slack.md 3.9 (is_stranger); that it is this error is ours',
    guessed: true,
    error: 'channel_not_found',
    accepted: ['chat.postMessage', { channel: 'U0PARTNER1', text: 'x' }],
    refused: ['chat.postMessage', { channel: 'U0OTHER001', text: 'x' }],
  },
  {
    rule: 'nobody writes to a bot',
    source: 'second-hand: what other stand-ins and bots report of cannot_dm_bot',
    guessed: true,
    error: 'cannot_dm_bot',
    accepted: says({ channel: 'U0ANNA0001', text: 'x' }),
    refused: says({ channel: 'U0PLAYBOT1', text: 'x' }),
  },
  {
    rule: 'the app posts only where it is a member',
    source: `${M} not_in_channel`,
    error: 'not_in_channel',
    accepted: says({ text: 'x' }),
    refused: says({ text: 'x', channel: 'C0AWAY0001' }),
  },
  {
    rule: 'with chat:write.public the app posts in every public channel',
    source: 'slack.md 3.9; D/reference/scopes/chat.write.public',
    accepted: async (stage) => {
      stage.workspace.scopes.add('chat:write.public')
      return (await stage.call('chat.postMessage', { channel: 'C0AWAY0001', text: 'x' })).ok
    },
    refused: async (stage) => (await stage.call('chat.postMessage', { channel: 'C0AWAY0001', text: 'x' })).ok,
  },
  {
    rule: 'nothing is posted in an archived channel',
    source: `${M} is_archived`,
    error: 'is_archived',
    accepted: says({ text: 'x' }),
    refused: says({ text: 'x', channel: 'C0OLD00001' }),
  },
  {
    rule: 'a direct message needs the Messages tab',
    source: `${M} messages_tab_disabled`,
    error: 'messages_tab_disabled',
    accepted: says({ text: 'x', channel: 'U0ANNA0001' }),
    refused: (stage) => {
      stage.workspace.bot.messagesTab = false
      return says({ text: 'x', channel: 'U0ANNA0001' })(stage)
    },
  },
  {
    rule: 'a workspace preference can keep the app from posting',
    source: `${M} restricted_action`,
    error: 'restricted_action',
    accepted: says({ text: 'x' }),
    refused: limited('restricted_action', {}),
  },
  {
    rule: 'nothing is posted in a read-only channel',
    source: `${M} restricted_action_read_only_channel`,
    error: 'restricted_action_read_only_channel',
    accepted: says({ text: 'x' }),
    refused: limited('restricted_action_read_only_channel', {}),
  },
  {
    rule: 'in a channel for threads only, nothing but replies is posted',
    source: `${M} restricted_action_thread_only_channel`,
    error: 'restricted_action_thread_only_channel',
    accepted: limited('restricted_action_thread_only_channel', inThread),
    refused: limited('restricted_action_thread_only_channel', {}),
  },
  {
    rule: 'in a channel without threads, no replies are posted',
    source: `${M} restricted_action_non_threadable_channel`,
    error: 'restricted_action_non_threadable_channel',
    accepted: limited('restricted_action_non_threadable_channel', {}),
    refused: limited('restricted_action_non_threadable_channel', inThread),
  },
  {
    rule: 'a locked thread takes no replies',
    source: `${M} restricted_action_thread_locked`,
    error: 'restricted_action_thread_locked',
    accepted: limited('restricted_action_thread_locked', {}),
    refused: limited('restricted_action_thread_locked', inThread),
  },
  {
    rule: 'a workspace that sends too much is stopped',
    source: `${M} message_limit_exceeded`,
    error: 'message_limit_exceeded',
    accepted: says({ text: 'x' }),
    refused: limited('message_limit_exceeded', {}),
  },
  {
    rule: 'a reply needs a message to reply to',
    source: 'second-hand: thread_not_found is not on the page of chat.postMessage',
    guessed: true,
    error: 'thread_not_found',
    accepted: async (stage) => says({ text: 'x', thread_ts: await stage.post() })(stage),
    refused: says({ text: 'x', thread_ts: noTs }),
  },
  {
    rule: 'nobody replies to the line that somebody joined',
    source: `${M} cannot_reply_to_message; which messages that are is ours`,
    guessed: true,
    error: 'cannot_reply_to_message',
    accepted: async (stage) => says({ text: 'x', thread_ts: await stage.post() })(stage),
    refused: async (stage) => {
      stage.slack.person('guest').join('open')
      return says({ text: 'x', thread_ts: stage.slack.messages('open').at(-1)?.ts })(stage)
    },
  },
  {
    rule: 'what only one person sees holds at most 4,000 characters, and so does what is scheduled',
    source: 'M:chat.postEphemeral and M:chat.scheduleMessage msg_too_long',
    error: 'msg_too_long',
    accepted: says({ text: long(4000) }, posting.slice(1)),
    refused: says({ text: long(4001) }, posting.slice(1)),
  },
  {
    rule: 'only an active member of the channel can be shown something there alone',
    source: 'M:chat.postEphemeral user_not_in_channel',
    error: 'user_not_in_channel',
    accepted: ['chat.postEphemeral', { channel: open, text: 'x', user: 'U0BRAM0001' }],
    refused: each(
      ['chat.postEphemeral', { channel: open, text: 'x', user: 'U0GUEST001' }],
      ['chat.postEphemeral', { channel: open, text: 'x', user: 'U0GONE0001' }],
    ),
  },
  {
    rule: 'a text of more than 40,000 characters is cut there, with a warning',
    source: 'M:chat.postMessage; the warning second-hand (vercel-labs/emulate#244)',
    guessed: true,
    accepted: (stage) => isCut(stage, 40_001),
    refused: (stage) => isCut(stage, 40_000),
  },
  {
    rule: 'each message of a channel has a later ts than the last, also while the clock stands still',
    source: 'slack.md 5.5',
    accepted: (stage) => isLater(stage, open),
    refused: (stage) => isLater(stage, 'C0PRIVATE1'),
  },
  {
    rule: 'a post to a person opens their direct message and answers with its id',
    source: 'M:chat.postMessage; slack.md 3.9',
    accepted: async (stage) => {
      const { body } = await stage.call('chat.postMessage', { channel: 'U0ANNA0001', text: 'x' })
      return String(body.channel).startsWith('D')
    },
    refused: async (stage) => {
      const { body } = await stage.call('chat.postMessage', { channel: '#open', text: 'x' })
      return String(body.channel).startsWith('D')
    },
  },
  {
    rule: 'what only one person sees stands in no history, and nobody else sees it',
    source: 'M:chat.postEphemeral; slack.md 3.9',
    accepted: async (stage) => {
      await stage.call('chat.postEphemeral', { channel: open, text: 'x', user: 'U0ANNA0001' })
      const seen = [stage.slack.person('anna'), stage.slack.person('bram')].map((one) => one.ephemerals().length)
      return stage.slack.messages('open').length === 0 && seen.join() === '1,0'
    },
    refused: async (stage) => {
      await stage.post()
      return stage.slack.messages('open').length === 0
    },
  },
  {
    rule: 'a message of a person of another organisation tells their team',
    source: 'java: MessagePayload; slack.md 3.11',
    accepted: async (stage) => stage.slack.person('partner').say('x', { in: 'shared' }).user_team === 'T0PARTNER1',
    refused: async (stage) => stage.slack.person('anna').say('x', { in: 'shared' }).user_team === 'T0PARTNER1',
  },
]

async function isCut(stage: Stage, length: number): Promise<boolean> {
  const { body } = await stage.call('chat.postMessage', { channel: open, text: long(length) })
  return JSON.stringify(body.response_metadata)?.includes('message_truncated') ?? false
}

/** Whether the second of two messages has a later ts. */
async function isLater(stage: Stage, channel: string): Promise<boolean> {
  const first = await stage.post()
  return Number(first) < Number(await stage.post({ channel }))
}
