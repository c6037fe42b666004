import { type Json, objects, textOf } from '../json.ts'
import { dateText, secondsOf } from './dates.ts'
import { indented } from './layout.ts'
import type { Reading } from './reading.ts'

/** A rich_text block. */
export function richText(block: Json, reading: Reading): string {
  return objects(block.elements)
    .map((part) => partText(part, reading))
    .join('\n')
    .replace(/\n+$/, '')
}

function partText(part: Json, reading: Reading): string {
  const inline = () =>
    objects(part.elements)
      .map((one) => inlineText(one, reading))
      .join('')
  if (part.type === 'rich_text_list') return listText(part, reading)
  if (part.type === 'rich_text_quote') return inline().replace(/^/gm, '> ')
  return part.type === 'rich_text_preformatted' ? indented(inline()) : inline()
}

function listText({ elements, style, indent, offset }: Json, reading: Reading): string {
  const start = typeof offset === 'number' ? offset + 1 : 1
  const margin = '  '.repeat(typeof indent === 'number' ? indent : 0)
  const mark = (at: number) => (style === 'ordered' ? `${start + at}.` : '•')
  return objects(elements)
    .map((item, at) => `${margin}${mark(at)} ${partText(item, reading)}`)
    .join('\n')
}

function inlineText(one: Json, reading: Reading): string {
  const id = (key: string) => textOf(one[key]) ?? ''
  switch (one.type) {
    case 'user':
      return `@${reading.user?.(id('user_id')) ?? id('user_id')}`
    case 'channel':
      return `#${reading.channel?.(id('channel_id')) ?? id('channel_id')}`
    case 'usergroup':
      return `@${reading.group?.(id('usergroup_id')) ?? id('usergroup_id')}`
    case 'broadcast':
      return `@${one.range}`
    case 'emoji':
      return `:${one.name}:`
    case 'link':
      return one.text && one.text !== one.url ? `${one.text} (${one.url})` : id('url')
    case 'date': {
      const seconds = secondsOf(one.timestamp)
      return seconds === undefined ? id('fallback') : dateText(seconds, id('format'), reading)
    }
    default:
      return textOf(one.text) ?? textOf(one.value) ?? ''
  }
}
