import type { Db } from '../../db/schema.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import { startOfDay, toLocal } from '../calendar/wall-time.ts'
import { isOn, leadingNow, type Partnership, partnershipsWith } from '../partnerships/index.ts'
import type { ExportTable, HomeSection, Period } from '../platform/feature.ts'
import type { PartnershipRef, Person } from '../platform/person.ts'
import type { Item } from '../platform/rendered.ts'
import { escaped } from '../platform/slack/blocks.ts'
import { asksFor, course, type Goal, isReached, standing, standingAt } from './goal.ts'
import * as say from './messages.ts'
import { part } from './part.ts'
import { allGoals, openGoals } from './store.ts'
import { askItem, goalItem, inheritedItem } from './views.ts'

/** What somebody's goals ask of them; of who leads a side also those that nobody there has. */
export async function goalNudges(db: Db, person: Person, now: number): Promise<Item[]> {
  const items = (await partnershipsWith(db, person.id, part.name)).map(async (partnership) => {
    const today = toLocal(now, partnership.zone).date
    const goals = await openGoals(db, partnership.id)
    const leads = (await leadingNow(db, partnership.id, now)).some(({ id }) => id === person.id)
    const theirs = goals.flatMap((goal) => [
      ...inheritedBy(goal, person, partnership),
      ...(concerns(goal, person, leads) ? asked(goal, person, partnership, today) : []),
    ])
    return theirs.map((item) => ({ ...item, partnershipId: partnership.id }))
  })
  return (await Promise.all(items)).flat()
}

/** Its owners; where it has none at all, those who lead. */
function concerns(goal: Goal, person: Person, leads: boolean): boolean {
  const owners = Object.values(goal.owners)
  return owners.length > 0 ? owners.some(({ id }) => id === person.id) : leads
}

function inheritedBy(goal: Goal, person: Person, { zone }: Partnership): Item[] {
  const theirs = Object.values(goal.owners).filter(({ id }) => id === person.id)
  const former = theirs.find(({ inheritedFrom }) => inheritedFrom !== undefined)?.inheritedFrom
  return former === undefined ? [] : [inheritedItem(goal, former, person.language, startOfDay(goal.from, zone))]
}

function asked(goal: Goal, { language }: Person, { zone }: Partnership, today: LocalDate): Item[] {
  const why = asksFor(goal, today)
  if (why === undefined) return []
  const since = why === 'due' ? addDays(goal.due, 1) : standing(goal).date
  return [askItem(goal, why, language, startOfDay(since, zone))]
}

/** Shared goals stand in every check-in, in the language of the partnership. */
export async function openItems(db: Db, partnership: PartnershipRef, now: number): Promise<Item[]> {
  if (!(await isOn(db, partnership.id, part.name))) return []
  const today = toLocal(now, partnership.zone).date
  return (await openGoals(db, partnership.id)).map((goal) => goalItem(goal, partnership.language, today))
}

/** What moved. */
export async function figures(db: Db, { id, language }: PartnershipRef, { since, until }: Period): Promise<string[]> {
  if (!(await isOn(db, id, part.name))) return []
  return (await allGoals(db, id)).flatMap((goal) => {
    const { name, unit, target, end } = goal
    if (end && end.at > since && end.at <= until) return [say.ended(language, escaped(name), end.how)]
    const [before, after] = [standingAt(goal, since), standingAt(goal, until)]
    return before.value === after.value
      ? []
      : [say.moved(language, escaped(name), before.value, after.value, target, escaped(unit))]
  })
}

/** In Home, of each partnership that has any. */
export async function home(db: Db, { id, language }: Person, now: number): Promise<HomeSection[]> {
  const all = await Promise.all(
    (await partnershipsWith(db, id, part.name)).map(async (partnership) => {
      const today = toLocal(now, partnership.zone).date
      return (await openGoals(db, partnership.id)).map((goal) => goalItem(goal, language, today))
    }),
  )
  const items = all.flat()
  return items.length > 0 ? [{ title: say.title(language), items }] : []
}

/** The goals and their numbers of the partnerships somebody is in; not who noted them. */
export async function exported(db: Db, person: Person): Promise<ExportTable[]> {
  const { language } = person
  const goals: ExportTable['rows'][number][] = []
  const numbers: ExportTable['rows'][number][] = []
  for (const partnership of await partnershipsWith(db, person.id, part.name)) {
    for (const goal of await allGoals(db, partnership.id)) {
      const { name, unit, start, target, from, due, owners, end } = goal
      const state = say.states[end?.how ?? 'open'](language)
      const held = [owners.marketing?.name ?? '', owners.sales?.name ?? '']
      goals.push([partnership.name, name, unit, start, target, from, due, ...held, standing(goal).value, state])
      for (const { date, value } of course(goal)) numbers.push([partnership.name, name, date, value])
    }
  }
  const columns = (text: string) => text.split('|')
  return [
    { name: say.fileName(language), columns: columns(say.columns(language)), rows: goals },
    { name: say.numbersFileName(language), columns: columns(say.numberColumns(language)), rows: numbers },
  ]
}

/** Whether closing it would say that it was reached. */
export const looksReached = (goal: Goal): boolean => isReached(goal, standing(goal).value)
