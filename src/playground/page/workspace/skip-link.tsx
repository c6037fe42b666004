import { useWords } from '../reading.ts'
import { words } from './words.ts'

/** The first thing the Tab key reaches: past the header and the sidebar. */
export function SkipLink() {
  const said = useWords(words)
  return (
    <button type="button" class="skip-link" onClick={() => document.querySelector<HTMLElement>('.app-main')?.focus()}>
      {said.skip}
    </button>
  )
}
