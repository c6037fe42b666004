import type { Db } from '../../db/schema.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import { startOfDay, toLocal } from '../calendar/wall-time.ts'
import { nextWorkingDay } from '../calendar/working-day.ts'
import { leadingNow, membersOf, type Partnership, partnershipsOf, workingTimeAround } from '../partnerships/index.ts'
import type { Item, PartnershipRef, Person } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import { type Action, byDate, isDue } from './action.ts'
import { openActions, openActionsOf } from './store.ts'
import { actionItem, nudgeItem } from './views.ts'

/** How far ahead one sees what one has promised. */
const aheadDays = 7

/** What somebody's actions ask of them from their day on; of who leads a side also those that nobody has. */
export async function actionNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const found = await Promise.all(
    (await partnershipsOf(db, person.id)).map(async (partnership) => {
      const today = toLocal(now, partnership.zone).date
      const chased = await chasedFor(db, person, partnership, now)
      // What is chased matters today at the latest, also before a day off it is promised for.
      const from = ({ dueDate }: Action) => startOfDay(dueDate < today ? dueDate : today, partnership.zone)
      return chased.map((action) => ({
        action,
        item: nudgeItem(action, person.language, { from: from(action), today }),
      }))
    }),
  )
  return found
    .flat()
    .toSorted((a, b) => byDate(a.action, b.action))
    .map(({ item }) => item)
}

/** What somebody promised for the days to come. */
export async function actionsComing(db: Db, person: Person, now: number): Promise<Item[]> {
  const items = (await partnershipsOf(db, person.id)).map(async (partnership) => {
    const today = toLocal(now, partnership.zone).date
    const chased = await chasedUntil(db, partnership, now)
    const ahead = (await ownedBy(db, person, partnership)).filter(
      ({ dueDate }) => dueDate > chased && dueDate <= addDays(today, aheadDays),
    )
    return ahead.map((action) => nudgeItem(action, person.language, when(action, partnership, today)))
  })
  return (await Promise.all(items)).flat()
}

/** What is open between the two teams, in the language of who reads it. */
export async function openItems(db: Db, partnership: PartnershipRef, language: Language, now: number): Promise<Item[]> {
  const today = toLocal(now, partnership.zone).date
  const open = await openBetween(db, partnership)
  return open.map((action) => actionItem(action, language, when(action, partnership, today)))
}

/** In whose messages an action may stand: its owners, before and after, and those who are asked about what nobody has. */
export async function concernedBy(
  db: Db,
  partnership: PartnershipRef,
  owners: readonly (string | undefined)[],
  now: number,
): Promise<string[]> {
  const known = owners.filter((owner) => owner !== undefined)
  return [...known, ...(await leadingNow(db, partnership.id, now)).map(({ id }) => id)]
}

async function chasedFor(db: Db, person: Person, partnership: Partnership, now: number): Promise<Action[]> {
  const until = await chasedUntil(db, partnership, now)
  const own = (await ownedBy(db, person, partnership)).filter((action) => isDue(action, until))
  // What nobody has is asked of those who lead.
  const leading = await leadingNow(db, partnership.id, now)
  if (!leading.some(({ id }) => id === person.id)) return own
  const open = await openBetween(db, partnership)
  return [...own, ...open.filter(({ owner }) => owner === undefined)]
}

/** Today, and the days off that follow it: nobody should first hear of a promise for a Saturday when it is late. */
async function chasedUntil(db: Db, partnership: Partnership, now: number): Promise<LocalDate> {
  const { date } = toLocal(now, partnership.zone)
  return addDays(nextWorkingDay(date, await workingTimeAround(db, partnership, now)), -1)
}

/** What is open between the two teams. What somebody who left them had promised is without owner now. */
async function openBetween(db: Db, { id, workspaceId }: PartnershipRef): Promise<Action[]> {
  const there = new Set((await membersOf(db, id)).map(({ person }) => person.id))
  const open = await openActions(db, workspaceId, id)
  return open.map((action) => (action.owner && !there.has(action.owner.id) ? { ...action, owner: undefined } : action))
}

async function ownedBy(db: Db, person: Person, partnership: PartnershipRef): Promise<Action[]> {
  const own = await openActionsOf(db, person.workspaceId, person.id)
  return own.filter(({ partnershipId }) => partnershipId === partnership.id)
}

/** A promise matters from the day it is for; one that nobody has matters at once. */
function when(action: Action, { zone }: PartnershipRef, today: LocalDate): { from: number; today: LocalDate } {
  const date = action.owner === undefined && action.dueDate > today ? today : action.dueDate
  return { from: startOfDay(date, zone), today }
}
