import type { LocalDate } from '../calendar/local-date.ts'
import type { Side } from '../partnerships/index.ts'

/** What is asked about an account in a check-in. */
export type UpdateKind = 'changed' | 'customer' | 'next step'
export type NoteKind = UpdateKind | 'note'

/** What somebody said about an account in a check-in. */
export interface Update {
  kind: UpdateKind
  text: string
}

/** An entry of an account's timeline. */
export interface Note {
  id: string
  kind: NoteKind
  text: string
  byName: string
  side: Side
  /** Of the check-in, or on which it was written. */
  on: LocalDate
}
