import { useRef } from 'preact/hooks'
import { type Json, objects, strings, textOf, wordsOf } from '../../json.ts'
import { sizeText } from '../blocks/files.tsx'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { useDoing } from './doing.tsx'
import { useNaming } from './naming.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

/** A file as Slack tells of it. */
export function toFile(
  { name, type, size }: { name: string; type: string; size: number },
  id: string,
  user: string,
): Json {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return {
    id,
    name,
    title: name,
    mimetype: type || 'application/octet-stream',
    filetype: ending,
    size,
    user,
    mode: 'hosted',
  }
}

const mostBytes = 5_000_000

/** What is in a file, in base64; undefined where that is too much to send along. */
export async function contentOf(file: Blob): Promise<string | undefined> {
  if (file.size > mostBytes) return undefined
  let binary = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function newFileId(): string {
  const signs = crypto.getRandomValues(new Uint8Array(10))
  return `F${[...signs].map((sign) => (sign % 36).toString(36).toUpperCase()).join('')}`
}

/** Files from this computer. */
export function FileInput(props: ElementProps) {
  const { block, element } = props
  const { locale, me } = useReading()
  const own = useWords(words)
  const doing = useDoing(props)
  const naming = useNaming(props, own.file)
  const picker = useRef<HTMLInputElement>(null)
  const files = objects(usePlace().filled(block, element))
  const most = typeof element.max_files === 'number' ? element.max_files : 10
  const types = strings(element.filetypes).map((one) => `.${one}`)
  return (
    <>
      <ul class="elements-files">
        {files.map((file) => (
          <li key={String(file.id)}>
            <span>{textOf(file.name)}</span>
            {typeof file.size === 'number' && <small>{sizeText(file.size, locale)}</small>}
            <button
              type="button"
              class="elements-clear"
              aria-label={own.remove(textOf(file.name) ?? '')}
              onClick={() => {
                doing.give(files.filter((one) => one !== file))
                picker.current?.focus()
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <label class="button elements-pick" data-off={files.length >= most}>
        <input
          {...naming}
          ref={picker}
          type="file"
          class="elements-pick-input"
          multiple={most > 1}
          accept={types.join(',') || undefined}
          disabled={files.length >= most}
          onChange={async (event) => {
            const picked = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            const more = await Promise.all(
              picked.map(async (file) => ({ ...toFile(file, newFileId(), me), content: await contentOf(file) })),
            )
            if (more.length > 0) doing.give([...files, ...more].slice(0, most))
          }}
        />
        <span aria-hidden="true">{wordsOf(element.placeholder) || own.addFile}</span>
      </label>
      {doing.aside}
    </>
  )
}
