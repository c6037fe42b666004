import { itemsChanged } from '../../platform/delivery/gathered.ts'
import type { Job } from '../../platform/feature.ts'
import { begin, earliestBeginning } from './own-time-store.ts'

/** Where people are asked on their own clocks: each sees it when theirs show the time. */
export const asking: Job = {
  name: 'checkins:ask',
  nextDue: earliestBeginning,
  async run(db, now) {
    await db.transaction().execute(async (trx) => {
      const begun = Map.groupBy(await begin(trx, now), ({ workspaceId }) => workspaceId)
      for (const [workspaceId, people] of begun)
        await itemsChanged(
          trx,
          workspaceId,
          people.map(({ personId }) => personId),
          now,
        )
    })
  },
}
