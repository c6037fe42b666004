import type { Db } from '../../../db/schema.ts'
import type { Period } from '../../platform/feature.ts'
import type { PartnershipRef } from '../../platform/person.ts'
import { escaped } from '../../platform/slack/blocks.ts'
import type { Occurrence } from '../occurrence.ts'
import { closedAmong } from '../occurrence-store.ts'
import { participantsNow } from '../participants/facts.ts'
import { turnoutInWords } from '../participants/messages.ts'
import { type Turnout, turnout } from '../participants/participant.ts'
import { headingOf, heldOn, nameOf } from '../views.ts'
import * as say from './messages.ts'

interface Held {
  occurrence: Occurrence
  answered: Turnout
}

/** Of one that was held more often, the dates say less than what they come to together. */
const mostDates = 2

/** How many answered what was held since: a line for each date, or for all dates of a check-in together. */
export async function checkInFigures(db: Db, partnership: PartnershipRef, { since, until }: Period): Promise<string[]> {
  const closed = await closedAmong(db, partnership.workspaceId, partnership.id, { since, until })
  const held = await Promise.all(
    closed.map(async (occurrence): Promise<Held> => {
      return { occurrence, answered: turnout(await participantsNow(db, occurrence, until)) }
    }),
  )
  const byCheckIn = Map.groupBy(held, ({ occurrence }) => occurrence.checkIn.id)
  return [...byCheckIn.values()].flatMap((dates) => linesOf(dates, partnership))
}

function linesOf(dates: readonly Held[], { language, zone }: PartnershipRef): string[] {
  const [first] = dates
  if (!first || dates.length <= mostDates)
    return dates.map(({ occurrence, answered }) => {
      const words = turnoutInWords(language, answered, true)
      return say.heldBefore(language, escaped(headingOf(occurrence, language)), heldOn(occurrence, zone), words)
    })
  const answers = dates.reduce((sum, one) => sum + one.answered.answered, 0)
  const of = dates.reduce((sum, one) => sum + one.answered.of, 0)
  return [say.heldOften(language, escaped(nameOf(first.occurrence.checkIn, language)), dates.length, answers, of)]
}
