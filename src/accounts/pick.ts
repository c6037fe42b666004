import type { Side } from '../partnerships/index.ts'
import { type Account, compare, lastHeardOf, nameKey, type Tier } from './account.ts'

/** An account that a check-in takes up. */
export interface Pick {
  id: string
  name: string
  tier: Tier
  crmUrl?: string
  /** A side that is not there has none. */
  owners: Partial<Record<Side, { id: string; name: string }>>
}

export type Candidate = Account & {
  /** Another check-in that is open now has taken it up. */
  elsewhere: boolean
}

/** So many can be talked about well in one check-in. */
export const mostPicks = 3

type Waiting = { tier: Tier; discussedAt: number | undefined; addedAt: number }

/** How much faster it becomes an account's turn. */
const pace: Readonly<Record<Tier, number>> = { A: 3, B: 2, C: 1 }

/**
 * How long an account has waited, an A counting three times and a B twice as fast as a C: after four weeks a B is as far as a C
 * after eight. As no wait stops growing, each comes up however many there are.
 * @param now epoch milliseconds @returns milliseconds, weighted
 */
export function waited(account: Waiting, now: number): number {
  return (now - lastHeardOf(account)) * pace[account.tier]
}

/**
 * The accounts to discuss: those that somebody put in front, in the order in which that was done; then those that have waited
 * longest, by name where it is the same. What is being discussed elsewhere comes behind all others.
 */
export function chooseAccounts(candidates: readonly Candidate[], now: number): Pick[] {
  return candidates
    .filter(({ archived }) => archived === undefined)
    .toSorted((one, other) => compareTurns(one, other, now))
    .slice(0, mostPicks)
    .map(toPick)
}

function compareTurns(one: Candidate, other: Candidate, now: number): number {
  return (
    Number(other.next !== undefined) - Number(one.next !== undefined) ||
    (one.next?.at ?? 0) - (other.next?.at ?? 0) ||
    Number(one.elsewhere) - Number(other.elsewhere) ||
    waited(other, now) - waited(one, now) ||
    compare(nameKey(one.name), nameKey(other.name))
  )
}

/** As a check-in shows it. */
export function toPick({ id, name, tier, crmUrl, owners: { marketing, sales } }: Account): Pick {
  return {
    id,
    name,
    tier,
    ...(crmUrl === undefined ? {} : { crmUrl }),
    owners: {
      ...(marketing ? { marketing: { id: marketing.id, name: marketing.name } } : {}),
      ...(sales ? { sales: { id: sales.id, name: sales.name } } : {}),
    },
  }
}
