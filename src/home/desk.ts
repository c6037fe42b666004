import type { Item } from '../platform/feature.ts'

/** What stands in front of somebody: what waits for them, and what is next. */
export interface Desk {
  /** Overdue first, then the oldest. */
  waiting: readonly Item[]
  /** The soonest first. */
  coming: readonly Item[]
  /** Not in any partnership. */
  newcomer: boolean
}

/** Sorts what the features have for somebody: what is for later today comes next, it does not wait yet. */
export function deskOf(nudges: readonly Item[], coming: readonly Item[], newcomer: boolean, now: number): Desk {
  const later = nudges.filter(({ from }) => from > now)
  return {
    waiting: nudges.filter(({ from }) => from <= now).toSorted(mostPressing),
    coming: [...later, ...coming].toSorted((one, other) => one.from - other.from),
    newcomer,
  }
}

function mostPressing(one: Item, other: Item): number {
  return Number(other.overdue ?? false) - Number(one.overdue ?? false) || one.from - other.from
}
