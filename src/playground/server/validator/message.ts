import type { Json } from '../../json.ts'
import { anyBlock } from './blocks.ts'
import { misfit, oneAtLeast } from './checks.ts'
import { type Agreement, list, object, openObject, optional, required, string } from './rules.ts'
import { messageTotals, oneTable, together } from './together.ts'

export const messageBlocks = list(anyBlock, { max: 50 }, ...together, oneTable, ...messageTotals)

const markdownAlone: Agreement<Json> = {
  name: 'markdown_text stands alone',
  refusals: ({ markdown_text, text, blocks }) =>
    markdown_text !== undefined && (text !== undefined || blocks !== undefined)
      ? [misfit('', 'markdown_text goes without text and blocks')]
      : [],
}

/** What is said besides blocks. A text above 40,000 characters is cut off by Slack, not refused. */
export const message = object(
  {
    text: optional(string()),
    blocks: optional(messageBlocks),
    markdown_text: optional(string({ min: 1, max: 12_000 })),
    attachments: optional(list(openObject({ blocks: optional(messageBlocks) }), { max: 100 })),
    metadata: optional(
      object({
        event_type: required(string({ min: 1 })),
        event_payload: required(openObject({})),
        entities: optional(list(openObject({}))),
      }),
    ),
  },
  oneAtLeast('text', 'blocks', 'markdown_text', 'attachments'),
  markdownAlone,
)
