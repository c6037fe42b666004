import type { HomeView, KnownBlock } from '@slack/types'
import type { HomeSection } from '../platform/feature.ts'
import type { Language } from '../platform/i18n.ts'
import type { Word } from '../platform/interaction.ts'
import type { Item, Rendered } from '../platform/rendered.ts'
import { buttons, context, divider, header, section } from '../platform/slack/blocks.ts'
import type { Desk } from './desk.ts'
import { laidOut, type Part } from './layout.ts'
import * as say from './messages.ts'

/** How much fits: 50 blocks in a message, 100 in a Home; two are the frame's own. */
const room = { message: 48, home: 98 }
const most = { waiting: 20, coming: 8, section: 12 }

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

/** App Home: the same, what else there is for them, and what they can set. */
export function homeView(desk: Desk, language: Language): HomeView {
  const intro = introBlocks(desk, language)
  const own = desk.newcomer ? newcomerParts(desk, language) : toDo(desk, language)
  const more = [...desk.sections, ...desk.settings].map((one) => ({ ...one, most: most.section }))
  const refresh = buttons([{ action: 'home:refresh', text: say.refresh(language), value: 'now' }])
  const parts = below([...own, ...more], room.home - intro.length, language)
  return { type: 'home', blocks: [...intro, ...parts, divider(), refresh] }
}

/** `/rondo settings`. */
export function settingsMessage(settings: readonly HomeSection[], language: Language): Rendered {
  const parts = settings.map((one) => ({ ...one, most: most.section }))
  return { text: say.settingsTitle(language), blocks: below(parts, room.message, language) }
}

/** Without the line above the first. */
function below(parts: readonly Part[], fit: number, language: Language): KnownBlock[] {
  return laidOut(parts, fit, language).slice(1)
}

function toDo({ waiting, coming }: Desk, language: Language): Part[] {
  const nothing = (items: readonly Item[], words: string) => (items.length === 0 ? { note: words } : {})
  return [
    {
      title: say.waiting(language),
      items: waiting,
      most: most.waiting,
      ...nothing(waiting, say.nothingWaiting(language)),
    },
    { title: say.coming(language), items: coming, most: most.coming, ...nothing(coming, say.nothingComing(language)) },
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
