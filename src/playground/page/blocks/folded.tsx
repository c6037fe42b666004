import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { usePlace } from '../place.tsx'
import { useWords } from '../reading.ts'
import { words } from './words.ts'

const mostCharacters = 700
const mostLines = 15

/** Whether Slack would show only the beginning of a text in a message. */
function isLong(text: string): boolean {
  return [...text].length > mostCharacters || text.split('\n').length > mostLines
}

/** About how many characters stand in a line of a message on a wide screen. */
const lineLength = 90

/** How many lines what Slack shows of a long text takes, about. */
export function linesShown(text: string): number {
  const lines = text.slice(0, mostCharacters).split('\n')
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0)
  return Math.min(mostLines, rows)
}

/** What is long shows its beginning in a message, and the rest on demand. */
export function Folded({ text, children }: { text: string; children: ComponentChildren }) {
  const { surface } = usePlace()
  const [open, setOpen] = useState(false)
  const said = useWords(words)
  if (surface !== 'message' || !isLong(text)) return <>{children}</>
  return (
    <div class="blocks-folded">
      <div class="blocks-folded-text" data-open={open} style={{ '--blocks-lines': linesShown(text) }}>
        {children}
      </div>
      <button type="button" class="blocks-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? said.seeLess : said.seeMore}
      </button>
    </div>
  )
}
