import type { KnownBlock } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Item, ItemButton, PartnershipRef, Rendered } from '../../platform/feature.ts'
import type { Language } from '../../platform/i18n.ts'
import { buttons, context, divider, escaped, header, itemBlocks, moment, section } from '../../platform/slack/blocks.ts'
import * as say from '../messages.ts'
import { isLate, type Occurrence } from '../occurrence.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { type Participant, turnout } from '../participants/participant.ts'
import type { Question } from '../question.ts'
import { answerButton, headingOf, heldOn } from '../views.ts'

/** What a root post takes of 50 blocks for lines; each is two blocks. */
const mostLines = 10

interface Opening {
  occurrence: Occurrence
  partnership: PartnershipRef
  participants: readonly Participant[]
  /** Names of those who were away when it opened. */
  awayThen: readonly string[]
  stillOpen: readonly Item[]
  /** When the post first went out, or now where it has not. Epoch milliseconds. */
  postedAt: number
  /** *Add action*, as the actions feature words it. */
  addAction: ItemButton
}

/** The root post, in the language of the partnership. What is open between the teams stands in the newest one only. */
export function openingMessage(opening: Opening): Rendered {
  const { occurrence, partnership, addAction } = opening
  const { language, zone } = partnership
  const [name, date] = [headingOf(occurrence, language), heldOn(occurrence, zone)]
  const late = isLate(occurrence.dueAt, opening.postedAt)
    ? [section(say.late(language, moment(occurrence.dueAt, zone, language)))]
    : []
  return {
    text: say.title(language, escaped(name), date),
    blocks: [
      header(say.title(language, name, date)),
      ...late,
      ...(occurrence.closed ? [] : agendaBlocks(opening)),
      ...stateBlocks(opening),
      buttons([answerButton(occurrence, language), addAction]),
    ],
  }
}

function agendaBlocks({ occurrence, partnership: { language }, stillOpen }: Opening): KnownBlock[] {
  return [...stillOpenBlocks(stillOpen, language), divider(), ...questionBlocks(occurrence.questions, language)]
}

/** What is overdue is a number here: in a channel nobody is shown up. */
function stillOpenBlocks(items: readonly Item[], language: Language): KnownBlock[] {
  if (items.length === 0) return [section(say.nothingOpen(language))]
  const inTime = items.filter(({ overdue }) => !overdue)
  const shown = inTime.slice(0, mostLines)
  const notes = [
    ...(inTime.length > shown.length ? [say.moreOpen(language, inTime.length - shown.length)] : []),
    ...(items.length > inTime.length ? [say.overdue(language, items.length - inTime.length)] : []),
  ]
  return [
    section(say.stillOpen(language, items.length)),
    ...shown.flatMap(itemBlocks),
    ...(notes.length > 0 ? [context(notes.join('\n'))] : []),
  ]
}

/** What will be asked, so that people can think before they press the button. */
function questionBlocks(questions: readonly Question[], language: Language): KnownBlock[] {
  const part = (side: Question['side'], name: string) => {
    const labels = questions
      .filter((question) => question.side === side)
      .map(({ label }) => `• ${escaped(label[language])}`)
    return labels.length > 0 ? [[`*${name}*`, ...labels].join('\n')] : []
  }
  const parts = [
    ...part('marketing', sideName('marketing', language)),
    ...part('sales', sideName('sales', language)),
    ...part('both', say.bothTeams(language)),
  ]
  return [section(parts.join('\n'))]
}

function stateBlocks({ occurrence, partnership, participants, awayThen }: Opening): KnownBlock[] {
  const { language, zone } = partnership
  const count = turnoutInWords(language, turnout(participants), occurrence.closed !== undefined)
  const gone = [...awayThen, ...participants.filter((one) => one.away && !one.answered).map(({ name }) => name)]
  const away = gone.length > 0 ? [say.away(language, gone.map(escaped))] : []
  if (occurrence.closed) return [section(say.closed(language, count)), ...away.map(context)]
  const until = moment(occurrence.deadlineAt, zone, language)
  return [section(say.answerUntil(language, until)), context([count, ...away].join(' · '))]
}
