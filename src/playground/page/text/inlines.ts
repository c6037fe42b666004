import { unescaped } from '../../plain/mrkdwn.ts'
import { signOf } from './emoji.ts'
import type { Inline, Style } from './pieces.ts'
import { referenceIn } from './reference.ts'

/** One line or more of Slack's mark-up without what makes blocks of lines. @param verbatim bare addresses are no links */
export function inlines(text: string, { verbatim = false } = {}): Inline[] {
  return read(text, { verbatim, within: [], hopeless: new Map() })
}

/** Only the codes of emoji, as in a `plain_text`. */
export function withEmoji(text: string): Inline[] {
  const parts = text.split(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/)
  return parts.flatMap((part, at): Inline[] => {
    if (at % 2 === 0) return part === '' ? [] : [{ is: 'text', text: part }]
    return [signOf(part) === undefined ? { is: 'text', text: `:${part}:` } : { is: 'emoji', name: part }]
  })
}

interface Reader {
  verbatim: boolean
  /** The styles that are open; none stands within itself. */
  within: Style[]
  /** Up to where it is known that a sign is not closed, so that a long text is not searched again for each. */
  hopeless: Map<string, number>
}

interface Taken {
  piece: Inline
  /** Where it goes on. */
  end: number
}

const styles: Readonly<Record<string, Style>> = { '*': 'bold', _: 'italic', '~': 'strike' }

function read(text: string, reader: Reader): Inline[] {
  const found: Inline[] = []
  let from = 0
  let at = 0
  const words = (end: number) => {
    if (end > from) found.push({ is: 'text', text: unescaped(text.slice(from, end)) })
  }
  while (at < text.length) {
    const taken = takenAt(text, at, reader)
    if (!taken) {
      at += 1
      continue
    }
    words(at)
    found.push(taken.piece)
    at = taken.end
    from = at
  }
  words(at)
  return found
}

function takenAt(text: string, at: number, reader: Reader): Taken | undefined {
  switch (text[at]) {
    case '<':
      return reference(text, at)
    case '`':
      return code(text, at)
    case ':':
      return emoji(text, at)
    case '*':
    case '_':
    case '~':
      return styled(text, at, reader)
    case 'h':
      return reader.verbatim ? undefined : bareAddress(text, at)
    default:
      return undefined
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function reference(text: string, at: number): Taken | undefined {
  const match = matchAt(/<([^<>\n]+)>/y, text, at)
  const piece = match?.[1] === undefined ? undefined : referenceIn(match[1])
  return match && piece ? { piece, end: at + match[0].length } : undefined
}

function code(text: string, at: number): Taken | undefined {
  const match = matchAt(/`([^`\n]+)`/y, text, at)
  return match?.[1] === undefined
    ? undefined
    : { piece: { is: 'styled', style: 'code', inner: verbatimWords(match[1]) }, end: at + match[0].length }
}

/** What stands in code: the references are read, nothing else. */
export function verbatimWords(text: string): Inline[] {
  return text
    .split(/(<[^<>\n]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const inside = /^<(.*)>$/.exec(part)?.[1]
      return (inside === undefined ? undefined : referenceIn(inside)) ?? { is: 'text', text: unescaped(part) }
    })
}

function emoji(text: string, at: number): Taken | undefined {
  const match = matchAt(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y, text, at)
  if (match?.[1] === undefined || signOf(match[1]) === undefined) return undefined
  return { piece: { is: 'emoji', name: match[1] }, end: at + match[0].length }
}

/** A full stop, comma or bracket after an address belongs to the sentence. */
function bareAddress(text: string, at: number): Taken | undefined {
  if (isWord(text[at - 1])) return undefined
  const found = matchAt(/https?:\/\/[^\s<>|`"]+/y, text, at)?.[0].replace(/[.,:;!?*_~')\]]+$/, '')
  if (!found || !/^https?:\/\/\w/.test(found)) return undefined
  const address = unescaped(found)
  return { piece: { is: 'link', address, inner: [{ is: 'text', text: address }] }, end: at + found.length }
}

function styled(text: string, at: number, reader: Reader): Taken | undefined {
  const sign = text[at] ?? ''
  const style = styles[sign]
  if (!style || reader.within.includes(style) || !opens(text, at)) return undefined
  if ((reader.hopeless.get(sign) ?? -1) > at) return undefined
  const close = closingOf(text, at)
  if (close === undefined) {
    const line = text.indexOf('\n', at)
    reader.hopeless.set(sign, line < 0 ? text.length : line)
    return undefined
  }
  const within = [...reader.within, style]
  const inner = read(text.slice(at + 1, close), { ...reader, within, hopeless: new Map() })
  return { piece: { is: 'styled', style, inner }, end: close + 1 }
}

/** As in Slack a sign opens before a word, not in one, and not where it stands twice. */
function opens(text: string, at: number): boolean {
  const sign = text[at]
  const before = text[at - 1]
  const after = text[at + 1]
  return !isWord(before) && before !== sign && after !== sign && after !== undefined && !/\s/.test(after)
}

function closingOf(text: string, open: number): number | undefined {
  const sign = text[open]
  for (let at = open + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '<' || text[at] === '`') at = skipped(text, at)
    else if (text[at] === sign && at > open + 1 && closes(text, at)) return at
  }
  return undefined
}

function closes(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  return !/\s/.test(before) && before !== text[at] && text[at + 1] !== text[at] && !isWord(text[at + 1])
}

/** The last sign of a reference or of code that begins here. */
function skipped(text: string, at: number): number {
  const whole = matchAt(/<[^<>\n]+>|`[^`\n]+`/y, text, at)
  return whole ? at + whole[0].length - 1 : at
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}
