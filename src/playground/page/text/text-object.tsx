import { isJson, textOf } from '../../json.ts'
import { Mrkdwn } from './mrkdwn.tsx'
import { PlainText } from './plain-text.tsx'

/** A text object of either kind; nothing where there is none. */
export function TextObject({ text }: { text: unknown }) {
  const words = isJson(text) ? textOf(text.text) : undefined
  if (!isJson(text) || words === undefined) return null
  if (text.type === 'mrkdwn') return <Mrkdwn text={words} verbatim={text.verbatim === true} />
  return <PlainText text={words} emoji={text.emoji !== false} />
}
