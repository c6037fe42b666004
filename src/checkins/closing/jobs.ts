import type { Db } from '../../../db/schema.ts'
import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Job } from '../../platform/feature.ts'
import { close } from './close.ts'
import { earliestDeadline, occurrencesPastDeadline } from './store.ts'

/** Closes what has been open long enough. One that cannot be closed never keeps the others open. */
export const closing = {
  name: 'checkins:close',
  nextDue: earliestDeadline,
  async run(db: Db, now: number) {
    const trouble: unknown[] = []
    for (const occurrence of await occurrencesPastDeadline(db, now)) {
      const closed = db.transaction().execute(async (trx) => {
        const waitedFor = await close(trx, occurrence, 'deadline', now)
        await itemsChanged(trx, occurrence.workspaceId, waitedFor, now)
      })
      await closed.catch((error: unknown) => trouble.push(error))
    }
    if (trouble.length > 0) throw new AggregateError(trouble, 'Some check-ins could not be closed')
  },
} satisfies Job
