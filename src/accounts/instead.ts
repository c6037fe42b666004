import type { Db } from '../../db/schema.ts'
import { mayChange, sideName, teamLeadsOf } from '../partnerships/index.ts'
import type { Person } from '../platform/person.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { type Account, sides } from './account.ts'
import { ownersOf } from './follow.ts'
import * as text from './owner-messages.ts'

/** Who will be asked about an account on the sides on which it has no owner, if anybody, and how to choose one: sentences, mrkdwn. */
export async function askedInstead(db: Db, account: Account, person: Person): Promise<string[]> {
  const { language, id } = person
  const leads = await teamLeadsOf(db, account.partnershipId)
  const bare = sides
    .filter((side) => !account.owners[side])
    .map((side) => ({ name: sideName(side, language), lead: leads.find((one) => one.side === side)?.person.name }))
  if (bare.length === 0) return []
  const led = bare.filter(({ lead }) => lead !== undefined)
  const alone = bare.filter(({ lead }) => lead === undefined)
  const names = (of: typeof bare) => of.map(({ name }) => name)
  const asked = [...new Set(led.map(({ lead = '' }) => escaped(lead)))]
  const edits = ownersOf(account).includes(id) || (await mayChange(db, person, account.partnershipId))
  return [
    ...(led.length > 0 ? [text.leadsAsked(language, names(led), asked)] : []),
    ...(alone.length > 0 ? [text.nobodyAsked(language, names(alone))] : []),
    (edits ? text.chooseByEdit : text.leadChooses)(language),
  ]
}
