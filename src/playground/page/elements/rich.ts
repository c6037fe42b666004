import { isJson, type Json, objects } from '../../json.ts'
import type { Reading } from '../../plain/reading.ts'
import { richText } from '../../plain/rich-text.ts'

const bullet = /^\s*[-*•]\s+(.*)$/
const numbered = /^\s*(\d+)[.)]\s+(.*)$/

interface Run {
  kind: 'text' | 'bullet' | 'ordered'
  lines: string[]
  start: number
}

/**
 * Typed text as Slack's composer keeps it: lines that begin with a dash or a number are lists, all else stays as it is.
 * @returns a rich_text block; null for nothing but spaces
 */
export function toRich(typed: string): Json | null {
  if (typed.trim() === '') return null
  const runs: Run[] = []
  for (const line of typed.split('\n')) {
    const next = runOf(line)
    const last = runs.at(-1)
    if (last?.kind === next.kind) last.lines.push(...next.lines)
    else runs.push(next)
  }
  return { type: 'rich_text', elements: runs.map(toPart) }
}

function runOf(line: string): Run {
  const point = bullet.exec(line)
  if (point) return { kind: 'bullet', lines: [point[1] ?? ''], start: 1 }
  const number = numbered.exec(line)
  if (number) return { kind: 'ordered', lines: [number[2] ?? ''], start: Number(number[1]) }
  return { kind: 'text', lines: [line], start: 1 }
}

const section = (text: string): Json => ({
  type: 'rich_text_section',
  elements: text === '' ? [] : [{ type: 'text', text }],
})

function toPart({ kind, lines, start }: Run): Json {
  if (kind === 'text') return section(lines.join('\n'))
  return {
    type: 'rich_text_list',
    style: kind,
    indent: 0,
    ...(start > 1 && { offset: start - 1 }),
    elements: lines.map(section),
  }
}

/** What is filled in, as it can be typed. */
export function fromRich(filled: unknown, reading: Reading): string {
  return isJson(filled) && objects(filled.elements).length > 0 ? richText(filled, reading) : ''
}
