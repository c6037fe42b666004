/** How the gathered message of a person and date is worded, and worded again. */
import type { Db } from '../../../../db/schema.ts'
import { toLocal } from '../../../calendar/wall-time.ts'
import type { Feature, Message, Outgoing, Wording } from '../../feature.ts'
import type { Log } from '../../log.ts'
import type { Person } from '../../person.ts'
import type { Item } from '../../rendered.ts'
import type { Morning, Mornings } from './mornings.ts'
import { laterStands, notAtWork } from './store.ts'
import { dayMessage, formerMessage } from './views.ts'
import { unwanted } from './wanted.ts'

type Items = NonNullable<Feature['nudges']>

export interface Sources {
  mornings: Mornings
  /** What waits for somebody, of each feature. */
  nudges: Items[]
  /** What comes next for somebody, of each feature. */
  coming: Items[]
  /** The partnerships of which somebody gets nothing in their own messages, because they are in pilot mode. */
  heldBack?: (db: Db, person: Person) => Promise<ReadonlySet<string>>
  log: Log
}

export function rendering(sources: Sources): Message['render'] {
  return (db, delivery, now) =>
    delivery.sentAt === undefined
      ? worded(sources, db, delivery, now)
      : wordedAgain(sources, db, { ...delivery, sentAt: delivery.sentAt }, now)
}

/** Who has gone home, away or for good meanwhile gets nothing; who has nothing due yet gets it when something is. */
async function worded(sources: Sources, db: Db, { about, ...to }: Outgoing, now: number): Promise<Wording> {
  const somebody = { workspaceId: to.workspaceId, slackId: to.recipient }
  const [today] = await sources.mornings.begun(db, now, somebody)
  if (!today || today.date !== about.date) return { skip: notAtWork }
  const reason = await unwanted(db, today)
  if (reason !== undefined) return { skip: reason }
  const { due, later, trouble } = await waitingFor(sources, db, today, now)
  if (due.length > 0) return withAhead(sources, db, today, due, later, now)
  // What is due is not known then; thrown, it is tried again.
  if (trouble.length > 0) throw trouble[0]
  return later.length > 0 ? { later: Math.min(...later.map(({ from }) => from)) } : { skip: 'nothing due' }
}

/**
 * What stands already follows the whole day, also after work and while away: a check-in may close at five. Once a later one
 * stands, a line is left of it, so that nothing is asked in two places. Until then, on the days after it, it only loses what no
 * longer waits: what is new comes with the next.
 */
async function wordedAgain(
  sources: Sources,
  db: Db,
  { id, about, sentAt, ...to }: Outgoing & { sentAt: number },
  now: number,
): Promise<Wording> {
  const somebody = { workspaceId: to.workspaceId, slackId: to.recipient }
  const person = await sources.mornings.find(db, somebody)
  if (!person) return { skip: 'has left' }
  const { date = '' } = about
  if (await laterStands(db, somebody, id, sentAt)) return formerMessage(date, person.language)
  const { due, later, trouble } = await waitingFor(sources, db, { person, date }, now)
  // Something that stands already must not seem done.
  if (trouble.length > 0) throw trouble[0]
  return toLocal(now, person.zone).date === date
    ? withAhead(sources, db, { person, date }, due, later, now)
    : leftOf({ person, date }, due)
}

/** What is left of a day that has passed. */
function leftOf({ person, date }: Morning, due: Item[]): Wording {
  const left = due.filter(({ from }) => toLocal(from, person.zone).date <= date)
  return left.length === 0 && due.length > 0 ? formerMessage(date, person.language) : dayMessage(person, left, [])
}

/** What waits for somebody now, the most pressing first, and what will later that day. */
async function waitingFor(
  sources: Sources,
  db: Db,
  day: Morning,
  now: number,
): Promise<{ due: Item[]; later: Item[]; trouble: unknown[] }> {
  const { items, trouble } = await itemsOf(sources.nudges, sources, db, day.person, now)
  const due = items.filter(({ from }) => from <= now).toSorted(mostPressing)
  return { due, later: items.filter(({ from }) => from > now && isOn(from, day)), trouble }
}

async function withAhead(
  sources: Sources,
  db: Db,
  day: Morning,
  due: Item[],
  later: Item[],
  now: number,
): Promise<Wording> {
  const { items } = await itemsOf(sources.coming, sources, db, day.person, now)
  const announced = items.filter(({ from }) => from > now && isOn(from, day))
  return dayMessage(day.person, due, soonest([...later, ...announced], due))
}

/** What all features have for a person. One that throws is logged; what the others have still arrives. */
async function itemsOf(
  features: Items[],
  { heldBack, log }: Sources,
  db: Db,
  person: Person,
  now: number,
): Promise<{ items: Item[]; trouble: unknown[] }> {
  const lists = await Promise.allSettled(features.map((items) => items(db, person, now)))
  const unsaid = await heldBack?.(db, person)
  const trouble = lists.flatMap((list) => (list.status === 'rejected' ? [list.reason] : []))
  for (const error of trouble) log.error({ error }, 'a feature could not say what waits for somebody')
  const items = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
  return { items: items.filter(({ partnershipId = '' }) => !unsaid?.has(partnershipId)), trouble }
}

function isOn(instant: number, { person, date }: Morning): boolean {
  return toLocal(instant, person.zone).date === date
}

/** Overdue first, then the oldest. */
function mostPressing(one: Item, other: Item): number {
  return Number(other.overdue ?? false) - Number(one.overdue ?? false) || one.from - other.from
}

/** What is announced, once each, and not what is listed already. */
function soonest(items: Item[], listed: Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  for (const { id } of listed) byId.delete(id)
  return [...byId.values()].toSorted((one, other) => one.from - other.from)
}
