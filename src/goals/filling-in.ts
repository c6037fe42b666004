/** A goal is set, or changed. */
import { z } from 'zod'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, membersOf, sideName } from '../partnerships/index.ts'
import type { Answer, Click, Submission } from '../platform/interaction.ts'
import { said } from '../platform/slack/blocks.ts'
import { typed } from '../platform/slack/fields.ts'
import { changeProblem, mostGoals, ownersOf, problemsOf, type Side, sides } from './goal.ts'
import * as say from './messages.ts'
import { follow, type GoalNeeds } from './needs.ts'
import { findOpen } from './slack.ts'
import { findGoal, type GoalFilled, insertGoal, lockGoal, lockGoals, openGoals, updateGoal } from './store.ts'
import { readNumber } from './typed-number.ts'
import { fromMetadata, goalView } from './views.ts'

export async function openAdd(click: Click): Promise<void> {
  const { db, person } = click
  const { partnershipId } = fromMetadata(click.value)
  if ((await openGoals(db, partnershipId)).length >= mostGoals) {
    return click.reply(said(say.refusal['too many'](person.language)))
  }
  await click.open(goalView(person.language, partnershipId))
}

export async function openEdit(click: Click): Promise<void> {
  const goal = await findOpen(click)
  if (!goal) return
  const { db, person } = click
  const members = await membersOf(db, goal.partnershipId)
  const slackIdOf = (side: Side) => members.find((one) => one.person.id === goal.owners[side]?.id)?.person.slackId
  const ownerIds = Object.fromEntries(sides.flatMap((side) => (slackIdOf(side) ? [[side, slackIdOf(side)]] : [])))
  await click.open(goalView(person.language, goal.partnershipId, { goal, ownerIds }))
}

export async function submitGoal(submission: Submission, needs: GoalNeeds): Promise<Answer> {
  const { db, person, now } = submission
  const { language, workspaceId } = person
  const { partnershipId, goalId, edition } = fromMetadata(submission.metadata)
  const { zone } = await getPartnership(db, partnershipId)
  const today = toLocal(now, zone).date
  const read = await readGoal(submission, partnershipId)
  if ('errors' in read) return read
  const { filled } = read
  const before = goalId === '' ? undefined : await findGoal(db, workspaceId, goalId)
  // A date that stays as it was may have passed meanwhile.
  const problems = Object.entries(problemsOf(filled, before?.due === filled.due ? filled.due : today))
  if (problems.length > 0) {
    return { errors: Object.fromEntries(problems.map(([id, problem]) => [id, say.refusal[problem](language)])) }
  }
  const refused = await submission.once(async (trx) => {
    await lockGoals(trx, partnershipId)
    const there = goalId === '' ? undefined : await lockGoal(trx, workspaceId, goalId)
    if (goalId !== '') {
      const problem = changeProblem(there, partnershipId, edition)
      if (problem || !there) return say.changeRefusal[problem ?? 'gone'](language)
      await updateGoal(trx, there, filled, now)
    } else if ((await openGoals(trx, partnershipId)).length >= mostGoals) return say.refusal['too many'](language)
    else await insertGoal(trx, { workspaceId, partnershipId, from: today, by: person.id }, filled, now)
    await follow(trx, needs, { workspaceId, partnershipId }, [...ownersOf(there), ...Object.values(filled.owners)], now)
    return undefined
  })
  return refused === undefined ? { close: 'top' } : { errors: { name: refused } }
}

type Filled = GoalFilled & { start: number; target: number }

/** What was filled in; what cannot be read is said under its field. */
async function readGoal(
  { db, person, fields }: Submission,
  partnershipId: string,
): Promise<{ filled: Filled } | { errors: Record<string, string> }> {
  const { language } = person
  const partnership = await getPartnership(db, partnershipId)
  const members = await membersOf(db, partnershipId)
  const errors: Record<string, string> = {}
  const owners: Partial<Record<Side, string>> = {}
  for (const side of sides) {
    const slackId = fields[`${side}_owner`]
    if (slackId === undefined) continue
    const member = members.find((one) => one.side === side && one.person.slackId === slackId)
    if (member) owners[side] = member.person.id
    else errors[`${side}_owner`] = say.notOnSide(language, partnership.name, sideName(side, language))
  }
  const [start, target] = [readNumber(fields.start), readNumber(fields.target)]
  if (start === undefined) errors.start = say.refusal['no number'](language)
  if (target === undefined) errors.target = say.refusal['no number'](language)
  const due = z.iso.date().parse(fields.due)
  if (start === undefined || target === undefined || Object.keys(errors).length > 0) return { errors }
  return { filled: { name: typed(fields.name), unit: typed(fields.unit), start, target, due, owners } }
}
