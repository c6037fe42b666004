import { type Side, sides } from './partnership.ts'

/** So many answers it takes before a pulse result may be shown; below it, an answer could be traced to a person. */
const fewestAnswers = 5

/** What a partnership of this size will not see of the pulse. */
export type SmallTeams =
  | { pulse: 'per team' }
  /** Only both teams together; `small` are those that cannot reach five. */
  | { pulse: 'combined'; small: Side[] }
  /** Even together they cannot reach five. */
  | { pulse: 'none' }

/**
 * Said at set-up, before anybody expects otherwise. Either both teams can be shown or neither: one team could be worked out
 * from the other and the whole.
 * @param people on each side
 */
export function pulseFor(people: Record<Side, number>): SmallTeams {
  if (people.marketing + people.sales < fewestAnswers) return { pulse: 'none' }
  const small = sides.filter((side) => people[side] < fewestAnswers)
  return small.length > 0 ? { pulse: 'combined', small } : { pulse: 'per team' }
}
