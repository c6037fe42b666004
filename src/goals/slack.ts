import { z } from 'zod'
import type { Transaction } from '../../db/schema.ts'
import { toLocal } from '../calendar/wall-time.ts'
import {
  getPartnership,
  leadingNow,
  membersOf,
  partnershipsWith,
  resolvePartnership,
  sideName,
} from '../partnerships/index.ts'
import { itemsChanged } from '../platform/delivery/gathered.ts'
import type { Answer, Click, Command, Departure, Fields, Submission } from '../platform/feature.ts'
import { escaped, section } from '../platform/slack/blocks.ts'
import { type Goal, mostGoals, numberProblem, problemsOf, type Side, sides } from './goal.ts'
import { looksReached } from './lines.ts'
import * as say from './messages.ts'
import { part } from './part.ts'
import {
  findGoal,
  type GoalFilled,
  handOver,
  insertGoal,
  insertGoalEnd,
  insertNumber,
  keep,
  lockGoals,
  openGoals,
  updateGoal,
} from './store.ts'
import { chartMessage, endView, fromMetadata, goalView, listMessage, numberView } from './views.ts'

/** What goals need of others, given by `app.ts`. */
export interface GoalNeeds {
  /** Something changed that check-ins may show. In the same transaction. */
  changed(trx: Transaction, where: { workspaceId: string; partnershipId: string }, now: number): Promise<void>
}

/** `/rondo goals`: those of the channel; else of all one's partnerships. */
export async function list({ db, person, now, channelId, reply }: Command): Promise<void> {
  const mine = await partnershipsWith(db, person.id, part.name)
  const { workspaceId } = person
  const here = await resolvePartnership(db, { workspaceId, personId: person.id, channelId })
  const only = here.kind === 'one' ? mine.filter(({ id }) => id === here.partnership.id) : []
  const shown = (only.length > 0 ? only : mine).map(async (partnership) => ({
    partnership,
    goals: await openGoals(db, partnership.id),
    today: toLocal(now, partnership.zone).date,
  }))
  await reply(listMessage(await Promise.all(shown), person.language))
}

export async function openAdd(click: Click): Promise<void> {
  const { db, person } = click
  const { partnershipId } = fromMetadata(click.value)
  if ((await openGoals(db, partnershipId)).length >= mostGoals) {
    return reply(click, say.refusal['too many'](person.language))
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
  const { partnershipId, goalId } = fromMetadata(submission.metadata)
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
    const there = goalId === '' ? undefined : await findGoal(trx, workspaceId, goalId)
    if (goalId !== '' && (!there || there.end)) return say.endedBefore(language)
    if (there) await updateGoal(trx, there, filled, now)
    else if ((await openGoals(trx, partnershipId)).length >= mostGoals) return say.refusal['too many'](language)
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

export async function openNumber(click: Click): Promise<void> {
  const goal = await findOpen(click)
  if (goal) await click.open(numberView(click.person.language, goal))
}

export async function submitNumber(submission: Submission, needs: GoalNeeds): Promise<Answer> {
  const { db, person, now, fields } = submission
  const { language, workspaceId } = person
  const value = readNumber(fields.value)
  const problem = numberProblem(value)
  if (value === undefined || problem) return { errors: { value: say.refusal[problem ?? 'no number'](language) } }
  const goal = await findGoal(db, workspaceId, submission.metadata)
  if (!goal || goal.end) return { errors: { value: (goal ? say.endedBefore : say.gone)(language) } }
  const { zone } = await getPartnership(db, goal.partnershipId)
  await submission.once(async (trx) => {
    await insertNumber(trx, goal, { date: toLocal(now, zone).date, value }, person.id, now)
    await follow(trx, needs, goal, ownersOf(goal), now)
  })
  return { close: 'top' }
}

/** How it went so far, only for who asks. */
export async function showChart(click: Click): Promise<void> {
  const { db, person, now } = click
  const goal = await findGoal(db, person.workspaceId, click.value)
  if (!goal) return reply(click, say.gone(person.language))
  const { zone } = await getPartnership(db, goal.partnershipId)
  await click.reply(chartMessage(goal, person.language, toLocal(now, zone).date))
}

export async function openEnd(click: Click): Promise<void> {
  const goal = await findOpen(click)
  if (goal) await click.open(endView(click.person.language, goal, looksReached(goal)))
}

export async function submitEnd(submission: Submission, needs: GoalNeeds): Promise<Answer> {
  const { db, person, now, fields } = submission
  const how = z.enum(['reached', 'stopped']).parse(fields.how)
  const reason = typed(fields.reason)
  if (how === 'stopped' && reason === '') return { errors: { reason: say.reasonMissing(person.language) } }
  const goal = await findGoal(db, person.workspaceId, submission.metadata)
  if (!goal || goal.end) return { errors: { how: (goal ? say.endedBefore : say.gone)(person.language) } }
  await submission.once(async (trx) => {
    if (await insertGoalEnd(trx, goal, { how, reason, by: person.id }, now))
      await follow(trx, needs, goal, ownersOf(goal), now)
  })
  return { close: 'top' }
}

/** *Keep*: what came from somebody who left is theirs. */
export async function keepGoal(click: Click): Promise<void> {
  const { db, person, now } = click
  const goal = await findOpen(click)
  if (!goal) return
  await db.transaction().execute(async (trx) => {
    await keep(trx, goal.id, person.id)
    await itemsChanged(trx, person.workspaceId, [person.id], now)
  })
  await reply(click, say.kept(person.language, escaped(goal.name)))
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

/** What shows a goal follows: open check-ins, and the messages of those it concerns. */
async function follow(
  trx: Transaction,
  needs: GoalNeeds,
  where: { workspaceId: string; partnershipId: string },
  owners: readonly string[],
  now: number,
): Promise<void> {
  await needs.changed(trx, where, now)
  const leading = (await leadingNow(trx, where.partnershipId, now)).map(({ id }) => id)
  await itemsChanged(trx, where.workspaceId, [...owners, ...leading], now)
}

/** The goal of a button; where it is gone or closed, says so. */
async function findOpen(click: Click): Promise<Goal | undefined> {
  const { db, person } = click
  const goal = await findGoal(db, person.workspaceId, click.value)
  if (goal && !goal.end) return goal
  await reply(click, (goal ? say.endedBefore : say.gone)(person.language))
  return undefined
}

const ownersOf = (goal: Goal | undefined): string[] => Object.values(goal?.owners ?? {}).map(({ id }) => id)

function readNumber(field: Fields[string]): number | undefined {
  const read = z.coerce.number().safeParse(typeof field === 'string' && field.trim() !== '' ? field : undefined)
  return read.success && Number.isFinite(read.data) ? read.data : undefined
}

const typed = (field: Fields[string]): string => (typeof field === 'string' ? field.trim() : '')

const reply = (click: Click, text: string): Promise<void> => click.reply({ text, blocks: [section(text)] })
