import type { Block, KnownBlock, ModalView } from '@slack/types'
import { toLocal } from '../calendar/wall-time.ts'
import { sideName } from '../partnerships/index.ts'
import type { Item, ItemButton, PartnershipRef, Rendered } from '../platform/feature.ts'
import { fromNowInWords, type Language } from '../platform/i18n.ts'
import {
  buttons,
  channel,
  context,
  cut,
  divider,
  escaped,
  field,
  header,
  itemBlocks,
  modal,
  moment,
  section,
} from '../platform/slack/blocks.ts'
import * as say from './messages.ts'
import { type CheckIn, isLate, type Missed, type Occurrence, type Participant, turnout } from './occurrence.ts'
import { type Answers, type Question, questionsFor, type Side } from './question.ts'
import { templates } from './templates/all.ts'

/** Its own name; else that of its template in the reader's language. Not escaped. */
function nameOf(checkIn: CheckIn, language: Language): string {
  return checkIn.name || (templates[checkIn.template]?.name(language) ?? checkIn.template)
}

/** The date on which it is held, in the partnership's zone. */
export const heldOn = (occurrence: Occurrence, zone: string): string => toLocal(occurrence.dueAt, zone).date

function answerButton(occurrence: Occurrence, language: Language): ItemButton {
  const text = (occurrence.closed ? say.addMine : say.answer)(language)
  return { action: 'checkins:answer', text, value: occurrence.id, primary: !occurrence.closed }
}

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
  const [name, date] = [nameOf(occurrence.checkIn, language), heldOn(occurrence, zone)]
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
  const { answered, of } = turnout(participants)
  const count = say.turnout(language, answered, of)
  const gone = [...awayThen, ...participants.filter((one) => one.away && !one.answered).map(({ name }) => name)]
  const away = gone.length > 0 ? [say.away(language, gone.map(escaped))] : []
  if (occurrence.closed) return [section(say.closed(language, count)), ...away.map(context)]
  const until = moment(occurrence.deadlineAt, zone, language)
  return [section(say.answerUntil(language, until)), context([count, ...away].join(' · '))]
}

/** The modal to answer in. @param zone of the person */
export function answerView(
  occurrence: Occurrence,
  side: Side,
  answers: Answers,
  { language, zone }: { language: Language; zone: string },
  { fromLastTime = false }: { fromLastTime?: boolean } = {},
): ModalView {
  const until = moment(occurrence.deadlineAt, zone, language)
  const intro = occurrence.closed ? say.addedLate(language) : say.canChange(language, until)
  return modal({
    id: 'checkins:answer',
    title: cut(nameOf(occurrence.checkIn, language), 24),
    submit: say.send(language),
    close: say.close(language),
    metadata: occurrence.id,
    blocks: [
      context(fromLastTime ? `${intro} ${say.fromLastTime(language)}` : intro),
      ...questionsFor(side, occurrence.questions).map((question) =>
        questionField(question, answers[question.id], language),
      ),
    ],
  })
}

function questionField(question: Question, answer: string | undefined, language: Language): KnownBlock {
  return field({
    id: question.id,
    label: question.label[language],
    hint: question.hint[language],
    optional: true,
    element: {
      type: 'plain_text_input',
      multiline: question.kind === 'text',
      max_length: 3000,
      ...(answer ? { initial_value: answer } : {}),
    },
  })
}

/** One's own line: it waits for answers. @param zone of the person */
export function waitingItem(
  occurrence: Occurrence,
  partnership: PartnershipRef,
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(occurrence.checkIn, language))
  return {
    id: `checkins:${occurrence.id}`,
    title: say.nudgeTitle(language, name, escaped(partnership.name)),
    detail: say.answerUntil(language, moment(occurrence.deadlineAt, zone, language)),
    from: occurrence.openedAt,
    buttons: [
      answerButton(occurrence, language),
      { action: 'checkins:skip', text: say.skip(language), value: occurrence.id },
      { action: 'workspaces:away', text: say.imAway(language), value: 'choose' },
    ],
  }
}

/** A date that is still to come. @param kind today's is announced @param zone of the person */
export function comingItem(
  checkIn: CheckIn,
  partnership: PartnershipRef,
  { dueAt, now }: { dueAt: number; now: number },
  kind: 'today' | 'later',
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(checkIn, language))
  const title = kind === 'today' ? say.opensLater : say.comingTitle
  return {
    id: `checkins:${checkIn.id}:${dueAt}`,
    title: title(language, name, escaped(partnership.name)),
    detail: `${moment(dueAt, zone, language)} (${fromNowInWords(dueAt, now, language)})`,
    from: dueAt,
    buttons: [],
  }
}

/** For a team lead: a date was not held, through no fault of theirs. @param zone of the person */
export function missedItem(
  checkIn: CheckIn,
  partnership: PartnershipRef,
  { dueAt, refused, canHold }: Missed & { canHold: boolean },
  { language, zone }: { language: Language; zone: string },
): Item {
  const name = escaped(nameOf(checkIn, language))
  const when = moment(dueAt, zone, language)
  const why = refused ? say.refused(language, when, channel(checkIn.channelId)) : say.missedBecause(language, when)
  return {
    id: `checkins:missed:${checkIn.id}:${dueAt}`,
    title: say.missed(language, name, escaped(partnership.name)),
    detail: `${why} ${(canHold ? say.canHoldNow : say.nextComesSoon)(language)}`,
    from: dueAt,
    buttons: canHold ? [runButton(checkIn, language)] : [],
  }
}

function runButton(checkIn: CheckIn, language: Language): ItemButton {
  return { action: 'checkins:run', text: say.runNow(language), value: checkIn.id }
}

/** One check-in in `/rondo checkin`. */
export interface Listed {
  checkIn: CheckIn
  partnership: PartnershipRef
  open: { occurrence: Occurrence; participants: readonly Participant[] } | undefined
  /** Epoch milliseconds. */
  next: readonly number[]
  mayRun: boolean
}

/** What `/rondo checkin` shows. @param zone of the person */
export function listMessage(
  list: readonly Listed[],
  { language, zone }: { language: Language; zone: string },
): Rendered {
  const blocks: (KnownBlock | Block)[] = [header(say.listTitle(language))]
  if (list.length === 0) blocks.push(section(say.noCheckIns(language)))
  for (const { checkIn, partnership, open, next, mayRun } of list) {
    const name = say.comingTitle(language, escaped(nameOf(checkIn, language)), escaped(partnership.name))
    const dates = say.nextDates(
      language,
      next.map((dueAt) => moment(dueAt, zone, language)),
    )
    blocks.push(section([name, ...(open ? [openLine(open, language, zone)] : []), dates].join('\n')))
    if (open) blocks.push(buttons([answerButton(open.occurrence, language)]))
    else if (mayRun) blocks.push(buttons([runButton(checkIn, language)]))
  }
  return { text: say.listTitle(language), blocks }
}

function openLine({ occurrence, participants }: NonNullable<Listed['open']>, language: Language, zone: string): string {
  const { answered, of } = turnout(participants)
  return say.openNow(language, say.turnout(language, answered, of), moment(occurrence.deadlineAt, zone, language))
}
