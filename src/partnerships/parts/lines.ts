/** What is on, what is off, and what to turn on next. */
import type { Db } from '../../../db/schema.ts'
import { addDays, weekdayOf } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { nextWorkingDay, workingDayOnOrAfter } from '../../calendar/working-day.ts'
import { type Part, type PartName, partNames } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { leadingNow } from '../leading.ts'
import type { Partnership } from '../partnership.ts'
import { partnershipsLedBy } from '../people/store.ts'
import type { SetUpNeeds } from '../setup/needs.ts'
import { findPartnerships, workingTimeAround } from '../store.ts'
import * as text from './messages.ts'
import { isTooSoon, nextOff } from './proposal.ts'
import { lastRefusal, partsInOrder } from './store.ts'

export const partActions = {
  on: 'partnerships:turn-on',
  off: 'partnerships:turn-off',
  notNow: 'partnerships:not-now',
} as const

type Needs = Pick<SetUpNeeds, 'parts' | 'checkInsInUse'>

/** What a button about a part of a partnership carries. */
export const partValue = (partnershipId: string, part: PartName): string => `${partnershipId} ${part}`

/** What such a button was about; `part` is undefined where no part is called so. */
export function readPartValue(value: string): { partnershipId: string; part: PartName | undefined } {
  const [partnershipId = '', name] = value.split(' ')
  return { partnershipId, part: partNames.find((part) => part === name) }
}

/** Who leads is told what the next part brings, once the two teams use what they have; one day a week, until they say. */
export async function proposals(db: Db, needs: Needs, person: Person, now: number): Promise<Item[]> {
  const led = await findPartnerships(db, [...(await partnershipsLedBy(db, person.id))])
  const items = led.map(async (partnership) => {
    if (!(await isDayToPropose(db, partnership, now))) return []
    const part = await proposed(db, needs, partnership, now)
    if (!part) return []
    const leading = await leadingNow(db, partnership.id, now)
    return leading.some(({ id }) => id === person.id) ? [proposalItem(part, partnership, person.language, now)] : []
  })
  return (await Promise.all(items)).flat()
}

/** Once a week is enough, and on its second working day: then most weekly check-ins have just been closed. */
async function isDayToPropose(db: Db, partnership: Partnership, now: number): Promise<boolean> {
  const working = await workingTimeAround(db, partnership, now)
  const today = toLocal(now, partnership.zone).date
  const monday = addDays(today, 1 - weekdayOf(today))
  return today === nextWorkingDay(workingDayOnOrAfter(monday, working), working)
}

async function proposed(db: Db, needs: Needs, { id, zone }: Partnership, now: number): Promise<Part | undefined> {
  const on = await partsInOrder(db, id)
  const all = needs.parts()
  const next = nextOff(all, on)
  if (!next || isTooSoon(await lastRefusal(db, id), now, zone)) return undefined
  const last = all.find(({ name }) => name === on.at(-1))
  const used = last ? await last.inUse(db, id, now) : await needs.checkInsInUse(db, id)
  return used ? next : undefined
}

export function proposalItem(
  { name: part, title, about }: Part,
  { id, name }: Pick<Partnership, 'id' | 'name'>,
  language: Language,
  now: number,
): Item {
  const value = partValue(id, part)
  return {
    id: `partnerships:proposal:${id}`,
    partnershipId: id,
    title: text.proposal(language, title(language), about(language), escaped(name)),
    from: now,
    buttons: [
      { action: partActions.on, text: text.turnOn(language), value, primary: true },
      { action: partActions.notNow, text: text.notNow(language), value },
    ],
  }
}

/** A line for each part, to turn it on or off. */
export function partItems(
  all: readonly Part[],
  on: ReadonlySet<PartName>,
  { id, changedAt }: Pick<Partnership, 'id' | 'changedAt'>,
  language: Language,
): Item[] {
  return all.map(({ name, title, about }) => {
    const isOn = on.has(name)
    const words = isOn ? text.partOn : text.partOff
    const button = isOn
      ? { action: partActions.off, text: text.turnOff(language) }
      : { action: partActions.on, text: text.turnOn(language) }
    return {
      id: `partnerships:part:${id}:${name}`,
      title: words(language, title(language), about(language)),
      from: changedAt,
      buttons: [{ ...button, value: partValue(id, name) }],
    }
  })
}
