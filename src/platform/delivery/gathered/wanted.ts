/** On which of their working days somebody wants the gathered message. */
import type { Db } from '../../../../db/schema.ts'
import { addDays, type LocalDate, weekdayOf } from '../../../calendar/local-date.ts'
import type { Morning } from './mornings.ts'
import { hadOne } from './store.ts'

/**
 * Why somebody does not want theirs on this working day; undefined where they do. *On Mondays* is the first day of a week, from
 * Monday on, that they work: after a holiday the Tuesday. What is chosen during a week holds from its next message on.
 */
export async function unwanted(db: Db, { person, date }: Morning): Promise<string | undefined> {
  switch (person.messages) {
    case 'daily':
      return undefined
    case 'home':
      return 'Home only'
    case 'monday':
      return (await hadOne(db, person, earlierThisWeek(date))) ? 'on Mondays only' : undefined
  }
}

function earlierThisWeek(date: LocalDate): LocalDate[] {
  return Array.from({ length: weekdayOf(date) - 1 }, (_, before) => addDays(date, -1 - before))
}
