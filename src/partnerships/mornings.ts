/** When people's working day begins: the moment of their one gathered message. */
import type { Db } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-day.ts'
import { isWorkingTime, startOfWorkingDay, type WorkingTime } from '../calendar/working-time.ts'
import type { Unless } from '../platform/delivery/gathered/mornings.ts'
import type { Person } from '../platform/person.ts'
import { findPeople, whoIsAway } from '../workspaces/index.ts'
import { findConcernedId, peopleIn, zonesByPartnership } from './mornings-store.ts'
import { workingTimeOf } from './partnership.ts'
import { daysOffOf, findPartnerships, ownDaysOffOf } from './store.ts'

/** A working day of somebody that has begun and not ended. `date` is on their own calendar. */
export interface Morning {
  person: Person
  date: LocalDate
}

/**
 * The next instant, later than `now`, at which the working day of anybody starts; somebody who is away counts here too.
 * @param only of this person alone
 * @returns epoch milliseconds; undefined where there is nobody
 */
export async function nextStart(db: Db, now: number, only?: Somebody): Promise<number | undefined> {
  const starts = (await shiftsOf(db, now, only)).map(({ working }) => startAfter(now, working))
  return starts.length > 0 ? Math.min(...starts) : undefined
}

/**
 * Those whose working day has begun and not ended, each in their own zone, by the working days, hours and days off of a
 * partnership they are in; admins who are in none, by those of any. People who are away or have left are not among them;
 * nobody is twice.
 * @param only of this person alone
 * @param unless a condition on `person` by which those are left out who need not be looked at on their date
 */
export async function begun(db: Db, now: number, only?: Somebody, unless?: Unless): Promise<Morning[]> {
  const working = (await shiftsOf(db, now, only)).filter((shift) => isWorkingTime(now, shift.working))
  const byDate = Map.groupBy(working, (shift) => toLocal(now, shift.working.zone).date)
  const found = await Promise.all([...byDate].map(([date, shifts]) => idsIn(db, shifts, only, unless?.(date))))
  const people = await findPeople(db, [...new Set(found.flat())])
  const away = await whoIsAway(db, people, now)
  return people.filter(({ id }) => !away.has(id)).map((person) => ({ person, date: toLocal(now, person.zone).date }))
}

/** Somebody who is in a partnership, or an admin who is in none, at work or not; undefined for those who left. */
export async function findMember(db: Db, somebody: Somebody): Promise<Person | undefined> {
  const id = await findConcernedId(db, somebody)
  const [person] = id === undefined ? [] : await findPeople(db, [id])
  return person
}

/** The people of one partnership in one zone. */
interface Shift {
  partnershipId: string
  working: WorkingTime
}

type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

/** One for each zone and partnership that has people, not for each person. Asked every second: three queries, however many. */
async function shiftsOf(db: Db, now: number, only?: Somebody): Promise<Shift[]> {
  const zones = await zonesByPartnership(db, only)
  const partnerships = await findPartnerships(db, [...zones.keys()])
  const ownDays = await ownDaysOffOf(db, [...zones.keys()])
  return partnerships.flatMap((partnership) => {
    const daysOff = daysOffOf(partnership, ownDays.get(partnership.id) ?? [], now)
    return (zones.get(partnership.id) ?? []).map((zone) => ({
      partnershipId: partnership.id,
      working: workingTimeOf({ ...partnership, zone }, daysOff),
    }))
  })
}

/** Who works these shifts. */
async function idsIn(
  db: Db,
  shifts: readonly Shift[],
  only: Somebody | undefined,
  unless: ReturnType<Unless> | undefined,
): Promise<string[]> {
  const partnershipIds = [...new Set(shifts.map(({ partnershipId }) => partnershipId))]
  const zones = [...new Set(shifts.map(({ working }) => working.zone))]
  const there = await peopleIn(db, { partnershipIds, zones }, only, unless)
  const theirs = new Set(shifts.map(({ partnershipId, working }) => `${partnershipId} ${working.zone}`))
  return there.filter(({ partnershipId, zone }) => theirs.has(`${partnershipId} ${zone}`)).map(({ id }) => id)
}

/** The next start of a working day later than an instant. */
function startAfter(instant: number, working: WorkingTime): number {
  const { date } = toLocal(instant, working.zone)
  const today = startOfWorkingDay(date, working)
  if (isWorkingDay(date, working) && today > instant) return today
  return startOfWorkingDay(nextWorkingDay(date, working), working)
}
