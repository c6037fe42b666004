import type { HomeSection } from '../platform/feature.ts'
import type { Item } from '../platform/rendered.ts'

/** What stands in front of somebody. */
export interface Desk extends ToDo {
  /** What else the features have for them. */
  sections: readonly HomeSection[]
  settings: readonly HomeSection[]
  /** Not in any partnership. */
  newcomer: boolean
}

/** What waits for somebody, and what is next. */
interface ToDo {
  /** Overdue first, then the oldest. */
  waiting: readonly Item[]
  /** The soonest first. */
  coming: readonly Item[]
}

/** Sorts what the features have for somebody: what is for later today comes next, it does not wait yet. */
export function deskOf(nudges: readonly Item[], coming: readonly Item[], now: number): ToDo {
  const later = nudges.filter(({ from }) => from > now)
  return {
    waiting: nudges.filter(({ from }) => from <= now).toSorted(mostPressing),
    coming: [...later, ...coming].toSorted((one, other) => one.from - other.from),
  }
}

function mostPressing(one: Item, other: Item): number {
  return Number(other.overdue ?? false) - Number(one.overdue ?? false) || one.from - other.from
}
