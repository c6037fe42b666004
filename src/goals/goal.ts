import type { LocalDate } from '../calendar/local-date.ts'

export const sides = ['marketing', 'sales'] as const
export type Side = (typeof sides)[number]

/** A target with a number and a date that both sides share. */
export interface Goal {
  id: string
  workspaceId: string
  partnershipId: string
  name: string
  /** What is counted: 'meetings', '%'; '' for none. */
  unit: string
  /** Where it stood when it was set. */
  start: number
  target: number
  from: LocalDate
  due: LocalDate
  /** Without one on a side, that side has no owner. */
  owners: Partial<Record<Side, Owner>>
  /** By date, the oldest first, one for each date. */
  numbers: readonly Measured[]
  createdAt: number
  /** The id of whoever set it. */
  setBy: string
  end: { how: 'reached' | 'stopped'; reason: string; at: number } | undefined
}

export interface Owner {
  id: string
  name: string
  /** The name of whose it was until they left, while its owner has not said that they keep it. */
  inheritedFrom: string | undefined
}

/** What a goal stood at on a date. */
export interface Measured {
  date: LocalDate
  value: number
  /** When it was noted: epoch milliseconds. */
  at: number
}

/** More goals than a hand has fingers are none. */
export const mostGoals = 5

type Course = Pick<Goal, 'start' | 'from' | 'createdAt' | 'numbers'>

/** Where it stands: the last number, or where it began. */
export function standing(goal: Course): Measured {
  return goal.numbers.at(-1) ?? { date: goal.from, value: goal.start, at: goal.createdAt }
}

/** Where it stood at a moment. @param instant epoch milliseconds */
export function standingAt(goal: Course, instant: number): Measured {
  return standing({ ...goal, numbers: goal.numbers.filter(({ at }) => at <= instant) })
}

/** Its way so far, from where it began, one for each date. */
export function course(goal: Course): Measured[] {
  const began = { date: goal.from, value: goal.start, at: goal.createdAt }
  return [...(goal.numbers[0]?.date === goal.from ? [] : [began]), ...goal.numbers]
}

/** Whether the target is reached; it may lie below where it began. */
export function isReached({ start, target }: Pick<Goal, 'start' | 'target'>, value: number): boolean {
  return target >= start ? value >= target : value <= target
}

/** How much of the way is done: 0 to 1, whichever way it goes. */
export function shareDone({ start, target }: Pick<Goal, 'start' | 'target'>, value: number): number {
  if (isReached({ start, target }, value)) return 1
  return Math.min(1, Math.max(0, (value - start) / (target - start)))
}

/** Why its owners are asked about a goal. */
export type Asked = 'reached' | 'due'

/** Why they are asked now; undefined where they are not. @param today in the partnership's zone */
export function asksFor(goal: Goal, today: LocalDate): Asked | undefined {
  if (goal.end) return undefined
  if (isReached(goal, standing(goal).value)) return 'reached'
  return goal.due < today ? 'due' : undefined
}

export type Refusal = 'past date' | 'no distance' | 'too many' | 'no name' | 'no number' | 'far too big'

/** Beyond this no chart can be drawn, and nobody means it. */
const biggest = 1e12

/** Why something cannot be the number of a goal. */
export function numberProblem(value: number | undefined): 'no number' | 'far too big' | undefined {
  if (value === undefined) return 'no number'
  return Math.abs(value) > biggest ? 'far too big' : undefined
}

/** What of a goal that somebody filled in cannot be, by field. */
export function problemsOf(
  filled: { name: string; start: number | undefined; target: number | undefined; due: LocalDate },
  today: LocalDate,
): Partial<Record<'name' | 'start' | 'target' | 'due', Refusal>> {
  const { name, start, target, due } = filled
  const found = {
    name: name === '' ? ('no name' as const) : undefined,
    start: numberProblem(start),
    target: numberProblem(target) ?? (start === target ? ('no distance' as const) : undefined),
    due: due < today ? ('past date' as const) : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
}

/** What a form of a goal was filled in from, as text: whoever changes it must have had that before them. */
export function editionOf({ name, unit, start, target, due, owners }: Goal): string {
  return JSON.stringify([name, unit, start, target, due, sides.map((side) => owners[side]?.id ?? '')])
}

export type ChangeRefusal = 'gone' | 'ended' | 'changed'

/** Why it cannot be changed from a form. @param there the goal as it stands @param edition from which the form was filled in */
export function changeProblem(
  there: Goal | undefined,
  partnershipId: string,
  edition: string,
): ChangeRefusal | undefined {
  if (!there || there.partnershipId !== partnershipId) return 'gone'
  if (there.end) return 'ended'
  return editionOf(there) === edition ? undefined : 'changed'
}

/** Whether it is theirs to change and to close: its owners'; where it has none, whoever set it. Team leads may as well. */
export function isTheirs(goal: Goal, personId: string): boolean {
  const owners = ownersOf(goal)
  return owners.length > 0 ? owners.includes(personId) : goal.setBy === personId
}

/** The ids of its owners. */
export const ownersOf = (goal: Goal | undefined): string[] => Object.values(goal?.owners ?? {}).map(({ id }) => id)
