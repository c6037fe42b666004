import { allFeatures } from '../app.ts'
import type { Feature } from '../platform/feature.ts'
import { silentLog } from '../platform/log.ts'

/** What the features tell and understand, for the demo. */
export function demoFeatures(): Feature[] {
  return allFeatures({ language: 'en', zone: 'UTC' }, silentLog)
}
