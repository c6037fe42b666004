import type { Engine } from '../src/platform/database/database.ts'
import type { StatementTime } from './statement-meter.ts'

/** The middle one; of an even number the upper of the two. */
export const median = (values: number[]): number => quantile(values, 0.5)

/** @param share 0 ≤ share ≤ 1 @returns NaN of no values */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Prints a table as Markdown. The first column is what a row is about. */
export function printTable(title: string, columns: string[], rows: (string | number)[][]): void {
  console.log(`\n${title}\n\n| | ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length + 1)}`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** Prints which statements took most. */
export function printStatements(where: string, statements: StatementTime[] = []): void {
  console.log(`\nStatements that took most, ${where}, last round:\n`)
  for (const { sql, count, totalMs, longestMs } of statements) {
    const figures = `${totalMs.toFixed(0)} ms in ${count}, longest ${longestMs.toFixed(1)} ms`
    console.log(`- ${figures}: ${sql.length > 160 ? `${sql.slice(0, 160)}…` : sql}`)
  }
}

export const nameOf = (engine: Engine): string => (engine === 'sqlite' ? 'SQLite' : 'PostgreSQL')
