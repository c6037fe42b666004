import type { Json } from '../../json.ts'
import { TextObject } from '../text/text-object.tsx'

export function HeaderBlock({ block }: { block: Json }) {
  return (
    <h3 class="blocks-header">
      <TextObject text={block.text} />
    </h3>
  )
}
