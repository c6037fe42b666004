import { type Json, objects } from '../../json.ts'
import { TextObject } from '../text/text-object.tsx'
import { Picture } from './picture.tsx'

export function ContextBlock({ block }: { block: Json }) {
  return (
    <div class="blocks-context">
      {objects(block.elements).map((one) =>
        one.type === 'image' ? <Picture image={one} size="line" /> : <TextObject text={one} />,
      )}
    </div>
  )
}
