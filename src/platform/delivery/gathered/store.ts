/** The gathered messages as deliveries: one for each person and date. */
import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../../../db/schema.ts'
import { addDays, type LocalDate } from '../../../calendar/local-date.ts'
import type { Person } from '../../person.ts'
import { say } from '../outbox.ts'
import { fromPayload } from '../wording.ts'
import type { Morning, Somebody, Unless } from './mornings.ts'

/** Who words it. */
export const wording = 'gathered:day'

/** Why one is not sent that its person was not there to read; on another day of the week they may still get theirs. */
export const notAtWork = 'not at work'

/** One person may be in several workspaces under one Slack id: each has its own message. */
export const causeOf = ({ person, date }: { person: Pick<Person, 'workspaceId'>; date: LocalDate }): string =>
  `gathered:${person.workspaceId}:${date}`

export async function plan(trx: Transaction, { person, date }: Morning, now: number): Promise<void> {
  const { workspaceId, slackId: recipient } = person
  const to = { workspaceId, kind: 'dm', recipient, cause: causeOf({ person, date }) } as const
  await say(trx, { ...to, what: wording, about: { date }, dueAt: now }, now)
}

/** Those for whom nothing was planned yet on their date. */
export async function withoutMessage(db: Db, working: readonly Morning[]): Promise<Morning[]> {
  if (working.length === 0) return []
  const said = await db
    .selectFrom('delivery')
    .select(['cause', 'recipient'])
    .where('kind', '=', 'dm')
    .where('cause', 'in', [...new Set(working.map(causeOf))])
    .execute()
  const done = new Set(said.map(({ cause, recipient }) => `${cause} ${recipient}`))
  return working.filter((one) => !done.has(`${causeOf(one)} ${one.person.slackId}`))
}

/** Whether one was planned on this date for a row of `person`: the same for the database, so that it gives the others only. */
export const hasMessage: Unless = (date) => sql<SqlBool>`exists (
  select 1 from delivery where delivery.cause = 'gathered:' || person.workspace_id || ':' || ${date}
    and delivery.kind = 'dm' and delivery.recipient = person.slack_id)`

/** Whether one was planned for somebody on one of these dates on which they were there to read it, whatever became of it. */
export async function hadOne(db: Db, person: Person, dates: readonly LocalDate[]): Promise<boolean> {
  if (dates.length === 0) return false
  const one = await db
    .selectFrom('delivery')
    .select('id')
    .where('kind', '=', 'dm')
    .where('recipient', '=', person.slackId)
    .where(
      'cause',
      'in',
      dates.map((date) => causeOf({ person, date })),
    )
    .where(sql<SqlBool>`coalesce(reason, '') <> ${notAtWork}`)
    .executeTakeFirst()
  return one !== undefined
}

/**
 * When the first that was sent to somebody at or after an instant stood in Slack. One that went to somebody else in pilot mode
 * told them nothing.
 * @returns epoch milliseconds; undefined where there was none
 */
export async function toldSince(db: Db, somebody: Somebody, instant: number): Promise<number | undefined> {
  const first = await standing(db, somebody)
    .select('sent_at')
    .where('pilot_id', 'is', null)
    .where('sent_at', '>=', instant)
    .orderBy('sent_at')
    .executeTakeFirst()
  return first?.sent_at ?? undefined
}

/** One that was sent longer ago is left as it is: whoever works and wants them has had another. */
const followedDays = 7

/**
 * Those that show people what waits: today's, whether it stands or is yet to come, and until it stands the last that does, where
 * its buttons still work.
 * @param people of one workspace, with the date on their own calendar
 * @returns the deliveries' ids, in the order in which they are to be taken
 */
export async function standingOf(
  db: Db,
  workspaceId: string,
  people: readonly { slackId: string; today: LocalDate }[],
): Promise<string[]> {
  if (people.length === 0) return []
  const cause = (date: LocalDate) => causeOf({ person: { workspaceId }, date })
  const todays = new Map(people.map(({ slackId, today }) => [slackId, cause(today)]))
  const dates = [...new Set(people.map(({ today }) => today))].flatMap((today) =>
    Array.from({ length: followedDays + 1 }, (_, before) => addDays(today, -before)),
  )
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'recipient', 'cause', 'state', 'payload'])
    .where('kind', '=', 'dm')
    .where('cause', 'in', [...new Set(dates.map(cause))])
    .where('recipient', 'in', [...todays.keys()])
    .where('state', 'not in', ['skipped', 'failed', 'unknown'])
    .orderBy('cause', 'desc')
    .execute()
  const told = new Set<string>()
  const last = rows.filter(({ recipient, cause, state }) => {
    const isLast = !told.has(recipient) && (state === 'sent' || cause === todays.get(recipient))
    if (state === 'sent') told.add(recipient)
    return isLast
  })
  const shown: string[] = []
  for (const one of last) if (one.cause === todays.get(one.recipient) || (await buttonsOn(db, one))) shown.push(one.id)
  return shown.toSorted()
}

/** Whether a later one stands than that of this id. @param sentAt of that one: epoch milliseconds */
export async function laterStands(db: Db, somebody: Somebody, id: string, sentAt: number): Promise<boolean> {
  const later = standing(db, somebody).select('id').where('sent_at', '>=', sentAt).where('id', '<>', id)
  return (await later.executeTakeFirst()) !== undefined
}

/** The one before this, where its buttons still work. @returns the delivery's id */
export async function buttonsBefore(
  db: Db,
  somebody: Somebody,
  id: string,
  sentAt: number,
): Promise<string | undefined> {
  const before = await standing(db, somebody)
    .select(['id', 'payload'])
    .where('sent_at', '<=', sentAt)
    .where('id', '<>', id)
    .orderBy('sent_at', 'desc')
    .executeTakeFirst()
  return before && (await buttonsOn(db, before)) ? before.id : undefined
}

async function buttonsOn(db: Db, { id, payload }: { id: string; payload: string | null }): Promise<boolean> {
  const changed = await db
    .selectFrom('delivery')
    .select('payload')
    .where('parent_id', '=', id)
    .where('kind', '=', 'update')
    .where('sent_at', 'is not', null)
    .executeTakeFirst()
  return hasButtons(changed?.payload ?? payload)
}

const hasButtons = (payload: string | null): boolean =>
  payload !== null && fromPayload(payload).blocks.some(({ type }) => type === 'actions')

/** Those that stand in Slack. */
function standing(db: Db, { workspaceId, slackId }: Somebody) {
  return db
    .selectFrom('delivery')
    .where(sql<SqlBool>`kind = 'dm'`)
    .where('recipient', '=', slackId)
    .where('workspace_id', '=', workspaceId)
    .where('what', '=', wording)
    .where(sql<SqlBool>`state = 'sent'`)
}
