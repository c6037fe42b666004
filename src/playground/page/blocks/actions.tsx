import { type Json, objects, textOf } from '../../json.ts'
import { Element } from '../elements/element.tsx'

/** The elements of an actions or context_actions block, in a row as far as they fit. */
export function ActionsBlock({ block }: { block: Json }) {
  return (
    <div class="blocks-actions" data-small={block.type === 'context_actions'}>
      {objects(block.elements).map((element, at) => (
        <Element key={textOf(element.action_id) ?? at} block={textOf(block.block_id) ?? ''} element={element} />
      ))}
    </div>
  )
}
