import { setImmediate as immediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Transaction } from '../../../db/schema.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import type { Feature, Job, Message } from '../feature.ts'
import { homesChanged } from '../home-views.ts'
import type { Mornings } from './gathered/mornings.ts'
import { buttonsBefore, hasMessage, plan, standingOf, withoutMessage, wording } from './gathered/store.ts'
import { rendering, type Sources } from './gathered/words.ts'
import { refresh } from './outbox.ts'

export type { Mornings } from './gathered/mornings.ts'
export { toldSince } from './gathered/store.ts'

/**
 * The one message that gathers what waits for a person: at the start of their working day, on the days on which they want it, and
 * none if nothing is due. To be listed among the features.
 */
export function gathered(
  sources: Sources,
): Feature & { jobs: ReturnType<typeof planning>[]; messages: Record<string, Message> } {
  const day: Message = { render: rendering(sources), sent: retire }
  return { name: 'gathered', jobs: [planning(sources.mornings)], messages: { [wording]: day } }
}

/** So many at once: where the database answers at once, nothing else gets a turn meanwhile. */
const planned = 50

function planning(mornings: Mornings) {
  return {
    name: 'gathered',
    async nextDue(db: Db, now: number) {
      return (await withoutMessage(db, await mornings.begun(db, now, undefined, hasMessage))).length > 0
        ? now
        : mornings.nextStart(db, now)
    },
    async run(db: Db, now: number) {
      const people = (await withoutMessage(db, await mornings.begun(db, now, undefined, hasMessage))).toSorted(
        (one, other) => (one.person.id < other.person.id ? -1 : 1),
      )
      for (let from = 0; from < people.length; from += planned) {
        await immediate()
        await db.transaction().execute(async (trx) => {
          for (const morning of people.slice(from, from + planned)) await plan(trx, morning, now)
        })
      }
    },
  } satisfies Job
}

/**
 * What waits for these people has changed: their message, where it stands already, shows it as it is now. To be called last in
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
  const todays = people.map(({ slack_id, zone }) => ({ slackId: slack_id, today: toLocal(now, zone).date }))
  for (const id of await standingOf(trx, workspaceId, todays))
    if (!(await stillToBeWorded(trx, id, now))) await refresh(trx, id, now)
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

/** The same thing is asked in one place only: the message before this keeps no buttons. */
const retire: NonNullable<Message['sent']> = async (trx, { id, workspaceId, recipient }, sentAt) => {
  const former = await buttonsBefore(trx, { workspaceId, slackId: recipient }, id, sentAt)
  if (former !== undefined) await refresh(trx, former, sentAt)
}
