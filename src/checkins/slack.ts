import type { Transaction } from '../../db/schema.ts'
import { sideOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import { runNow } from '../platform/delivery/schedules.ts'
import { left } from '../platform/delivery/states.ts'
import type { Answer, Click, Command, Conversation, Person, Submission } from '../platform/feature.ts'
import { channel, moment, section } from '../platform/slack/blocks.ts'
import { nothingAsked } from './answering/messages.ts'
import { answersIn, prefilled } from './answering/read.ts'
import { answerView } from './answering/views.ts'
import { closeIfComplete } from './closing/close.ts'
import { listed } from './lines.ts'
import * as say from './messages.ts'
import type { Occurrence } from './occurrence.ts'
import { findOccurrence, lockOpening, openOccurrences } from './occurrence-store.ts'
import { findRoot } from './opening/root.ts'
import { type Answers, questionsFor, type Side } from './question.ts'
import { occurrences } from './recurring.ts'
import {
  findAnswers,
  insertAsked,
  insertSkip,
  lastAnswers,
  type Own,
  participantsOf,
  saveResponse,
} from './response-store.ts'
import { findCheckIn } from './store.ts'
import { announceLateAnswer, publishSummary } from './summary/publish.ts'
import { heldOn, listMessage } from './views.ts'

/** *Answer*: the questions of one's own side, with what one said before. */
export async function openAnswer(click: Click): Promise<void> {
  const { db, person } = click
  const held = await findHeld(click)
  if (!held) return
  const { occurrence, own } = held
  const side = await sideIn(click, occurrence)
  if (!side) return reply(click, say.notAMember(person.language))
  const answers = await findAnswers(db, own)
  if (occurrence.closed && answers) return reply(click, say.closedNoChange(person.language))
  const asked = questionsFor(side, occurrence.questions, person.id)
  if (asked.length === 0) return reply(click, nothingAsked(person.language))
  const last = answers ? {} : await lastAnswers(db, own, occurrence.checkIn.id)
  const filled = prefilled(asked, answers, last)
  const fromLastTime = !answers && Object.keys(filled).length > 0
  await click.open(answerView(occurrence, asked, filled, person, { fromLastTime }))
}

export async function submitAnswer(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const occurrence = await findOccurrence(db, person.workspaceId, metadata)
  const side = occurrence && (await sideIn(submission, occurrence))
  if (!occurrence || !side) return { close: 'top' }
  const asked = questionsFor(side, occurrence.questions, person.id)
  const refused = (text: string): Answer => ({ errors: { [asked[0]?.id ?? '']: text } })
  const { answers, errors } = answersIn(fields, asked, person.language)
  const own = ownOf(person, occurrence)
  const before = await findAnswers(db, own)
  if (Object.keys(errors).length > 0) return { errors }
  if (Object.keys(answers).length === 0) {
    return refused((occurrence.closed || before ? say.nothingFilledIn : say.allEmpty)(person.language))
  }
  if (occurrence.closed && before) return refused(say.closedNoChange(person.language))
  await submission.once((trx) => keepAnswers(trx, own, { side, answers }, now))
  return { close: 'all' }
}

/** Keeps answers, and shows what they change: how many have answered, the close, or a summary that stands already. */
async function keepAnswers(
  trx: Transaction,
  own: Own,
  { side, answers }: { side: Side; answers: Answers },
  now: number,
): Promise<void> {
  await lockOpening(trx, own.occurrenceId)
  await insertAsked(trx, own, side, now)
  await saveResponse(trx, own, answers, now)
  const occurrence = await findOccurrence(trx, own.workspaceId, own.occurrenceId)
  if (!occurrence) return
  if (occurrence.closed) {
    await publishSummary(trx, occurrence, now)
    await announceLateAnswer(trx, occurrence, own.personId, now)
  } else await closeIfComplete(trx, occurrence, now)
  await itemsChanged(trx, own.workspaceId, [own.personId], now)
}

/** *Skip this time*: not asked again, counted as somebody who did not answer. */
export async function skip(click: Click): Promise<void> {
  const { db, person, now } = click
  const held = await findHeld(click)
  if (!held) return
  const { occurrence, own } = held
  if (occurrence.closed) return reply(click, say.closedNothingToSkip(person.language))
  if (await findAnswers(db, own)) return reply(click, say.answeredAlready(person.language))
  await db.transaction().execute(async (trx) => {
    await lockOpening(trx, occurrence.id)
    await insertSkip(trx, own, now)
    await closeIfComplete(trx, occurrence, now)
    await itemsChanged(trx, own.workspaceId, [own.personId], now)
  })
  const date = heldOn(occurrence, person.zone)
  await reply(click, say.skipped(person.language, say.checkInOf(person.language, date)))
}

/** `/rondo checkin`. */
export async function list(command: Command): Promise<void> {
  const { db, person, now } = command
  await command.reply(listMessage(await listed(db, person, now), person))
}

/** *Run now*: an extra check-in, if none is open and the time before the next is long enough. */
export async function run(click: Click): Promise<void> {
  const { db, person, now } = click
  const { language, workspaceId, zone } = person
  const checkIn = await findCheckIn(db, workspaceId, click.value)
  if (!checkIn) return reply(click, say.gone(language))
  const open = (await openOccurrences(db, workspaceId, checkIn.partnershipId)).find(
    (one) => one.checkIn.id === checkIn.id,
  )
  if (open) return reply(click, say.openAlready(language, moment(open.deadlineAt, zone, language)))
  // Two clicks within some minutes are one wish.
  const requestId = `${Math.floor(now / 300_000)}`
  const { scheduleId } = checkIn
  const outcome = await db
    .transaction()
    .execute((trx) => runNow(trx, occurrences, { workspaceId, scheduleId, requestId }, now))
  if (outcome && 'skip' in outcome) {
    return reply(click, (outcome.skip === 'nobody' ? say.nobodyToAsk : say.noTimeLeft)(language))
  }
  await reply(click, say.opensNow(language, channel(checkIn.channelId)))
}

/** The check-in of a button, unless its date was not held after all. */
async function findHeld(click: Click): Promise<{ occurrence: Occurrence; own: Own } | undefined> {
  const { db, person } = click
  const occurrence = await findOccurrence(db, person.workspaceId, click.value)
  const root = occurrence && (await findRoot(db, occurrence))
  // One that a person left may stand all the same: whoever presses its button sees it.
  if (occurrence && (root?.state !== 'skipped' || root.reason === left))
    return { occurrence, own: ownOf(person, occurrence) }
  await reply(click, (occurrence ? say.notHeld : say.gone)(person.language))
  return undefined
}

/** The side they are asked for; for those who joined or came back since, the one they are on. */
async function sideIn({ db, person }: Click | Submission, { id, workspaceId, checkIn }: Occurrence) {
  const asked = await participantsOf(db, workspaceId, id)
  return asked.find(({ personId }) => personId === person.id)?.side ?? sideOf(db, checkIn.partnershipId, person.id)
}

const ownOf = (person: Person, occurrence: Occurrence): Own => ({
  workspaceId: occurrence.workspaceId,
  occurrenceId: occurrence.id,
  personId: person.id,
})

const reply = (to: Conversation, text: string): Promise<void> => to.reply({ text, blocks: [section(text)] })
