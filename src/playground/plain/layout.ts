/** Every line two spaces further. */
export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

/** Rows with their columns under each other. */
export function aligned(rows: string[][]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)), [])
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}
