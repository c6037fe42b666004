import type { RawBuilder, SqlBool } from 'kysely'
import type { Db } from '../../../../db/schema.ts'
import type { LocalDate } from '../../../calendar/local-date.ts'
import type { Person } from '../../person.ts'

/** When people's working days begin. */
export interface Mornings {
  /** The next instant later than `now` at which anybody's working day begins. */
  nextStart(db: Db, now: number): Promise<number | undefined>
  /**
   * Those whose working day has begun and not ended, and who are not away; `date` is on their own calendar.
   * @param only of this one alone, where everybody need not be asked about
   * @param unless those who may be left out, where only the others are asked about
   */
  begun(db: Db, now: number, only?: Somebody, unless?: (date: LocalDate) => RawBuilder<SqlBool>): Promise<Morning[]>
  /** Somebody who takes part, at work or not. */
  find(db: Db, somebody: Somebody): Promise<Person | undefined>
}

export interface Morning {
  person: Person
  date: LocalDate
}

/** By their Slack id: one person may be in several workspaces. */
export type Somebody = Pick<Person, 'workspaceId' | 'slackId'>

/** A condition on the table `person`, for those whose date this is. */
export type Unless = (date: LocalDate) => RawBuilder<SqlBool>
