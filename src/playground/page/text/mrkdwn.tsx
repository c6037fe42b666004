import { useMemo } from 'preact/hooks'
import { markup } from './markup.ts'
import { Pieces } from './piece.tsx'

/** A text in Slack's mark-up. @param verbatim bare addresses stay as they are */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  const pieces = useMemo(() => markup(text, { verbatim }), [text, verbatim])
  return <Pieces pieces={pieces} />
}
