import type { Feature } from '../platform/feature.ts'
import type { Right } from '../platform/interaction.ts'

/** What trends and exports need of others, given by `app.ts`. */
export interface TrendNeeds {
  /** All that somebody may see, of all features. */
  tables: NonNullable<Feature['export']>
  /** Who may ask for it. */
  may: Right
}
