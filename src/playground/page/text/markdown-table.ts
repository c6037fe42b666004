import { markdownInlines } from './markdown-inlines.ts'
import type { Align, Piece } from './pieces.ts'

/** A table whose second line is the rule below its head; undefined where it is none. @returns it and its number of lines */
export function markdownTable(lines: string[]): { piece: Piece; count: number } | undefined {
  const head = cells(lines[0] ?? '')
  const rule = cells(lines[1] ?? '')
  if (!lines[1]?.includes('-') || rule.length !== head.length || !rule.every((one) => /^:?-+:?$/.test(one)))
    return undefined
  const end = lines.findIndex((line, at) => at > 1 && !line.includes('|'))
  const rows = lines.slice(2, end < 0 ? undefined : end).map((line) => fitted(cells(line), head.length))
  return {
    piece: {
      is: 'table',
      aligns: rule.map(alignOf),
      head: head.map(markdownInlines),
      rows: rows.map((row) => row.map(markdownInlines)),
    },
    count: rows.length + 2,
  }
}

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
}

function fitted(row: string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => row[at] ?? '')
}

function alignOf(rule: string): Align | undefined {
  if (rule.startsWith(':') && rule.endsWith(':')) return 'center'
  if (rule.endsWith(':')) return 'right'
  return rule.startsWith(':') ? 'left' : undefined
}
