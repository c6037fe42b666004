import type { Db } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import {
  getPartnership,
  type Partnership,
  partnershipsLedBy,
  partnershipsOf,
  workingTimeAround,
} from '../partnerships/index.ts'
import { isHeld, nextOccurrences } from '../platform/delivery/schedules.ts'
import type { Person } from '../platform/person.ts'
import type { Item } from '../platform/rendered.ts'
import { findAbsence } from '../workspaces/index.ts'
import { findFacilitator } from './facilitation/store.ts'
import { facilitatorItem, leading } from './facilitation/views.ts'
import { findMissed } from './missed-store.ts'
import { askedFrom, type CheckIn, deadlineFor, type Occurrence } from './occurrence.ts'
import { occurrencesWaitingFor, openOccurrences, openOccurrencesAround } from './occurrence-store.ts'
import { nextFor } from './planning/dates.ts'
import { checkInsOf } from './store.ts'
import { comingItem, missedItem, waitingItem } from './views.ts'

/**
 * What waits for this person: check-ins to answer, those that open later today, and for team leads a date that was missed.
 * Nothing while they are away; what is still open then is there again when they are back.
 */
export async function checkInNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  if (await findAbsence(db, person, now)) return []
  const partnerships = new Map((await partnershipsOf(db, person.id)).map((one) => [one.id, one]))
  const waiting = (await occurrencesWaitingFor(db, person.workspaceId, person.id)).map(async (occurrence) => {
    const partnership = partnerships.get(occurrence.checkIn.partnershipId)
    if (!partnership || askedFrom(occurrence, person.zone) > now) return []
    const item = waitingItem(occurrence, partnership, person)
    return [(await leads(db, occurrence, person)) ? leading(item, occurrence, person.language) : item]
  })
  const items = (await Promise.all(waiting)).flat()
  return [...(await missedBy(db, person, now)), ...items, ...(await laterToday(db, person, now))]
}

const leads = async (db: Db, { id }: Occurrence, person: Person): Promise<boolean> =>
  (await findFacilitator(db, id))?.personId === person.id

/** What they lead and have done their part of: until when. */
async function ledBy(db: Db, person: Person): Promise<Item[]> {
  const partnerships = new Map((await partnershipsOf(db, person.id)).map((one) => [one.id, one]))
  const waiting = new Set((await occurrencesWaitingFor(db, person.workspaceId, person.id)).map(({ id }) => id))
  const open = (await openOccurrencesAround(db, person.workspaceId, person.id)).filter(({ id }) => !waiting.has(id))
  const items = open.map(async (occurrence) => {
    const partnership = partnerships.get(occurrence.checkIn.partnershipId)
    if (!partnership || !(await leads(db, occurrence, person))) return []
    return [facilitatorItem(occurrence, partnership, person)]
  })
  return (await Promise.all(items)).flat()
}

/** The next date of each of their check-ins, and the close of what they lead; today's date is among what waits for them. */
export async function checkInsComing(db: Db, person: Person, now: number): Promise<Item[]> {
  const next = (await nextOf(db, person, now)).filter(({ dueAt }) => !isToday(dueAt, person, now))
  const dates = next.map(({ checkIn, partnership, dueAt }) =>
    comingItem(checkIn, partnership, { dueAt, now }, 'later', person),
  )
  return [...(await ledBy(db, person)), ...dates]
}

/** The next date of each check-in of a partnership, as its set-up announces it: lines of mrkdwn. */
export async function announced(db: Db, partnershipId: string, person: Person, now: number): Promise<string[]> {
  const partnership = await getPartnership(db, partnershipId)
  const lines = (await checkInsOf(db, person.workspaceId, partnershipId)).map(async (checkIn) => {
    const [dueAt] = await nextFor(db, checkIn, person.zone, 1)
    if (dueAt === undefined) return []
    const { title, detail } = comingItem(checkIn, partnership, { dueAt, now }, 'later', person)
    return [`${title}: ${detail}`]
  })
  return (await Promise.all(lines)).flat()
}

/** The date on which the two teams meet next in a check-in, today excepted. */
export async function nextDate(
  db: Db,
  workspaceId: string,
  partnershipId: string,
  now: number,
): Promise<LocalDate | undefined> {
  const { zone } = await getPartnership(db, partnershipId)
  const today = toLocal(now, zone).date
  const ahead = (await checkInsOf(db, workspaceId, partnershipId)).map(({ scheduleId }) =>
    nextOccurrences(db, workspaceId, scheduleId, 2),
  )
  const dates = (await Promise.all(ahead)).flat().map(({ date }) => date)
  return dates.filter((date) => date > today).toSorted()[0]
}

/** Dates are worked out as Rondo goes along: where it was off for long, many have passed that it does not know of. */
const manyDates = 60

/**
 * When one of the check-ins of these partnerships next opens or, where it is open, closes.
 * @returns epoch milliseconds, later than `now`; undefined where nothing is planned
 */
export async function nextTurn(
  db: Db,
  partnerships: readonly Pick<Partnership, 'id' | 'workspaceId'>[],
  now: number,
): Promise<number | undefined> {
  const turns = partnerships.map(async ({ id, workspaceId }) => {
    const open = await openOccurrences(db, workspaceId, id)
    const checkIns = await checkInsOf(db, workspaceId, id)
    const ahead = checkIns.map(({ scheduleId }) => nextOccurrences(db, workspaceId, scheduleId, manyDates))
    const dates = (await Promise.all(ahead)).flat()
    return [...open.map(({ deadlineAt }) => deadlineAt), ...dates.map(({ dueAt }) => dueAt)]
  })
  const later = (await Promise.all(turns)).flat().filter((at) => at > now)
  return later.length > 0 ? Math.min(...later) : undefined
}

async function laterToday(db: Db, person: Person, now: number): Promise<Item[]> {
  const today = (await nextOf(db, person, now)).filter(({ dueAt }) => dueAt > now && isToday(dueAt, person, now))
  return today.map(({ checkIn, partnership, dueAt }) =>
    comingItem(checkIn, partnership, { dueAt, now }, 'today', person),
  )
}

/** Somebody who leaves it at that need not be told every morning until the next one, which may be a quarter away. */
const toldOfMissedMs = 7 * 86_400_000

async function missedBy(db: Db, person: Person, now: number): Promise<Item[]> {
  const led = await partnershipsLedBy(db, person.id)
  const mine = (await eachCheckIn(db, person)).filter(({ partnership }) => led.has(partnership.id))
  const items = mine.map(async ({ checkIn, partnership }) => {
    const missed = await findMissed(db, checkIn)
    if (!missed || now - missed.dueAt >= toldOfMissedMs) return []
    if (!(await isHeld(db, checkIn.workspaceId, checkIn.scheduleId))) return []
    return [
      missedItem(checkIn, partnership, { ...missed, canHold: await canHold(db, checkIn, partnership, now) }, person),
    ]
  })
  return (await Promise.all(items)).flat()
}

/** Whether there is time for an extra one before the next. */
async function canHold(db: Db, checkIn: CheckIn, partnership: Partnership, now: number): Promise<boolean> {
  const { answerHours, scheduleId, workspaceId } = checkIn
  const [next] = await nextOccurrences(db, workspaceId, scheduleId, 1)
  const working = await workingTimeAround(db, partnership, now)
  const timing = { dueAt: now, opensAt: now, nextDueAt: next?.dueAt, answerHours, extra: true }
  return deadlineFor(timing, working) !== undefined
}

/** The next moment at which each check-in asks this person: of one that is open already where their own clocks have yet to show it. */
async function nextOf(db: Db, person: Person, now: number) {
  const open = await occurrencesWaitingFor(db, person.workspaceId, person.id)
  const next = (await eachCheckIn(db, person)).map(async ({ checkIn, partnership }) => {
    const ahead = open.filter((one) => one.checkIn.id === checkIn.id).map((one) => askedFrom(one, person.zone))
    const [dueAt] = [...ahead.filter((at) => at > now), ...(await nextFor(db, checkIn, person.zone, 1))]
    return dueAt === undefined ? [] : [{ checkIn, partnership, dueAt }]
  })
  return (await Promise.all(next)).flat()
}

async function eachCheckIn(db: Db, person: Person): Promise<{ checkIn: CheckIn; partnership: Partnership }[]> {
  const each = (await partnershipsOf(db, person.id)).map(async (partnership) => {
    const checkIns = await checkInsOf(db, person.workspaceId, partnership.id)
    return checkIns.map((checkIn) => ({ checkIn, partnership }))
  })
  return (await Promise.all(each)).flat()
}

const isToday = (instant: number, { zone }: Person, now: number): boolean =>
  toLocal(instant, zone).date === toLocal(now, zone).date
