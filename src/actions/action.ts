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
  /** How its owner came to have it, where it was not theirs from the start. */
  handover: Handover | undefined
  end: End | undefined
}

/** An action went from one person to another. Instants are epoch milliseconds, names as people have them. */
export interface Handover {
  id: string
  /** They left; somebody gave it; or its owner took what nobody had. */
  why: 'left' | 'given' | 'taken'
  /** Who had it before. */
  from: string | undefined
  /** Who gave it. */
  by: string | undefined
  at: number
  /** Whether its owner has said that they keep it. */
  kept: boolean
}

/** Epoch milliseconds, and who did it. */
interface End {
  how: 'done' | 'cancelled'
  reason: string
  at: number
  byId: string
  byName: string
}

export type Refusal = 'ended' | 'past date' | 'same date' | 'no reason' | 'same owner' | 'not a member'
export type Verdict = { ok: true } | { ok: false; reason: Refusal }

/** Whether its owner hears of it. @param until the last day that is chased for, in the partnership's zone */
export function isDue(action: Action, until: LocalDate): boolean {
  return action.end === undefined && action.dueDate <= until
}

/** Whether the day it was promised for has passed. @param today in the partnership's zone */
export function isOverdue(action: Action, today: LocalDate): boolean {
  return action.end === undefined && action.dueDate < today
}

/** Whether its owner is yet to say what they do with what came to them. */
export function isNew({ end, owner, handover }: Action): boolean {
  return end === undefined && owner !== undefined && handover !== undefined && !handover.kept
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

/** Whether it may go to somebody. @param members ids of all who are in the two teams */
export function mayGive(action: Action, toId: string | undefined, members: ReadonlySet<string>): Verdict {
  if (action.end) return { ok: false, reason: 'ended' }
  if (toId === undefined || !members.has(toId)) return { ok: false, reason: 'not a member' }
  return toId === action.owner?.id ? { ok: false, reason: 'same owner' } : { ok: true }
}

export type ReopenRefusal = 'open' | 'cancelled' | 'another day'

/** Whether *Done* may be taken back: on its day. Both dates in the partnership's zone; `endedOn` is the day on which it ended. */
export function mayReopen(
  { end }: Action,
  endedOn: LocalDate,
  today: LocalDate,
): { ok: true } | { ok: false; reason: ReopenRefusal } {
  if (!end) return { ok: false, reason: 'open' }
  if (end.how === 'cancelled') return { ok: false, reason: 'cancelled' }
  return endedOn === today ? { ok: true } : { ok: false, reason: 'another day' }
}

/** What has waited longest first. */
export function byDate(a: Action, b: Action): number {
  return a.dueDate < b.dueDate || (a.dueDate === b.dueDate && a.id < b.id) ? -1 : 1
}
