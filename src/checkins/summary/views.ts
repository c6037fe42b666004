import type { Block, KnownBlock } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { ItemButton, Rendered } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import { buttons, context, escaped, header, section } from '../../platform/slack/blocks.ts'
import { fold, pack } from '../../platform/slack/fold.ts'
import * as say from '../messages.ts'
import type { Question, Side } from '../question.ts'
import { type Chapter, chapters, type Response, type Said } from './chapters.ts'

/** Slack's limits, with room to spare for a page: 50 blocks, 3,000 characters in a section, 2,000 in a column. */
const limits = { blocks: 40, page: 9_000, section: 2_900, column: 1_900 }

export interface Summed {
  /** 'check-in of 12 May' */
  checkIn: string
  questions: readonly Question[]
  responses: readonly Response[]
  /** "7 of 9 answered" */
  turnout: string
  /** Names, not escaped. */
  away: readonly string[]
  actions: readonly AgreedAction[]
  addAction: ItemButton
}

/** What was agreed and what became of it; nothing escaped. */
interface AgreedAction {
  text: string
  owner: string | undefined
  dueDate: string
  movedBecause: string | undefined
  ended?: 'done' | 'cancelled'
  /** Why it was cancelled. */
  reason?: string
}

/** The summary, as one reply or as several that together hold every answer once. At least one. */
export function summaryPages(summed: Summed, language: Language): Rendered[] {
  const end = [...actionBlocks(summed.actions, language), buttons([summed.addAction])]
  const answers = chapters(summed.questions, summed.responses).map((chapter) => chapterBlocks(chapter, language))
  const empty = answers.length === 0 ? [[section(say.nobodyAnswered(language))]] : []
  const pages = paginate([introBlocks(summed, language), ...empty, ...answers, end])
  const title = say.summaryTitle(language, summed.checkIn)
  return pages.map((blocks, index) => {
    const text = index === 0 ? title : say.summaryContinued(language, index + 1, pages.length)
    return { text, blocks: index === 0 ? blocks : [context(text), ...blocks] }
  })
}

/** In the place of a page that has become one too many. */
export function emptyPage(language: Language): Rendered {
  const text = say.allOnOtherPages(language)
  return { text, blocks: [context(text)] }
}

function introBlocks({ checkIn, turnout, away }: Summed, language: Language): KnownBlock[] {
  const notes = away.length > 0 ? [turnout, say.away(language, away.map(escaped))] : [turnout]
  return [header(say.summaryTitle(language, checkIn)), context(notes.join(' · '))]
}

function chapterBlocks({ question, said }: Chapter, language: Language): KnownBlock[] {
  const { marketing, sales } = said
  if (marketing && sales) return [heading(question, undefined, language), ...sideBySide(marketing, sales, language)]
  const side = marketing ? 'marketing' : 'sales'
  const parts = pack(entries(marketing ?? sales ?? [], limits.section, language), limits.section, '\n\n')
  return [heading(question, side, language), ...parts.map(section)]
}

function heading(question: Question, side: Side | undefined, language: Language): KnownBlock {
  const label = `*${escaped(question.label[language])}*`
  return section(side ? `${label}\n${sideName(side, language)}` : label)
}

/** Marketing left, sales right; where they do not fit in one row, more rows. */
function sideBySide(marketing: readonly Said[], sales: readonly Said[], language: Language): KnownBlock[] {
  const left = column(marketing, sideName('marketing', language), language)
  const right = column(sales, sideName('sales', language), language)
  const rows = Math.max(left.length, right.length)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'section',
    fields: [left[row], right[row]].map((part) => ({ type: 'mrkdwn', text: part ?? '–', verbatim: true })),
  }))
}

function column(said: readonly Said[], name: string, language: Language): string[] {
  const texts = said.length > 0 ? entries(said, limits.column - name.length - 3, language) : [say.noAnswer(language)]
  const [first = '', ...rest] = pack(texts, limits.column - name.length - 3, '\n\n')
  return [`*${name}*\n${first}`, ...rest]
}

/** "Anna: …" for each; a long answer goes on in a next entry. */
function entries(said: readonly Said[], limit: number, language: Language): string[] {
  return said.flatMap(({ name, answer }) => {
    const writer = escaped(name)
    const again = say.continued(language, writer)
    const room = limit - again.length - 2
    return fold(answer, room, (part) => escaped(part).length).map(
      (part, index) => `${index === 0 ? writer : again}: ${escaped(part)}`,
    )
  })
}

function actionBlocks(actions: Summed['actions'], language: Language): KnownBlock[] {
  if (actions.length === 0) return []
  const lines = actions.map((action) => `• ${actionLine(action, language)}`)
  return [section(`*${say.actionsMade(language)}*`), ...pack(lines, limits.section, '\n').map(section)]
}

function actionLine({ text, owner, dueDate, movedBecause, ended, reason = '' }: AgreedAction, language: Language) {
  const line = say.actionLine(language, escaped(text), owner === undefined ? undefined : escaped(owner), dueDate)
  if (ended === 'done') return say.actionDone(language, line)
  if (ended === 'cancelled') return say.actionCancelled(language, line, escaped(reason))
  return movedBecause ? say.actionMoved(language, line, escaped(movedBecause)) : line
}

/** Fills pages with groups of blocks in order. A group that begins where little room is left begins on the next page. */
function paginate(groups: readonly KnownBlock[][]): (KnownBlock | Block)[][] {
  const pages: KnownBlock[][] = [[]]
  for (const group of groups) {
    for (const [index, block] of group.entries()) {
      const page = pages.at(-1) ?? []
      // A heading stays with what it heads.
      const together = index === 0 ? group.slice(0, 2) : [block]
      if (page.length > 0 && !hasRoom(page, together)) pages.push(index === 0 ? [block] : [group[0] ?? block, block])
      else page.push(block)
    }
  }
  return pages
}

function hasRoom(page: readonly KnownBlock[], added: readonly KnownBlock[]): boolean {
  const size = [...page, ...added].reduce((sum, block) => sum + JSON.stringify(block).length, 0)
  return page.length + added.length <= limits.blocks && size <= limits.page
}
