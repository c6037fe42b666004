import type { Feature } from '../platform/feature.ts'
import { part } from './part.ts'

export { discussedIn, pickAccounts, recordDiscussion } from './discussion-store.ts'
export type { Update } from './note.ts'
export type { Pick } from './pick.ts'
export { saveUpdates } from './timeline-store.ts'
export { accountLine } from './views.ts'

/** Key accounts: the customers that both sides look after. */
export function accounts(): Feature {
  return { name: 'accounts', part }
}
