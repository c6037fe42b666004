import type { Transaction } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { dateInWords } from '../platform/i18n.ts'
import type { Answer, Click, Submission } from '../platform/interaction.ts'
import type { ItemButton } from '../platform/rendered.ts'
import { buttons, escaped, said } from '../platform/slack/blocks.ts'
import type { Action, Refusal, Verdict } from './action.ts'
import * as say from './messages.ts'
import { type ActionNeeds, follow } from './needs.ts'
import { findAction, lockAction } from './store.ts'

interface Decision {
  judge(action: Action, trx: Transaction): Promise<Verdict>
  refuse(why: Refusal, action: Action): Answer
  act(trx: Transaction, action: Action): Promise<unknown>
  /** Whom it concerns beside its owner: ids. */
  also?: readonly (string | undefined)[]
}

/** Judges what was asked of an action as it is when it is done, whatever others do at the same moment; refuses it, or does it once. */
export async function decide(submission: Submission, needs: ActionNeeds, decision: Decision): Promise<Answer> {
  const { person, now } = submission
  const refusal = await submission.once(async (trx) => {
    const found = await findAction(trx, person.workspaceId, submission.metadata)
    const action = found && (await lockAction(trx, found))
    if (!action) return undefined
    const verdict = await decision.judge(action, trx)
    if (!verdict.ok) return decision.refuse(verdict.reason, action)
    await decision.act(trx, action)
    await follow(trx, needs, action, [action.owner?.id, person.id, ...(decision.also ?? [])], now)
    return undefined
  })
  return refusal ?? { close: 'top' }
}

/** The action a button is about, where it is still open; else says what became of it. */
export async function openOne(click: Click): Promise<Action | undefined> {
  const action = await findAction(click.db, click.person.workspaceId, click.value)
  if (action && !action.end) return action
  await replyEnded(click)
  return undefined
}

/** Says who ended it and when. */
export async function replyEnded(click: Click): Promise<void> {
  const { db, person } = click
  const end = (await findAction(db, person.workspaceId, click.value))?.end
  if (!end) return reply(click, say.gone(person.language))
  const date = dateInWords(toLocal(end.at, person.zone).date, person.language)
  const name = escaped(end.byName)
  if (end.how === 'done') return reply(click, say.doneBefore(person.language, name, date))
  await reply(click, say.cancelledBefore(person.language, name, date, escaped(end.reason)))
}

/** Says something that the person would not see otherwise. @param text mrkdwn */
export function reply(click: Click, text: string, ...row: ItemButton[]): Promise<void> {
  return click.answer(said(text, ...(row.length > 0 ? [buttons(row)] : [])))
}

/**
 * Confirms what has been done. In Home it shows there by itself, and a direct message about it would only be noise.
 * @param text mrkdwn
 */
export async function confirm(click: Click, text: string, ...row: ItemButton[]): Promise<void> {
  if (!click.view) await reply(click, text, ...row)
}
