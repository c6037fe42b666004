import type { HomeView, KnownBlock } from '@slack/types'
import type { Item, Rendered, Word } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import { buttons, context, divider, header, itemBlocks, section } from '../platform/slack/blocks.ts'
import type { Desk } from './desk.ts'
import * as say from './messages.ts'

/** How many lines fit; each takes two blocks of the 50 of a message, or of the 100 of a Home. */
const lines = { message: { waiting: 15, coming: 5 }, home: { waiting: 30, coming: 10 } }

/** `/rondo`. */
export function deskMessage(desk: Desk, language: Language): Rendered {
  return { text: spoken(desk, language), blocks: deskBlocks(desk, lines.message, language) }
}

/** For notifications and screen readers. */
function spoken({ newcomer, waiting }: Desk, language: Language): string {
  if (newcomer) return say.whatItIs(language)
  return waiting.length > 0 ? say.openForYou(language, waiting.length) : say.nothingWaiting(language)
}

/** What somebody who may not look sees in App Home. @param words mrkdwn */
export const refusedView = (words: string): HomeView => ({ type: 'home', blocks: [section(words)] })

/** The same in App Home. */
export function homeView(desk: Desk, language: Language): HomeView {
  const refresh = buttons([{ action: 'home:refresh', text: say.refresh(language), value: 'now' }])
  return { type: 'home', blocks: [...deskBlocks(desk, lines.home, language), divider(), refresh] }
}

function deskBlocks(desk: Desk, fit: { waiting: number; coming: number }, language: Language): KnownBlock[] {
  if (desk.newcomer) return newcomerBlocks(desk, fit, language)
  return [
    header(say.waiting(language)),
    ...list(desk.waiting, fit.waiting, say.nothingWaiting(language), language),
    header(say.coming(language)),
    ...list(desk.coming, fit.coming, say.nothingComing(language), language),
  ]
}

/** Somebody new sees what Rondo is, and whatever waits for them all the same. */
function newcomerBlocks(desk: Desk, fit: { waiting: number }, language: Language): KnownBlock[] {
  const setUp = { action: 'partnerships:setup', text: say.setUp(language), value: 'new', primary: true }
  const items = [...desk.waiting, ...desk.coming]
  return [
    section(say.whatItIs(language)),
    buttons([setUp]),
    ...(items.length > 0 ? [divider(), ...list(items, fit.waiting, '', language)] : []),
  ]
}

function list(items: readonly Item[], most: number, empty: string, language: Language): KnownBlock[] {
  if (items.length === 0) return [section(empty)]
  const shown = items.slice(0, most).flatMap(itemBlocks)
  return items.length > most ? [...shown, context(say.more(language, items.length - most))] : shown
}

/** Ten lines at a time stay well within a section. */
const linesPerSection = 10

/** `/rondo help`: each word in the person's own language. */
export function helpMessage(words: readonly Word[], language: Language): Rendered {
  const texts = words.map((word) => helpLine(word, language))
  const parts = Array.from({ length: Math.ceil(texts.length / linesPerSection) }, (_, index) =>
    texts.slice(index * linesPerSection, (index + 1) * linesPerSection).join('\n'),
  )
  const title = say.helpTitle(language)
  return { text: title, blocks: [header(title), ...parts.map(section), context(say.bothLanguages(language))] }
}

function helpLine({ words, usage, help }: Word, language: Language): string {
  const typed = ['/rondo', words[language][0], ...(usage ? [`[${usage(language)}]`] : [])].filter((part) => part !== '')
  return `\`${typed.join(' ')}\`: ${help(language)}`
}
