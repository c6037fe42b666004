/** An action is done, opened again, or cancelled. */
import { toLocal } from '../../calendar/wall-time.ts'
import { getPartnership } from '../../partnerships/index.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { typed } from '../../platform/slack/fields.ts'
import { mayCancel, mayReopen } from '../action.ts'
import { insertEnd, reopenAction } from '../change-store.ts'
import { confirm, decide, openOne, reply, replyEnded } from '../decide.ts'
import { cancelView } from '../form-views.ts'
import * as say from '../messages.ts'
import { type ActionNeeds, follow } from '../needs.ts'
import { findAction, lockAction } from '../store.ts'
import { reopenButton } from '../views.ts'

/** Done, however often it is pressed; who comes second reads who was first. */
export async function markDone(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const action = await findAction(db, person.workspaceId, click.value)
  if (!action) return reply(click, say.gone(language))
  const first = await db.transaction().execute(async (trx) => {
    const locked = await lockAction(trx, action)
    const ended = await insertEnd(trx, action, { how: 'done', reason: '', by: person.id }, now)
    if (ended) await follow(trx, needs, action, [locked?.owner?.id, person.id], now)
    return ended
  })
  if (first) return confirm(click, say.nowDone(language, escaped(action.text)), reopenButton(action, language))
  await replyEnded(click)
}

/** Takes *Done* back on the day it was pressed. */
export async function reopen(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const found = await findAction(db, person.workspaceId, click.value)
  if (!found) return reply(click, say.gone(language))
  const { zone } = await getPartnership(db, found.partnershipId)
  const day = (instant: number) => toLocal(instant, zone).date
  const verdict = await db.transaction().execute(async (trx) => {
    const action = (await lockAction(trx, found)) ?? found
    const judged = mayReopen(action, day(action.end?.at ?? now), day(now))
    if (!judged.ok || !(await reopenAction(trx, action, person.id, now))) return judged
    await follow(trx, needs, action, [action.owner?.id, person.id], now)
    return judged
  })
  if (verdict.ok) return confirm(click, say.openAgain(language, escaped(found.text)))
  switch (verdict.reason) {
    case 'open':
      return reply(click, say.isOpen(language, escaped(found.text)))
    case 'cancelled':
      return replyEnded(click)
    case 'another day':
      return reply(click, say.tooLateToReopen(language))
  }
}

export async function openCancel(click: Click): Promise<void> {
  const action = await openOne(click)
  if (action) await click.open(cancelView(click.person.language, action))
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
