import { phrase } from '../platform/i18n.ts'

export const withoutOwner = phrase({ en: 'without owner', nl: 'zonder eigenaar' })
/** @param tier 'A' */
export const tier = phrase<[string]>({ en: (one) => `tier ${one}`, nl: (one) => `niveau ${one}` })
