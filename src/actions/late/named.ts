/** What is open between the two teams, as their channel may read it: what is late is a number until its owner could act on it. */
import type { Db } from '../../../db/schema.ts'
import type { WorkingDays } from '../../calendar/working-day.ts'
import { getPartnership, workingTimeAround } from '../../partnerships/index.ts'
import { toldSince } from '../../platform/delivery/gathered.ts'
import type { PartnershipRef, Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { type Action, isOverdue } from '../action.ts'
import { openWork, when } from '../open-work.ts'
import { actionItem } from '../views.ts'
import { lateForOwnerSince, mayBeNamed } from './lateness.ts'

export async function openInChannel(db: Db, { id, language }: PartnershipRef, now: number): Promise<Item[]> {
  const partnership = await getPartnership(db, id)
  const work = await openWork(db, partnership, now)
  const working = await workingTimeAround(db, partnership, now)
  return Promise.all(
    work.open.map(async (action) => {
      const item = actionItem(action, language, when(action, work))
      const owner = action.owner && work.members.get(action.owner.id)?.person
      if (!owner || !isOverdue(action, work.today)) return item
      return (await isNamed(db, action, owner, working, now)) ? item : { ...item, discreet: true }
    }),
  )
}

async function isNamed(db: Db, action: Action, owner: Person, working: WorkingDays, now: number): Promise<boolean> {
  const { messages } = owner
  const toldAt = messages === 'home' ? undefined : await toldSince(db, owner, lateForOwnerSince(action, working.zone))
  return mayBeNamed({ messages, toldAt }, now, working)
}
