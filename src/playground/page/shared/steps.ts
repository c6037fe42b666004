/** Where a key leads in a list, round at its ends; undefined for a key that leads nowhere. @param at -1 when nowhere yet */
export function stepped(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/**
 * The same in a list where some stand beside others: up and down lead from row to row, right and left within one.
 * @param beside for each whether it stands beside the one before
 */
export function steppedInRows(key: string, at: number, beside: boolean[]): number | undefined {
  if (key === 'ArrowRight') return beside[at + 1] ? at + 1 : undefined
  if (key === 'ArrowLeft') return beside[at] ? at - 1 : undefined
  const heads = beside.flatMap((one, index) => (one ? [] : [index]))
  const row = heads.findLastIndex((head) => head <= at)
  const next = stepped(key, row, heads.length)
  return next === undefined ? undefined : heads[next]
}
