import type { KnownBlock } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import type { ItemButton, Rendered } from '../../platform/rendered.ts'
import { buttons, context, escaped, header, section } from '../../platform/slack/blocks.ts'
import { pack } from '../../platform/slack/fold.ts'
import type { Decision } from '../decisions/decision.ts'
import { decided } from '../decisions/messages.ts'
import { decisionLines } from '../decisions/views.ts'
import { away } from '../messages.ts'
import type { Question, Side } from '../question.ts'
import { type Chapter, chapters, type Response, type Said } from './chapters.ts'
import { fullWidth, type Row, sideBySide, widths } from './columns.ts'
import { columnTitle, entries } from './entries.ts'
import * as say from './messages.ts'
import { type Part, paginate } from './pages.ts'

export interface Summed {
  /** 'check-in of 12 May' */
  checkIn: string
  questions: readonly Question[]
  responses: readonly Response[]
  /** "7 of 9 answered" */
  turnout: string
  /** Names, not escaped. */
  away: readonly string[]
  decisions: readonly Decision[]
  actions: readonly AgreedAction[]
  /** Below it all: what can be added. */
  buttons: ItemButton[]
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
  const answered = chapters(summed.questions, summed.responses)
  const nobody = answered.length === 0 ? [section(say.nobodyAnswered(language))] : []
  const parts = [
    ...answered.map((chapter) => chapterPart(chapter, language)),
    listPart(decided(language), decisionLines(summed.decisions, language), language),
    listPart(say.actionsMade(language), actionLines(summed.actions, language), language),
  ]
  const pages = paginate([...introBlocks(summed, language), ...nobody], parts, [buttons(summed.buttons)])
  const title = say.title(language, summed.checkIn)
  return pages.map((blocks, index) => {
    const text = index === 0 ? title : say.furtherPage(language, index + 1, pages.length)
    return { text, blocks: index === 0 ? blocks : [context(text), ...blocks] }
  })
}

/** In the place of a page that has become one too many. */
export function emptyPage(language: Language): Rendered {
  const text = say.allOnOtherPages(language)
  return { text, blocks: [context(text)] }
}

function introBlocks({ checkIn, turnout, away: gone }: Summed, language: Language): KnownBlock[] {
  const notes = gone.length > 0 ? [turnout, away(language, gone.map(escaped))] : [turnout]
  return [header(say.title(language, checkIn)), context(notes.join(' · '))]
}

/** What both were asked stands side by side; what one team was asked, under its name. */
function chapterPart({ question, said }: Chapter, language: Language): Part {
  const label = question.label[language]
  const { marketing, sales } = said
  if (marketing && sales) return titled(label, bothSides(question, { marketing, sales }, language), language)
  const [side, list]: [Side, readonly Said[]] = marketing ? ['marketing', marketing] : ['sales', sales ?? []]
  const rows = fullWidth(entries(question, list, widths.column, language))
  return titled(`${sideName(side, language)}: ${label}`, rows, language)
}

function bothSides(question: Question, said: Record<Side, readonly Said[]>, language: Language): Row[] {
  const column = (side: Side) => {
    const title = columnTitle(side, language)
    const again = `${title} ${say.continued(language)}`
    return { title, again, pieces: entries(question, said[side], widths.column - again.length - 1, language) }
  }
  return sideBySide(column('marketing'), column('sales'), say.noAnswer(language))
}

const titled = (heading: string, rows: readonly Row[], language: Language): Part => ({
  heading,
  again: `${heading} ${say.continued(language)}`,
  rows,
})

function listPart(heading: string, lines: readonly string[], language: Language): Part {
  const rows = pack(lines, widths.full, '\n').map((text) => ({ text }))
  return titled(heading, rows, language)
}

function actionLines(actions: Summed['actions'], language: Language): string[] {
  return actions.map((action) => `• ${actionLine(action, language)}`)
}

function actionLine({ text, owner, dueDate, movedBecause, ended, reason = '' }: AgreedAction, language: Language) {
  const line = say.actionLine(language, escaped(text), owner === undefined ? undefined : escaped(owner), dueDate)
  if (ended === 'done') return say.actionDone(language, line)
  if (ended === 'cancelled') return say.actionCancelled(language, line, escaped(reason))
  return movedBecause ? say.actionMoved(language, line, escaped(movedBecause)) : line
}
