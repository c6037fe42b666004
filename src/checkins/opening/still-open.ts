import type { KnownBlock } from '@slack/types'
import type { Language, Phrase } from '../../platform/i18n.ts'
import type { Item } from '../../platform/rendered.ts'
import { context, itemBlocks, section } from '../../platform/slack/blocks.ts'
import * as say from './messages.ts'

/** How much fits: blocks, and the length of what they say. */
export interface Room {
  blocks: number
  length: number
}

/** More lines than this nobody reads before answering. */
const mostItems = 10

/** What is open between the teams. What is overdue and not to be named yet is a number: in a channel nobody is shown up. */
export function stillOpenBlocks(items: readonly Item[], room: Room, language: Language): KnownBlock[] {
  if (items.length === 0) return [section(say.nothingOpen(language))]
  const named = items.filter(({ discreet }) => !discreet)
  const shown = fitting(named.toSorted(overdueFirst), room)
  const overdue = named.length > 0 ? say.alsoOverdue : say.overdue
  const notes = [
    ...(named.length > shown.length ? [say.moreOpen(language, named.length - shown.length)] : []),
    ...(items.length > named.length ? [overdue(language, items.length - named.length)] : []),
  ]
  return [
    section(say.stillOpen(language, items.length)),
    ...shown.flatMap(itemBlocks),
    ...(notes.length > 0 ? [context(notes.join('\n'))] : []),
  ]
}

const overdueFirst = (one: Item, other: Item): number => Number(other.overdue ?? false) - Number(one.overdue ?? false)

/** Besides these stand a heading and a note. */
const frame = { blocks: 2, length: 600 }

function fitting(items: readonly Item[], room: Room): Item[] {
  let blocks = room.blocks - frame.blocks
  let length = room.length - frame.length
  const shown: Item[] = []
  for (const item of items.slice(0, mostItems)) {
    const drawn = itemBlocks(item)
    blocks -= drawn.length
    length -= JSON.stringify(drawn).length
    if (blocks < 0 || length < 0) break
    shown.push(item)
  }
  return shown
}

/** Of a list in the first post: what it says beyond this is counted. */
const most = { lines: 8, length: 2_000 }

/** A heading and some lines of mrkdwn, as many as are read; the others are counted. Nothing where there are none. */
export function listBlocks(
  title: string,
  lines: readonly string[],
  more: Phrase<[number]>,
  language: Language,
): KnownBlock[] {
  if (lines.length === 0) return []
  const shown: string[] = []
  for (const line of lines.slice(0, most.lines)) {
    if (shown.length > 0 && [...shown, line].join('\n').length > most.length) break
    shown.push(line)
  }
  const left = lines.length - shown.length
  return [section([`*${title}*`, ...shown, ...(left > 0 ? [more(language, left)] : [])].join('\n'))]
}
