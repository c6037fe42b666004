import type { KnownBlock } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import type { Item, ItemButton, Rendered } from '../../platform/rendered.ts'
import { buttons, context, divider, escaped, header, moment, section } from '../../platform/slack/blocks.ts'
import { pack } from '../../platform/slack/fold.ts'
import type { Decision } from '../decisions/decision.ts'
import { decided } from '../decisions/messages.ts'
import { decisionButtons, decisionLines } from '../decisions/views.ts'
import { facilitatedBy } from '../facilitation/messages.ts'
import { aboutThese } from '../key-accounts/messages.ts'
import { away, title } from '../messages.ts'
import { isLate, type Occurrence } from '../occurrence.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { type Participant, turnout } from '../participants/participant.ts'
import type { Question } from '../question.ts'
import { answerButton, headingOf, heldOn } from '../views.ts'
import * as say from './messages.ts'
import { listBlocks, stillOpenBlocks } from './still-open.ts'

export interface Opening {
  occurrence: Occurrence
  partnership: PartnershipRef
  participants: readonly Participant[]
  /** Names of those who were away when it opened. */
  awayThen: readonly string[]
  /** The name of who leads it, not escaped. */
  facilitator: string | undefined
  stillOpen: readonly Item[]
  /** Numbers since last time: lines of mrkdwn. */
  figures: readonly string[]
  /** What came of feedback: lines of mrkdwn. */
  outcomes: readonly string[]
  /** The key accounts it is about: lines of mrkdwn. */
  accounts: readonly string[]
  decisions: readonly Decision[]
  /** When the post first went out, or now where it has not. Epoch milliseconds. */
  postedAt: number
  /** *Add action*, as the actions feature words it. */
  addAction: ItemButton
}

/** What Slack takes of a message: blocks, and with room to spare the length of them all. */
const limits = { blocks: 50, length: 11_000, section: 2_900 }

/** The root post, in the language of the partnership. What is open between the teams stands in the newest one only. */
export function openingMessage(opening: Opening): Rendered {
  const { occurrence, partnership, addAction, decisions } = opening
  const { language, zone } = partnership
  const [name, date] = [headingOf(occurrence, language), heldOn(occurrence, zone)]
  const head = [header(title(language, name, date)), ...headBlocks(opening)]
  const foot = [
    ...listBlocks(decided(language), decisionLines(decisions, language), say.moreLines, language),
    ...stateBlocks(opening),
    buttons([answerButton(occurrence, language), addAction, ...decisionButtons(occurrence.id, decisions, language)]),
  ]
  const agenda = occurrence.closed ? [] : agendaBlocks(opening, [...head, ...foot])
  return { text: title(language, escaped(name), date), blocks: [...head, ...agenda, ...foot] }
}

function headBlocks({ occurrence, partnership: { language, zone }, postedAt, facilitator }: Opening): KnownBlock[] {
  const lateText = occurrence.meetsAt === undefined ? say.late : say.lateForMeeting
  const late = isLate(occurrence.dueAt, postedAt)
    ? [section(lateText(language, moment(occurrence.dueAt, zone, language)))]
    : []
  return [...late, ...(facilitator ? [context(facilitatedBy(language, escaped(facilitator)))] : [])]
}

/** Of what is still open as much as the rest leaves room for. */
function agendaBlocks(opening: Opening, around: readonly KnownBlock[]): KnownBlock[] {
  const { occurrence, partnership, stillOpen, figures, outcomes } = opening
  const { language } = partnership
  const rest = [
    ...listBlocks(say.sinceLastTime(language), figures, say.moreFigures, language),
    ...listBlocks(say.becauseOfFeedback(language), outcomes, say.moreLines, language),
    divider(),
    ...listBlocks(aboutThese(language), opening.accounts, say.moreLines, language),
    ...questionBlocks(occurrence.questions, language),
  ]
  const taken = [...around, ...rest]
  const room = { blocks: limits.blocks - taken.length, length: limits.length - JSON.stringify(taken).length }
  return [...stillOpenBlocks(stillOpen, room, language), ...rest]
}

/** What will be asked, so that people can think before they press the button. */
function questionBlocks(questions: readonly Question[], language: Language): KnownBlock[] {
  const part = (side: Question['side'], name: string) => {
    const labels = questions
      .filter((question) => question.side === side && !question.accountId)
      .map(({ label }) => `• ${escaped(label[language])}`)
    return labels.length > 0 ? [`*${name}*`, ...labels] : []
  }
  const lines = [
    ...part('marketing', sideName('marketing', language)),
    ...part('sales', sideName('sales', language)),
    ...part('both', say.bothTeams(language)),
  ]
  return pack(lines, limits.section, '\n').map(section)
}

function stateBlocks({ occurrence, partnership, participants, awayThen }: Opening): KnownBlock[] {
  const { language, zone } = partnership
  const count = turnoutInWords(language, turnout(participants), occurrence.closed !== undefined)
  const gone = [...awayThen, ...participants.filter((one) => one.away && !one.answered).map(({ name }) => name)]
  const missing = gone.length > 0 ? [away(language, gone.map(escaped))] : []
  if (occurrence.closed) return [section(say.closed(language, count)), ...missing.map(context)]
  const until = moment(occurrence.deadlineAt, zone, language)
  const { meetsAt } = occurrence
  const meeting = meetsAt === undefined ? [] : [say.forMeeting(language, moment(meetsAt, zone, language))]
  return [section([say.answerUntil(language, until), ...meeting].join('\n')), context([count, ...missing].join(' · '))]
}
