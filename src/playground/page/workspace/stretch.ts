import type { Item } from './rows.ts'

/** The part of a long list that is drawn. Without `first` it is as long as at first, without `last` it goes on to the newest. */
export interface Stretch {
  /** `ts` of the first item drawn. */
  first?: string | undefined
  /** `ts` of the last. */
  last?: string | undefined
}

/** How many items are drawn at first, how many more at a time, and how many at most. */
export const lengths = { first: 30, more: 15, most: 120 }

/** @returns indexes, `to` not included */
export function boundsOf(items: readonly Item[], { first, last }: Stretch): { from: number; to: number } {
  const to = last === undefined ? items.length : place(items, last, true)
  return { from: first === undefined ? Math.max(0, to - lengths.first) : Math.min(to, place(items, first, false)), to }
}

/** How many items stand before `ts`, or up to it. */
function place(items: readonly Item[], ts: string, included: boolean): number {
  const wanted = Number(ts)
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const found = Number(items[middle]?.ts)
    if (found < wanted || (included && found === wanted)) low = middle + 1
    else high = middle
  }
  return low
}

/** The stretch with older ones, without the newest where it would grow too long. */
export function withOlder(items: readonly Item[], stretch: Stretch): Stretch {
  const { from, to } = boundsOf(items, stretch)
  const next = Math.max(0, from - lengths.more)
  return cut(items, next, Math.min(to, next + lengths.most))
}

/** The stretch with newer ones, without the oldest where it would grow too long. */
export function withNewer(items: readonly Item[], stretch: Stretch): Stretch {
  const { from, to } = boundsOf(items, stretch)
  const next = Math.min(items.length, to + lengths.more)
  return cut(items, Math.max(from, next - lengths.most), next)
}

/** A stretch with the message in its middle; the same one where it is drawn already or unknown. */
export function around(items: readonly Item[], stretch: Stretch, ts: string): Stretch {
  const index = place(items, ts, false)
  const { from, to } = boundsOf(items, stretch)
  if (items[index]?.ts !== ts || (index >= from && index < to)) return stretch
  const half = lengths.first >> 1
  return cut(items, Math.max(0, index - half), Math.min(items.length, index + half))
}

function cut(items: readonly Item[], from: number, to: number): Stretch {
  return { first: items[from]?.ts, last: to >= items.length ? undefined : items[to - 1]?.ts }
}
