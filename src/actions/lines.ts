import type { Db } from '../../db/schema.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import { startOfDay, toLocal } from '../calendar/wall-time.ts'
import { nextWorkingDay } from '../calendar/working-day.ts'
import { type Partnership, partnershipsOf, workingTimeAround } from '../partnerships/index.ts'
import type { Language } from '../platform/i18n.ts'
import type { PartnershipRef, Person } from '../platform/person.ts'
import type { Item } from '../platform/rendered.ts'
import { type Action, byDate, isDue, isNew } from './action.ts'
import { askedAbout } from './late/asked.ts'
import { openWork, when } from './open-work.ts'
import { openActionsOf } from './store.ts'
import { actionItem, nudgeItem, type When } from './views.ts'

/** How far ahead one sees what one has promised. */
const aheadDays = 7

/** What somebody's actions ask of them from their day on, what came to them from others, and what they are asked about others'. */
export async function actionNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const ofPartnership = await ownedBy(db, person)
  const own = (await partnershipsOf(db, person.id)).map(async (partnership) => {
    const until = await chasedUntil(db, partnership, now)
    const chased = ofPartnership(partnership).filter((action) => isDue(action, until) || isNew(action))
    return chased.map((action) => ({
      action,
      item: nudgeItem(action, person.language, chasing(action, partnership, now)),
    }))
  })
  const byAge = (await Promise.all(own)).flat().toSorted((a, b) => byDate(a.action, b.action))
  return [...byAge.map(({ item }) => item), ...(await askedAbout(db, person, now))]
}

/** What somebody promised for the days to come. */
export async function actionsComing(db: Db, person: Person, now: number): Promise<Item[]> {
  const ofPartnership = await ownedBy(db, person)
  const items = (await partnershipsOf(db, person.id)).map(async (partnership) => {
    const today = toLocal(now, partnership.zone).date
    const chased = await chasedUntil(db, partnership, now)
    const ahead = ofPartnership(partnership).filter(
      (action) => !isNew(action) && action.dueDate > chased && action.dueDate <= addDays(today, aheadDays),
    )
    // On one's own clocks: what is for tomorrow must not begin late today where the teams are ahead.
    const onItsDay = (action: Action): When => ({ from: startOfDay(action.dueDate, person.zone), today })
    return ahead.map((action) => nudgeItem(action, person.language, onItsDay(action)))
  })
  return (await Promise.all(items)).flat()
}

/** What is open between the two teams, in the language of who reads it. @param mayGive whether they may hand on what this owner has */
export async function openItems(
  db: Db,
  partnership: PartnershipRef,
  language: Language,
  mayGive: (ownerId: string | undefined) => boolean,
  now: number,
): Promise<Item[]> {
  const work = await openWork(db, partnership, now)
  return work.open.map((action) => actionItem(action, language, when(action, work), mayGive(action.owner?.id)))
}

/** What is chased matters today at the latest, also before a day off it is promised for; what came from others at once. */
function chasing(action: Action, { zone }: PartnershipRef, now: number): When {
  const today = toLocal(now, zone).date
  const from = startOfDay(action.dueDate < today ? action.dueDate : today, zone)
  return { from: isNew(action) ? Math.min(from, action.handover?.at ?? from) : from, today }
}

/** Today, and the days off that follow it: nobody should first hear of a promise for a Saturday when it is late. */
async function chasedUntil(db: Db, partnership: Partnership, now: number): Promise<LocalDate> {
  const { date } = toLocal(now, partnership.zone)
  return addDays(nextWorkingDay(date, await workingTimeAround(db, partnership, now)), -1)
}

/** Looked up once, for all partnerships. */
async function ownedBy(db: Db, person: Person): Promise<(partnership: PartnershipRef) => Action[]> {
  const own = Map.groupBy(await openActionsOf(db, person.workspaceId, person.id), (action) => action.partnershipId)
  return ({ id }) => own.get(id) ?? []
}
