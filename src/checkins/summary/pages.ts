import type { KnownBlock } from '@slack/types'
import { header, section } from '../../platform/slack/blocks.ts'
import type { Row } from './columns.ts'

/** Rows under one heading. */
export interface Part {
  /** Plain text. */
  heading: string
  /** The same where it goes on, on a next page. */
  again: string
  rows: readonly Row[]
}

/** Slack's limits, with room to spare: 50 blocks, and what a message may hold in all. */
const most = { blocks: 40, length: 9_000 }

/** What a heading holds; a longer one stands as a paragraph. */
const longestHeader = 150

/**
 * Fills pages with blocks and parts, in order. No heading stands alone at the end of a page, and a part that goes on says so on
 * the next one.
 */
export function paginate(
  first: readonly KnownBlock[],
  parts: readonly Part[],
  last: readonly KnownBlock[],
): KnownBlock[][] {
  const pages: KnownBlock[][] = [[...first]]
  const add = (blocks: readonly KnownBlock[], onNewPage: readonly KnownBlock[] = blocks): void => {
    const page = pages.at(-1) ?? []
    if (page.length === 0 || hasRoom(page, blocks)) page.push(...blocks)
    else pages.push([...onNewPage])
  }
  for (const { heading, again, rows } of parts) {
    for (const [index, row] of rows.entries()) {
      const block = rowBlock(row)
      if (index === 0) add([headingBlock(heading), block])
      else add([block], [headingBlock(again), block])
    }
  }
  if (last.length > 0) add(last)
  return pages
}

function headingBlock(heading: string): KnownBlock {
  return [...heading].length <= longestHeader
    ? header(heading)
    : { type: 'section', text: { type: 'plain_text', text: heading, emoji: true } }
}

function rowBlock(row: Row): KnownBlock {
  if ('text' in row) return section(row.text)
  return { type: 'section', fields: row.columns.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) }
}

function hasRoom(page: readonly KnownBlock[], added: readonly KnownBlock[]): boolean {
  const length = [...page, ...added].reduce((sum, block) => sum + JSON.stringify(block).length, 0)
  return page.length + added.length <= most.blocks && length <= most.length
}
