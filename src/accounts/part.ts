import type { Db } from '../../db/schema.ts'
import type { Part } from '../platform/feature.ts'
import { sides } from './account.ts'
import { partAbout, partTitle } from './messages.ts'
import { accountsOf } from './store.ts'

export const part: Part = { name: 'accounts', title: partTitle, about: partAbout, inUse }

/** So many accounts with an owner on each side are more than a try. */
const enough = 3

/** A check-in took one up, or both sides look after some. */
async function inUse(db: Db, partnershipId: string): Promise<boolean> {
  const accounts = await accountsOf(db, partnershipId)
  if (accounts.some(({ discussedAt }) => discussedAt !== undefined)) return true
  return accounts.filter(({ owners }) => sides.every((side) => owners[side])).length >= enough
}
