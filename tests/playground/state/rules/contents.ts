import type { StateRule } from '../rule.ts'
import { key, long, open, type Stage, section } from '../stage.ts'
import { lasting, posting, says } from './posting.ts'

const M = 'M:chat.postMessage'
/** Changes a message, too. */
const saysOrUpdates =
  (args: object, methods = posting) =>
  async (stage: Stage) => {
    const ts = await stage.post()
    const replies = await says(args, methods)(stage)
    return [...replies, await stage.call('chat.update', { channel: open, ts, ...args })]
  }

export const contentRules: StateRule[] = [
  {
    rule: 'a message says something',
    source: `${M} no_text`,
    error: 'no_text',
    accepted: saysOrUpdates({ blocks: [section] }),
    refused: saysOrUpdates({ text: ' ' }),
  },
  {
    rule: 'blocks are a list',
    source: `${M} invalid_blocks_format`,
    error: 'invalid_blocks_format',
    accepted: saysOrUpdates({ blocks: JSON.stringify([section]) }),
    refused: saysOrUpdates({ blocks: 'no json' }),
  },
  {
    rule: 'blocks are blocks that Slack knows, at most fifty',
    source: `${M} invalid_blocks; docs/stand-in-blocks.md`,
    error: 'invalid_blocks',
    accepted: saysOrUpdates({ blocks: Array(50).fill({ type: 'divider' }) }),
    refused: async (stage) => {
      const unknown = await saysOrUpdates({ blocks: [{ type: 'nonsense' }] })(stage)
      return [...unknown, ...(await saysOrUpdates({ blocks: Array(51).fill({ type: 'divider' }) })(stage))]
    },
  },
  {
    rule: 'a picture can only be a file that Slack has finished with',
    source: 'slack.md 3.7 (second-hand); that it takes a second is ours',
    guessed: true,
    error: 'invalid_blocks',
    accepted: async (stage) => picture(stage, 1000),
    refused: async (stage) => picture(stage, 999),
  },
  {
    rule: 'markdown blocks hold at most 12,000 characters together',
    source: `${M} msg_blocks_too_long; slack.md 3.2`,
    error: 'msg_blocks_too_long',
    accepted: saysOrUpdates({ blocks: Array(2).fill({ type: 'markdown', text: long(6000) }) }),
    refused: saysOrUpdates({ blocks: Array(2).fill({ type: 'markdown', text: long(6001) }) }),
  },
  {
    rule: 'attachments are a list',
    source: 'M:chat.update and M:chat.postEphemeral invalid_attachments; that the others answer the same is ours',
    guessed: true,
    error: 'invalid_attachments',
    accepted: saysOrUpdates({ attachments: [{ text: 'x' }] }),
    refused: saysOrUpdates({ attachments: 'x' }),
  },
  {
    rule: 'a message has at most a hundred attachments',
    source: `${M} too_many_attachments`,
    error: 'too_many_attachments',
    accepted: saysOrUpdates({ attachments: Array(100).fill({ text: 'x' }) }),
    refused: saysOrUpdates({ attachments: Array(101).fill({ text: 'x' }) }),
  },
  {
    rule: 'markdown_text stands alone',
    source: `${M} markdown_text_conflict`,
    error: 'markdown_text_conflict',
    accepted: saysOrUpdates({ markdown_text: '*Hello*' }),
    refused: saysOrUpdates({ markdown_text: '*Hello*', text: 'x' }),
  },
  {
    rule: 'metadata is an object',
    source: `${M} invalid_metadata_format`,
    error: 'invalid_metadata_format',
    accepted: saysOrUpdates({ text: 'x', metadata: JSON.stringify(key) }, lasting),
    refused: saysOrUpdates({ text: 'x', metadata: 'x' }, lasting),
  },
  {
    rule: 'metadata has an event_type and a payload of plain values',
    source: `${M} invalid_metadata_schema; slack.md 3.6`,
    error: 'invalid_metadata_schema',
    accepted: saysOrUpdates({ text: 'x', metadata: key }, lasting),
    refused: saysOrUpdates({ text: 'x', metadata: { ...key, event_payload: { deep: { no: 1 } } } }, lasting),
  },
  {
    rule: 'metadata takes at most 1,024 bytes',
    source: `${M} metadata_too_large; Slack names no figure`,
    guessed: true,
    error: 'metadata_too_large',
    accepted: saysOrUpdates({ text: 'x', metadata: { ...key, event_payload: { a: long(970) } } }, lasting),
    refused: saysOrUpdates({ text: 'x', metadata: { ...key, event_payload: { a: long(980) } } }, lasting),
  },
]

/** Posts a picture, so long after its upload. */
async function picture(stage: Stage, ms: number) {
  const id = await stage.upload()
  await stage.call('files.completeUploadExternal', { files: [{ id }] })
  stage.clock.advance(ms)
  return saysOrUpdates({ blocks: [{ type: 'image', alt_text: 'x', slack_file: { id } }] })(stage)
}
