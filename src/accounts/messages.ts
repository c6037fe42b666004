import { phrase } from '../platform/i18n.ts'

export const withoutOwner = phrase({ en: 'without owner', nl: 'zonder eigenaar' })
/** @param tier 'A' */
export const tier = phrase<[string]>({ en: (one) => `tier ${one}`, nl: (one) => `niveau ${one}` })

export const partTitle = phrase({ en: 'Key accounts', nl: 'Key accounts' })
export const partAbout = phrase({
  en: 'Keep a list of the customers that matter to both teams, with an owner on each side, and take up a few of them in every check-in.',
  nl: 'Houd een lijst bij van de klanten die voor beide teams belangrijk zijn, met een eigenaar aan elke kant, en neem er bij elke check-in een paar door.',
})
