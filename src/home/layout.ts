import type { KnownBlock } from '@slack/types'
import type { HomeSection } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import type { Item } from '../platform/rendered.ts'
import { buttons, context, divider, header, itemBlocks, section } from '../platform/slack/blocks.ts'
import * as say from './messages.ts'

/** A section, and how many of its lines are worth the room. */
export interface Part extends HomeSection {
  /** So many lines it shows before an earlier one shows more. */
  least: number
  most: number
}

/** What fits, and how many sections at the end do not. */
export interface Layout {
  blocks: KnownBlock[]
  left: number
}

/** Sections one below the other, in as many blocks as there is room for. What is left out is counted, never silently gone. */
export function laidOut(parts: readonly Part[], room: number, language: Language): Layout {
  const blocks: KnownBlock[] = []
  for (const [index, part] of parts.entries()) {
    const free = room - blocks.length
    if (leastOf(part) > free) return { blocks, left: parts.length - index }
    const others = parts.slice(index + 1).reduce((sum, one) => sum + leastOf(one), 0)
    blocks.push(...drawPart(part, Math.max(leastOf(part), free - others), language))
  }
  return { blocks, left: 0 }
}

function leastOf(part: Part): number {
  return frameOf(part) + sizeOf(part.items.slice(0, part.least))
}

/** Its heading, what is said below the lines, and the one that counts what is left out. */
function frameOf({ note, buttons, items }: Part): number {
  return 2 + (note ? 1 : 0) + (buttons ? 1 : 0) + (items.length > 0 ? 1 : 0)
}

const sizeOf = (items: readonly Item[]): number =>
  items.reduce((sum, { buttons }) => sum + (buttons.length > 0 ? 2 : 1), 0)

function drawPart(part: Part, room: number, language: Language): KnownBlock[] {
  const { title, items, note, most } = part
  let shown = items.slice(0, most)
  while (shown.length > 0 && frameOf(part) + sizeOf(shown) > room) shown = shown.slice(0, -1)
  return [
    divider(),
    header(title),
    ...shown.flatMap(itemBlocks),
    ...(shown.length < items.length ? [context(say.more(language, items.length - shown.length))] : []),
    ...(note ? [section(note)] : []),
    ...(part.buttons ? [buttons([...part.buttons])] : []),
  ]
}
