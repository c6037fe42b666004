/** Goals are looked at, get a number, and are closed. */
import { z } from 'zod'
import type { Transaction } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import { getPartnership, mayChange, partnershipsWith, resolvePartnership } from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Departure } from '../platform/feature.ts'
import type { Answer, Click, Command, Looking, Submission } from '../platform/interaction.ts'
import type { Rendered } from '../platform/rendered.ts'
import { escaped, said } from '../platform/slack/blocks.ts'
import { typed } from '../platform/slack/fields.ts'
import { type Goal, isTheirs, numberProblem, ownersOf } from './goal.ts'
import { looksReached } from './lines.ts'
import * as say from './messages.ts'
import { follow, type GoalNeeds } from './needs.ts'
import { part } from './part.ts'
import { findGoal, handOver, insertGoalEnd, insertNumber, keep, lockGoal, openGoals } from './store.ts'
import { readNumber } from './typed-number.ts'
import { chartMessage, endView, listMessage, numberView } from './views.ts'

/** `/rondo goals` */
export async function list(command: Command): Promise<void> {
  await command.reply(await goalList(command, command.channelId))
}

/** Those of the channel; else of all one's partnerships. */
export async function goalList({ db, person, now }: Looking, channelId: string): Promise<Rendered> {
  const mine = await partnershipsWith(db, person.id, part.name)
  const { workspaceId } = person
  const here = await resolvePartnership(db, { workspaceId, personId: person.id, channelId })
  const only = here.kind === 'one' ? mine.filter(({ id }) => id === here.partnership.id) : []
  const shown = (only.length > 0 ? only : mine).map(async (partnership) => {
    const leads = await mayChange(db, person, partnership.id)
    return {
      partnership,
      goals: await openGoals(db, partnership.id),
      mayChange: (goal: Goal) => leads || isTheirs(goal, person.id),
      today: toLocal(now, partnership.zone).date,
    }
  })
  return { ...listMessage(await Promise.all(shown), person.language), list: { name: 'goals:list', about: channelId } }
}

export async function openNumber(click: Click): Promise<void> {
  const goal = await findOpen(click)
  if (goal) await click.open(numberView(click.person.language, goal))
}

export async function submitNumber(submission: Submission, needs: GoalNeeds): Promise<Answer> {
  const { person, now, fields } = submission
  const { language } = person
  const value = readNumber(fields.value)
  const problem = numberProblem(value)
  if (value === undefined || problem) return { errors: { value: say.refusal[problem ?? 'no number'](language) } }
  return onOpen(submission, 'value', async (trx, goal) => {
    const { zone } = await getPartnership(trx, goal.partnershipId)
    await insertNumber(trx, goal, { date: toLocal(now, zone).date, value }, person.id, now)
    await follow(trx, needs, goal, ownersOf(goal), now)
  })
}

/** How it went so far, only for who asks. */
export async function showChart(click: Click): Promise<void> {
  await click.reply(await goalChart(click, click.value))
}

export async function goalChart({ db, person, now }: Looking, goalId: string): Promise<Rendered> {
  const goal = await findGoal(db, person.workspaceId, goalId)
  if (!goal) return said(say.gone(person.language))
  const { zone } = await getPartnership(db, goal.partnershipId)
  const chart = chartMessage(goal, person.language, toLocal(now, zone).date)
  return { ...chart, list: { name: 'goals:chart', about: goalId } }
}

export async function openEnd(click: Click): Promise<void> {
  const goal = await findOpen(click)
  if (goal) await click.open(endView(click.person.language, goal, looksReached(goal)))
}

export async function submitEnd(submission: Submission, needs: GoalNeeds): Promise<Answer> {
  const { person, now, fields } = submission
  const how = z.enum(['reached', 'stopped']).parse(fields.how)
  const reason = typed(fields.reason)
  if (how === 'stopped' && reason === '') return { errors: { reason: say.reasonMissing(person.language) } }
  return onOpen(submission, 'how', async (trx, goal) => {
    await insertGoalEnd(trx, goal, { how, reason, by: person.id }, now)
    await follow(trx, needs, goal, ownersOf(goal), now)
  })
}

/** *Keep*: what came from somebody who left is theirs. */
export async function keepGoal(click: Click): Promise<void> {
  const { db, person, now } = click
  const goal = await findOpen(click)
  if (!goal) return
  const theirs = await db.transaction().execute(async (trx) => {
    const held = await lockGoal(trx, person.workspaceId, goal.id)
    if (!ownersOf(held).includes(person.id)) return false
    await keep(trx, goal.id, person.id)
    await itemsChanged(trx, person.workspaceId, [person.id], now)
    return true
  })
  await click.reply(said((theirs ? say.kept : say.notYours)(person.language, escaped(goal.name))))
}

/** Somebody left a side: their goals there go on with their successor, who hears of it. */
export async function personLeft(
  trx: Transaction,
  { person, partnershipId, successorId }: Departure,
  needs: GoalNeeds,
  now: number,
): Promise<void> {
  await handOver(trx, { personId: person.id, partnershipId, successorId }, now)
  await follow(trx, needs, { workspaceId: person.workspaceId, partnershipId }, successorId ? [successorId] : [], now)
}

/** Does something with the goal of a form as it stands now, unless it is gone or closed. @param field under which that is said */
async function onOpen(
  submission: Submission,
  field: string,
  act: (trx: Transaction, goal: Goal) => Promise<void>,
): Promise<Answer> {
  const { workspaceId, language } = submission.person
  const refused = await submission.once(async (trx) => {
    const goal = await lockGoal(trx, workspaceId, submission.metadata)
    if (!goal || goal.end) return (goal ? say.endedBefore : say.gone)(language)
    await act(trx, goal)
    return undefined
  })
  return refused === undefined ? { close: 'top' } : { errors: { [field]: refused } }
}

/** The goal of a button; where it is gone or closed, says so. */
export async function findOpen(click: Click): Promise<Goal | undefined> {
  const { db, person } = click
  const goal = await findGoal(db, person.workspaceId, click.value)
  if (goal && !goal.end) return goal
  await click.reply(said((goal ? say.endedBefore : say.gone)(person.language)))
  return undefined
}
