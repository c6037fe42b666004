import type { Db } from '../../../db/schema.ts'
import type { PartnershipRef, Period } from '../../platform/feature.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import { closedAmong } from '../occurrence-store.ts'
import { participantsNow } from '../participants/facts.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { turnout } from '../participants/participant.ts'
import { headingOf, heldOn } from '../views.ts'
import * as say from './messages.ts'

/** How many answered what was held since: a line each. */
export async function checkInFigures(db: Db, partnership: PartnershipRef, { since, until }: Period): Promise<string[]> {
  const { id, workspaceId, language, zone } = partnership
  const held = await closedAmong(db, workspaceId, id, { since, until })
  return Promise.all(
    held.map(async (occurrence) => {
      const answered = turnout(await participantsNow(db, occurrence, until))
      const words = turnoutInWords(language, answered, true)
      return say.heldBefore(language, escaped(headingOf(occurrence, language)), heldOn(occurrence, zone), words)
    }),
  )
}
