import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../platform/i18n.ts'
import { columns } from './columns.ts'
import { columnName } from './messages.ts'
import type { Wrong } from './row.ts'
import { mostPasted, type Row } from './table.ts'

/** Rows that could not be used, to be put right and given again. */
export interface Mending {
  /** Below the line that names the columns; it can be read as it stands. */
  text: string
  /** How many rows of them it holds: from the first on, as many as fit into a field. */
  count: number
}

/** @returns undefined where nothing is wrong, or where not even the first row fits */
export function mendingOf(rows: readonly Row[], wrong: readonly Wrong[], language: Language): Mending | undefined {
  const lines = new Set(wrong.map(({ line }) => line))
  const bad = rows.filter(({ line }) => lines.has(line))
  const used = columns.filter((column) => bad.some(({ cells }) => cells[column] !== undefined))
  const written = bad.map(({ cells, beyond }) => toLine([...used.map((column) => cells[column] ?? ''), ...beyond]))
  let text = toLine(used.map((column) => columnName[column](language)))
  let count = 0
  for (const line of written) {
    if (text.length + line.length > mostPasted) break
    text += line
    count++
  }
  return count > 0 ? { text: text.trimEnd(), count } : undefined
}

const toLine = (cells: readonly string[]): string => stringify([[...cells]], { delimiter: ';' })
