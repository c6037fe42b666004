import type { Transaction } from '../../../db/schema.ts'
import type { Exception } from '../../calendar/slots.ts'
import { firstSlot } from '../../calendar/slots.ts'
import { getPartnership } from '../../partnerships/index.ts'
import type { What } from '../../platform/audit.ts'
import { type Decided, decideDate } from '../../platform/delivery/exceptions.ts'
import { endSchedule, pauseSchedule, resumeSchedule } from '../../platform/delivery/schedules.ts'
import type { Answer, Click, Conversation, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped, moment } from '../../platform/slack/blocks.ts'
import { note } from '../noted.ts'
import type { CheckIn } from '../occurrence.ts'
import { nameOf } from '../views.ts'
import { datesChanged, saveDates } from './dates.ts'
import { find, nextInWords } from './find.ts'
import * as text from './life-messages.ts'
import { moveView, sayingView } from './life-views.ts'
import { type DateRef, fromDateRef, fromDoing, toDateRef } from './refs.ts'
import { reply } from './reply.ts'
import { findPlanned, type Planned } from './store.ts'

/** *Skip the next date*: the one that was next when the list was shown. */
export async function skipDate(click: Click, ref: DateRef): Promise<void> {
  const planned = await find(click, ref.checkInId)
  if (!planned) return
  const { language } = click.person
  const decided = await decide(click, planned, ref, 'skip')
  if (!decided.ok) return reply(click, text.refusals[decided.reason](language))
  const undo = { action: 'checkins:as-usual', text: text.asUsual(language, ref.slot), value: fromDateRef(ref) }
  await reply(click, text.skipped(language, nameIn(planned, click), ref.slot), [undo])
}

/** A date that was skipped or moved is held as ever, while it is still ahead. */
export async function holdAsUsual(click: Click): Promise<void> {
  const ref = toDateRef(click.value)
  const planned = await find(click, ref.checkInId)
  if (!planned) return
  const { language, zone } = click.person
  const decided = await decide(click, planned, ref, undefined)
  if (!decided.ok) return reply(click, text.refusals[decided.reason](language))
  const rule = (await findPlanned(click.db, click.person.workspaceId, ref.checkInId))?.rule ?? planned.rule
  const slot = firstSlot(rule, ref.slot)
  const when = moment(slot?.meetsAt ?? slot?.dueAt ?? click.now, zone, language)
  await reply(click, text.takenBack(language, nameIn(planned, click), when))
}

/** Opens the window in which one date gets another moment: with the one it has now. */
export async function openMove(click: Click, { checkInId, slot }: DateRef): Promise<void> {
  const { person } = click
  const planned = await find(click, checkInId)
  if (!planned) return
  const { rule, checkIn } = planned
  const now = firstSlot(rule, slot)
  if (now?.slot !== slot) return reply(click, text.refusals['no date'](person.language))
  const moved = rule.exceptions?.get(slot)
  const moment = { date: now.date, time: typeof moved === 'object' ? moved.time : rule.time }
  const about = { checkInId, slot, name: nameOf(checkIn, person.language), isMeeting: rule.opens !== undefined }
  await click.open(moveView(about, moment, rule.working.zone, person.language))
}

export async function submitMove(submission: Submission): Promise<Answer> {
  const { db, person, fields, metadata } = submission
  const ref = toDateRef(metadata)
  const { language } = person
  const planned = await findPlanned(db, person.workspaceId, ref.checkInId)
  const [date, time] = [fields.date, fields.time]
  if (!planned || planned.status === 'ended') return { errors: { date: text.refusals['no date'](language) } }
  if (typeof date !== 'string' || typeof time !== 'string')
    return { errors: { date: text.refusals['too early'](language) } }
  const decided = await submission.once((trx) =>
    decideIn(trx, person, planned.checkIn, ref, { date, time }, submission.now),
  )
  if (decided && !decided.ok) return { errors: { date: text.refusals[decided.reason](language) } }
  const slot = firstSlot({ ...planned.rule, exceptions: new Map([[ref.slot, { date, time }]]) }, ref.slot)
  const when = moment(slot?.meetsAt ?? slot?.dueAt ?? submission.now, person.zone, language)
  const sentence = text.moved(language, nameIn(planned, submission), when)
  return { show: sayingView(text.moveTitle(language), sentence, language) }
}

export async function pause(click: Click, checkInId: string): Promise<void> {
  const planned = await find(click, checkInId)
  if (!planned) return
  const { language } = click.person
  const name = nameIn(planned, click)
  if (planned.status === 'paused') return reply(click, text.pausedBefore(language, name))
  await click.db.transaction().execute(async (trx) => {
    await pauseSchedule(trx, planned.checkIn.scheduleId)
    await note(trx, click.person, 'checkins:paused', planned.checkIn, {}, click.now)
    await datesChanged(trx, planned.checkIn, click.now)
  })
  const value = fromDoing('resume', { checkInId, slot: '' })
  await reply(click, text.nowPaused(language, name), [
    { action: 'checkins:resume', text: text.resume(language), value },
  ])
}

/** Dates that passed meanwhile are not made up for. */
export async function resume(click: Click, checkInId: string): Promise<void> {
  const { db, person, now } = click
  const planned = await find(click, checkInId)
  if (!planned) return
  const name = nameIn(planned, click)
  if (planned.status === 'active') return reply(click, text.runsAlready(person.language, name))
  const { checkIn, rule } = planned
  await db.transaction().execute(async (trx) => {
    // Its people, hours and days off may have changed meanwhile.
    await saveDates(trx, checkIn, await getPartnership(trx, checkIn.partnershipId), rule, now)
    await resumeSchedule(trx, checkIn.scheduleId, now)
    await note(trx, person, 'checkins:resumed', checkIn, {}, now)
    await datesChanged(trx, checkIn, now)
  })
  await reply(click, text.nowResumed(person.language, name, await nextInWords(click, checkIn)))
}

/** *End*: what was said stays, and so does what is open; no dates come any more. */
export async function end(click: Click): Promise<void> {
  const { db, person, now, value, view } = click
  const planned = await find(click, value)
  if (!planned) return
  await db.transaction().execute(async (trx) => {
    await endSchedule(trx, planned.checkIn.scheduleId)
    await note(trx, person, 'checkins:ended', planned.checkIn, {}, now)
    await datesChanged(trx, planned.checkIn, now)
  })
  const { language } = person
  const sentence = text.ended(language, nameIn(planned, click))
  if (!view) return reply(click, sentence)
  await click.change(view, sayingView(text.endedTitle(language), sentence, language))
  await click.followed()
}

function decide(click: Click, { checkIn }: Planned, ref: DateRef, exception: Exception | undefined): Promise<Decided> {
  return click.db.transaction().execute((trx) => decideIn(trx, click.person, checkIn, ref, exception, click.now))
}

async function decideIn(
  trx: Transaction,
  by: Person,
  checkIn: CheckIn,
  { slot }: DateRef,
  exception: Exception | undefined,
  now: number,
): Promise<Decided> {
  const decided = await decideDate(trx, { scheduleId: checkIn.scheduleId, slot, exception }, now)
  if (!decided.ok) return decided
  const { what, ...about } = inShort(exception)
  await note(trx, by, what, checkIn, { date: slot, ...about }, now)
  await datesChanged(trx, checkIn, now)
  return decided
}

function inShort(exception: Exception | undefined): { what: What; to?: string } {
  if (exception === undefined) return { what: 'checkins:date-as-usual' }
  if (exception === 'skip') return { what: 'checkins:date-skipped' }
  return { what: 'checkins:date-moved', to: `${exception.date} ${exception.time}` }
}

const nameIn = ({ checkIn }: Planned, { person }: Pick<Conversation, 'person'>): string =>
  escaped(nameOf(checkIn, person.language))
