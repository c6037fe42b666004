import type { LocalDate } from '../calendar/local-date.ts'
import type { WallTime } from '../calendar/wall-time.ts'
import { addWorkingHours, type WorkingTime, workingHoursBetween } from '../calendar/working-time.ts'
import type { Question } from './question.ts'

/** One run of a check-in, from its opening on. Instants are epoch milliseconds. */
export interface Occurrence {
  id: string
  workspaceId: string
  checkIn: CheckIn
  /** The date it is known by. */
  slot: LocalDate
  /** When it should have opened. */
  dueAt: number
  openedAt: number
  deadlineAt: number
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

/** A date that should have been held and was not. */
export interface Missed {
  /** Epoch milliseconds. */
  dueAt: number
  /** Its channel did not take the post; else Rondo or Slack was down. */
  refused: boolean
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
}

/** With less working time than this nobody need be asked. */
const leastHours = 1

/** Whether a slot stands beside the dates: *Run now*. */
export const isExtra = (slot: string): boolean => slot.includes('#')

/**
 * Until when people can answer: on time it counts from the agreed moment, late from now, so that lateness of ours costs
 * nobody a minute. Only one that a team lead asks for may close sooner, when the next one opens.
 * @returns epoch milliseconds; undefined where there is not time enough before the next one
 */
export function deadlineFor(timing: Timing, working: WorkingTime): number | undefined {
  const { dueAt, opensAt, nextDueAt, answerHours, extra } = timing
  const full = addWorkingHours(isLate(dueAt, opensAt) ? opensAt : dueAt, answerHours, working)
  if (nextDueAt === undefined || full <= nextDueAt) return full
  return extra && workingHoursBetween(opensAt, nextDueAt, working) >= leastHours ? nextDueAt : undefined
}
