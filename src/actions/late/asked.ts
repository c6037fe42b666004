/** What team leads, and where there are none the admins, are asked about actions of others: what nobody has, and what is late. */
import type { Db } from '../../../db/schema.ts'
import {
  askedNow,
  escalatedTo,
  type Partnership,
  partnershipsInWorkspace,
  partnershipsLedBy,
  partnershipsOf,
  type Side,
  workingTimeAround,
} from '../../partnerships/index.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { whoIsAway } from '../../workspaces/index.ts'
import { type OpenWork, openWork, when } from '../open-work.ts'
import { nudgeItem } from '../views.ts'
import { escalationOf } from './lateness.ts'
import { type Late, lateItems } from './views.ts'

export async function askedAbout(db: Db, person: Person, now: number): Promise<Item[]> {
  const all = await workOfOthers(db, person, now)
  const nobodys = await Promise.all(all.map((work) => ownerless(db, work, person, now)))
  const late = await Promise.all(all.map((work) => lateFor(db, work, person, now)))
  return [...nobodys.flat(), ...lateItems(late.flat(), person.language)]
}

/** What others promised and has been late for long enough for this person to hear of it. */
export async function lateHeardBy(db: Db, person: Person, now: number): Promise<Late[]> {
  const all = await workOfOthers(db, person, now)
  return (await Promise.all(all.map((work) => lateFor(db, work, person, now)))).flat()
}

async function workOfOthers(db: Db, person: Person, now: number): Promise<OpenWork<Partnership>[]> {
  const partnerships = await mayBeAskedBy(db, person)
  return Promise.all(partnerships.map((partnership) => openWork(db, partnership, now)))
}

/** Others are never asked: nothing need be looked up for them. */
async function mayBeAskedBy(db: Db, person: Person): Promise<Partnership[]> {
  const all = person.admin ? await partnershipsInWorkspace(db, person.workspaceId) : []
  if (person.admin) return all.filter(({ pilotId }) => pilotId === undefined || pilotId === person.id)
  const led = await partnershipsLedBy(db, person.id)
  return led.size === 0 ? [] : (await partnershipsOf(db, person.id)).filter(({ id }) => led.has(id))
}

async function ownerless(db: Db, work: OpenWork, { id, language }: Person, now: number): Promise<Item[]> {
  const nobodys = work.open.filter(({ owner }) => owner === undefined)
  if (nobodys.length === 0) return []
  const { partnership } = work
  const asked = await askedNow(db, partnership.workspaceId, partnership.id, now)
  if (!asked.some((one) => one.id === id)) return []
  const items = nobodys.map((action) => nudgeItem(action, language, when(action, work)))
  return work.members.has(id) ? items : items.map(withoutTake)
}

/** An admin who is in neither team is asked who does it, and cannot have it. */
function withoutTake(item: Item): Item {
  return { ...item, buttons: item.buttons.filter(({ action }) => action !== 'actions:take') }
}

async function lateFor(db: Db, work: OpenWork<Partnership>, person: Person, now: number): Promise<Late[]> {
  const { partnership, today, members } = work
  const late = work.open.flatMap((action) => {
    const owner = action.owner && members.get(action.owner.id)
    return owner && owner.person.id !== person.id && action.dueDate < today ? [{ action, owner }] : []
  })
  if (late.length === 0) return []
  const working = await workingTimeAround(db, partnership, now)
  const owners = late.map(({ owner }) => owner.person)
  const away = await whoIsAway(db, owners, now)
  const hears = hearing(db, partnership.id, person.id, now)
  const heard = late.map(async ({ action, owner: { person: owner, side } }) => {
    const { level, since } = escalationOf(action, { today, ownerAway: away.has(owner.id) }, working)
    if (level === 0 || !(await hears(side, level))) return []
    const mine = members.get(person.id)?.side === side
    return [{ action, owner: owner.name, away: away.has(owner.id), side, mine, since, partnership }]
  })
  return (await Promise.all(heard)).flat()
}

/** Whether somebody hears of what a side did not do in time; asked once for each side and level. */
function hearing(db: Db, partnershipId: string, personId: string, now: number) {
  const known = new Map<string, Promise<boolean>>()
  return (side: Side, level: 1 | 2): Promise<boolean> => {
    const key = `${side} ${level}`
    const answer =
      known.get(key) ??
      escalatedTo(db, partnershipId, side, level, now).then((people) => people.some(({ id }) => id === personId))
    known.set(key, answer)
    return answer
  }
}
