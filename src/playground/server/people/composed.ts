import type { Json } from '../../json.ts'

type Style = Record<string, true>

const signs = { '*': 'bold', _: 'italic', '~': 'strike' } as const
const person = /<@(?<user>[A-Z0-9]+)(?:\|[^>]*)?>/
const place = /<#(?<channel>[A-Z0-9]+)(?:\|[^>]*)?>/
const code = /`(?<code>[^`\n]+)`/
const link = /(?<url>https?:\/\/[^\s<>]*[^\s<>.,:;!?)'"])/
const emoji = /(?<![\w:]):(?<emoji>[a-z][\w+-]*|\+1|-1|100):(?![\w:])/
const styled = /(?<![\p{L}\d*_~])(?<sign>[*_~])(?<inner>(?!\s)[^*_~\n]+(?<!\s))\k<sign>(?![\p{L}\d*_~])/u
const parts = new RegExp([person, place, code, link, emoji, styled].map(({ source }) => source).join('|'), 'gu')

/** What Slack's composer makes of typed text: rich text with its people, channels, links, emoji and styles. @param text as Slack keeps it, escaped */
export function composed(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elementsOf(text, {}) }] }
}

function elementsOf(text: string, style: Style): Json[] {
  const worn = Object.keys(style).length > 0 && { style }
  const plain = (words: string): Json[] => (words === '' ? [] : [{ type: 'text', text: unescaped(words), ...worn }])
  const found: Json[] = []
  let after = 0
  for (const part of text.matchAll(parts)) {
    found.push(...plain(text.slice(after, part.index)), ...elementsFor(part.groups ?? {}, style))
    after = part.index + part[0].length
  }
  return [...found, ...plain(text.slice(after))]
}

function elementsFor(groups: { [name: string]: string | undefined }, style: Style): Json[] {
  const { user, channel, code: typed, url, emoji: name, sign, inner = '' } = groups
  const worn = Object.keys(style).length > 0 && { style }
  if (user) return [{ type: 'user', user_id: user, ...worn }]
  if (channel) return [{ type: 'channel', channel_id: channel, ...worn }]
  if (typed) return [{ type: 'text', text: unescaped(typed), style: { ...style, code: true } }]
  if (url) return [{ type: 'link', url: unescaped(url), ...worn }]
  if (name) return [{ type: 'emoji', name, ...worn }]
  if (sign === '*' || sign === '_' || sign === '~') return elementsOf(inner, { ...style, [signs[sign]]: true })
  return []
}

const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
