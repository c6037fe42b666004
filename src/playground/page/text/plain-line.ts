import { dateText } from '../../plain/dates.ts'
import type { PageReading } from '../reading.ts'
import { emojiOf } from './emoji.ts'
import { inlines } from './inlines.ts'
import type { Inline } from './pieces.ts'

/** The first line of a text that says something, without its mark-up; undefined when none does. */
export function firstLine(text: string, reading: PageReading): string | undefined {
  return linesOf(text, reading)[0]
}

/** A text as one line without its mark-up, to be heard. */
export function plainLine(text: string, reading: PageReading): string {
  return linesOf(text, reading).join(' ')
}

function linesOf(text: string, reading: PageReading): string[] {
  return text
    .split('\n')
    .map((line) => plainWords(inlines(line.replace(/^(&gt;|>|\s)+/, '')), reading).trim())
    .filter((line) => line !== '')
}

function plainWords(parts: Inline[], reading: PageReading): string {
  return parts.map((one) => plainWord(one, reading)).join('')
}

function plainWord(one: Inline, reading: PageReading): string {
  switch (one.is) {
    case 'text':
      return one.text
    case 'emoji':
      return emojiOf(one.name)
    case 'styled':
    case 'link':
      return plainWords(one.inner, reading)
    case 'user':
      return `@${reading.user(one.id) ?? (one.label || one.id)}`
    case 'channel':
      return `#${reading.channel(one.id) ?? (one.label || one.id)}`
    case 'group':
      return `@${reading.group(one.id) ?? (one.label || one.id)}`
    case 'broadcast':
      return `@${one.range}`
    case 'date':
      return dateText(one.seconds, one.form, reading)
  }
}
