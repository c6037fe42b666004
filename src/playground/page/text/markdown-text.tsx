import { useMemo } from 'preact/hooks'
import { markdown } from './markdown.ts'
import { Pieces } from './piece.tsx'

/** A text in standard Markdown, as in a markdown block. */
export function MarkdownText({ text }: { text: string }) {
  const pieces = useMemo(() => markdown(text), [text])
  return <Pieces pieces={pieces} name="text text-markdown" />
}
