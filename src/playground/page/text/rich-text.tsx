import { type Json, objects, textOf } from '../../json.ts'
import { RichInline } from './rich-inline.tsx'

/** A rich_text block. */
export function RichText({ block }: { block: Json }) {
  return (
    <div class="text text-rich">
      {objects(block.elements).map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </div>
  )
}

function Part({ part }: { part: Json }) {
  const border = part.border === 1 ? 'true' : undefined
  switch (part.type) {
    case 'rich_text_list':
      return <List part={part} />
    case 'rich_text_quote':
      return (
        <blockquote class="text-quote text-paragraph">
          <Line part={part} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre class="text-pre" data-border={border} data-language={textOf(part.language)}>
          <Line part={part} />
        </pre>
      )
    default:
      return (
        <div class="text-paragraph">
          <Line part={part} />
        </div>
      )
  }
}

function Line({ part }: { part: Json }) {
  return objects(part.elements).map((one, at) => <RichInline key={at} one={one} />)
}

const deepest = 8

/** Slack sends nested lists as one list after the other, each with how far it is indented. */
function List({ part }: { part: Json }) {
  const indent = Math.min(deepest, whole(part.indent))
  const items = objects(part.elements).map((item, at) => (
    <li key={at}>
      <span class="text-paragraph">
        <Line part={item} />
      </span>
    </li>
  ))
  const shared = {
    class: 'text-list',
    'data-indent': indent,
    'data-level': indent % 3,
    'data-border': part.border === 1 ? 'true' : undefined,
  }
  return part.style === 'ordered' ? (
    <ol {...shared} start={whole(part.offset) + 1}>
      {items}
    </ol>
  ) : (
    <ul {...shared}>{items}</ul>
  )
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
}
