import type { Block, KnownBlock } from '@slack/types'
import type { Language } from '../../platform/i18n.ts'
import type { Item, ItemButton, Rendered } from '../../platform/rendered.ts'
import { buttons, context, escaped, header, itemBlocks, section } from '../../platform/slack/blocks.ts'
import * as say from '../messages.ts'
import { addActionButton, type Place } from '../views.ts'
import { paged, type Section } from './pages.ts'

/** What is open in one partnership, but for the reader's own. */
export interface Others {
  place: Place
  name: string
  items: readonly Item[]
}

/** All that is open, or what is late in the teams that somebody speaks for. */
export type Which = 'open' | 'late'

/** A page of a list. */
export interface Turn {
  which: Which
  /** From 1; one that is no longer there is the last. */
  page: number
}

const fromTurn = ({ which, page }: Turn): string => `${which} ${page}`

/** What a button of a list carries; anything else is the first page of what is open. */
export function toTurn(value: string): Turn {
  const [which, page] = value.split(' ')
  return { which: which === 'late' ? 'late' : 'open', page: Number.parseInt(page ?? '', 10) || 1 }
}

/** Of a message's 50 blocks, one is its title, one says which page it is and one leads to the others. */
const room = 47
const mostLines = 15
/** As many partnerships get a button each to add something; it stands on the first page. */
const mostButtons = 20

/** What `/rondo actions` shows: mine, then per partnership the others, and what the reader did today, to take it back. */
export function listMessage(
  language: Language,
  open: { mine: readonly Item[]; others: readonly Others[]; doneToday?: readonly Item[] },
  page = 1,
): Rendered {
  const { mine, others, doneToday = [] } = open
  const adding = others.slice(0, mostButtons)
  const sections: Section[] = [
    { heading: say.mine(language), items: mine },
    ...others.map(({ name, items }) => ({ heading: say.ours(language, name), items })),
  ]
  const empty = sections.every(({ items }) => items.length === 0)
  const pages = paged(
    [...sections, { heading: say.doneToday(language), items: doneToday }],
    { first: room - adding.length - (empty ? 1 : 0), other: room },
    mostLines,
  )
  return pageMessage(language, say.listTitle(language), pages, { which: 'open', page }, (number) => ({
    above: empty ? [section((others.length > 0 ? say.nothingOpen : say.noCooperation)(language))] : [],
    below: number === 1 ? adding.map((one) => buttons([addTo(one, others.length > 1, language)])) : [],
  }))
}

/** What is late in the teams that the reader speaks for, all of it. */
export function lateMessage(language: Language, items: readonly Item[], page = 1): Rendered {
  const pages = paged([{ heading: say.lateHeading(language), items }], { first: room, other: room }, mostLines)
  return pageMessage(language, say.listTitle(language), pages, { which: 'late', page }, () => ({
    above: items.length === 0 ? [section(say.nothingLate(language))] : [],
    below: [],
  }))
}

type Around = (page: number) => Record<'above' | 'below', KnownBlock[]>

function pageMessage(language: Language, title: string, pages: Section[][], turn: Turn, around: Around): Rendered {
  const page = Math.min(Math.max(turn.page, 1), pages.length)
  const { above, below } = around(page)
  const blocks: (KnownBlock | Block)[] = [
    header(title),
    ...above,
    ...(pages[page - 1] ?? []).flatMap(sectionBlocks),
    ...turningBlocks({ ...turn, page }, pages.length, language),
    ...below,
  ]
  return { text: title, blocks }
}

const sectionBlocks = ({ heading, items }: Section): KnownBlock[] => [
  section(`*${escaped(heading)}*`),
  ...items.flatMap(itemBlocks),
]

function turningBlocks({ which, page }: Turn, pages: number, language: Language): KnownBlock[] {
  if (pages === 1) return []
  const back = { action: 'actions:previous', text: say.previous(language), value: fromTurn({ which, page: page - 1 }) }
  const on = { action: 'actions:next', text: say.next(language), value: fromTurn({ which, page: page + 1 }) }
  return [
    context(say.pageOf(language, page, pages)),
    buttons([...(page > 1 ? [back] : []), ...(page < pages ? [on] : [])]),
  ]
}

function addTo({ place, name }: Others, named: boolean, language: Language): ItemButton {
  const button = addActionButton(place, language)
  return named ? { ...button, text: `${button.text}: ${name}` } : button
}
