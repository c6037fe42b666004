import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import type { WallTime } from '../calendar/wall-time.ts'
import type { WorkingTime } from '../calendar/working-time.ts'
import type { PartnershipRef } from '../platform/person.ts'

export const sides = ['marketing', 'sales'] as const
/** The team somebody counts for. */
export type Side = (typeof sides)[number]

/** Channel ids; one channel may serve as two. */
export type Channels = Record<Side | 'shared', string>

/** One marketing team and one sales team that work together. */
export interface Partnership extends PartnershipRef, Hours {
  channels: Channels
  /** In pilot mode: the person to whom everything goes that would be said to the two teams. */
  pilotId: string | undefined
  createdAt: number
  changedAt: number
}

/** When the two teams work, on the clocks of their zone. */
export interface Hours {
  workingDays: Weekday[]
  workStart: WallTime
  workEnd: WallTime
  /** ISO 3166-1 alpha-2, '' for none. */
  holidayCountry: string
}

/** A day on which the two teams do not work, and why. */
export interface DayOff {
  date: LocalDate
  name: string
}

type WorkingHours = Pick<Partnership, 'zone' | 'workingDays' | 'workStart' | 'workEnd'>

/**
 * The working time of a partnership; of one person in it, with their zone in the place of the partnership's.
 * @param daysOff public holidays and own days off, for all years it is asked about
 */
export function workingTimeOf(partnership: WorkingHours, daysOff: ReadonlySet<LocalDate>): WorkingTime {
  const { zone, workingDays, workStart, workEnd } = partnership
  return { zone, days: workingDays, start: workStart, end: workEnd, daysOff }
}
