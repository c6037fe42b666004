import { isJson, type Json, objects, textOf } from './json.ts'

/** An element a person can use, with the block it stands in. */
export interface Placed {
  block: Json
  blockId: string
  element: Json
  actionId: string
  /** Whether it is the field of an input block. */
  isInput: boolean
}

const nested = ['child_blocks'] as const

/** Every interactive element in these blocks, in reading order. */
export function placedElements(blocks: Json[]): Placed[] {
  return blocks.flatMap((block) => [
    ...elementsOf(block).map((element) => ({
      block,
      blockId: textOf(block.block_id) ?? '',
      element,
      actionId: textOf(element.action_id) ?? '',
      isInput: block.type === 'input',
    })),
    ...nested.flatMap((key) => placedElements(objects(block[key]))),
    ...(block.type === 'carousel' ? placedElements(objects(block.elements)) : []),
  ])
}

function elementsOf(block: Json): Json[] {
  if (block.type === 'actions' || block.type === 'context_actions') return objects(block.elements)
  if (block.type === 'card') return objects(block.actions)
  const single = block.type === 'input' ? block.element : block.type === 'section' ? block.accessory : undefined
  return isJson(single) && single.type !== 'image' ? [single] : []
}
