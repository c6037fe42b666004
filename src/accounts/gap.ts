import type { Side } from '../partnerships/index.ts'
import { type Account, sides } from './account.ts'
import type { Inherited } from './owner-store.ts'

/** An account on a side on which its owner is to be named. */
export interface Gap {
  account: Account
  side: Side
}

/** So many fit in a window and in a head. */
export const mostGaps = 20

/** Where accounts have no owner on these sides, in the order of the list. */
export const withoutOwner = (accounts: readonly Account[], on: readonly Side[]): Gap[] =>
  accounts.flatMap((account) =>
    sides.filter((side) => on.includes(side) && !account.owners[side]).map((side) => ({ account, side })),
  )

/** What came to somebody from one person, in the order of the list. */
export const inheritedGaps = (accounts: readonly Account[], inherited: readonly Inherited[], formerId: string): Gap[] =>
  accounts.flatMap((account) =>
    inherited
      .filter(({ accountId, former }) => accountId === account.id && former.id === formerId)
      .map(({ side }) => ({ account, side })),
  )

const prefix = 'owner'

/** The field in which the owner of an account on a side is chosen. */
export const fieldOf = ({ account, side }: Gap): string => [prefix, account.id, side].join(':')

/** Which account and side a field is about; undefined where it is another field. */
export function ofField(id: string): { accountId: string; side: Side } | undefined {
  const [first, accountId, last] = id.split(':')
  const side = sides.find((one) => one === last)
  return first === prefix && accountId && side ? { accountId, side } : undefined
}
