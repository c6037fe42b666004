import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { usePlace } from '../place.tsx'
import { useWords } from '../reading.ts'
import { words } from './words.ts'

const mostCharacters = 700
const mostLines = 15

/** Whether Slack would show only the beginning of a text in a message. */
export function isLong(text: string): boolean {
  return [...text].length > mostCharacters || text.split('\n').length > mostLines
}

/** What is long shows its beginning in a message, and the rest on demand. */
export function Folded({ text, children }: { text: string; children: ComponentChildren }) {
  const { surface } = usePlace()
  const [open, setOpen] = useState(false)
  const said = useWords(words)
  if (surface !== 'message' || !isLong(text)) return <>{children}</>
  return (
    <div class="blocks-folded">
      <div class="blocks-folded-text" data-open={open}>
        {children}
      </div>
      <button type="button" class="blocks-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? said.seeLess : said.seeMore}
      </button>
    </div>
  )
}
