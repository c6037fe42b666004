import { stringify } from 'csv-stringify/sync'
import type { ExportTable } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'

/** Spreadsheets read UTF-8 only where it says so. */
const byteOrderMark = '\uFEFF'

/**
 * A table as a spreadsheet opens it. What would be taken for a formula stands behind an apostrophe, so that nothing anybody
 * typed is ever worked out on somebody's machine.
 * @param language a Dutch spreadsheet separates by semicolons: the comma is in its numbers
 */
export function toCsv({ columns, rows }: ExportTable, language: Language): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
  const delimiter = language === 'nl' ? ';' : ','
  return byteOrderMark + stringify(cells, { delimiter, record_delimiter: 'windows' })
}

/**
 * @see https://owasp.org/www-community/attacks/CSV_Injection for the characters; a spreadsheet also looks past white space,
 * and takes the full-width ones for the others
 */
function harmless(text: string): string {
  return /^\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/u.test(text) ? `'${text}` : text
}
