import { useWords } from '../reading.ts'
import { focusMain } from '../shared/focus.ts'
import { words } from './words.ts'

/** The first thing the Tab key reaches: past the header and the sidebar. */
export function SkipLink() {
  const said = useWords(words)
  return (
    <button type="button" class="skip-link" onClick={focusMain}>
      {said.skip}
    </button>
  )
}
