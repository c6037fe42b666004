import { isJson, type Json, objects, textOf } from '../json.ts'
import type { Ids } from './ids.ts'

/** The same blocks with the block and action ids that Slack gives where the app left them out. */
export function withIds(blocks: Json[], ids: Ids): Json[] {
  const give = (thing: unknown) => {
    if (!isJson(thing) || thing.type === 'image') return thing
    return { ...thing, action_id: textOf(thing.action_id) ?? ids.next('a') }
  }
  return blocks.map((block) => {
    const next: Json = { ...block, block_id: textOf(block.block_id) ?? ids.next('b') }
    if (block.type === 'actions' || block.type === 'context_actions') next.elements = objects(block.elements).map(give)
    if (block.type === 'card' && block.actions) next.actions = objects(block.actions).map(give)
    if (block.type === 'carousel') next.elements = withIds(objects(block.elements), ids)
    if (block.type === 'input') next.element = give(block.element)
    if (block.type === 'section' && block.accessory) next.accessory = give(block.accessory)
    if (block.type === 'container') next.child_blocks = withIds(objects(block.child_blocks), ids)
    return next
  })
}
