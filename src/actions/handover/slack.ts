/** An action goes from one person to another: taken, given, kept, or left behind. */
import type { Transaction } from '../../../db/schema.ts'
import { membersOf, sideOf } from '../../partnerships/index.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Departure } from '../../platform/feature.ts'
import type { Answer, Click, Submission } from '../../platform/interaction.ts'
import type { Person } from '../../platform/person.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { type Action, mayGive } from '../action.ts'
import { handOver, keepAction } from '../change-store.ts'
import { confirm, decide, openOne, reply, replyEnded } from '../decide.ts'
import { giveView } from '../form-views.ts'
import * as say from '../messages.ts'
import { type ActionNeeds, concernedBy, follow } from '../needs.ts'
import { findAction, lockAction, openActionsOf } from '../store.ts'
import { giveButton } from '../views.ts'

/** Somebody takes what nobody has, or what was left behind. */
export async function take(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const { language } = person
  const found = await openOne(click)
  if (!found) return
  const { action, taken } = await db.transaction().execute((trx) => takeHeld(trx, found, person, needs, now))
  if (taken) return confirm(click, say.nowYours(language, escaped(found.text), found.dueDate))
  if (!action || action.end) return replyEnded(click)
  if (action.owner) return replyTaken(click, action.owner.name)
  await reply(click, say.notYoursToTake(language), giveButton(action, language))
}

/**
 * Takes an action as it stands now, whatever it looked like before, unless somebody of the two teams has it.
 * @returns it as it stood, its owner left out where that one is in neither team any more
 */
export async function takeHeld(
  trx: Transaction,
  found: Action,
  { id }: Pick<Person, 'id'>,
  needs: ActionNeeds,
  now: number,
): Promise<{ action: Action | undefined; taken: boolean }> {
  const action = await lockAction(trx, found)
  if (!action || action.end) return { action, taken: false }
  const { owner, partnershipId } = action
  if (owner && (await sideOf(trx, partnershipId, owner.id))) return { action, taken: false }
  if (!(await sideOf(trx, partnershipId, id))) return { action: { ...action, owner: undefined }, taken: false }
  await handOver(trx, action, { to: id, why: 'taken', by: id }, now)
  await follow(trx, needs, action, [owner?.id, id], now)
  return { action, taken: true }
}

/** Its owner keeps what came to them. */
export async function keep(click: Click, needs: ActionNeeds): Promise<void> {
  const { db, person, now } = click
  const found = await openOne(click)
  if (!found) return
  const action = await db.transaction().execute((trx) => keepHeld(trx, found, person, now))
  if (!action || action.end) return replyEnded(click)
  if (!action.owner) return take(click, needs)
  if (action.owner.id !== person.id) return replyTaken(click, action.owner.name)
  await confirm(click, say.nowYours(person.language, escaped(action.text), action.dueDate))
}

/** Keeps it where it is theirs. @returns it as it stands now */
export async function keepHeld(
  trx: Transaction,
  found: Action,
  { id }: Pick<Person, 'id'>,
  now: number,
): Promise<Action | undefined> {
  const action = await lockAction(trx, found)
  if (!action || action.end || action.owner?.id !== id) return action
  await keepAction(trx, action, now)
  await itemsChanged(trx, action.workspaceId, [id], now)
  return action
}

export async function openGive(click: Click): Promise<void> {
  const action = await openOne(click)
  if (action) await click.open(giveView(click.person.language, action))
}

export async function submitGive(submission: Submission, needs: ActionNeeds): Promise<Answer> {
  const { db, person, now, metadata, fields } = submission
  const found = await findAction(db, person.workspaceId, metadata)
  const members = found ? await membersOf(db, found.partnershipId) : []
  const to = members.find((one) => one.person.slackId === fields.owner)?.person.id
  return decide(submission, needs, {
    judge: async (action) => mayGive(action, to, new Set(members.map((one) => one.person.id))),
    refuse: (why) => ({ errors: { owner: say.refusal[why](person.language) } }),
    act: (trx, action) => handOver(trx, action, { to, why: to === person.id ? 'taken' : 'given', by: person.id }, now),
    also: [to],
  })
}

/** What somebody who left had promised there goes to who speaks for their side; without anybody, to nobody. */
export async function leaveBehind(
  trx: Transaction,
  { person, partnershipId, successorId }: Departure,
  needs: ActionNeeds,
  now: number,
): Promise<void> {
  const all = await openActionsOf(trx, person.workspaceId, person.id)
  const left = all.filter((action) => action.partnershipId === partnershipId)
  for (const action of left) await handOver(trx, action, { to: successorId, why: 'left', by: undefined }, now)
  for (const one of oncePerCheckIn(left)) await needs.changed(trx, one, now)
  if (left.length === 0) return
  const where = { workspaceId: person.workspaceId, partnershipId }
  await itemsChanged(trx, person.workspaceId, await concernedBy(trx, where, [person.id, successorId]), now)
}

/** What a check-in shows of them follows once. */
const oncePerCheckIn = (actions: readonly Action[]): Action[] => [
  ...new Map(actions.map((action) => [action.occurrenceId, action])).values(),
]

const replyTaken = (click: Click, name: string): Promise<void> =>
  reply(click, say.takenBefore(click.person.language, escaped(name)))
