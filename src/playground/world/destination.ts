import type { Language } from '../../platform/i18n.ts'
import type { Destination } from '../page/wire.ts'
import { Declined } from './declined.ts'
import { noMorning, noOccurrence, onlyLater, tooFar } from './messages.ts'

/**
 * What happens next in the two teams, for those who want to go there. Epoch milliseconds, later than `now`; undefined where
 * there is none.
 */
export interface Ahead {
  /** The next start of this person's working day, or of anybody's where they have none here. */
  morning(person: string, now: number): Promise<number | undefined>
  /** When the next check-in opens, or one that is open closes. */
  occurrence(person: string, now: number): Promise<number | undefined>
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** A leap year and the day it began on. */
const longestMs = 367 * 24 * hourMs

/**
 * The moment somebody wants to go to. For what happens next it is a minute later, so that all of it stands there.
 * @param person Slack's id
 * @returns epoch milliseconds
 * @throws Declined where there is none, or it is not ahead, or too far
 */
export async function momentOf(
  to: Destination,
  { person, now, ahead, language }: { person: string; now: number; ahead: Ahead; language: Language },
): Promise<number> {
  const moment = await wanted()
  if (!(moment > now)) throw new Declined(onlyLater(language))
  if (moment - now > longestMs) throw new Declined(tooFar(language))
  return Math.floor(moment)

  async function wanted(): Promise<number> {
    if ('hours' in to) return now + to.hours * hourMs
    if ('instant' in to) return to.instant
    const next = await ahead[to.next](person, now)
    if (next === undefined) throw new Declined((to.next === 'morning' ? noMorning : noOccurrence)(language))
    return next + minuteMs
  }
}
