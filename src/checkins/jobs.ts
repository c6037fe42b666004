import type { Job } from '../platform/feature.ts'
import { earliestDeadline, occurrencesPastDeadline } from './occurrence-store.ts'
import { close } from './publish.ts'

/** Closes what has been open long enough. */
export const closing: Job = {
  name: 'checkins:close',
  nextDue: earliestDeadline,
  async run(db, now) {
    for (const occurrence of await occurrencesPastDeadline(db, now)) {
      await db.transaction().execute((trx) => close(trx, occurrence, 'deadline', now))
    }
  },
}
