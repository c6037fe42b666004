import { markdownInlines } from './markdown-inlines.ts'
import { markdownTable } from './markdown-table.ts'
import type { Item, Piece } from './pieces.ts'

/** Standard Markdown as far as Slack's markdown block shows it. Nothing in it is ever HTML. */
export function markdown(text: string): Piece[] {
  return pieces(text.replaceAll('\r\n', '\n').split('\n'), 0)
}

/** Quotes and lists within each other deeper than this are plain lines. */
const deepest = 8

interface Taken {
  piece: Piece
  /** How many lines it takes. */
  count: number
}

type Taker = (lines: string[], depth: number) => Taken | undefined

function pieces(lines: string[], depth: number): Piece[] {
  const found: Piece[] = []
  let plain: string[] = []
  const paragraph = () => {
    if (plain.length > 0) found.push({ is: 'paragraph', inner: markdownInlines(plain.join('\n')) })
    plain = []
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const taken = line.trim() === '' ? undefined : takenAt(lines, at, depth)
    if (taken || line.trim() === '') paragraph()
    if (taken) found.push(taken.piece)
    else if (line.trim() !== '') plain.push(line.trimStart())
    at += taken?.count ?? 1
  }
  paragraph()
  return found
}

function takenAt(lines: string[], at: number, depth: number): Taken | undefined {
  const line = lines[at] ?? ''
  const taker = takers.find(({ begins }) => begins.test(line))
  if (!taker || depth >= deepest) return undefined
  return taker.take(lines.slice(at, at + mostLines), depth)
}

/** No text of 12,000 characters has more. */
const mostLines = 12_000

const item = /^( {0,12})(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/

const takers: { begins: RegExp; take: Taker }[] = [
  { begins: /^ {0,3}(```|~~~)/, take: fence },
  { begins: /^ {0,3}#{1,6}\s/, take: heading },
  { begins: /^ {0,3}(?:-\s*){3,}$|^ {0,3}(?:\*\s*){3,}$|^ {0,3}(?:_\s*){3,}$/, take: rule },
  { begins: /^ {0,3}>/, take: quote },
  { begins: item, take: list },
  { begins: /\|/, take: markdownTable },
]

function fence(lines: string[]): Taken {
  const mark = /^ *(```|~~~)/.exec(lines[0] ?? '')?.[1] ?? '```'
  const end = lines.findIndex((line, at) => at > 0 && line.trimStart().startsWith(mark))
  const inside = lines.slice(1, end < 0 ? undefined : end).join('\n')
  return { piece: { is: 'code', inner: [{ is: 'text', text: inside }] }, count: end < 0 ? lines.length : end + 1 }
}

function heading(lines: string[]): Taken {
  const [, signs = '', words = ''] = /^ *(#+)\s+(.*?)\s*#*$/.exec(lines[0] ?? '') ?? []
  return { piece: { is: 'heading', level: signs.length, inner: markdownInlines(words) }, count: 1 }
}

function rule(): Taken {
  return { piece: { is: 'rule' }, count: 1 }
}

function quote(lines: string[], depth: number): Taken {
  const end = lines.findIndex((line) => !/^ {0,3}>/.test(line))
  const inside = lines.slice(0, end < 0 ? undefined : end)
  const inner = pieces(
    inside.map((line) => line.replace(/^ *> ?/, '')),
    depth + 1,
  )
  return { piece: { is: 'quote', inner }, count: inside.length }
}

/** Items as far as they are as much indented as the first; what is indented further belongs to the item before. */
function list(lines: string[], depth: number): Taken {
  const first = item.exec(lines[0] ?? '')
  const margin = first?.[1]?.length ?? 0
  const ordered = first?.[3] !== undefined
  const items: { head: string; below: string[] }[] = []
  let at = 0
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const match = item.exec(line)
    const indent = line.length - line.trimStart().length
    if (match && indent <= margin + 1) {
      if ((match[3] !== undefined) !== ordered || indent < margin) break
      items.push({ head: match[4] ?? '', below: [] })
    } else if (line.trim() === '' ? !continues(lines[at + 1], margin) : indent <= margin) break
    else items.at(-1)?.below.push(line)
  }
  const read = items.map(({ head, below }): Item => {
    const task = /^\[([ xX])\]\s+(.*)$/.exec(head)
    const inner = markdownInlines(task?.[2] ?? head)
    return { inner, done: task ? task[1] !== ' ' : undefined, below: pieces(unindented(below), depth + 1) }
  })
  return { piece: { is: 'list', ordered, start: Number(first?.[3] ?? 1), items: read }, count: at }
}

function continues(next: string | undefined, margin: number): boolean {
  if (next === undefined || next.trim() === '') return false
  return next.length - next.trimStart().length > margin || item.test(next)
}

function unindented(lines: string[]): string[] {
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const least = Math.min(...margins)
  return Number.isFinite(least) ? lines.map((line) => line.slice(least)) : lines
}
