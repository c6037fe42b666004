import { useState } from 'preact/hooks'
import { isJson } from '../../json.ts'
import { useWords } from '../reading.ts'
import { words } from './words.ts'

const openTo = 3

/** Any value as indented JSON whose parts fold; what is folded is not drawn. */
export function JsonView({ value, name, depth = 0 }: { value: unknown; name?: string; depth?: number }) {
  const { traffic } = useWords(words)
  const [open, setOpen] = useState(depth < openTo)
  const list = Array.isArray(value)
  const parts: [string | undefined, unknown][] = list
    ? value.map((one) => [undefined, one])
    : isJson(value)
      ? Object.entries(value)
      : []
  if (parts.length === 0) return <Leaf value={value} name={name} />
  const [before, after] = list ? ['[', ']'] : ['{', '}']
  const size = list ? traffic.items(parts.length) : traffic.fields(parts.length)
  return (
    <details class="json" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name !== undefined && <Key name={name} />}
        {before}
        {!open && (
          <>
            {' '}
            <span class="json-size">{size}</span> {after}
          </>
        )}
      </summary>
      {open && (
        <>
          <div class="json-parts">
            {parts.map(([key, part], at) => (
              <JsonView key={key ?? at} value={part} depth={depth + 1} {...(key !== undefined && { name: key })} />
            ))}
          </div>
          {after}
        </>
      )}
    </details>
  )
}

function Leaf({ value, name }: { value: unknown; name: string | undefined }) {
  return (
    <div class="json-leaf">
      {name !== undefined && <Key name={name} />}
      <span data-kind={value === null ? 'null' : typeof value}>{JSON.stringify(value) ?? 'undefined'}</span>
    </div>
  )
}

const Key = ({ name }: { name: string }) => <span class="json-key">{name}: </span>
