import { isJson, type Json, objects, textOf, wordsOf } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { TextObject } from '../text/text-object.tsx'
import { Folded } from './folded.tsx'
import { Picture } from './picture.tsx'

export function SectionBlock({ block }: { block: Json }) {
  const { text, accessory, expand } = block
  const fields = objects(block.fields)
  const words = <TextObject text={text} />
  return (
    <div class="blocks-section" data-accessory={isJson(accessory) ? String(accessory.type) : undefined}>
      <div class="blocks-section-body">
        {isJson(text) && (expand === true ? words : <Folded text={wordsOf(text)}>{words}</Folded>)}
        {fields.length > 0 && (
          <div class="blocks-fields">
            {fields.map((field) => (
              <div class="blocks-field">
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isJson(accessory) && (
        <div class="blocks-accessory">
          <Accessory block={textOf(block.block_id) ?? ''} element={accessory} />
        </div>
      )}
    </div>
  )
}

function Accessory({ block, element }: { block: string; element: Json }) {
  if (element.type === 'image') return <Picture image={element} size="accessory" />
  return <Element block={block} element={element} />
}
