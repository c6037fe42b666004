import type { Member } from '../../partnerships/index.ts'
import { type Account, type AccountFacts, nameKey, sides, type Tier } from '../account.ts'
import { rowReader, type Wish, type Wrong } from './row.ts'
import type { Row } from './table.ts'

/** What importing rows would do. Each of the rows is in one of these. */
export interface Difference {
  added: Wish[]
  changed: Change[]
  same: number
  wrong: Wrong[]
}

export interface Change {
  account: Account
  /** Only what is other than it is. */
  to: Wish
}

interface Known {
  members: readonly Member[]
  /** All of the partnership, archived ones too. */
  accounts: readonly Account[]
}

/** What a new account is of which the file says no tier. */
const usualTier: Tier = 'B'

/** What rows would change of the accounts there are. Names tell which account is meant, in any case; the first row of a name counts. */
export function differenceOf(rows: readonly Row[], { members, accounts }: Known): Difference {
  const difference: Difference = { added: [], changed: [], same: 0, wrong: [] }
  const read = rowReader(members)
  const byName = new Map(accounts.map((account) => [nameKey(account.name), account]))
  const seen = new Set<string>()
  for (const row of rows) {
    const said = read(row)
    if (!said.ok) {
      difference.wrong.push(said.wrong)
      continue
    }
    const { wish } = said
    const key = nameKey(wish.name)
    const account = byName.get(key)
    const refused = seen.has(key) ? 'twice' : account?.archived ? 'archived' : undefined
    seen.add(key)
    if (refused) difference.wrong.push(wrongName(wish, refused))
    else if (!account) difference.added.push({ ...wish, tier: wish.tier ?? usualTier })
    else {
      const to = changesOf(wish, account)
      if (to) difference.changed.push({ account, to })
      else difference.same++
    }
  }
  return difference
}

function wrongName({ line, name }: Wish, what: 'twice' | 'archived'): Wrong {
  return { line, name, problems: [{ what, column: 'name', cell: name }] }
}

/** What of a wish is other than it is; undefined where nothing is. */
function changesOf(wish: Wish, account: Account): Wish | undefined {
  const owners = sides.flatMap((side) => {
    const id = wish.ownerIds[side]
    return id !== undefined && id !== account.owners[side]?.id ? [[side, id]] : []
  })
  const tier = wish.tier === account.tier ? undefined : wish.tier
  const crmUrl = wish.crmUrl === account.crmUrl ? undefined : wish.crmUrl
  if (!tier && !crmUrl && owners.length === 0) return undefined
  return { ...wish, tier, crmUrl, ownerIds: Object.fromEntries(owners) }
}

/** What is to be kept: owners only where they change. */
export function factsToKeep({ added, changed }: Difference): AccountFacts[] {
  const fresh = added.map(({ name, tier, crmUrl, ownerIds }) => ({ name, tier: tier ?? usualTier, crmUrl, ownerIds }))
  const other = changed.map(({ account, to }) => ({
    name: account.name,
    tier: to.tier ?? account.tier,
    crmUrl: to.crmUrl ?? account.crmUrl,
    ownerIds: to.ownerIds,
  }))
  return [...fresh, ...other]
}
