import { type Json, objects } from '../../json.ts'
import { type Placed, placedElements } from '../../placed.ts'
import { misfit } from './checks.ts'
import type { Agreement, Total } from './rules.ts'

/** What can only be seen by looking at all blocks at once. */
export const together: Agreement<unknown[]>[] = [
  {
    name: 'unique block ids',
    refusals: (blocks) =>
      repeated(withChildren(blocks).map((one) => one.block_id)).map((id) =>
        misfit('', `block_id ${id} already exists`),
      ),
  },
  {
    name: 'unique action ids in a block',
    refusals: (blocks) =>
      withChildren(blocks).flatMap((block) => {
        const ids = ownElements(block).map(({ element }) => element.action_id)
        return repeated(ids).map((id) => misfit('', `action_id ${id} already exists in its block`))
      }),
  },
  {
    name: 'one focus',
    refusals: (blocks) =>
      placedElements(objects(blocks)).filter(({ element }) => element.focus_on_load === true).length > 1
        ? [misfit('', 'only one element may have focus_on_load')]
        : [],
  },
  {
    name: 'response_url_enabled in fields of modals',
    refusals: (blocks, surface) =>
      placedElements(objects(blocks))
        .filter(({ element, isInput }) => element.response_url_enabled === true && !(isInput && surface === 'modal'))
        .map(() => misfit('', 'response_url_enabled is for input blocks in modals')),
  },
]

export const oneTable: Total<unknown[]> = {
  name: 'table blocks',
  max: 1,
  measure: (blocks) => ofType(blocks, 'table').length,
  message: 'only one table block is allowed',
  at: '',
}

/** Only a message takes charts and markdown. */
export const messageTotals: Total<unknown[]>[] = [
  {
    name: 'data_visualization blocks',
    max: 2,
    measure: (blocks) => ofType(blocks, 'data_visualization').length,
    message: 'no more than 2 data_visualization blocks allowed',
    at: '',
  },
  {
    name: 'characters of markdown blocks',
    max: 12_000,
    measure: (blocks) => ofType(blocks, 'markdown').reduce((sum, one) => sum + [...String(one.text)].length, 0),
    message: 'markdown is too long in all',
    at: '',
    code: 'msg_blocks_too_long',
  },
]

/** The elements of a block itself, not those of the blocks in it. */
function ownElements(block: Json): Placed[] {
  return block.type === 'carousel' ? [] : placedElements([{ ...block, child_blocks: [] }])
}

function withChildren(blocks: unknown[]): Json[] {
  return objects(blocks).flatMap((block) => [
    block,
    ...objects(block.child_blocks),
    ...(block.type === 'carousel' ? objects(block.elements) : []),
    ...objects(block.tasks),
  ])
}

function ofType(blocks: unknown[], type: string): Json[] {
  return withChildren(blocks).filter((one) => one.type === type)
}

function repeated(ids: unknown[]): unknown[] {
  return [...new Set(ids.filter((id, at) => id !== undefined && ids.indexOf(id) !== at))]
}
