import { sideOf } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import { section } from '../../platform/slack/blocks.ts'
import { closeIfComplete } from '../closing/close.ts'
import { findHeld } from '../held.ts'
import * as say from '../messages.ts'
import type { Occurrence } from '../occurrence.ts'
import { findOccurrence } from '../occurrence-store.ts'
import { lockOpening } from '../opening/store.ts'
import { partsIn } from '../parts-store.ts'
import { questionsFor, type Side } from '../question.ts'
import { spokenOf } from '../views.ts'
import { keepAnswers, type Refusal } from './keep.ts'
import { lastAnswers } from './last-store.ts'
import { nothingAsked, otherQuestions, readingAlong } from './messages.ts'
import { answersIn, prefilled } from './read.ts'
import { findAnswers, insertSkip, type Own, participantsOf } from './store.ts'
import { answerView } from './views.ts'

/** *Answer*: the questions of one's own side, with what one said before. */
export async function openAnswer(click: Click): Promise<void> {
  const { db, person } = click
  const occurrence = await findHeld(click)
  if (!occurrence) return
  const own = ownOf(click, occurrence)
  const asked = await askedAs(click, occurrence)
  if (asked === 'nobody') return reply(click, say.notAMember(person.language))
  if (asked === 'observer') return reply(click, readingAlong(person.language))
  const answers = await findAnswers(db, own)
  if (occurrence.closed && answers) return reply(click, say.closedNoChange(person.language))
  const questions = questionsFor(asked.side, occurrence.questions, person.id)
  if (questions.length === 0) return reply(click, nothingAsked(person.language))
  const last = answers ? {} : await lastAnswers(db, own, occurrence.checkIn.id, questions)
  const filled = prefilled(questions, answers, last)
  const fromLastTime = !answers && Object.keys(filled).length > 0
  await click.open(answerView(occurrence, questions, filled, person, { fromLastTime }))
}

export async function submitAnswer(submission: Submission): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const { language } = person
  const occurrence = await findOccurrence(db, person.workspaceId, metadata)
  const refused = (text: string): Answer => ({ errors: { [Object.keys(fields)[0] ?? '']: text } })
  if (!occurrence) return refused(say.gone(language))
  const asked = await askedAs(submission, occurrence)
  if (asked === 'nobody') return refused(say.notAMember(language))
  if (asked === 'observer') return refused(readingAlong(language))
  const questions = questionsFor(asked.side, occurrence.questions, person.id)
  // Since the form was opened they changed sides, or an account came to them: what it asks is not what they are asked now.
  if (questions.some(({ id }) => !(id in fields))) return refused(otherQuestions(language))
  const { answers, errors } = answersIn(fields, questions, language)
  const own = ownOf(submission, occurrence)
  if (Object.keys(errors).length > 0) return { errors }
  if (Object.keys(answers).length === 0) {
    const answered = await findAnswers(db, own)
    return refused((occurrence.closed || answered ? say.nothingFilledIn : say.allEmpty)(language))
  }
  const refusal = await submission.once((trx) => keepAnswers(trx, own, { ...asked, answers }, now))
  return refusal ? refused(refusalText[refusal](language)) : { close: 'all' }
}

const refusalText = { closed: say.closedNoChange, 'not held': say.notHeld } satisfies Record<Refusal, unknown>

/** *Skip this time*: not asked again, counted as somebody who did not answer. */
export async function skip(click: Click): Promise<void> {
  const { db, person, now } = click
  const found = await findHeld(click)
  if (!found) return
  const own = ownOf(click, found)
  const refusal = await db.transaction().execute(async (trx) => {
    await lockOpening(trx, found.id)
    const occurrence = await findOccurrence(trx, own.workspaceId, own.occurrenceId)
    if (!occurrence || occurrence.closed) return say.closedNothingToSkip
    if (await findAnswers(trx, own)) return say.answeredAlready
    await insertSkip(trx, own, now)
    const waitedFor = await closeIfComplete(trx, occurrence, now)
    await itemsChanged(trx, own.workspaceId, [own.personId, ...waitedFor], now)
    return undefined
  })
  if (refusal) return reply(click, refusal(person.language))
  await reply(click, say.skipped(person.language, spokenOf(found, person.zone, person.language)))
}

/** What they are asked as; those who joined or came back since, for the side they are on. */
async function askedAs(
  { db, person }: Click | Submission,
  { id, workspaceId, checkIn }: Occurrence,
): Promise<{ side: Side; required: boolean } | 'observer' | 'nobody'> {
  const known = (await participantsOf(db, workspaceId, id)).find(({ personId }) => personId === person.id)
  if (known) return { side: known.side, required: known.required }
  const side = await sideOf(db, checkIn.partnershipId, person.id)
  if (!side) return 'nobody'
  const part = (await partsIn(db, checkIn.id)).get(person.id)
  return part === 'observer' ? 'observer' : { side, required: part !== 'optional' }
}

const ownOf = ({ person }: Click | Submission, occurrence: Occurrence): Own => ({
  workspaceId: occurrence.workspaceId,
  occurrenceId: occurrence.id,
  personId: person.id,
})

const reply = (to: Click, text: string): Promise<void> => to.reply({ text, blocks: [section(text)] })
