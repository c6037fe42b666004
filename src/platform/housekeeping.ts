import { schedule } from 'node-cron'
import type { Clock } from './clock.ts'
import type { Database } from './database/database.ts'
import type { Log } from './log.ts'
import { purgeInbox } from './slack/inbox.ts'

/** How long what happened to deliveries is kept. */
export const keptEventsMs = 90 * 24 * 3_600_000

export interface Housekeeping {
  start(): void
  stop(): void
}

/**
 * What keeps the house clean and that nobody would miss for a day: forgetting what Slack sent and what became of
 * deliveries long ago, refreshing what the query planner knows. Every replica may do it; doing it twice changes nothing.
 */
export function createHousekeeping({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): Housekeeping {
  const tasks: ReturnType<typeof schedule>[] = []
  // In UTC: with a zone node-cron loses about an hour when the clocks go back.
  const every = (cron: string, job: string, run: () => Promise<void>) => {
    const guarded = () => run().catch((error: unknown) => log.error({ job, error }, 'housekeeping failed'))
    tasks.push(schedule(cron, guarded, { timezone: 'UTC', noOverlap: true }))
  }
  return {
    start() {
      every('17 * * * *', 'purge', () => purge(database, clock.now()))
      every('23 */6 * * *', 'optimize', database.optimize)
    },
    stop() {
      for (const task of tasks.splice(0)) void task.destroy()
    },
  }
}

/** Forgets inbox keys after 48 hours and the events of deliveries after 90 days. @param now epoch milliseconds */
export async function purge({ db }: Database, now: number): Promise<void> {
  await purgeInbox(db, now)
  await db
    .deleteFrom('delivery_event')
    .where('at', '<', now - keptEventsMs)
    .execute()
}
