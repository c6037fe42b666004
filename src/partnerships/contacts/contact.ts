import type { Side } from '../partnership.ts'

/** Somebody on a side, and what the other one calls them for; '' for whatever nobody else is named for. */
export interface ContactFor {
  personId: string
  side: Side
  subject: string
}
