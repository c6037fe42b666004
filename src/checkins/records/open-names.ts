import type { Db } from '../../../db/schema.ts'
import { type Partnership, partnershipsLedBy, partnershipsOf, sideOf } from '../../partnerships/index.ts'
import type { HomeSection } from '../../platform/feature.ts'
import { listInWords } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item } from '../../platform/rendered.ts'
import { escaped, moment } from '../../platform/slack/blocks.ts'
import type { Occurrence } from '../occurrence.ts'
import { openOccurrences } from '../occurrence-store.ts'
import { participantsNow } from '../participants/facts.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { isAwaited, turnout } from '../participants/participant.ts'
import { headingOf } from '../views.ts'
import * as say from './messages.ts'

/** For who leads a team: whose answers are still open in it, by name. In their Home only, and nothing to press. */
export async function openNames(db: Db, person: Person, now: number): Promise<HomeSection[]> {
  const led = await partnershipsLedBy(db, person.id)
  const mine = (await partnershipsOf(db, person.id)).filter(({ id }) => led.has(id))
  const items = await Promise.all(
    mine.map(async (partnership) => {
      const open = await openOccurrences(db, person.workspaceId, partnership.id)
      return Promise.all(open.map((occurrence) => openItem(db, occurrence, partnership, person, now)))
    }),
  )
  const all = items.flat()
  if (all.length === 0) return []
  return [{ title: say.openTitle(person.language), items: all, note: say.onlyYou(person.language) }]
}

async function openItem(
  db: Db,
  occurrence: Occurrence,
  partnership: Partnership,
  person: Person,
  now: number,
): Promise<Item> {
  const { language, zone } = person
  const participants = await participantsNow(db, occurrence, now)
  const side = await sideOf(db, partnership.id, person.id)
  const open = participants.filter(isAwaited)
  // Their own *Answer* stands among what waits for them.
  const others = open.filter((one) => one.side === side && one.personId !== person.id)
  const names = others.map(({ name }) => escaped(name))
  const counted = turnoutInWords(language, turnout(participants), false)
  const who = names.length > 0 ? say.openNames(language, listInWords(names, language)) : say.nobodyOpen(language)
  const state = say.openUntil(language, counted, moment(occurrence.deadlineAt, zone, language))
  return {
    id: `checkins:open:${occurrence.id}`,
    title: say.openIn(language, escaped(headingOf(occurrence, language)), escaped(partnership.name)),
    detail: `${state}\n${who}`,
    from: occurrence.openedAt,
    partnershipId: partnership.id,
    buttons: [],
  }
}
