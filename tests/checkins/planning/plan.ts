import type { SlotRule } from '../../../src/calendar/slots.ts'
import { saveDates } from '../../../src/checkins/planning/dates.ts'
import { checkInsOf, findRule } from '../../../src/checkins/store.ts'
import { getPartnership } from '../../../src/partnerships/index.ts'
import { ids, type Name } from '../../actions/two-teams.ts'
import type { TeamDay } from '../team-day.ts'

/** The one check-in of the two teams. */
export async function theCheckIn(day: TeamDay) {
  const [checkIn] = await checkInsOf(day.db, ids.workspace, ids.partnership)
  if (!checkIn) throw new Error('There should be a check-in.')
  return checkIn
}

/** Gives the check-in another cadence, without the form. */
export async function plan(
  day: TeamDay,
  { rule = {}, ownZone = false }: { rule?: Partial<SlotRule>; ownZone?: boolean },
): Promise<void> {
  const { id, scheduleId } = await theCheckIn(day)
  const meetingAt = rule.opens ? (rule.time ?? null) : null
  await day.db
    .updateTable('check_in')
    .set({ own_zone: ownZone ? 1 : 0, meeting_at: meetingAt })
    .where('id', '=', id)
    .execute()
  const [checkIn, old] = [await theCheckIn(day), await findRule(day.db, scheduleId)]
  if (!old) throw new Error('There should be a cadence.')
  await day.db.transaction().execute(async (trx) => {
    const partnership = await getPartnership(trx, ids.partnership)
    await saveDates(trx, checkIn, partnership, { ...old, ...rule }, day.clock.now())
  })
}

/** Somebody lives by the clocks of another zone. */
export async function moveTo(day: TeamDay, name: Name, zone: string): Promise<void> {
  await day.db.updateTable('person').set({ zone }).where('id', '=', name).execute()
}
