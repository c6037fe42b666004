import type { Db } from '../../../db/schema.ts'
import { firstSlot, nextSlot, type Slot } from '../../calendar/slots.ts'
import { type Partnership, partnershipsIn, partnershipsOf } from '../../partnerships/index.ts'
import type { Command, Looking } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import type { Rendered } from '../../platform/rendered.ts'
import { askedFrom } from '../occurrence.ts'
import { openOccurrences } from '../occurrence-store.ts'
import { participantsNow } from '../participants/facts.ts'
import { changeableBy } from './changeable.ts'
import { type Listed, listMessage } from './list-views.ts'
import { ownFromOf } from './plan.ts'
import { type Planned, plannedOf } from './store.ts'

/** `/rondo checkin` */
export async function list(command: Command): Promise<void> {
  await command.reply(await checkInList(command, command.channelId))
}

/** The check-ins of one's own teams; of those that meet in the channel, too, for somebody who may change them. */
export async function checkInList({ db, person, now }: Looking, channelId: string): Promise<Rendered> {
  const changeable = await changeableBy(db, person)
  const own = await partnershipsOf(db, person.id)
  const here = await partnershipsIn(db, person.workspaceId, channelId)
  const others = changeable.filter(({ id }) => here.some((one) => one.id === id) && own.every((one) => one.id !== id))
  const partnerships = own.length + others.length > 0 ? [...own, ...others] : changeable
  const mayChange = new Set(changeable.map(({ id }) => id))
  const listed = await listedOf(db, partnerships, person, now)
  const places = changeable.filter(({ id }) => here.some((one) => one.id === id))
  const newIn = placeOf(places.length > 0 ? places : changeable)
  const message = listMessage({ listed, takesPart: partnerships.length > 0, mayChange, newIn }, person)
  return { ...message, list: { name: 'checkins:list', about: channelId } }
}

/** Where a new one would be: the channel's only partnership, the person's only one, else they are asked. */
function placeOf([only, ...more]: readonly Partnership[]): string | undefined {
  return more.length > 0 ? 'choose' : only?.id
}

async function listedOf(db: Db, partnerships: readonly Partnership[], person: Person, now: number): Promise<Listed[]> {
  const { workspaceId } = person
  const byId = new Map(partnerships.map((one) => [one.id, one]))
  const open = (await Promise.all(partnerships.map(({ id }) => openOccurrences(db, workspaceId, id)))).flat()
  const planned = await plannedOf(db, workspaceId, [...byId.keys()])
  const each = planned.map(async (one): Promise<Listed[]> => {
    const partnership = byId.get(one.checkIn.partnershipId)
    const latest = open.find(({ checkIn }) => checkIn.id === one.checkIn.id)
    if (!partnership) return []
    const participants = latest ? await participantsNow(db, latest, now) : []
    return [
      {
        ...{ planned: one, partnership, ahead: aheadOf(one, person.zone) },
        open: latest && { occurrence: latest, participants },
      },
    ]
  })
  return (await Promise.all(each)).flat()
}

const shownDates = 2
const mostLookedAt = 30

/** The next dates, with those that somebody decided to skip. `asksAt` is when it asks a person of this zone. */
function aheadOf({ rule, status, nextSlot: from }: Planned, zone: string): Listed['ahead'] {
  const ahead: Slot[] = []
  let slot = status === 'active' && from !== undefined ? firstSlot(rule, from) : undefined
  for (let held = 0, seen = 0; slot && held < shownDates && seen < mostLookedAt; seen++) {
    if (!slot.skipped) held++
    if (!slot.skipped || slot.skipped === 'exception') ahead.push(slot)
    slot = nextSlot(rule, slot.slot)
  }
  return ahead.map((one) => ({
    slot: one,
    decided: rule.exceptions?.has(one.slot) ?? false,
    asksAt: askedFrom({ openedAt: one.dueAt, ownFrom: ownFromOf(rule.zones, one.dueAt) }, zone),
  }))
}
