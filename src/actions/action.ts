import type { LocalDate } from '../calendar/local-date.ts'

/** What a person will do, by when. */
export interface Action {
  id: string
  workspaceId: string
  partnershipId: string
  text: string
  /** Undefined: without owner. It is chased too. */
  owner: { id: string; name: string } | undefined
  dueDate: LocalDate
  /** The check-in it came up in. */
  occurrenceId: string | undefined
  /** How often its date was moved. */
  moves: number
  /** Why it was moved the last time, as typed. */
  movedBecause: string | undefined
  end: End | undefined
}

/** Epoch milliseconds, and the name of who did it. */
interface End {
  how: 'done' | 'cancelled'
  reason: string
  at: number
  byName: string
}

export type Refusal = 'ended' | 'past date' | 'same date' | 'no reason'
export type Verdict = { ok: true } | { ok: false; reason: Refusal }

/** Whether its owner hears of it. @param until the last day that is chased for, in the partnership's zone */
export function isDue(action: Action, until: LocalDate): boolean {
  return action.end === undefined && action.dueDate <= until
}

/** Whether the day it was promised for has passed. @param today in the partnership's zone */
export function isOverdue(action: Action, today: LocalDate): boolean {
  return action.end === undefined && action.dueDate < today
}

/** A first move is ordinary; a date that moves again needs a reason. */
export const moveNeedsReason = (action: Action): boolean => action.moves > 0

/** Whether something may be promised for a date. */
export function mayBeDue(date: LocalDate, today: LocalDate): Verdict {
  return date < today ? { ok: false, reason: 'past date' } : { ok: true }
}

/** Whether it may move to a date. @param reason as typed */
export function mayMove(action: Action, to: LocalDate, reason: string, today: LocalDate): Verdict {
  if (action.end) return { ok: false, reason: 'ended' }
  if (to === action.dueDate) return { ok: false, reason: 'same date' }
  if (moveNeedsReason(action) && reason.trim() === '') return { ok: false, reason: 'no reason' }
  return mayBeDue(to, today)
}

/** Whether it may be cancelled. @param reason as typed; somebody counted on it, so there is one */
export function mayCancel(action: Action, reason: string): Verdict {
  if (action.end) return { ok: false, reason: 'ended' }
  return reason.trim() === '' ? { ok: false, reason: 'no reason' } : { ok: true }
}

/** What has waited longest first. */
export function byDate(a: Action, b: Action): number {
  return a.dueDate < b.dueDate || (a.dueDate === b.dueDate && a.id < b.id) ? -1 : 1
}
