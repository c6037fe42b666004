/** What is noted of those who plan check-ins. */
import type { Transaction } from '../../db/schema.ts'
import type { SlotRule } from '../calendar/slots.ts'
import { audit, type Noted, type What } from '../platform/audit.ts'
import type { Person } from '../platform/person.ts'
import type { CheckIn } from './occurrence.ts'

/** Notes what somebody did to a check-in. */
export function note(
  trx: Transaction,
  by: Pick<Person, 'id' | 'workspaceId'>,
  what: What,
  { id, partnershipId }: Pick<CheckIn, 'id' | 'partnershipId'>,
  about: Noted,
  now: number,
): Promise<void> {
  return audit(trx, by, { what, about: { partnership: partnershipId, checkIn: id, ...about } }, now)
}

/** All that is chosen of a check-in beside its questions and its people; '' for what is not. */
export function chosenOf(
  { name, template, channelId, answerHours, meetingAt = '', ownZone }: CheckIn,
  { cadence, time, onDayOff }: SlotRule,
): Noted {
  // In one order, whoever wrote it.
  const parts = Object.entries(cadence).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const dates = { cadence: JSON.stringify(Object.fromEntries(parts)), time, onDayOff }
  return { name, template, channel: channelId, answerHours, meetingAt, ownZone: ownZone ? 'yes' : 'no', ...dates }
}
