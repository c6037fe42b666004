import type { Block, KnownBlock } from '@slack/types'
import type { Item, ItemButton, Rendered } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
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

/** Of a message's 50 blocks, one is its title, one says which page it is and one leads to the others. */
const room = 47
const mostLines = 15
/** As many partnerships get a button each to add something; it stands on the first page. */
const mostButtons = 20

/** What `/rondo actions` shows: mine, then per partnership the others. @param page from 1; one that is no longer there is the last */
export function listMessage(language: Language, mine: readonly Item[], others: readonly Others[], page = 1): Rendered {
  const adding = others.slice(0, mostButtons)
  const sections: Section[] = [
    { heading: say.mine(language), items: mine },
    ...others.map(({ name, items }) => ({ heading: say.ours(language, name), items })),
  ]
  const pages = paged(sections, { first: room - adding.length, other: room }, mostLines)
  const number = Math.min(Math.max(page, 1), pages.length)
  const empty = sections.every(({ items }) => items.length === 0)
  const blocks: (KnownBlock | Block)[] = [
    header(say.listTitle(language)),
    ...(empty ? [section((others.length > 0 ? say.nothingOpen : say.noCooperation)(language))] : []),
    ...(pages[number - 1] ?? []).flatMap(sectionBlocks),
    ...pageBlocks(number, pages.length, language),
    ...(number === 1 ? adding.map((one) => buttons([addTo(one, others.length > 1, language)])) : []),
  ]
  return { text: say.listTitle(language), blocks }
}

const sectionBlocks = ({ heading, items }: Section): KnownBlock[] => [
  section(`*${escaped(heading)}*`),
  ...items.flatMap(itemBlocks),
]

function pageBlocks(page: number, pages: number, language: Language): KnownBlock[] {
  if (pages === 1) return []
  const back = { action: 'actions:previous', text: say.previous(language), value: `${page - 1}` }
  const on = { action: 'actions:next', text: say.next(language), value: `${page + 1}` }
  const row = [...(page > 1 ? [back] : []), ...(page < pages ? [on] : [])]
  return [context(say.pageOf(language, page, pages)), buttons(row)]
}

function addTo({ place, name }: Others, named: boolean, language: Language): ItemButton {
  const button = addActionButton(place, language)
  return named ? { ...button, text: `${button.text}: ${name}` } : button
}
