import type { Db } from '../../../db/schema.ts'
import { isOn, partsOf } from '../../partnerships/index.ts'
import type { PartName } from '../../platform/feature.ts'
import { templates } from '../templates/all.ts'

/** What check-ins can be about that is off until it is turned on. */
export type PartAskedAbout = Extract<PartName, 'accounts' | 'pulse'>

/** By template: what is asked about a part of the product makes sense where that is on. */
const partOf: Readonly<Record<string, PartAskedAbout>> = {
  'key-account-discussion': 'accounts',
  'after-pulse': 'pulse',
}

/** The part that a check-in from this template is about; undefined for one that can be held anywhere. */
export const partAskedAbout = (template: string): PartAskedAbout | undefined => partOf[template]

/** The templates that make sense in a partnership, by id. */
export async function templatesFor(db: Db, partnershipId: string): Promise<string[]> {
  const on = await partsOf(db, partnershipId)
  return Object.keys(templates).filter((id) => {
    const part = partAskedAbout(id)
    return part === undefined || on.has(part)
  })
}

/** Whether a check-in from this template can be held in a partnership. */
export async function canBeHeld(db: Db, template: string, partnershipId: string): Promise<boolean> {
  const part = partAskedAbout(template)
  return part === undefined || isOn(db, partnershipId, part)
}
