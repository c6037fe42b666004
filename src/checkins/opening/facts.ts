import type { Db } from '../../../db/schema.ts'
import { accountLine, discussedIn } from '../../accounts/index.ts'
import { addActionButton } from '../../actions/index.ts'
import { getPartnership } from '../../partnerships/index.ts'
import { decisionsFrom } from '../decisions/store.ts'
import { findFacilitator } from '../facilitation/store.ts'
import type { CheckInNeeds } from '../needs.ts'
import type { Occurrence } from '../occurrence.ts'
import { openedBefore } from '../occurrence-store.ts'
import { awayAtOpening, participantsNow } from '../participants/facts.ts'
import type { Opening } from './views.ts'

/** All that the first post shows. What is open between the teams and what happened since last time: until it closes. */
export async function openingNow(
  db: Db,
  needs: CheckInNeeds,
  occurrence: Occurrence,
  postedAt: number | undefined,
  now: number,
): Promise<Opening> {
  const partnership = await getPartnership(db, occurrence.checkIn.partnershipId)
  const participants = await participantsNow(db, occurrence, now)
  const since = await openedBefore(db, occurrence)
  const open = occurrence.closed === undefined
  return {
    occurrence,
    partnership,
    participants,
    awayThen: await awayAtOpening(db, occurrence, participants),
    facilitator: (await findFacilitator(db, occurrence.id))?.name,
    stillOpen: open ? await needs.stillOpen(db, partnership, now) : [],
    // The first time there is no last time.
    figures: open && since ? await needs.figures(db, partnership, { since, until: now }) : [],
    outcomes: open && since ? await needs.outcomes(db, partnership, { since, until: now }) : [],
    accounts: (await discussedIn(db, partnership.id, occurrence.id)).map((one) =>
      accountLine(one, partnership.language),
    ),
    decisions: await decisionsFrom(db, occurrence.workspaceId, occurrence.id),
    postedAt: postedAt ?? now,
    addAction: addActionButton({ partnershipId: partnership.id, occurrenceId: occurrence.id }, partnership.language),
  }
}
