import type { Side } from '../question.ts'

/** Who leads a check-in now. */
export interface Facilitator {
  personId: string
  name: string
  /** The side they were on when it became theirs. */
  side: Side
  /** Epoch milliseconds. */
  since: number
}

/** Who can lead: somebody who is asked and there. */
export interface Candidate {
  personId: string
  side: Side
  required: boolean
}

export const otherSide = (side: Side): Side => (side === 'marketing' ? 'sales' : 'marketing')

/**
 * Whose turn it is: of this side whoever led longest ago, never counting longest; of those at one moment the first listed. Who
 * need not answer, and then the other side, only where nobody else is there.
 * @param lastLed when each led last, by person id, epoch milliseconds
 * @returns undefined where nobody is there
 */
export function whoseTurn<C extends Candidate>(
  candidates: readonly C[],
  side: Side,
  lastLed: ReadonlyMap<string, number>,
): C | undefined {
  const rank = (one: C): number => (one.required ? 0 : 2) + (one.side === side ? 0 : 1)
  const since = ({ personId }: C): number => lastLed.get(personId) ?? 0
  return candidates.toSorted((one, other) => rank(one) - rank(other) || since(one) - since(other))[0]
}
