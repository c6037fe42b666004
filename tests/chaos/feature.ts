import { setTimeout as pause } from 'node:timers/promises'
import { type SqlBool, sql } from 'kysely'
import type { Db, Transaction } from '../../db/schema.ts'
import { refresh, replyTo, say } from '../../src/platform/delivery/outbox.ts'
import type { Job, Message, ScheduleKind } from '../../src/platform/feature.ts'
import { numberOf, planned } from './plan.ts'

/** To find the facts of a message takes up to this long: while it does, a process can die or freeze. */
const slowestWordingMs = 150
/** From one answer to the next, on the fast clock. */
const betweenAnswersMs = 20_000

/** What the feature knows beside Rondo's own tables: one row for each date, with the answers so far. */
export async function createFacts(db: Db): Promise<void> {
  await sql`create table chaos_date (
    occurrence_id text primary key, post_id text not null, answers bigint not null, wanted bigint not null, next_at bigint)`.execute(
    db,
  )
}

/** A date says a post, a reply in its thread, and to some a direct message; the post counts the answers. */
export const date: ScheduleKind = {
  async occur(trx, { id, workspaceId, scheduleId, slot, dueAt }, now) {
    const { channel, person, answers } = planned(numberOf(scheduleId))
    const about = { occurrence: id, date: `${scheduleId} ${slot}` }
    const saying = { workspaceId, cause: `chaos:${id}`, about, dueAt }
    const postId = await say(trx, { ...saying, kind: 'post', recipient: channel, what: 'chaos:post' }, now)
    await replyTo(trx, postId, { ...saying, what: 'chaos:reply' }, now)
    if (person) await say(trx, { ...saying, kind: 'dm', recipient: person, what: 'chaos:dm' }, now)
    await refresh(trx, postId, now)
    await sql`insert into chaos_date (occurrence_id, post_id, answers, wanted, next_at)
      values (${id}, ${postId}, 0, ${answers}, ${now + betweenAnswersMs})`.execute(trx)
    return undefined
  },
}

interface Open {
  occurrence_id: string
  post_id: string
  answers: number
}

/** Somebody answers: the fact and the wish to show it are one transaction. */
export const answering: Job = {
  name: 'chaos:answering',
  async nextDue(db) {
    const { rows } = await sql<{ at: number | null }>`select min(next_at) as at from chaos_date`.execute(db)
    return rows[0]?.at ?? undefined
  },
  async run(db, now) {
    const due = await sql<Open>`select occurrence_id, post_id, answers from chaos_date
      where next_at <= ${now} order by next_at limit 50`.execute(db)
    for (const open of due.rows) await db.transaction().execute((trx) => answer(trx, open, now))
  },
}

async function answer(trx: Transaction, { occurrence_id, post_id, answers }: Open, now: number): Promise<void> {
  const counted = await sql`update chaos_date set answers = answers + 1,
      next_at = case when answers + 1 >= wanted then null else cast(${now + betweenAnswersMs} as bigint) end
    where occurrence_id = ${occurrence_id} and answers = ${answers}`.execute(trx)
  // Another replica may have been quicker.
  if (counted.numAffectedRows === 1n) await refresh(trx, post_id, now)
}

export const messages: Record<string, Message> = {
  'chaos:post': {
    async render(db, { about }) {
      const { rows } = await sql<{ answers: number }>`select answers from chaos_date
        where occurrence_id = ${about.occurrence}`.execute(db)
      return worded(wordingOfPost(about.date ?? '', rows[0]?.answers ?? 0))
    },
  },
  'chaos:reply': { render: async (_db, { about }) => worded(`${about.date} reply`) },
  'chaos:dm': { render: async (_db, { about }) => worded(`${about.date} dm`) },
}

export function wordingOfPost(date: string, answers: number): string {
  return `${date} post, answered ${answers} times`
}

async function worded(text: string) {
  await pause(Math.random() * slowestWordingMs)
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }
}

/** What is still to come of a run, counted over schedules, answers and deliveries. @param end see `endOf` */
export async function countOpen(db: Db, end: number): Promise<number> {
  const { rows } = await sql<{ open: number }>`select
    (select count(*) from schedule where status = 'active' and next_due_at <= ${end}) +
    (select count(*) from chaos_date where next_at is not null) +
    (select count(*) from delivery where ${isOpen}) as open`.execute(db)
  return rows[0]?.open ?? 0
}

const isOpen = sql<SqlBool>`state not in ('sent', 'skipped', 'failed', 'unknown')`
