/** A CSV text as rows of cells. What is in the cells is read elsewhere. */
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Column, columnOf, columns } from './columns.ts'

export const mostRows = 500
/** Of a text that is pasted: what a field of Slack takes. */
export const mostPasted = 3_000

const row = z.object({
  /** On which it begins, counted from 1. */
  line: z.int(),
  /** Undefined: the file has no such column. */
  cells: z.partialRecord(z.enum(columns), z.string()),
  /** What it holds more than there are columns. */
  beyond: z.array(z.string()),
})
export type Row = z.infer<typeof row>
export const rows = z.array(row)

export type Table =
  /** `leftOut`: headings of columns that are none of ours. */
  { ok: true; rows: Row[]; leftOut: string[] } | { ok: false; trouble: Trouble }

export type Trouble =
  | { what: 'empty' | 'no names' | 'not a table' }
  | { what: 'column twice'; column: Column }
  /** In the row that begins on this line. */
  | { what: 'open quote'; line: number }
  | { what: 'too many'; count: number }

/** Longer than anything that is kept: what is cut off was of no use, and is still too long. */
const mostInCell = 600
const mostInRow = 20_000

/** Reads a table with its headings in the first line that is not empty. @param text separated by semicolons, commas or tabs */
export function readTable(text: string): Table {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  if (lines.trim() === '') return { ok: false, trouble: { what: 'empty' } }
  const delimiter = delimiterOf(lines)
  try {
    return tableOf(records(lines, delimiter))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, trouble: troubleOf(error, lines, delimiter) }
  }
}

interface Line {
  line: number
  cells: string[]
}

function tableOf([head, ...body]: Line[]): Table {
  const headings = head?.cells ?? []
  const found = headings.map(columnOf)
  const named = found.filter((column) => column !== undefined)
  const twice = named.find((column, index) => named.indexOf(column) < index)
  if (twice) return { ok: false, trouble: { what: 'column twice', column: twice } }
  if (!named.includes('name')) return { ok: false, trouble: { what: 'no names' } }
  if (body.length === 0) return { ok: false, trouble: { what: 'empty' } }
  if (body.length > mostRows) return { ok: false, trouble: { what: 'too many', count: body.length } }
  const leftOut = headings.filter((heading, index) => found[index] === undefined && heading.trim() !== '')
  return { ok: true, rows: body.map((one) => toRow(one, found)), leftOut: leftOut.map((one) => one.trim()) }
}

function toRow({ line, cells }: Line, found: readonly (Column | undefined)[]): Row {
  const known = found.flatMap((column, index) => (column ? [[column, harmless(cells[index] ?? '')]] : []))
  const beyond = cells.slice(found.length).map(harmless)
  return { line, cells: Object.fromEntries(known), beyond: beyond.some((cell) => cell !== '') ? beyond : [] }
}

/** An apostrophe that only keeps a spreadsheet from working something out, as in our own exports, is none of the text. */
const harmless = (cell: string): string =>
  cell
    .slice(0, mostInCell)
    .trim()
    .replace(/^'(?=\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20])/u, '')

const delimiters = [';', ',', '\t'] as const

/** The one by which most of the headings are known. They stand in one line, and need no quotes. */
function delimiterOf(lines: string): string {
  const head = lines.trimStart().split('\n', 1)[0] ?? ''
  const known = (delimiter: string): number =>
    head.split(delimiter).filter((heading) => columnOf(unquoted(heading)) !== undefined).length
  return delimiters.reduce((best, other) => (known(other) > known(best) ? other : best))
}

const unquoted = (heading: string): string => heading.trim().replace(/^"(.*)"$/, '$1')

/** Those that are not empty. @throws CsvError */
function records(lines: string, delimiter: string): Line[] {
  return everyRecord(lines, delimiter, -1).flatMap(({ record, info }) => {
    if (record.every((cell) => cell.trim() === '')) return []
    const within = record.join('').split('\n').length - 1
    return [{ line: info.lines - within, cells: record }]
  })
}

/** @param most how many; -1: all @throws CsvError */
function everyRecord(lines: string, delimiter: string, most: number) {
  const parsed: unknown = parse(lines, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostInRow,
    info: true,
    to: most,
  })
  return withInfo.parse(parsed)
}

/** What the package gives, where its types say otherwise. */
const withInfo = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

const readBefore = z.object({ records: z.int() })

function troubleOf(error: CsvError, lines: string, delimiter: string): Trouble {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return { what: 'not a table' }
  const { records: sound } = readBefore.parse(error)
  const last = sound === 0 ? undefined : everyRecord(lines, delimiter, sound).at(-1)
  return { what: 'open quote', line: (last?.info.lines ?? 0) + 1 }
}
