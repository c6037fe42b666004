import { distance } from 'fastest-levenshtein'
import { type Account, mostNameLength, nameKey, tidyName } from './account.ts'

export type Found =
  | { kind: 'one'; account: Account }
  | { kind: 'several'; accounts: readonly Account[] }
  | { kind: 'none'; near: readonly Account[] }

const mostNear = 3

/** A name as somebody typed it to find an account, no longer than names are. */
export const asSearched = (typed: string): string => [...tidyName(typed)].slice(0, mostNameLength).join('')

/** The account of that name; else those with it in their name, the archived ones last; else those that are spelled nearly so. */
export function search(accounts: readonly Account[], typed: string): Found {
  const key = nameKey(typed)
  const same = accounts.find(({ name }) => nameKey(name) === key)
  if (same) return { kind: 'one', account: same }
  const within = accounts.filter(({ name }) => nameKey(name).includes(key)).toSorted(archivedLast)
  const [only] = within
  if (only) return within.length === 1 ? { kind: 'one', account: only } : { kind: 'several', accounts: within }
  const near = accounts
    .map((account) => ({ account, far: howFar(key, nameKey(account.name)) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(key.length / 3)))
    .toSorted((one, other) => one.far - other.far)
  return { kind: 'none', near: near.slice(0, mostNear).map(({ account }) => account) }
}

/** From the whole name, or from the nearest of its words: many type only one. */
const howFar = (key: string, name: string): number =>
  Math.min(distance(key, name), ...name.split(' ').map((word) => distance(key, word)))

const archivedLast = (one: Account, other: Account): number =>
  Number(one.archived !== undefined) - Number(other.archived !== undefined)
