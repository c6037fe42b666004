import type { Db } from '../../db/schema.ts'
import { isOn, type Partnership, partnershipsWith } from '../partnerships/index.ts'
import type { HomeSection, Period } from '../platform/feature.ts'
import type { PartnershipRef, Person } from '../platform/person.ts'
import type { Item } from '../platform/rendered.ts'
import { escaped } from '../platform/slack/blocks.ts'
import type { Account } from './account.ts'
import { countDiscussed } from './discussion-store.ts'
import { ownersOf, spokenForBy } from './follow.ts'
import { inheritedGaps, withoutOwner } from './gap.ts'
import { standing, to } from './list-views.ts'
import * as say from './messages.ts'
import { inheritedBy } from './owner-store.ts'
import { inheritedItem, missingItem } from './owners-view.ts'
import { part } from './part.ts'
import { accountsOf } from './store.ts'

/** What came to somebody from who left; and for who speaks for a side, what has no owner there. */
export async function accountNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const items: Item[] = []
  for (const partnership of await partnershipsWith(db, person.id, part.name)) {
    const accounts = await accountsOf(db, partnership.id)
    items.push(...(await inheritedItems(db, accounts, person, partnership)))
    const spoken = await spokenForBy(db, partnership.id, person.id, now)
    items.push(...missingItem(withoutOwner(accounts, spoken), partnership, spoken.length, person.language))
  }
  return items
}

async function inheritedItems(
  db: Db,
  accounts: readonly Account[],
  { id, language }: Person,
  partnership: Partnership,
): Promise<Item[]> {
  const inherited = await inheritedBy(db, partnership.id, id)
  const byFormer = Map.groupBy(inherited, ({ former }) => former.id)
  return [...byFormer].flatMap(([formerId, [first]]) => {
    const gaps = inheritedGaps(accounts, inherited, formerId)
    return first && gaps.length > 0 ? [inheritedItem(gaps, first, partnership.id, language)] : []
  })
}

/** In the language of the partnership. */
export async function discussedSince(db: Db, { id, language }: PartnershipRef, period: Period): Promise<string[]> {
  if (!(await isOn(db, id, part.name))) return []
  const count = await countDiscussed(db, id, period)
  return count > 0 ? [say.discussed(language, count)] : []
}

/** More are in the list. */
const mostInHome = 5

/** In Home, those that somebody looks after. */
export async function home(db: Db, { id, language }: Person): Promise<HomeSection[]> {
  const own: Item[] = []
  for (const partnership of await partnershipsWith(db, id, part.name)) {
    const accounts = (await accountsOf(db, partnership.id)).filter((account) => ownersOf(account).includes(id))
    own.push(...accounts.map((account) => ownItem(account, partnership, language)))
  }
  if (own.length === 0) return []
  const more = own.length - mostInHome
  const items = own.slice(0, mostInHome)
  return [{ title: say.yours(language), items, ...(more > 0 ? { note: say.moreOfYours(language, more) } : {}) }]
}

function ownItem(account: Account, partnership: Partnership, language: Person['language']): Item {
  const { id, name, tier, partnershipId, addedAt } = account
  return {
    id: `accounts:${id}`,
    title: `*${escaped(name)}* (${say.tier(language, tier)})`,
    detail: standing(account, { language, partnership }),
    from: addedAt,
    partnershipId,
    buttons: [to('open', say.open(language), { partnershipId, accountId: id })],
  }
}
