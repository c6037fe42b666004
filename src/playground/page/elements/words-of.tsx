import { wordsOf } from '../../json.ts'

/** A text object. */
export function Words({ text }: { text: unknown }) {
  return <>{wordsOf(text)}</>
}
