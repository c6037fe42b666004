import type { Feature } from '../platform/feature.ts'

type StillOpen = NonNullable<Feature['stillOpen']>
type Lines = NonNullable<Feature['figures']>

/** What check-ins show of others, given by `app.ts`. */
export interface CheckInNeeds {
  stillOpen: StillOpen
  /** Numbers since the last one. */
  figures: Lines
  /** *Because of your feedback*. */
  outcomes: Lines
}
