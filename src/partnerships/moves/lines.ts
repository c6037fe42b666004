import type { Db } from '../../../db/schema.ts'
import type { Language } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'
import type { Item, ItemButton } from '../../platform/rendered.ts'
import { channel, escaped } from '../../platform/slack/blocks.ts'
import { whoSpeaksFor } from '../leading.ts'
import type { Partnership, Side } from '../partnership.ts'
import { distinct } from '../people/ladder.ts'
import { changeableBy } from '../rights.ts'
import * as text from './messages.ts'
import { type Move, sidesOfChannel } from './move.ts'
import { openMoves } from './store.ts'

export const moveActions = {
  marketing: 'partnerships:add-marketing',
  sales: 'partnerships:add-sales',
  'not part of it': 'partnerships:not-part',
  'taken off': 'partnerships:take-off',
  stays: 'partnerships:stays',
} as const

/** Who came and who went, for those who speak for the sides it may concern. */
export async function moveNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const items = (await changeableBy(db, person)).map((one) => itemsIn(db, one, person, now))
  return (await Promise.all(items)).flat()
}

/** Who is asked about somebody in a channel. */
export async function askedAbout(
  db: Db,
  { id, channels }: Pick<Partnership, 'id' | 'channels'>,
  channelId: string,
  now: number,
): Promise<Person[]> {
  const asked = sidesOfChannel(channels, channelId).map((side) => whoSpeaksFor(db, id, side, now))
  return distinct((await Promise.all(asked)).flat())
}

async function itemsIn(db: Db, partnership: Partnership, person: Person, now: number): Promise<Item[]> {
  const items = (await openMoves(db, partnership.id)).map(async (move) => {
    const asked = await askedAbout(db, partnership, move.channelId, now)
    if (!asked.some(({ id }) => id === person.id)) return []
    return [moveItem(move, partnership, person.language)]
  })
  return (await Promise.all(items)).flat()
}

export function moveItem(
  move: Move,
  { name, channels }: Pick<Partnership, 'name' | 'channels'>,
  language: Language,
): Item {
  const { person, channelId, what } = move
  const say = what === 'joined' ? text.joined : text.left
  return {
    id: `partnerships:move:${move.id}`,
    partnershipId: move.partnershipId,
    title: say(language, escaped(person.name), person.kind, channel(channelId), escaped(name)),
    from: move.at,
    buttons:
      what === 'joined'
        ? joinedButtons(move, sidesOfChannel(channels, channelId), language)
        : leftButtons(move, language),
  }
}

function joinedButtons({ id }: Move, sides: readonly Side[], language: Language): ItemButton[] {
  const add = sides.map((side) => ({ action: moveActions[side], text: text.addTo(language, side), value: id }))
  return [...add, { action: moveActions['not part of it'], text: text.notPartOfIt(language), value: id }]
}

function leftButtons({ id }: Move, language: Language): ItemButton[] {
  return [
    { action: moveActions['taken off'], text: text.takeOff(language), value: id },
    { action: moveActions.stays, text: text.stays(language), value: id },
  ]
}
