import type { Transaction } from '../../../db/schema.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import type { Side } from '../partnership.ts'
import type { ContactFor } from './contact.ts'

type Ref = Pick<PartnershipRef, 'id' | 'workspaceId'>

/** Names somebody for a subject; twice is once. @returns whether that is new */
export async function addContact(
  trx: Transaction,
  { id, workspaceId }: Ref,
  contact: ContactFor,
  now: number,
): Promise<boolean> {
  const { personId, side, subject } = contact
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('contact_person')
    .values({ workspace_id: workspaceId, partnership_id: id, person_id: personId, side, subject, since: now })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'side', 'subject', 'person_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Somebody is no longer named for a subject. @returns whether they were */
export async function removeContact(trx: Transaction, { id }: Pick<Ref, 'id'>, contact: ContactFor): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('contact_person')
    .where('partnership_id', '=', id)
    .where('side', '=', contact.side)
    .where('subject', '=', contact.subject)
    .where('person_id', '=', contact.personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A side has one for whatever nobody else is named for, or none; who stays it keeps since when. */
export async function saveFirstContact(
  trx: Transaction,
  partnership: Ref,
  side: Side,
  personId: string | undefined,
  now: number,
): Promise<void> {
  await trx
    .deleteFrom('contact_person')
    .where('partnership_id', '=', partnership.id)
    .where('side', '=', side)
    .where('subject', '=', '')
    .where('person_id', '!=', personId ?? '')
    .execute()
  if (personId !== undefined) await addContact(trx, partnership, { personId, side, subject: '' }, now)
}
