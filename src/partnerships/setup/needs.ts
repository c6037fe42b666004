import type { Db, Transaction } from '../../../db/schema.ts'
import type { Departure, Part } from '../../platform/feature.ts'
import type { PartnershipRef, Person } from '../../platform/person.ts'
import type { Defaults } from '../../workspaces/index.ts'

/** What the set-up needs of others, given by `app.ts`. */
export interface SetUpNeeds {
  defaults: Defaults
  /** A partnership was made or changed: what starts with it, or follows it. In the same transaction. */
  saved(trx: Transaction, partnership: PartnershipRef, now: number): Promise<void>
  /** Somebody is no longer on a side; what they had there moves on. In the same transaction. */
  personLeft(trx: Transaction, left: Departure, now: number): Promise<void>
  /** What is shown of a partnership between its two teams has changed, as where a part was turned on or off. */
  changed(trx: Transaction, about: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
  /** Whether its check-ins are really in use: before anything else is proposed. */
  checkInsInUse(db: Db, partnershipId: string): Promise<boolean>
  /** What can be turned on, of all features. */
  parts(): readonly Part[]
  /** What happens next in a partnership, in the language of the person: lines of mrkdwn. */
  next?(db: Db, partnership: PartnershipRef, person: Person, now: number): Promise<string[]>
}
