import { sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import type { Slack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { countOpen, wordingOfPost } from './feature.ts'
import { endOf, type Planned, planned } from './plan.ts'

/** What stands in Slack and in the tables at the end. */
export interface Outcome {
  /** Rows. */
  occurrences: number
  deliveries: number
  /** Nowhere in Slack. */
  lost: number
  /** In Slack more than once: of one delivery, or of one date. */
  doubled: number
  /** Posts that do not show the last answer. */
  stale: number
  /** What was still to be done when the time was up. */
  open: number
}

/** Compares what was planned with what Slack holds. */
export async function count(db: Db, { workspace }: Slack, occurrences: number): Promise<Outcome> {
  const plans = Array.from({ length: occurrences }, (_, n) => planned(n))
  const messages = [...workspace.channels.values()].flatMap((channel) => channel.messages)
  const byDate = Map.groupBy(messages, ({ text }) => saidIn(text))
  const byDelivery = Map.groupBy(messages, keyOf)
  const copies = plans.flatMap(sayings).map((saying) => byDate.get(saying)?.length ?? 0)
  const deliveries = await db.selectFrom('delivery').select(['id', 'kind']).execute()
  const messagesOf = deliveries.filter(({ kind }) => kind !== 'update').map(({ id }) => byDelivery.get(id)?.length ?? 0)
  return {
    occurrences: await countOccurrences(db),
    deliveries: deliveries.length,
    open: await countOpen(db, endOf(occurrences)),
    lost: Math.max(copies.filter(isNone).length, messagesOf.filter(isNone).length),
    doubled: Math.max(copies.filter(isMore).length, messagesOf.filter(isMore).length),
    stale: plans.filter((plan) => !(byDate.get(`${nameOf(plan)} post`) ?? []).every(shows(plan))).length,
  }
}

/** The delivery id that a message in Slack carries. */
export function keyOf({ metadata }: Message): unknown {
  const payload = metadata?.event_payload
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
}

const isNone = (copies: number) => copies === 0
const isMore = (copies: number) => copies > 1

function nameOf({ scheduleId, slot }: Planned): string {
  return `${scheduleId} ${slot}`
}

function sayings(plan: Planned): string[] {
  const name = nameOf(plan)
  return [`${name} post`, `${name} reply`, ...(plan.person ? [`${name} dm`] : [])]
}

/** 'schedule-7 2026-12-07 post' of whatever the post says by now. */
function saidIn(text: string): string {
  return text.split(/[ ,]/, 3).join(' ')
}

function shows(plan: Planned): (message: Message) => boolean {
  const last = wordingOfPost(nameOf(plan), plan.answers)
  return ({ text }) => text === last
}

async function countOccurrences(db: Db): Promise<number> {
  const { occurrences } = await db
    .selectFrom('occurrence')
    .select(sql<number>`count(*)`.as('occurrences'))
    .executeTakeFirstOrThrow()
  return occurrences
}
