import { unescaped } from '../../plain/mrkdwn.ts'
import { inlines } from './inlines.ts'
import type { Inline, Style } from './pieces.ts'

const marks: [pattern: RegExp, style: Style][] = [
  [/\*\*(?=\S)([^\n]*?\S)\*\*/y, 'bold'],
  [/__(?=\S)([^\n]*?\S)__/y, 'bold'],
  [/~~(?=\S)([^\n]*?\S)~~/y, 'strike'],
  [/\*(?=[^\s*])([^\n*]*?[^\s*])\*/y, 'italic'],
  [/(?<![\p{L}\p{N}])_(?=[^\s_])([^\n_]*?[^\s_])_(?![\p{L}\p{N}])/uy, 'italic'],
]

interface Taken {
  piece: Inline
  end: number
}

/** One paragraph of Markdown. Slack's references and emoji work in it as well. */
export function markdownInlines(text: string): Inline[] {
  return read(text, 0)
}

/** Marks within each other deeper than this stay as they are written. */
const deepest = 6

function read(text: string, depth: number): Inline[] {
  const found: Inline[] = []
  let plain = ''
  const words = () => {
    if (plain !== '') found.push({ is: 'text', text: unescaped(plain) })
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    const escaped = /^\\([\\`*_{}[\]()#+.!~|<>-])/.exec(text.slice(at, at + 2))
    const taken = escaped || depth > deepest ? undefined : takenAt(text, at, depth)
    if (taken) {
      words()
      found.push(taken.piece)
      at = taken.end
    } else {
      plain += escaped?.[1] ?? text[at]
      at += escaped ? 2 : 1
    }
  }
  words()
  return found
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function takenAt(text: string, at: number, depth: number): Taken | undefined {
  switch (text[at]) {
    case '`':
      return code(text, at)
    case '[':
      return link(text, at, depth)
    case '!':
      return text[at + 1] === '[' ? image(text, at) : undefined
    case '*':
    case '_':
    case '~':
      return marked(text, at, depth)
    case '<':
    case ':':
    case 'h':
      return asInSlack(text, at)
    default:
      return undefined
  }
}

function code(text: string, at: number): Taken | undefined {
  const match = matchAt(/(`{1,2})(?!`)([^\n]+?)(?<!`)\1(?!`)/y, text, at)
  if (match?.[2] === undefined) return undefined
  const inner: Inline[] = [{ is: 'text', text: match[2] }]
  return { piece: { is: 'styled', style: 'code', inner }, end: at + match[0].length }
}

function link(text: string, at: number, depth: number): Taken | undefined {
  const match = matchAt(
    /\[([^\]\n]{1,2000})\]\(\s*<?([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)?)>?(?:\s+"[^"\n]*")?\s*\)/y,
    text,
    at,
  )
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const piece: Inline = { is: 'link', address: match[2], inner: withoutLinks(read(match[1], depth + 1)) }
  return { piece, end: at + match[0].length }
}

/** No link stands within a link. */
function withoutLinks(inner: Inline[]): Inline[] {
  return inner.flatMap((one): Inline[] => {
    if (one.is === 'link') return withoutLinks(one.inner)
    return [one.is === 'styled' ? { ...one, inner: withoutLinks(one.inner) } : one]
  })
}

/** Pictures of others are not loaded; Slack shows a link as well. */
function image(text: string, at: number): Taken | undefined {
  const match = matchAt(/!\[([^\]\n]{0,2000})\]\(\s*([^\s()]+)[^()\n]*\)/y, text, at)
  if (match?.[2] === undefined) return undefined
  const inner: Inline[] = [{ is: 'text', text: match[1] || match[2] }]
  return { piece: { is: 'link', address: match[2], inner }, end: at + match[0].length }
}

function marked(text: string, at: number, depth: number): Taken | undefined {
  for (const [pattern, style] of marks) {
    const match = matchAt(pattern, text, at)
    if (match?.[1] === undefined) continue
    return { piece: { is: 'styled', style, inner: read(match[1], depth + 1) }, end: at + match[0].length }
  }
  return undefined
}

/** A reference, an emoji or a bare address, if one begins here. */
function asInSlack(text: string, at: number): Taken | undefined {
  const match = matchAt(
    /<[^<>\n]+>|:[a-z0-9_+'-]+(?:::skin-tone-[2-6])?:|(?<![\p{L}\p{N}])https?:\/\/[^\s<>|`"]+/uy,
    text,
    at,
  )
  if (!match) return undefined
  const [piece, ...rest] = inlines(match[0])
  if (!piece || piece.is === 'text') return undefined
  const after = rest.map((one) => (one.is === 'text' ? one.text : '')).join('')
  return { piece, end: at + match[0].length - after.length }
}
