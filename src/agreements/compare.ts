/** A line of a text as people read it. */
export interface Line {
  text: string
  /** It names what follows. */
  heading?: boolean
}

export interface Change extends Line {
  sign: 'same' | 'added' | 'removed'
}

/**
 * What became of each line between two texts: those of the longest common subsequence stay (Wagner and Fischer, 1974), the others
 * were removed or added. Removed lines come before those that took their place.
 */
export function compare(before: readonly Line[], after: readonly Line[]): Change[] {
  const common = commonLengths(before, after)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]]
    if (old && fresh && alike(old, fresh)) {
      changes.push({ sign: 'same', ...fresh })
      i += 1
      j += 1
    } else if (old && (!fresh || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      changes.push({ sign: 'removed', ...old })
      i += 1
    } else if (fresh) {
      changes.push({ sign: 'added', ...fresh })
      j += 1
    }
  }
  return changes
}

/** A change; or how many lines stayed the same. */
export type Shown = { sign: 'unchanged'; count: number } | Change

/** The changes, with what stayed the same folded; a heading is told where something below it changed. */
export function folded(changes: readonly Change[]): Shown[] {
  const shown: Shown[] = []
  let same: Change[] = []
  for (const change of changes) {
    if (change.sign === 'same') {
      same.push(change)
      continue
    }
    shown.push(...foldedBefore(change, same), change)
    same = []
  }
  return [...shown, ...unchanged(same)]
}

function foldedBefore(change: Change, same: readonly Change[]): Shown[] {
  const at = change.heading ? -1 : same.findLastIndex(({ heading }) => heading)
  return [
    ...unchanged(same.slice(0, Math.max(at, 0))),
    ...(at < 0 ? [] : same.slice(at, at + 1)),
    ...unchanged(same.slice(at + 1)),
  ]
}

function unchanged(same: readonly Change[]): Shown[] {
  const count = same.filter(({ heading }) => !heading).length
  return count > 0 ? [{ sign: 'unchanged', count }] : []
}

/** How many lines the rests of two texts have in common, by where the rests begin. */
function commonLengths(before: readonly Line[], after: readonly Line[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const [row, below, old, fresh] = [lengths[i], lengths[i + 1], before[i], after[j]]
      if (!row || !below || !old || !fresh) continue
      row[j] = alike(old, fresh) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}

const alike = (one: Line, other: Line): boolean =>
  one.text === other.text && (one.heading ?? false) === (other.heading ?? false)
