import type { StateRule } from '../rule.ts'
import { key, nowhere, open, type Reply, type Stage, start } from '../stage.ts'

const S = 'M:chat.scheduleMessage'
const D = 'M:chat.deleteScheduledMessage'
const now = start / 1000
const day = 86_400
const schedules = (args: object) =>
  ['chat.scheduleMessage', { channel: open, text: 'Later', post_at: now + 600, ...args }] as const
/** Takes a message back that is due in so many seconds. */
const takesBack =
  (inSeconds: number, args: object = {}) =>
  async (stage: Stage): Promise<Reply> => {
    const { body } = await stage.call(...schedules({ post_at: now + inSeconds }))
    const { scheduled_message_id } = body
    return stage.call('chat.deleteScheduledMessage', { channel: open, scheduled_message_id, ...args })
  }
const fills = (count: number) => async (stage: Stage) => {
  for (let n = 1; n < count; n += 1) await stage.call(...schedules({}))
  return stage.call(...schedules({}))
}

export const schedulingRules: StateRule[] = [
  {
    rule: 'a time is whole seconds since 1970',
    source: `${S} invalid_time`,
    error: 'invalid_time',
    accepted: schedules({ post_at: String(now + 60) }),
    refused: schedules({ post_at: 'tomorrow' }),
  },
  {
    rule: 'nothing is scheduled for what is past',
    source: `${S} time_in_past`,
    error: 'time_in_past',
    accepted: schedules({ post_at: now + 1 }),
    refused: schedules({ post_at: now }),
  },
  {
    rule: 'nothing is scheduled more than 120 days ahead',
    source: `${S} time_too_far`,
    error: 'time_too_far',
    accepted: schedules({ post_at: now + 120 * day }),
    refused: schedules({ post_at: now + 120 * day + 1 }),
  },
  {
    rule: 'at most thirty messages are scheduled in one channel within five minutes',
    source: `${S} restricted_too_many; where the five minutes begin is ours`,
    guessed: true,
    error: 'restricted_too_many',
    accepted: fills(30),
    refused: fills(31),
  },
  {
    rule: 'a scheduled message is taken back in its own channel',
    source: `${D} channel_not_found`,
    error: 'channel_not_found',
    accepted: takesBack(600),
    refused: takesBack(600, { channel: nowhere }),
  },
  {
    rule: 'a scheduled message is taken back by its id, up to a minute before its time',
    source: `${D} invalid_scheduled_message_id; the minute is second-hand (slack.md 3.6)`,
    guessed: true,
    error: 'invalid_scheduled_message_id',
    accepted: takesBack(60),
    refused: async (stage) => [
      await takesBack(59)(stage),
      await takesBack(600, { scheduled_message_id: 'Q0NOTHING1' })(stage),
      await takesBack(600, { channel: 'C0PRIVATE1' })(stage),
    ],
  },
  {
    rule: 'what is scheduled is listed for a channel that the app may know of',
    source: 'M:chat.scheduledMessages.list invalid_channel',
    error: 'invalid_channel',
    accepted: ['chat.scheduledMessages.list', { channel: open }],
    refused: ['chat.scheduledMessages.list', { channel: 'C0HIDDEN01' }],
  },
  {
    rule: 'a scheduled message is posted at its time, with a ts of that time',
    source: `${S}; that it is never late is ours`,
    guessed: true,
    accepted: async (stage) => (await postedAfter(stage, {}, 900))?.ts === `${now + 600}.000000`,
    refused: async (stage) => (await postedAfter(stage, {}, 599)) !== undefined,
  },
  {
    rule: 'a message scheduled with metadata is never posted',
    source: `${S} (bug alert on the page of the method)`,
    accepted: async (stage) => (await postedAfter(stage, { metadata: key }, 900)) === undefined,
    refused: async (stage) => (await postedAfter(stage, {}, 900)) === undefined,
  },
  {
    rule: 'what was scheduled is not posted in a channel that was archived since',
    source: 'chosen: Slack’s pages say nothing of it',
    guessed: true,
    accepted: async (stage) => {
      await stage.call(...schedules({}))
      stage.slack.archive('open')
      return (await postedAfter(stage, { channel: 'C0PRIVATE1' }, 900)) === undefined
    },
    refused: async (stage) => (await postedAfter(stage, {}, 900)) === undefined,
  },
  {
    rule: 'what is scheduled is listed in the order of its time, and gone once it is posted',
    source: 'M:chat.scheduledMessages.list; java: chat.scheduledMessages.list',
    accepted: async (stage) => {
      await stage.call(...schedules({ text: 'second', post_at: now + 900 }))
      await stage.call(...schedules({ text: 'first' }))
      return (await listed(stage)) === 'first,second'
    },
    refused: async (stage) => {
      await stage.call(...schedules({ text: 'second', post_at: now + 900 }))
      await stage.call(...schedules({ text: 'first' }))
      stage.clock.advance(600_000)
      return (await listed(stage)) === 'first,second'
    },
  },
]

async function postedAfter(stage: Stage, args: object, seconds: number) {
  await stage.call(...schedules(args))
  stage.clock.advance(seconds * 1000)
  return stage.slack.messages('open').at(0)
}

async function listed(stage: Stage): Promise<string> {
  const { body } = await stage.call('chat.scheduledMessages.list')
  return (body.scheduled_messages as { text: string }[]).map((one) => one.text).join()
}
