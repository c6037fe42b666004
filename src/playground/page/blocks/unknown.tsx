import { textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { words } from './words.ts'

/** Where something stands that cannot be drawn. */
export function UnknownBlock({ type }: { type: unknown }) {
  return <p class="blocks-unknown">{useWords(words).unknown(textOf(type) ?? '?')}</p>
}
