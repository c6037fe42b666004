import type { HomeView, KnownBlock } from '@slack/types'
import type { Language } from '../platform/i18n.ts'
import type { Word } from '../platform/interaction.ts'
import type { Item, Rendered } from '../platform/rendered.ts'
import { buttons, context, divider, header, section } from '../platform/slack/blocks.ts'
import type { Desk } from './desk.ts'
import { laidOut, type Part } from './layout.ts'
import * as say from './messages.ts'
import { allSettingsButton, firstSettings } from './settings-views.ts'

/** How much fits: 50 blocks in a message, 100 in a Home; two are the frame's own. */
const room = { message: 48, home: 98 }
const most = { waiting: 20, coming: 8, section: 12 }
/** So many lines every section shows before an earlier one shows more. */
const least = 3
/** One that says how many sections did not fit, and one for settings. */
const linesForMore = 2

/** `/rondo`. */
export function deskMessage(desk: Desk, language: Language): Rendered {
  const parts = desk.newcomer ? newcomerParts(desk, language) : toDo(desk, language)
  return {
    text: spoken(desk, language),
    blocks: [...introBlocks(desk, language), ...below(parts, room.message, language)],
  }
}

/** For notifications and screen readers. */
function spoken({ newcomer, waiting }: Desk, language: Language): string {
  if (newcomer) return say.whatItIs(language)
  return waiting.length > 0 ? say.openForYou(language, waiting.length) : say.nothingWaiting(language)
}

/** What somebody who may not look sees in App Home. @param words mrkdwn */
export const refusedView = (words: string): HomeView => ({ type: 'home', blocks: [section(words)] })

/** App Home: the same, what else there is for them, and what they can set, or the first of that. */
export function homeView(desk: Desk, language: Language): HomeView {
  const intro = introBlocks(desk, language)
  const own = desk.newcomer ? newcomerParts(desk, language) : toDo(desk, language)
  const more = desk.sections.map((one) => ({ ...one, least, most: most.section }))
  const settings = firstSettings(desk.settings)
  const parts = [...own, ...more, ...settings]
  const { blocks, left } = laidOut(parts, room.home - intro.length - linesForMore, language)
  const settingsShown = Math.max(0, settings.length - left)
  const sectionsLeft = Math.max(0, left - settings.length)
  const settingsLeft = desk.settings.length - settingsShown
  const refresh = { action: 'home:refresh', text: say.refresh(language), value: 'now' }
  return {
    type: 'home',
    blocks: [
      ...intro,
      ...blocks.slice(1),
      ...(sectionsLeft > 0 ? [context(say.moreSections(language, sectionsLeft))] : []),
      ...(settingsLeft > 0 ? [context(say.moreSettings(language, settingsLeft))] : []),
      divider(),
      buttons([refresh, ...(settingsLeft > 0 ? [allSettingsButton(language)] : [])]),
    ],
  }
}

/** Without the line above the first. @param fit blocks */
function below(parts: readonly Part[], fit: number, language: Language): KnownBlock[] {
  // The last is for a line that says how many sections did not fit.
  const { blocks, left } = laidOut(parts, fit - 1, language)
  return [...blocks.slice(1), ...(left > 0 ? [context(say.moreSections(language, left))] : [])]
}

function toDo({ waiting, coming }: Desk, language: Language): Part[] {
  const nothing = (items: readonly Item[], words: string) => (items.length === 0 ? { note: words } : {})
  return [
    {
      title: say.waiting(language),
      items: waiting,
      least,
      most: most.waiting,
      ...nothing(waiting, say.nothingWaiting(language)),
    },
    {
      title: say.coming(language),
      items: coming,
      least,
      most: most.coming,
      ...nothing(coming, say.nothingComing(language)),
    },
  ]
}

/** Somebody new sees what Rondo is. */
function introBlocks({ newcomer }: Desk, language: Language): KnownBlock[] {
  if (!newcomer) return []
  const setUp = { action: 'partnerships:setup', text: say.setUp(language), value: 'new', primary: true }
  return [section(say.whatItIs(language)), buttons([setUp])]
}

/** And whatever waits for them all the same. */
function newcomerParts(desk: Desk, language: Language): Part[] {
  return toDo(desk, language).filter(({ items }) => items.length > 0)
}

/** Slack folds longer sections away. */
const linesPerSection = 7

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
