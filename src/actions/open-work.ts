import type { Db } from '../../db/schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { startOfDay, toLocal } from '../calendar/wall-time.ts'
import { type Member, membersOf } from '../partnerships/index.ts'
import type { PartnershipRef } from '../platform/person.ts'
import type { Action } from './action.ts'
import { openActions } from './store.ts'
import type { When } from './views.ts'

/** What is open between two teams, and who is in them. */
export interface OpenWork<P extends PartnershipRef = PartnershipRef> {
  partnership: P
  /** The longest promised first. Without owner is also what somebody has who is in neither team any more. */
  open: Action[]
  /** By id of the person. */
  members: ReadonlyMap<string, Member>
  /** In the partnership's zone. */
  today: LocalDate
}

export async function openWork<P extends PartnershipRef>(db: Db, partnership: P, now: number): Promise<OpenWork<P>> {
  const members = new Map((await membersOf(db, partnership.id)).map((member) => [member.person.id, member]))
  const all = await openActions(db, partnership.workspaceId, partnership.id)
  const open = all.map((action) =>
    action.owner && !members.has(action.owner.id) ? { ...action, owner: undefined } : action,
  )
  return { partnership, open, members, today: toLocal(now, partnership.zone).date }
}

/** A promise matters from the day it is for; one that nobody has matters at once. */
export function when(action: Action, { partnership, today }: Pick<OpenWork, 'partnership' | 'today'>): When {
  const date = action.owner === undefined && action.dueDate > today ? today : action.dueDate
  return { from: startOfDay(date, partnership.zone), today }
}
