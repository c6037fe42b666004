import { useWords } from '../reading.ts'
import { words } from './words.ts'

/** Says that the server is not there, and that the page looks for it. */
export function AwayLine() {
  const said = useWords(words)
  return (
    <p class="away-line" role="status">
      {said.away}
    </p>
  )
}
