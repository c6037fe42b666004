/** An action is added, and moved. */
import { z } from 'zod'
import { addDays } from '../calendar/local-date.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { findPartnership, getPartnership, membersOf } from '../partnerships/index.ts'
import type { Answer, Click, Submission } from '../platform/interaction.ts'
import { typed } from '../platform/slack/fields.ts'
import { mayBeDue, mayMove } from './action.ts'
import { insertAction, insertMove, keepAction } from './change-store.ts'
import { decide, openOne } from './decide.ts'
import { addView, moveView } from './form-views.ts'
import * as say from './messages.ts'
import { type ActionNeeds, follow } from './needs.ts'
import { toPlace } from './views.ts'

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
    await follow(trx, needs, action, [action.ownerId, person.id], now)
  })
  return { close: 'top' }
}

export async function openMove(click: Click): Promise<void> {
  const { db, person, now } = click
  const action = await openOne(click)
  if (!action) return
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
    async act(trx, action) {
      await insertMove(trx, action, { to, reason, by: person.id }, now)
      // Who gives something a date of their own means to do it.
      if (action.owner?.id === person.id) await keepAction(trx, action, now)
    },
  })
}
