/** `rondo doctor why`: what was said, or was to be said, to a channel or a person on a date, and why it was not. Only reads. */
import type { Db } from '../../../db/schema.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Feature, ServingSchedule } from '../feature.ts'
import { keptEventsMs } from '../housekeeping.ts'
import { adviceFor, goesOut } from './why/advice.ts'
import { reportDate } from './why/dates.ts'
import { type Day, dateInFull, dayOf, timeOn } from './why/day.ts'
import { deliveriesOn, deliveryLines, type Sent, wasSpokenTo } from './why/deliveries.ts'
import { type ClosedGate, closedGates, gateLines } from './why/gates.ts'
import { historiesOf } from './why/history.ts'
import { QuestionError, type Recipient } from './why/question.ts'
import { type Serving, servingSchedules } from './why/serving.ts'
import { findStanding, gatheredLines, type Standing } from './why/standing.ts'

interface Asked {
  recipient: Recipient
  /** Undefined for today. */
  date: LocalDate | undefined
}

type Sources = readonly Pick<Feature, 'schedulesIn'>[]

/**
 * The report, a line each, in English: it is for the operator. It holds no text of a message and no name of a person.
 * @param features who say which schedules a channel has
 * @param now epoch milliseconds
 * @throws QuestionError where Rondo has nothing to do with the channel or the person
 */
export async function explain(db: Db, asked: Asked, features: Sources, now: number): Promise<string[]> {
  const { recipient } = asked
  const named = recipient.kind === 'channel' ? await schedulesIn(db, recipient.id, features) : []
  const standing = await findStanding(db, recipient)
  if (!standing && named.length === 0 && !(await wasSpokenTo(db, recipient))) throw unknown(recipient)
  const zone = standing?.zone ?? (await zoneOf(db, named)) ?? 'UTC'
  const day = dayOf(asked.date ?? toLocal(now, zone).date, zone)
  const deliveries = await deliveriesOn(db, recipient, day, now)
  const serving = await servingSchedules(db, named, deliveries)
  const gates = await closedGates(db, recipient, workspacesOf(standing, deliveries, serving), now)

  const dates = await datesPart(db, recipient, serving, day, now)
  const said = await deliveriesPart(db, deliveries, gates, day, now)
  const gathered = recipient.kind === 'person' ? gatheredLines(standing, deliveries, day, now) : []
  const todo = [...new Set([...dates.todo, ...said.todo])]
  return [
    `${recipient.kind === 'channel' ? 'Channel' : 'Person'} ${recipient.id}, ${dateInFull(day.date)} (${day.zone}; it is ${timeOn(day, now)} there)`,
    ...part('Schedules', dates.lines),
    ...part('Deliveries', [...said.lines, ...gathered]),
    ...part('Gates', gateLines(gates, day)),
    '',
    ...(day.from < now - keptEventsMs
      ? ['What happened to deliveries is kept for 90 days; of this date only how they ended is known.']
      : []),
    ...(serving.length + deliveries.length === 0 ? [nothingFound(recipient)] : lastLines(todo)),
  ]
}

function lastLines(todo: readonly string[]): readonly string[] {
  if (todo.length === 0) return ['Nothing needs doing.']
  return todo.length > 1 ? todo.filter((line) => line !== goesOut) : todo
}

interface Part {
  lines: string[]
  todo: string[]
}

async function datesPart(
  db: Db,
  recipient: Recipient,
  serving: readonly Serving[],
  day: Day,
  now: number,
): Promise<Part> {
  const parts: Part[] = []
  for (const one of serving) {
    const { lines, todo } = await reportDate(db, one, recipient, day, now)
    parts.push({ lines: [one.name, ...lines.map((line) => `  ${line}`)], todo: todo === undefined ? [] : [todo] })
  }
  return sumOf(parts)
}

async function deliveriesPart(
  db: Db,
  deliveries: readonly Sent[],
  gates: readonly ClosedGate[],
  day: Day,
  now: number,
): Promise<Part> {
  const histories = await historiesOf(
    db,
    deliveries.map(({ id }) => id),
  )
  const parts = deliveries.map((sent) => {
    const happenings = histories.get(sent.id) ?? []
    const advice = adviceFor(sent, happenings, gates, now)
    return { lines: deliveryLines(sent, happenings, day, now), todo: advice === undefined ? [] : [advice] }
  })
  return sumOf(parts)
}

function sumOf(parts: readonly Part[]): Part {
  return { lines: parts.flatMap(({ lines }) => lines), todo: parts.flatMap(({ todo }) => todo) }
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []
}

async function schedulesIn(db: Db, channelId: string, features: Sources): Promise<ServingSchedule[]> {
  const lists = await Promise.all(features.map((feature) => feature.schedulesIn?.(db, channelId)))
  return lists.flatMap((list) => list ?? [])
}

async function zoneOf(db: Db, named: readonly ServingSchedule[]): Promise<string | undefined> {
  const serving = await servingSchedules(db, named, [])
  return serving.find(({ rule }) => rule !== undefined)?.rule?.working.zone
}

function workspacesOf(
  standing: Standing | undefined,
  deliveries: readonly Sent[],
  serving: readonly Serving[],
): ReadonlySet<string> {
  const ids = [...deliveries.map((sent) => sent.workspace_id), ...serving.map(({ schedule }) => schedule.workspace_id)]
  return new Set([...(standing?.workspaceIds ?? []), ...ids])
}

function unknown({ kind, id }: Recipient): QuestionError {
  return kind === 'channel'
    ? new QuestionError(
        `Rondo has nothing to do with channel ${id}: check the id, or choose it for a partnership with /rondo setup.`,
      )
    : new QuestionError(`Rondo does not know person ${id}: check the id, or add them to a team with /rondo setup.`)
}

function nothingFound({ kind }: Recipient): string {
  return kind === 'channel'
    ? 'Nothing found: no schedule serves this channel, and nothing was said or to be said in it on that date. Check the channel, the date, and which channels the partnership has with /rondo setup.'
    : 'Nothing found: nothing was said or to be said to this person on that date. Check the id and the date, and with /rondo setup that they are in a team.'
}
