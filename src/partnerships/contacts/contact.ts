import type { Side } from '../partnership.ts'

/** Somebody on a side, and what the other one calls them for; '' for whatever nobody else is named for. */
export interface ContactFor {
  personId: string
  side: Side
  subject: string
}

/** Whether it is the same person for the same subject, in whatever capitals. */
export const isSame = (one: ContactFor, other: ContactFor): boolean =>
  one.personId === other.personId &&
  one.side === other.side &&
  one.subject.toLowerCase() === other.subject.toLowerCase()
