/** Pieces of text in two columns that fit, to be read down the left one and then down the right one. */
import { pack } from '../../platform/slack/fold.ts'

/** One row of a message: a text over the whole width, or two columns. */
export type Row = { text: string } | { columns: readonly [string, string] }

/** Slack's limits with room to spare: 3,000 characters over the whole width, 2,000 in a column. */
export const widths = { full: 2_900, column: 1_900 }

/** Shorter than this it is read at a glance over the whole width. */
const shortText = 500

const lengthOf = (pieces: readonly string[]): number => pieces.join('\n').length

/** What one team said, over the whole width where it is short, else in two columns. @param pieces each fits a column */
export function fullWidth(pieces: readonly string[]): Row[] {
  if (pieces.length === 0) return []
  if (pieces.length === 1 || lengthOf(pieces) <= shortText) return [{ text: pieces.join('\n') }]
  const [chunk, rest] = firstChunk(pieces)
  const half = balance(chunk)
  const right = chunk.slice(half).join('\n')
  const row: Row = right === '' ? { text: chunk.join('\n') } : { columns: [chunk.slice(0, half).join('\n'), right] }
  return [row, ...fullWidth(rest)]
}

/** As many pieces as two columns hold whatever way they are cut in two. */
function firstChunk(pieces: readonly string[]): [readonly string[], readonly string[]] {
  let count = 1
  while (count < pieces.length && balanced(pieces.slice(0, count + 1))) count++
  return [pieces.slice(0, count), pieces.slice(count)]
}

const balanced = (pieces: readonly string[]): boolean => {
  const half = balance(pieces)
  return lengthOf(pieces.slice(0, half)) <= widths.column && lengthOf(pieces.slice(half)) <= widths.column
}

/** Where to cut so that the longer column is as short as can be; the left one is never empty. */
function balance(pieces: readonly string[]): number {
  const longer = (at: number) => Math.max(lengthOf(pieces.slice(0, at)), lengthOf(pieces.slice(at)))
  return pieces.reduce((best, _, index) => (longer(index + 1) < longer(best) ? index + 1 : best), 1)
}

/**
 * Two teams beside each other, each under its title; what one of them says beyond the other goes on over the whole width.
 * @param none said where a team said nothing
 */
export function sideBySide(
  left: { title: string; again: string; pieces: readonly string[] },
  right: { title: string; again: string; pieces: readonly string[] },
  none: string,
): Row[] {
  const parts = ({ title, pieces }: typeof left): string[] => {
    const room = widths.column - title.length - 1
    return pieces.length > 0 ? pack(pieces, room, '\n') : [none]
  }
  const [ours, theirs] = [parts(left), parts(right)]
  const both = Math.min(ours.length, theirs.length)
  const rows: Row[] = Array.from({ length: both }, (_, row) => {
    const head = (title: string) => (row === 0 ? `${title}\n` : '')
    return { columns: [`${head(left.title)}${ours[row]}`, `${head(right.title)}${theirs[row]}`] }
  })
  const longer = ours.length > theirs.length ? left : right
  const rest = (ours.length > theirs.length ? ours : theirs).slice(both)
  return rest.length > 0 ? [...rows, ...fullWidth([longer.again, ...rest])] : rows
}
