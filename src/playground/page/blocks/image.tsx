import { isJson, type Json } from '../../json.ts'
import { TextObject } from '../text/text-object.tsx'
import { Picture } from './picture.tsx'

export function ImageBlock({ block }: { block: Json }) {
  return (
    <figure class="blocks-image">
      {isJson(block.title) && (
        <figcaption class="blocks-image-title">
          <TextObject text={block.title} />
        </figcaption>
      )}
      <Picture image={block} size="whole" />
    </figure>
  )
}
