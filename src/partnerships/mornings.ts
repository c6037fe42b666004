/** When people's working day begins: the moment of their one gathered message. */
import type { Db } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-day.ts'
import { isWorkingTime, startOfWorkingDay, type WorkingTime } from '../calendar/working-time.ts'
import type { Person } from '../platform/feature.ts'
import { findPeople, whoIsAway } from '../workspaces/index.ts'
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
  const starts = (await workingTimes(db, now, only)).map(({ working }) => startAfter(now, working))
  return starts.length > 0 ? Math.min(...starts) : undefined
}

/**
 * Those whose working day has begun and not ended, each in their own zone, by the working days, hours and days off of a
 * partnership they are in. People who are away or have left are not among them; nobody is twice.
 * @param only of this person alone
 */
export async function begun(db: Db, now: number, only?: Somebody): Promise<Morning[]> {
  const working = (await workingTimes(db, now, only)).filter((one) => isWorkingTime(now, one.working))
  const ids = new Set(working.flatMap(({ personIds }) => personIds))
  const people = await findPeople(db, [...ids])
  const away = await whoIsAway(db, people, now)
  return people.filter(({ id }) => !away.has(id)).map((person) => ({ person, date: toLocal(now, person.zone).date }))
}

/** Somebody who is in a partnership, at work or not; undefined for those who left. */
export async function findMember(db: Db, somebody: Somebody): Promise<Person | undefined> {
  const [person] = await findPeople(db, (await membersIn(db, somebody)).map(({ id }) => id).slice(0, 1))
  return person
}

interface Shift {
  working: WorkingTime
  personIds: string[]
}

type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

/** One for each zone and partnership that has people, not for each person. Asked every second: three queries, however many. */
async function workingTimes(db: Db, now: number, only?: Somebody): Promise<Shift[]> {
  const rows = await membersIn(db, only)
  const byPartnership = Map.groupBy(rows, (row) => row.partnership_id)
  const partnerships = await findPartnerships(db, [...byPartnership.keys()])
  const ownDays = await ownDaysOffOf(db, [...byPartnership.keys()])
  return partnerships.flatMap((partnership) => {
    const daysOff = daysOffOf(partnership, ownDays.get(partnership.id) ?? [], now)
    const byZone = Map.groupBy(byPartnership.get(partnership.id) ?? [], (row) => row.zone)
    return [...byZone].map(([zone, there]) => ({
      working: workingTimeOf({ ...partnership, zone }, daysOff),
      personIds: there.map((row) => row.id),
    }))
  })
}

function membersIn(db: Db, only: Somebody | undefined) {
  const everybody = db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.partnership_id', 'person.zone', 'person.id'])
    .where('membership.removed_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
  if (!only) return everybody.execute()
  const { workspaceId, slackId } = only
  return everybody.where('person.workspace_id', '=', workspaceId).where('person.slack_id', '=', slackId).execute()
}

/** The next start of a working day later than an instant. */
function startAfter(instant: number, working: WorkingTime): number {
  const { date } = toLocal(instant, working.zone)
  const today = startOfWorkingDay(date, working)
  if (isWorkingDay(date, working) && today > instant) return today
  return startOfWorkingDay(nextWorkingDay(date, working), working)
}
