/** What follows when a promise is late: who hears of it, and whether it is said aloud. */
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { startOfDay, toInstant, toLocal } from '../../calendar/wall-time.ts'
import { addWorkingDays, type WorkingDays } from '../../calendar/working-day.ts'
import type { Person } from '../../platform/person.ts'
import { type Action, isOverdue } from '../action.ts'

/** Working days that pass before anybody else hears of it. */
const patienceDays = { namedAfter: 2, speakerAfter: 2, bothSidesAfter: 5 }

/** How far a late action goes: to nobody else yet; to who speaks for the side; or also to the other side. */
export type Escalation = 0 | 1 | 2

/**
 * How far an action that is late has gone, and since which day. Of somebody who is away, who speaks for their side hears at once.
 * @param today in the zone of the two teams
 */
export function escalationOf(
  action: Action,
  { today, ownerAway }: { today: LocalDate; ownerAway: boolean },
  working: WorkingDays,
): { level: Escalation; since: LocalDate } {
  // Late from the day after; so many whole working days have passed on the one after them.
  const after = (days: number): LocalDate => addWorkingDays(action.dueDate, days + 1, working)
  if (!isOverdue(action, today) || !action.owner) return { level: 0, since: today }
  if (today >= after(patienceDays.bothSidesAfter)) return { level: 2, since: after(patienceDays.bothSidesAfter) }
  if (ownerAway) return { level: 1, since: addDays(action.dueDate, 1) }
  if (today >= after(patienceDays.speakerAfter)) return { level: 1, since: after(patienceDays.speakerAfter) }
  return { level: 0, since: today }
}

/** From when on its owner can have been told in private that it is late: after its day, and not before they had it. Epoch milliseconds. */
export function lateForOwnerSince({ dueDate, handover }: Action, zone: string): number {
  return Math.max(startOfDay(addDays(dueDate, 1), zone), handover?.at ?? 0)
}

/**
 * Whether a channel may say whose action is late. Not of those to whom nothing is ever written.
 * @param toldAt when its owner was told in private that it is late; undefined when they were not. Epoch milliseconds, as is `now`
 */
export function mayBeNamed(
  { messages, toldAt }: { messages: Person['messages']; toldAt: number | undefined },
  now: number,
  working: WorkingDays,
): boolean {
  if (messages === 'home' || toldAt === undefined) return false
  const { date, time } = toLocal(toldAt, working.zone)
  return now >= toInstant(addWorkingDays(date, patienceDays.namedAfter, working), time, working.zone)
}
