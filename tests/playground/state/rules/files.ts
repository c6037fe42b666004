import type { StateRule } from '../rule.ts'
import { each } from '../rule.ts'
import { long, nowhere, open, type Stage, section } from '../stage.ts'

const G = 'M:files.getUploadURLExternal'
const C = 'M:files.completeUploadExternal'
const asks = (args: object) => ['files.getUploadURLExternal', { filename: 'a.csv', length: 3, ...args }] as const
const asksOn = (uploads: object, args: object) => (stage: Stage) => {
  Object.assign(stage.workspace.team, uploads)
  return stage.call(...asks(args))
}
const completes = (args: object) => async (stage: Stage) =>
  stage.call('files.completeUploadExternal', { files: [{ id: await stage.upload() }], ...args })

export const fileRules: StateRule[] = [
  {
    rule: 'an upload has bytes',
    source: `${G} missing_argument`,
    error: 'missing_argument',
    accepted: asks({}),
    refused: asks({ length: 0 }),
  },
  {
    rule: 'the description of a picture holds at most 1,000 characters',
    source: `${G} alt_txt_too_large`,
    error: 'alt_txt_too_large',
    accepted: asks({ alt_txt: long(1000) }),
    refused: asks({ alt_txt: long(1001) }),
  },
  {
    rule: 'a snippet takes at most 1 MB',
    source: `${G} snippet_too_large`,
    error: 'snippet_too_large',
    accepted: asks({ snippet_type: 'text', length: 1_000_000 }),
    refused: asks({ snippet_type: 'text', length: 1_000_001 }),
  },
  {
    rule: 'a workspace can switch uploads off',
    source: `${G} file_uploads_disabled`,
    error: 'file_uploads_disabled',
    accepted: asks({}),
    refused: asksOn({ uploads: { disabled: true } }, {}),
  },
  {
    rule: 'a workspace can allow some kinds of files only',
    source: `${G} file_type_not_allowed`,
    error: 'file_type_not_allowed',
    accepted: asksOn({ uploads: { types: ['csv'] } }, {}),
    refused: asksOn({ uploads: { types: ['png'] } }, {}),
  },
  {
    rule: 'a workspace can limit the size of files',
    source: `${G} file_upload_size_restricted`,
    error: 'file_upload_size_restricted',
    accepted: asksOn({ uploads: { mostBytes: 3 } }, {}),
    refused: asksOn({ uploads: { mostBytes: 2 } }, {}),
  },
  {
    rule: 'a free plan stores at most 5 GB',
    source: `${G} storage_limit_reached`,
    error: 'storage_limit_reached',
    accepted: asksOn({ plan: 'paid' }, { length: 6e9 }),
    refused: asksOn({ plan: 'free' }, { length: 6e9 }),
  },
  {
    rule: 'an upload is completed once, after its bytes came',
    source: `${C} file_not_found; slack.md 3.7`,
    error: 'file_not_found',
    accepted: completes({}),
    refused: async (stage) => {
      const id = await stage.upload()
      await stage.call('files.completeUploadExternal', { files: [{ id }] })
      const empty = (await stage.call(...asks({}))).body.file_id
      return each(
        ['files.completeUploadExternal', { files: [{ id }] }],
        ['files.completeUploadExternal', { files: [{ id: empty }] }],
      )(stage)
    },
  },
  {
    rule: 'a file is shown once it is complete',
    source: 'M:files.info file_not_found',
    error: 'file_not_found',
    accepted: async (stage) => {
      const id = await stage.upload()
      await stage.call('files.completeUploadExternal', { files: [{ id }] })
      return stage.call('files.info', { file: id })
    },
    refused: async (stage) => stage.call('files.info', { file: await stage.upload() }),
  },
  {
    rule: 'a file is shared in at most a hundred channels at once',
    source: `${C} channels_limit_exceeded`,
    error: 'channels_limit_exceeded',
    accepted: completes({ channels: Array(100).fill(open).join() }),
    refused: completes({ channels: Array(101).fill(open).join() }),
  },
  {
    rule: 'a file is shared in a channel that the app may know of',
    source: `${C} channel_not_found`,
    error: 'channel_not_found',
    accepted: completes({ channel_id: open }),
    refused: completes({ channel_id: nowhere }),
  },
  {
    rule: 'no file is shared with a bot',
    source: 'second-hand: cannot_dm_bot',
    guessed: true,
    error: 'cannot_dm_bot',
    accepted: completes({ channel_id: 'U0ANNA0001' }),
    refused: completes({ channel_id: 'USLACKBOT' }),
  },
  {
    rule: 'a file is shared only where the app is a member',
    source: `${C} not_in_channel`,
    error: 'not_in_channel',
    accepted: completes({ channel_id: open }),
    refused: completes({ channel_id: 'C0AWAY0001' }),
  },
  {
    rule: 'a file is shared only where posting is allowed',
    source: `${C} posting_to_channel_denied; that an archive answers the same is ours`,
    guessed: true,
    error: 'posting_to_channel_denied',
    accepted: completes({ channel_id: open }),
    refused: (stage) => {
      stage.slack.channel('open').refusesPosts = 'restricted_action_read_only_channel'
      return completes({ channel_id: open })(stage)
    },
  },
  {
    rule: 'blocks with a file are blocks that Slack knows',
    source: `${C} invalid_blocks`,
    error: 'invalid_blocks',
    accepted: completes({ channel_id: open, blocks: [section] }),
    refused: completes({ channel_id: open, blocks: [{ type: 'nonsense' }] }),
  },
  {
    rule: 'blocks with a file are a list',
    source: 'taken over from M:chat.postMessage invalid_blocks_format',
    guessed: true,
    error: 'invalid_blocks_format',
    accepted: completes({ channel_id: open, blocks: [section] }),
    refused: completes({ channel_id: open, blocks: 'no json' }),
  },
  {
    rule: 'markdown blocks with a file hold at most 12,000 characters together',
    source: 'taken over from M:chat.postMessage msg_blocks_too_long',
    guessed: true,
    error: 'msg_blocks_too_long',
    accepted: completes({ channel_id: open, blocks: Array(2).fill({ type: 'markdown', text: long(6000) }) }),
    refused: completes({ channel_id: open, blocks: Array(2).fill({ type: 'markdown', text: long(6001) }) }),
  },
  {
    rule: 'with a comment, the blocks are left out',
    source: `${C} (initial_comment)`,
    accepted: (stage) => hasBlocks(stage, {}),
    refused: (stage) => hasBlocks(stage, { initial_comment: 'Here' }),
  },
  {
    rule: 'a file has no mimetype as long as Slack is looking at it',
    source: 'slack.md 3.7; that it takes a second is ours',
    guessed: true,
    accepted: (stage) => isTyped(stage, 1000),
    refused: (stage) => isTyped(stage, 999),
  },
  {
    rule: 'without a channel a file stays with the app',
    source: `${C}; slack.md 3.7`,
    accepted: async (stage) => {
      await completes({})(stage)
      return stage.slack.messages('open').length === 0
    },
    refused: async (stage) => {
      await completes({ channel_id: open })(stage)
      return stage.slack.messages('open').length === 0
    },
  },
]

async function hasBlocks(stage: Stage, args: object): Promise<boolean> {
  await completes({ channel_id: open, blocks: [section], ...args })(stage)
  return stage.slack.messages('open')[0]?.blocks !== undefined
}

async function isTyped(stage: Stage, ms: number): Promise<boolean> {
  const id = await stage.upload()
  await stage.call('files.completeUploadExternal', { files: [{ id }] })
  stage.clock.advance(ms)
  const { body } = await stage.call('files.info', { file: id })
  return JSON.stringify(body.file).includes('text/csv')
}
