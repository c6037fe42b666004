import { isJson, type Json, textOf } from '../../json.ts'
import { richText } from '../../plain/rich-text.ts'
import type { PageReading } from '../reading.ts'
import { PlainText } from '../text/plain-text.tsx'
import { RichText } from '../text/rich-text.tsx'

/** What stands in one cell of either table. */
export function Cell({ cell }: { cell: Json }) {
  if (cell.type === 'rich_text') return <RichText block={cell} />
  return <PlainText text={textOf(cell.text) ?? numeral(cell)} />
}

function numeral({ value }: Json): string {
  return typeof value === 'number' ? String(value) : ''
}

/** The rows of cells of a table; what is no row or no cell is an empty one. */
export function rowsOf({ rows }: Json): Json[][] {
  const given = Array.isArray(rows) ? rows : []
  return given.map((row) => (Array.isArray(row) ? row.map((cell) => (isJson(cell) ? cell : {})) : []))
}

/** By the value of numbers, else by words; numbers within words count as numbers. */
export function compareCells(a: Json | undefined, b: Json | undefined, reading: PageReading): number {
  if (typeof a?.value === 'number' && typeof b?.value === 'number') return a.value - b.value
  return wordsIn(a, reading).localeCompare(wordsIn(b, reading), reading.locale, { numeric: true })
}

function wordsIn(cell: Json | undefined, reading: PageReading): string {
  if (cell?.type === 'rich_text') return richText(cell, reading)
  return textOf(cell?.text) ?? ''
}

/** Columns that hold numbers only, below their head. */
export function numberColumns(rows: Json[][]): Set<number> {
  const [head = [], ...body] = rows
  const numeric = head.flatMap((_, at) =>
    body.length > 0 && body.every((row) => row[at]?.type === 'raw_number') ? [at] : [],
  )
  return new Set(numeric)
}
