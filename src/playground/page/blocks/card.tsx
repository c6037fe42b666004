import { isJson, type Json, objects, textOf } from '../../json.ts'
import { Element } from '../elements/element.tsx'
import { TextObject } from '../text/text-object.tsx'
import { Picture } from './picture.tsx'

export function CardBlock({ block }: { block: Json }) {
  const { hero_image, icon, title, subtitle, body } = block
  const actions = objects(block.actions)
  return (
    <article class="blocks-card">
      {isJson(hero_image) && <Picture image={hero_image} size="whole" />}
      <div class="blocks-card-head">
        {isJson(icon) && <Picture image={icon} size="line" />}
        <div>
          <Part name="blocks-card-title" text={title} />
          <Part name="blocks-card-subtitle" text={subtitle} />
        </div>
      </div>
      <Part name="blocks-card-body" text={body} />
      {actions.length > 0 && (
        <div class="blocks-actions">
          {actions.map((element, at) => (
            <Element key={textOf(element.action_id) ?? at} block={textOf(block.block_id) ?? ''} element={element} />
          ))}
        </div>
      )}
    </article>
  )
}

function Part({ name, text }: { name: string; text: unknown }) {
  return isJson(text) ? (
    <div class={name}>
      <TextObject text={text} />
    </div>
  ) : null
}
