import { isJson, type Json, objects, textOf, wordsOf } from '../../json.ts'
import { RichText } from '../text/rich-text.tsx'
import { TextObject } from '../text/text-object.tsx'
import { Blocks } from './blocks.tsx'
import { Picture } from './picture.tsx'

/** Blocks in a frame with a title; where it can be collapsed, its title does it. */
export function ContainerBlock({ block }: { block: Json }) {
  const { is_collapsible, default_collapsed, has_header_divider, width } = block
  const body = <Blocks blocks={objects(block.child_blocks)} />
  const shared = { class: 'blocks-container', 'data-width': textOf(width) ?? 'standard' }
  const line = has_header_divider === true ? 'true' : undefined
  if (is_collapsible !== true)
    return (
      <section {...shared}>
        <div class="blocks-container-head" data-line={line}>
          <Head block={block} />
        </div>
        <div class="blocks-container-body">{body}</div>
      </section>
    )
  return (
    <details {...shared} open={default_collapsed !== true}>
      <summary class="blocks-container-head" data-line={line}>
        <Head block={block} />
      </summary>
      <div class="blocks-container-body">{body}</div>
    </details>
  )
}

function Head({ block: { icon, title, rich_text_title, subtitle } }: { block: Json }) {
  return (
    <>
      {isJson(icon) && <Picture image={icon} size="line" />}
      <span class="blocks-container-titles" title={isJson(rich_text_title) ? wordsOf(title) || undefined : undefined}>
        <span class="blocks-container-title">
          {isJson(rich_text_title) ? <RichText block={rich_text_title} /> : <TextObject text={title} />}
        </span>
        {isJson(subtitle) && (
          <span class="blocks-container-subtitle">
            <TextObject text={subtitle} />
          </span>
        )}
      </span>
    </>
  )
}
