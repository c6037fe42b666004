import type { StateRule } from '../rule.ts'
import { key, long, noTs, nowhere, open, type Stage, section } from '../stage.ts'

const U = 'M:chat.update'
const change =
  (args: object, before: (stage: Stage) => void = () => undefined) =>
  async (stage: Stage) => {
    const ts = await stage.post()
    before(stage)
    return stage.call('chat.update', { channel: open, ts, text: 'New', ...args })
  }
/** Updates, deletes or links to something. */
const touch = (args: object) => async (stage: Stage) => {
  const ts = await stage.post()
  const where = { channel: open, ts, message_ts: ts, ...args }
  return [
    await stage.call('chat.getPermalink', where),
    await stage.call('chat.update', { text: 'New', ...where }),
    await stage.call('chat.delete', where),
  ]
}
const rich = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
}

export const editingRules: StateRule[] = [
  {
    rule: 'a message is changed, deleted or linked to only in a conversation that the app may know of',
    source: `${U}, M:chat.delete, M:chat.getPermalink channel_not_found`,
    error: 'channel_not_found',
    accepted: touch({}),
    refused: touch({ channel: nowhere }),
  },
  {
    rule: 'a message is changed, deleted or linked to only while it is there',
    source: `${U}, M:chat.delete, M:chat.getPermalink message_not_found`,
    error: 'message_not_found',
    accepted: touch({}),
    refused: touch({ ts: noTs, message_ts: noTs }),
  },
  {
    rule: 'the app changes only what it said itself',
    source: `${U} cant_update_message`,
    error: 'cant_update_message',
    accepted: change({}),
    refused: (stage) => change({ ts: stage.slack.person('anna').say('Mine', { in: 'open' }).ts })(stage),
  },
  {
    rule: 'the app deletes only what it said itself',
    source: 'M:chat.delete cant_delete_message',
    error: 'cant_delete_message',
    accepted: async (stage) => stage.call('chat.delete', { channel: open, ts: await stage.post() }),
    refused: async (stage) => {
      const { ts } = stage.slack.person('anna').say('Mine', { in: 'open' })
      return stage.call('chat.delete', { channel: open, ts })
    },
  },
  {
    rule: 'nothing is changed in an archived channel',
    source: `${U} is_inactive`,
    error: 'is_inactive',
    accepted: change({}),
    refused: change({}, ({ slack }) => slack.archive('open')),
  },
  {
    rule: 'nothing is changed while a channel moves to another organisation',
    source: `${U} external_channel_migrating`,
    error: 'external_channel_migrating',
    accepted: change({}),
    refused: change({}, ({ slack }) => Object.assign(slack.channel('open'), { migrating: true })),
  },
  {
    rule: 'a workspace can limit how long a message may be changed',
    source: `${U} edit_window_closed; that it also holds for apps is ours`,
    guessed: true,
    error: 'edit_window_closed',
    accepted: change({}, (stage) => editWindow(stage, 60_000)),
    refused: change({}, (stage) => editWindow(stage, 60_001)),
  },
  {
    rule: 'a new text holds at most 4,000 characters',
    source: `${U} msg_too_long`,
    error: 'msg_too_long',
    accepted: change({ text: long(4000) }),
    refused: change({ text: long(4001) }),
  },
  {
    rule: 'rich text cannot be replaced by something else',
    source: `${U} block_mismatch`,
    error: 'block_mismatch',
    accepted: async (stage) => change({ ts: await stage.post({ blocks: [rich] }), blocks: [rich] })(stage),
    refused: async (stage) => change({ ts: await stage.post({ blocks: [rich] }), blocks: [section] })(stage),
  },
  {
    rule: 'a new text without blocks takes the blocks away',
    source: `${U}; slack.md 3.9`,
    accepted: async (stage) => {
      await change({ ts: await stage.post({ blocks: [section] }) })(stage)
      return !stage.slack.messages('open').some((one) => one.blocks)
    },
    refused: async (stage) => {
      await change({ ts: await stage.post({ blocks: [section] }), blocks: [section] })(stage)
      return !stage.slack.messages('open').some((one) => one.blocks)
    },
  },
  {
    rule: 'a change without metadata keeps the metadata, an empty object takes it away',
    source: `${U}; slack.md 3.6`,
    accepted: (stage) => keepsMetadata(stage, {}),
    refused: (stage) => keepsMetadata(stage, { metadata: {} }),
  },
  {
    rule: 'a changed message is marked as edited, unless it has blocks',
    source: `${U}; slack.md 3.9`,
    accepted: async (stage) => {
      await change({})(stage)
      return stage.slack.messages('open')[0]?.edited !== undefined
    },
    refused: async (stage) => {
      await change({ blocks: [section] })(stage)
      return stage.slack.messages('open')[0]?.edited !== undefined
    },
  },
  {
    rule: 'a deleted root with replies leaves a tombstone, another message nothing',
    source: 'slack.md 5.5; the words of the tombstone are ours',
    guessed: true,
    accepted: async (stage) => {
      const ts = await stage.post()
      await stage.post({ thread_ts: ts })
      await stage.call('chat.delete', { channel: open, ts })
      return stage.slack.messages('open')[0]?.subtype === 'tombstone'
    },
    refused: async (stage) => {
      await stage.call('chat.delete', { channel: open, ts: await stage.post() })
      return stage.slack.messages('open')[0]?.subtype === 'tombstone'
    },
  },
  {
    rule: 'a link to a reply names its thread',
    source: 'M:chat.getPermalink; slack.md 3.9',
    accepted: async (stage) => linkOf(stage, await stage.post({ thread_ts: await stage.post() })),
    refused: async (stage) => linkOf(stage, await stage.post()),
  },
]

function editWindow({ workspace, clock }: Stage, passedMs: number): void {
  workspace.team.editWindowMinutes = 1
  clock.advance(passedMs)
}

async function keepsMetadata(stage: Stage, args: object): Promise<boolean> {
  await change({ ts: await stage.post({ metadata: key }), ...args })(stage)
  return stage.slack.messages('open').some((one) => one.metadata)
}

async function linkOf(stage: Stage, message_ts: string): Promise<boolean> {
  const { body } = await stage.call('chat.getPermalink', { channel: open, message_ts })
  return String(body.permalink).includes('?thread_ts=')
}
