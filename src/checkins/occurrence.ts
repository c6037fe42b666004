import type { LocalDate } from '../calendar/local-date.ts'
import { toInstant, type WallTime } from '../calendar/wall-time.ts'
import { addWorkingHours, type WorkingTime, workingHoursBetween } from '../calendar/working-time.ts'
import type { Question } from './question.ts'

/** One run of a check-in, from its opening on. Instants are epoch milliseconds. */
export interface Occurrence {
  id: string
  workspaceId: string
  checkIn: CheckIn
  /** The date it is known by. */
  slot: LocalDate
  /** The date on which it is held, where that was kept; of a meeting, the meeting's. */
  date?: LocalDate | undefined
  /** When it should have opened. */
  dueAt: number
  openedAt: number
  deadlineAt: number
  /** When the meeting is that it serves, if any. */
  meetsAt?: number | undefined
  /** From when on each person is asked on their own clocks; undefined: all since it opened. */
  ownFrom?: WallMoment | undefined
  questions: readonly Question[]
  closed: { at: number; why: ClosedBecause } | undefined
}

export type ClosedBecause = 'deadline' | 'everyone'

/** A recurring ritual of a partnership. */
export interface CheckIn {
  id: string
  workspaceId: string
  partnershipId: string
  scheduleId: string
  template: string
  /** '' as long as it goes by its template's name. */
  name: string
  channelId: string
  /** Working hours people have to answer. */
  answerHours: number
  /** When the meeting is that it serves, on the clocks of the partnership's zone. */
  meetingAt: WallTime | undefined
  /** Each person is asked at its time on their own clocks; the deadline is one instant. */
  ownZone: boolean
}

/** What a calendar and a clock on the wall show. */
export interface WallMoment {
  date: LocalDate
  time: WallTime
}

/** A date that should have been held and was not. */
export interface Missed {
  /** Epoch milliseconds. */
  dueAt: number
  /** Its channel did not take the post; there was no key account to discuss; or Rondo or Slack was down. */
  why: 'refused' | 'no accounts' | 'no time'
}

/** Later than this, a post says that it is late. */
const lateAfterMs = 15 * 60_000

export const isLate = (dueAt: number, at: number): boolean => at - dueAt > lateAfterMs

/** When something opens and what it must leave room for; instants in epoch milliseconds. */
export interface Timing {
  dueAt: number
  opensAt: number
  /** When the one after it opens; undefined where nothing follows. */
  nextDueAt: number | undefined
  /** Working hours people have to answer. */
  answerHours: number
  /** A team lead asks for it beside the dates, and so knows how near the next one is. */
  extra: boolean
  /** When the meeting is that it serves, if any. */
  meetsAt?: number | undefined
  /** From when the time to answer counts, where people are asked on their own clocks: one moment for all. */
  countsFrom?: number | undefined
}

/** The summary is the agenda: it stands there before the meeting begins. */
const beforeMeetingMs = 30 * 60_000

/** With less working time than this nobody need be asked. */
const leastHours = 1

/** Whether a slot stands beside the dates: *Run now*. */
export const isExtra = (slot: string): boolean => slot.includes('#')

/**
 * Until when people can answer: on time it counts from the agreed moment, late from now, so that lateness of ours costs
 * nobody a minute. Only one that a team lead asks for may close sooner, when the next one opens. One that serves a meeting closes
 * half an hour before it, or when the next one opens.
 * @returns epoch milliseconds; undefined where there is not time enough before the next one
 */
export function deadlineFor(timing: Timing, working: WorkingTime): number | undefined {
  const { dueAt, opensAt, nextDueAt = Infinity, answerHours, extra, meetsAt, countsFrom = dueAt } = timing
  const untilIfEnough = (until: number) =>
    workingHoursBetween(opensAt, until, working) >= leastHours ? until : undefined
  if (meetsAt !== undefined) return untilIfEnough(Math.min(meetsAt - beforeMeetingMs, nextDueAt))
  const full = addWorkingHours(isLate(countsFrom, opensAt) ? opensAt : countsFrom, answerHours, working)
  if (full <= nextDueAt) return full
  return extra ? untilIfEnough(nextDueAt) : undefined
}

/** From when the time to answer counts, where people are asked on their own clocks. @param zone of the partnership */
export const countsFrom = (ownFrom: WallMoment | undefined, zone: string): number | undefined =>
  ownFrom && toInstant(ownFrom.date, ownFrom.time, zone)

/** Who would have less than this to answer on their own clocks is asked at once. */
const leastOwnMs = 3_600_000

/**
 * When somebody is asked: on their own clocks, where that leaves them time; else when it opens.
 * @param zone theirs
 * @returns epoch milliseconds
 */
export function askedFrom(
  { openedAt, deadlineAt = Infinity, ownFrom }: Pick<Occurrence, 'openedAt' | 'ownFrom'> & { deadlineAt?: number },
  zone: string,
): number {
  const own = ownFrom ? toInstant(ownFrom.date, ownFrom.time, zone) : openedAt
  return own <= deadlineAt - leastOwnMs ? Math.max(openedAt, own) : openedAt
}
