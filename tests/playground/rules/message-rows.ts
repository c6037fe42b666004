import type { Json } from '../../../src/playground/json.ts'
import { cell, divider, section, wholeMessage } from './examples.ts'
import { type Frame, long, many, type Row } from './row.ts'
import { blocksFile, extensionsFile, guess, notes, page, secondHand, skills, types } from './sources.ts'
import { subject } from './subject.ts'

const list: Frame = { place: 'message', prefix: '/blocks', put: (example) => (example as Json).blocks }
const blocks = subject('a message', page('block-kit/blocks'), list, { blocks: [section] })
const select = (more: object = {}) => ({ type: 'users_select', ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const named = (...ids: string[]) => ({ blocks: ids.map((block_id) => ({ ...divider, block_id })) })
const within = (...ids: string[]) => ({
  type: 'container',
  title: { type: 'plain_text', text: 'x' },
  child_blocks: named(...ids).blocks,
})
const planned = (...ids: string[]) => ({
  type: 'plan',
  title: 'x',
  tasks: ids.map((block_id) => ({ type: 'task_card', task_id: 't', title: 'x', status: 'pending', block_id })),
})
const tables = (count: number) => ({ blocks: many(count, () => ({ type: 'table', rows: [[cell()]] })) })
const pie = { type: 'data_visualization', title: 'x', chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] } }
const markdown = (...lengths: number[]) => ({
  blocks: lengths.map((length) => ({ type: 'markdown', text: long(length) })),
})

const message = subject('a message', notes('methods/chat.postMessage'), wholeMessage, {
  text: 'x',
  blocks: [section],
  attachments: [{ blocks: [section], color: 'good' }],
  metadata: { event_type: 'e', event_payload: { id: 1 }, entities: [{}] },
})
const only = (more: Json): Json => ({
  text: undefined,
  blocks: undefined,
  attachments: undefined,
  metadata: undefined,
  ...more,
})
const metadata = types('message-metadata.d.ts: MessageMetadata')

export const messageRows: Row[] = [
  blocks.rule(
    'A message has at most 50 blocks.',
    { blocks: many(50, () => divider) },
    { blocks: many(51, () => divider) },
    '',
    'max_items',
  ),
  blocks.rule(
    'Every block_id stands once in a message.',
    named('a', 'b'),
    named('a', 'a'),
    '',
    'all_of',
    blocksFile('Block.block_id'),
  ),
  blocks.rule(
    'Every block_id stands once in a message, the blocks within blocks among them.',
    { blocks: [within('a', 'b')] },
    { blocks: [within('a', 'a')] },
    '',
    'all_of',
    blocksFile('Block.block_id'),
  ),
  blocks.rule(
    'Every block_id stands once in a message, the blocks within blocks among them.',
    { blocks: [planned('a', 'b')] },
    { blocks: [planned('a', 'a')] },
    '',
    'all_of',
    blocksFile('Block.block_id'),
  ),
  blocks.rule(
    'Every action_id stands once in its block.',
    { blocks: [actions(select({ action_id: 'a' })), actions(select({ action_id: 'a' }))] },
    { blocks: [actions(select({ action_id: 'a' }), select({ action_id: 'a' }))] },
    '',
    'all_of',
    extensionsFile('Action.action_id'),
  ),
  blocks.rule(
    'Only one element has `focus_on_load`.',
    { blocks: [actions(select({ focus_on_load: true }))] },
    { blocks: [actions(select({ focus_on_load: true }), select({ focus_on_load: true }))] },
    '',
    'all_of',
    extensionsFile('Focusable.focus_on_load'),
  ),
  blocks.rule(
    '`response_url_enabled` is for input blocks in modals.',
    { blocks: [actions({ type: 'channels_select' })] },
    { blocks: [actions({ type: 'channels_select', response_url_enabled: true })] },
    '',
    'all_of',
    notes('block-kit/block-elements/select-menu-element'),
  ),
  blocks.rule('A message has one table.', tables(1), tables(2), '', 'maximum', skills),
  blocks.rule(
    'A message has at most 2 data_visualization blocks.',
    { blocks: many(2, () => pie) },
    { blocks: many(3, () => pie) },
    '',
    'maximum',
    secondHand('@chat-adapter/slack (found live)'),
  ),
  blocks
    .rule(
      'The markdown blocks of a message have at most 12,000 characters in all.',
      markdown(6000, 6000),
      markdown(6000, 6001),
      '',
      'maximum',
      skills,
    )
    .map((row) => ({ ...row, code: 'msg_blocks_too_long' })),
  message.rule(
    'A text above 40,000 characters is cut off, not refused.',
    { text: long(40_001) },
    { text: 1 },
    '/text',
    'type',
  ),
  message.count('attachments', { max: 100 }, () => ({ text: 'x' })),
  message.rule(
    'The blocks of an attachment keep the rules of a message.',
    {},
    { attachments: [{ blocks: many(51, () => divider) }] },
    '/attachments/0/blocks',
    'max_items',
    guess('as the blocks of the message'),
  ),
  message.rule('A message says something.', { blocks: undefined }, only({}), ''),
  message.rule(
    '`markdown_text` goes without `text`.',
    only({ markdown_text: 'x' }),
    only({ markdown_text: 'x', text: 'x' }),
    '',
  ),
  message.rule(
    '`markdown_text` goes without `blocks`.',
    only({ markdown_text: 'x' }),
    only({ markdown_text: 'x', blocks: [section] }),
    '',
  ),
  message.rule(
    'The `markdown_text` of a message has at most 12,000 characters.',
    only({ markdown_text: long(12_000) }),
    only({ markdown_text: long(12_001) }),
    '/markdown_text',
    'max_length',
  ),
  message.rule(
    'The `markdown_text` of a message is not empty.',
    only({ markdown_text: 'x' }),
    only({ markdown_text: '' }),
    '/markdown_text',
    'min_length',
    guess('what is said is not empty'),
  ),
  subject('a message', metadata, wholeMessage, { text: 'x', metadata: { event_type: 'e', event_payload: {} } }).needs(
    'metadata/event_type',
    'metadata/event_payload',
  ),
  message.length('metadata/event_type', { min: 1 }, guess('what is required is not empty')),
].flat()
