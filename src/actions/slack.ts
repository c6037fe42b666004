import { z } from 'zod'
import type { Db, Transaction } from '../../db/schema.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { findPartnership, getPartnership, membersOf, partnershipsOf, sideOf } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Answer, Click, Command, Submission } from '../platform/feature.ts'
import { dateInWords } from '../platform/i18n.ts'
import { escaped, section } from '../platform/slack/blocks.ts'
import { type Action, mayBeDue, mayCancel, mayMove, type Refusal, type Verdict } from './action.ts'
import { concernedBy, openItems } from './lines.ts'
import * as say from './messages.ts'
import { findAction, insertAction, insertEnd, insertMove, lockAction, openActionsOf, takeAction } from './store.ts'
import { addView, cancelView, listMessage, moveView, toPlace } from './views.ts'

/** What actions need of others, given by `app.ts`. */
export interface ActionNeeds {
  /** An action was added, moved, taken or ended: what shows it should follow. */
  changed(trx: Transaction, action: ActionRef, now: number): Promise<void>
  /** The date on which the two teams come together next: until when something new is promised if nobody says otherwise. */
  nextDate(db: Db, workspaceId: string, partnershipId: string, now: number): Promise<LocalDate | undefined>
}

export type ActionRef = Pick<Action, 'workspaceId' | 'partnershipId' | 'occurrenceId'>

export async function openAdd(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const place = toPlace(click.value)
  const next = await needs.nextDate(db, person.workspaceId, place.partnershipId, now)
  const { date } = toLocal(now, person.zone)
  await click.open(addView(person.language, place, next ?? addDays(date, 7)))
}

export async function submitAdd(submission: Submission, needs: ActionNeeds): Promise<Answer> {
  const { db, person, now, fields } = submission
  const { language, workspaceId } = person
  const place = toPlace(submission.metadata)
  const partnership = await findPartnership(db, workspaceId, place.partnershipId)
  const text = typed(fields.text)
  if (!partnership || text === '') return { errors: { text: say.nothingTyped(language) } }
  const dueDate = z.iso.date().parse(fields.due)
  const verdict = mayBeDue(dueDate, toLocal(now, partnership.zone).date)
  if (!verdict.ok) return { errors: { due: say.refusal[verdict.reason](language) } }
  const members = await membersOf(db, partnership.id)
  const owner = members.find(({ person: { slackId } }) => slackId === fields.owner)
  if (fields.owner && !owner) return { errors: { owner: say.notAMember(language, partnership.name) } }
  const action = { workspaceId, ...place, text, ownerId: owner?.person.id, dueDate, by: person.id }
  await submission.once(async (trx) => {
    await insertAction(trx, action, now)
    await follow(trx, needs, action, [action.ownerId], now)
  })
  return { close: 'top' }
}

/** Done, however often it is pressed; who comes second reads who was first. */
export async function markDone(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const action = await findAction(db, person.workspaceId, click.value)
  if (!action) return reply(click, say.gone(person.language))
  const first = await db.transaction().execute(async (trx) => {
    await lockAction(trx, action)
    const ended = await insertEnd(trx, action, { how: 'done', reason: '', by: person.id }, now)
    if (ended) await follow(trx, needs, action, [action.owner?.id], now)
    return ended
  })
  if (first) return reply(click, say.nowDone(person.language, escaped(action.text)))
  await replyEnded(click)
}

export async function take(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const action = await findAction(db, person.workspaceId, click.value)
  if (!action) return reply(click, say.gone(person.language))
  if (action.end) return replyEnded(click)
  const { owner } = action
  if (owner && (await sideOf(db, action.partnershipId, owner.id))) return replyTaken(click, owner.name)
  const taken = await db.transaction().execute(async (trx) => {
    const theirs = await takeAction(trx, action, person.id)
    if (theirs) await follow(trx, needs, action, [owner?.id, person.id], now)
    return theirs
  })
  if (taken) return reply(click, say.nowYours(person.language, escaped(action.text), action.dueDate))
  await replyTaken(click, (await findAction(db, person.workspaceId, action.id))?.owner?.name ?? '')
}

export async function openMove(click: Click): Promise<void> {
  const { db, person, now } = click
  const action = await findAction(db, person.workspaceId, click.value)
  if (!action) return reply(click, say.gone(person.language))
  if (action.end) return replyEnded(click)
  const { date } = toLocal(now, (await getPartnership(db, action.partnershipId)).zone)
  const latest = [action.dueDate, date].toSorted().at(-1) ?? date
  await click.open(moveView(person.language, action, addDays(latest, 7)))
}

export async function submitMove(submission: Submission, needs: ActionNeeds): Promise<Answer> {
  const { person, now, fields } = submission
  const to = z.iso.date().parse(fields.due)
  const reason = typed(fields.reason)
  return decide(submission, needs, {
    async judge(action, trx) {
      const { zone } = await getPartnership(trx, action.partnershipId)
      return mayMove(action, to, reason, toLocal(now, zone).date)
    },
    refuse(why, action) {
      // Somebody moved it since the form opened: now it asks why.
      if (why === 'no reason' && !('reason' in fields)) return { show: moveView(person.language, action, to) }
      return { errors: { [why === 'no reason' ? 'reason' : 'due']: say.refusal[why](person.language) } }
    },
    act: (trx, action) => insertMove(trx, action, { to, reason, by: person.id }, now),
  })
}

export async function openCancel(click: Click): Promise<void> {
  const { db, person } = click
  const action = await findAction(db, person.workspaceId, click.value)
  if (!action) return reply(click, say.gone(person.language))
  if (action.end) return replyEnded(click)
  await click.open(cancelView(person.language, action))
}

export async function submitCancel(submission: Submission, needs: ActionNeeds): Promise<Answer> {
  const { person, now, fields } = submission
  const reason = typed(fields.reason)
  return decide(submission, needs, {
    judge: async (action) => mayCancel(action, reason),
    refuse: (why) => ({ errors: { reason: say.refusal[why](person.language) } }),
    act: (trx, action) => insertEnd(trx, action, { how: 'cancelled', reason, by: person.id }, now),
  })
}

interface Decision {
  judge(action: Action, trx: Transaction): Promise<Verdict>
  refuse(why: Refusal, action: Action): Answer
  act(trx: Transaction, action: Action): Promise<unknown>
}

/** Judges what was asked of an action as it is when it is done, whatever others do at the same moment; refuses it, or does it once. */
async function decide(submission: Submission, needs: ActionNeeds, decision: Decision): Promise<Answer> {
  const { person, now } = submission
  const refusal = await submission.once(async (trx) => {
    const found = await findAction(trx, person.workspaceId, submission.metadata)
    const action = found && (await lockAction(trx, found))
    if (!action) return undefined
    const verdict = await decision.judge(action, trx)
    if (!verdict.ok) return decision.refuse(verdict.reason, action)
    await decision.act(trx, action)
    await follow(trx, needs, action, [action.owner?.id], now)
    return undefined
  })
  return refusal ?? { close: 'top' }
}

/** What shows an action follows: what others made of it, and the messages of those it concerns. */
async function follow(
  trx: Transaction,
  needs: ActionNeeds,
  action: ActionRef,
  owners: readonly (string | undefined)[],
  now: number,
): Promise<void> {
  await needs.changed(trx, action, now)
  const partnership = await getPartnership(trx, action.partnershipId)
  await itemsChanged(trx, action.workspaceId, await concernedBy(trx, partnership, owners, now), now)
}

/** `/rondo actions`: mine, then those of both teams. */
export async function list({ db, person, now, reply }: Command): Promise<void> {
  const { language, workspaceId } = person
  const partnerships = await partnershipsOf(db, person.id)
  const own = new Set((await openActionsOf(db, workspaceId, person.id)).map(({ id }) => `actions:${id}`))
  const all = await Promise.all(
    partnerships.map(async (partnership) => ({ partnership, items: await openItems(db, partnership, language, now) })),
  )
  const mine = all.flatMap(({ items }) => items.filter(({ id }) => own.has(id)))
  const others = all.map(({ partnership, items }) => ({
    place: { partnershipId: partnership.id, occurrenceId: undefined },
    name: partnership.name,
    items: items.filter(({ id }) => !own.has(id)),
  }))
  await reply(listMessage(language, mine, others))
}

async function replyEnded(click: Click): Promise<void> {
  const { db, person } = click
  const end = (await findAction(db, person.workspaceId, click.value))?.end
  if (!end) return reply(click, say.gone(person.language))
  const date = dateInWords(toLocal(end.at, person.zone).date, person.language)
  const name = escaped(end.byName)
  if (end.how === 'done') return reply(click, say.doneBefore(person.language, name, date))
  await reply(click, say.cancelledBefore(person.language, name, date, escaped(end.reason)))
}

const replyTaken = (click: Click, name: string): Promise<void> =>
  reply(click, say.takenBefore(click.person.language, escaped(name)))

const reply = (click: Click, text: string): Promise<void> => click.reply({ text, blocks: [section(text)] })

const typed = (field: string | string[] | undefined): string => (typeof field === 'string' ? field.trim() : '')
