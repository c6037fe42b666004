import { type SqlBool, sql } from 'kysely'
import type { Db, DeliveryState, Transaction } from '../../../db/schema.ts'
import { idOf } from '../ids.ts'
import { constants } from './constants.ts'
import { note } from './event.ts'

/** Something to say in Slack once, now or later. */
export interface Saying {
  workspaceId: string
  /** What it is due to, e.g. 'checkins:<occurrence>'. With kind and recipient it says whether it was said before. */
  cause: string
  kind: 'post' | 'dm'
  /** A channel for a post, a person's Slack id for a dm. */
  recipient: string
  /** Who words it, as registered by a feature: 'checkins:opening'. */
  what: string
  /** What the wording needs to find its facts: ids. */
  about: Record<string, string>
  /** Epoch milliseconds. */
  dueAt: number
  /** Partnerships take turns, so that a large one delays none of the others. */
  partnershipId?: string | undefined
}

/**
 * Says something in Slack, once however often it is asked for: the delivery is written with the facts it speaks of, and goes out
 * when both are committed.
 * @returns the delivery's id; the existing one if it was said before
 */
export function say(trx: Transaction, saying: Saying, now: number): Promise<string> {
  return write(trx, { ...saying, parentId: null }, now)
}

/**
 * Says something in the thread of another delivery's message, as soon as that stands. If that is never posted, neither is this.
 * @returns the delivery's id; the existing one if it was said before
 */
export async function replyTo(
  trx: Transaction,
  parentId: string,
  saying: Omit<Saying, 'kind' | 'recipient' | 'partnershipId'>,
  now: number,
): Promise<string> {
  const parent = await getParent(trx, parentId)
  // Threads have one level: a reply to a reply stands beside it.
  const rootId = parent.kind === 'reply' && parent.parent_id !== null ? parent.parent_id : parentId
  const { recipient, partnership_id: partnershipId } = parent
  return write(trx, { ...saying, kind: 'reply', recipient, partnershipId, parentId: rootId }, now)
}

/**
 * Has a delivery's message worded again as it should stand now. Asked for many times, it is changed once; asked for before it
 * is posted, it waits for that. Nothing is sent where the wording is the same.
 */
export async function refresh(trx: Transaction, deliveryId: string, now: number): Promise<void> {
  const { cause, what, about, workspace_id, partnership_id: partnershipId } = await getParent(trx, deliveryId)
  const update = { workspaceId: workspace_id, cause, kind: 'update', recipient: deliveryId, what, dueAt: now } as const
  const fresh = await insert(trx, { ...update, about, partnershipId, parentId: deliveryId }, now)
  if (fresh === undefined) await askAgain(trx, deliveryId, now)
}

/** Says a post that certainly does not stand anywhere in another channel than it was meant for; it remains the same delivery. */
export async function redirect(trx: Transaction, deliveryId: string, channelId: string): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ channel_id: channelId, pilot_id: null })
    .where('id', '=', deliveryId)
    .where('kind', '=', 'post')
    .where(sql<SqlBool>`state = 'due'`)
    .execute()
}

/** What became of something that was said; of several recipients, the first. */
export async function findDelivery(
  db: Db,
  workspaceId: string,
  which: { cause: string; kind: Saying['kind'] | 'reply' },
): Promise<
  | {
      id: string
      state: DeliveryState
      reason: string | null
      channelId: string | null
      ts: string | null
      sentAt: number | null
    }
  | undefined
> {
  return db
    .selectFrom('delivery')
    .select(['id', 'state', 'reason', 'channel_id as channelId', 'ts', 'sent_at as sentAt'])
    .where('workspace_id', '=', workspaceId)
    .where('cause', '=', which.cause)
    .where('kind', '=', which.kind)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
}

interface Written extends Omit<Saying, 'kind' | 'about'> {
  kind: Saying['kind'] | 'reply' | 'update'
  about: string
  parentId: string | null
}

async function write(
  trx: Transaction,
  written: Omit<Written, 'about'> & Pick<Saying, 'about'>,
  now: number,
): Promise<string> {
  const fresh = await insert(trx, { ...written, about: JSON.stringify(written.about) }, now)
  if (fresh !== undefined) return fresh
  const existing = await trx
    .selectFrom('delivery')
    .select('id')
    .where('cause', '=', written.cause)
    .where('kind', '=', written.kind)
    .where('recipient', '=', written.recipient)
    .executeTakeFirstOrThrow()
  return existing.id
}

/** @returns undefined when it is there already */
async function insert(trx: Transaction, written: Written, now: number): Promise<string | undefined> {
  const { workspaceId, cause, kind, recipient, what, about, parentId, dueAt, partnershipId } = written
  // Said again from a backup that does not know of it any more, it is found in Slack under the same id.
  const id = idOf('delivery', cause, kind, recipient)
  const row = { id, workspace_id: workspaceId, cause, kind, recipient, what, about, parent_id: parentId }
  const inserted = await trx
    .insertInto('delivery')
    .values({
      ...{ ...row, partnership_id: partnershipId ?? '' },
      ...{ state: 'due', due_at: dueAt, run_after: dueAt, created_at: now, attempts: 0, absent_looks: 0 },
    })
    // Its id is made from the same three: two who say it at one moment may meet on either key.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/**
 * Asks for an update once more. The row is written in every state, and so locked until the facts are committed: a worker that
 * takes it afterwards words them, and one that has it already is told to take it again.
 */
async function askAgain(trx: Transaction, deliveryId: string, now: number): Promise<void> {
  const update = await trx
    .updateTable('delivery')
    .set({ again: sql`case when state in ('leased', 'sending') then 1 else 0 end` })
    .where('cause', '=', (query) => query.selectFrom('delivery').select('cause').where('id', '=', deliveryId))
    .where('kind', '=', 'update')
    .where('recipient', '=', deliveryId)
    .returning(['id', 'workspace_id', 'state', 'sent_at'])
    .executeTakeFirstOrThrow()
  const { id, state, sent_at } = update
  if (state !== 'sent' && state !== 'skipped' && state !== 'failed') return
  const runAfter = Math.max(now, (sent_at ?? 0) + constants.spacingMs)
  await trx
    .updateTable('delivery')
    .set({ state: sql.lit('due'), run_after: runAfter, due_at: now, attempts: 0 })
    .where('id', '=', id)
    .where(sql<SqlBool>`state in ('sent', 'skipped', 'failed')`)
    .execute()
  await note(trx, update, { from: state, to: 'due', at: now, detail: 'asked for again' })
}

function getParent(trx: Transaction, id: string) {
  return trx
    .selectFrom('delivery')
    .select(['workspace_id', 'partnership_id', 'cause', 'kind', 'recipient', 'what', 'about', 'parent_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
