import { useMemo } from 'preact/hooks'
import { Inlines } from './inline.tsx'
import { withEmoji } from './inlines.ts'
import type { Inline } from './pieces.ts'

/** A text without mark-up. @param emoji whether `:wave:` becomes its sign */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean }) {
  const inner = useMemo((): Inline[] => (emoji ? withEmoji(text) : [{ is: 'text', text }]), [text, emoji])
  return (
    <span class="text text-paragraph">
      <Inlines inner={inner} />
    </span>
  )
}
