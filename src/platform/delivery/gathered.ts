import { setImmediate as immediate } from 'node:timers/promises'
import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Feature, Item, Job, Message, Person, Rendered, Wording } from '../feature.ts'
import { homesChanged } from '../home-views.ts'
import type { Log } from '../log.ts'
import { context, escaped, itemBlocks, section } from '../slack/blocks.ts'
import { allDone, andMore, greeting, laterToday } from './messages.ts'
import { refresh, say } from './outbox.ts'

/** When people's working days begin. */
export interface Mornings {
  /** The next instant later than `now` at which anybody's working day begins. */
  nextStart(db: Db, now: number): Promise<number | undefined>
  /**
   * Those whose working day has begun and not ended, and who are not away; `date` is on their own calendar.
   * @param only of this one alone, where everybody need not be asked about
   */
  begun(db: Db, now: number, only?: Somebody): Promise<Morning[]>
  /** Somebody who takes part, at work or not. */
  find(db: Db, somebody: Somebody): Promise<Person | undefined>
}

interface Morning {
  person: Person
  date: LocalDate
}

/** By their Slack id: one person may be in several workspaces. */
type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

type Items = NonNullable<Feature['nudges']>

interface Needs {
  mornings: Mornings
  /** What waits for somebody, of each feature. */
  nudges: Items[]
  /** What comes next for somebody, of each feature. */
  coming: Items[]
  log: Log
}

const wording = 'gathered:day'
const mostItems = 20

/**
 * The one message that gathers what waits for a person: at the start of their working day, and none if nothing is due.
 * To be listed among the features.
 */
export function gathered(
  needs: Needs,
): Feature & { jobs: ReturnType<typeof planning>[]; messages: Record<string, Message> } {
  return { name: 'gathered', jobs: [planning(needs.mornings)], messages: { [wording]: { render: rendering(needs) } } }
}

function planning(mornings: Mornings) {
  return {
    name: 'gathered',
    async nextDue(db: Db, now: number) {
      return (await unplanned(mornings, db, now)).length > 0 ? now : mornings.nextStart(db, now)
    },
    async run(db: Db, now: number) {
      const people = (await unplanned(mornings, db, now)).toSorted((one, other) =>
        one.person.id < other.person.id ? -1 : 1,
      )
      for (let from = 0; from < people.length; from += planned) {
        await immediate()
        await db.transaction().execute((trx) => plan(trx, people.slice(from, from + planned), now))
      }
    },
  } satisfies Job
}

/**
 * What waits for these people has changed: today's message, where it stands already, shows it as it is now. To be called last in
 * a transaction, so that those who change the same things wait for each other in one order.
 */
export async function itemsChanged(
  trx: Transaction,
  workspaceId: string,
  personIds: readonly string[],
  now: number,
): Promise<void> {
  if (personIds.length === 0) return
  await homesChanged(trx, personIds, now)
  const people = await trx
    .selectFrom('person')
    .select(['slack_id', 'zone'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  const causes = people.map(({ zone }) => causeOf({ person: { workspaceId }, date: toLocal(now, zone).date }))
  const todays = await trx
    .selectFrom('delivery')
    .select('id')
    .where('kind', '=', 'dm')
    .where('cause', 'in', [...new Set(causes)])
    .where(
      'recipient',
      'in',
      people.map(({ slack_id }) => slack_id),
    )
    .where('state', 'not in', ['skipped', 'failed', 'unknown'])
    .orderBy('id')
    .execute()
  for (const { id } of todays) if (!(await stillToBeWorded(trx, id, now))) await refresh(trx, id, now)
}

/**
 * When the first gathered message that was sent to somebody at or after an instant stood in Slack. One that went to somebody else
 * in pilot mode told them nothing.
 * @returns epoch milliseconds; undefined where there was none
 */
export async function toldSince(
  db: Db,
  { workspaceId, slackId }: Somebody,
  instant: number,
): Promise<number | undefined> {
  const first = await messagesTo(db, { workspaceId, slackId })
    .select('sent_at')
    .where('pilot_id', 'is', null)
    .where('sent_at', '>=', instant)
    .orderBy('sent_at')
    .executeTakeFirst()
  return first?.sent_at ?? undefined
}

/** The gathered messages that stand with somebody. */
function messagesTo(db: Db, { workspaceId, slackId }: Somebody) {
  return db
    .selectFrom('delivery')
    .where(sql<SqlBool>`kind = 'dm'`)
    .where('recipient', '=', slackId)
    .where('workspace_id', '=', workspaceId)
    .where('what', '=', wording)
    .where(sql<SqlBool>`state = 'sent'`)
}

/**
 * One that is yet to be worded waits no longer than until now, for what may be due meanwhile; and being written here, it is not
 * worded before this transaction has ended.
 */
async function stillToBeWorded(trx: Transaction, id: string, now: number): Promise<boolean> {
  const waiting = await trx
    .updateTable('delivery')
    .set({ run_after: sql<number>`case when run_after > ${now} then ${now} else run_after end` })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .where('payload', 'is', null)
    .executeTakeFirst()
  return waiting.numUpdatedRows > 0n
}

/** One person may be in several workspaces under one Slack id: each has its own message. */
const causeOf = ({ person, date }: { person: Pick<Person, 'workspaceId'>; date: LocalDate }): string =>
  `gathered:${person.workspaceId}:${date}`

/** So many at once: where the database answers at once, nothing else gets a turn meanwhile. */
const planned = 50

async function plan(trx: Transaction, people: readonly Morning[], now: number): Promise<void> {
  for (const { person, date } of people) {
    const to = { workspaceId: person.workspaceId, kind: 'dm', recipient: person.slackId } as const
    await say(trx, { ...to, cause: causeOf({ person, date }), what: wording, about: { date }, dueAt: now }, now)
  }
}

/** Those whose day has begun and for whom nothing was planned yet. */
async function unplanned(mornings: Mornings, db: Db, now: number): Promise<Morning[]> {
  const working = await mornings.begun(db, now)
  if (working.length === 0) return []
  const causes = [...new Set(working.map(causeOf))]
  const said = await db
    .selectFrom('delivery')
    .select(['cause', 'recipient'])
    .where('kind', '=', 'dm')
    .where('cause', 'in', causes)
    .execute()
  const done = new Set(said.map(({ cause, recipient }) => `${cause} ${recipient}`))
  return working.filter((one) => !done.has(`${causeOf(one)} ${one.person.slackId}`))
}

/** Who has gone home, away or for good meanwhile gets nothing; who has nothing due yet gets it when something is. */
function rendering({ mornings, nudges, coming, log }: Needs): Message['render'] {
  return async (db, { workspaceId, recipient, about, sentAt }, now): Promise<Wording> => {
    const somebody = { workspaceId, slackId: recipient }
    const today = await (sentAt === undefined
      ? atWork(mornings, db, somebody, now)
      : anyway(mornings, db, somebody, now))
    if (!today || today.date !== about.date) return { skip: 'not at work' }
    const { person } = today
    const { items: waiting, trouble } = await itemsOf(nudges, db, person, now, log)
    const due = waiting.filter(({ from }) => from <= now)
    const later = waiting.filter(({ from }) => from > now && isToday(from, today))
    // What is due is not known then; thrown, it is tried again. Something that stands already must not seem done.
    if (trouble.length > 0 && (due.length === 0 || sentAt !== undefined)) throw trouble[0]
    if (due.length === 0 && sentAt === undefined)
      return later.length > 0 ? { later: Math.min(...later.map(({ from }) => from)) } : { skip: 'nothing due' }
    const { items: ahead } = await itemsOf(coming, db, person, now, log)
    const announced = ahead.filter(({ from }) => from > now && isToday(from, today))
    return compose(person, due.toSorted(mostPressing), soonest([...later, ...announced], due))
  }
}

async function atWork({ begun }: Mornings, db: Db, somebody: Somebody, now: number): Promise<Morning | undefined> {
  const [today] = await begun(db, now, somebody)
  return today
}

/** What stands already follows the whole day, also after work and while away: a check-in may close at five. */
async function anyway({ find }: Mornings, db: Db, somebody: Somebody, now: number): Promise<Morning | undefined> {
  const person = await find(db, somebody)
  return person && { person, date: toLocal(now, person.zone).date }
}

/** What all features have for a person. One that throws is logged; what the others have still arrives. */
async function itemsOf(
  sources: Items[],
  db: Db,
  person: Person,
  now: number,
  log: Log,
): Promise<{ items: Item[]; trouble: unknown[] }> {
  const lists = await Promise.allSettled(sources.map((items) => items(db, person, now)))
  const trouble = lists.flatMap((list) => (list.status === 'rejected' ? [list.reason] : []))
  for (const error of trouble) log.error({ error }, 'a feature could not say what waits for somebody')
  return { items: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])), trouble }
}

function isToday(instant: number, { person, date }: Morning): boolean {
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

function compose(person: Person, due: Item[], later: Item[]): Rendered {
  const { language } = person
  const shown = due.slice(0, mostItems)
  const left = due.length - shown.length
  const name = escaped(person.name.split(' ')[0] ?? '')
  const hello = due.length > 0 ? greeting(language, name) : allDone(language, name)
  const announced = later.slice(0, 5).map(({ from, title }) => `${toLocal(from, person.zone).time} ${title}`)
  const more = left > 0 ? [andMore(language, left)] : []
  return {
    text: [hello, ...shown.map(({ title }) => `• ${title}`), ...more].join('\n'),
    blocks: [
      section(hello),
      ...shown.flatMap(itemBlocks),
      ...more.map(context),
      ...(announced.length > 0 ? [context([laterToday(language), ...announced].join('\n'))] : []),
    ],
  }
}
