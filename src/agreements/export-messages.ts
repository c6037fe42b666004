import type { Language } from '../platform/i18n.ts'
import { phrase } from '../platform/i18n.ts'

export const fileName = phrase({ en: 'agreements', nl: 'werkafspraken' })
export const columns: Record<Language, string[]> = {
  en: [
    'cooperation',
    'agreement',
    'type of lead',
    'version',
    'state',
    'proposed by',
    'why',
    'agreed for marketing by',
    'agreed for sales by',
    'agreed on',
    'to be looked at again on',
    'text',
  ],
  nl: [
    'samenwerking',
    'werkafspraak',
    'soort lead',
    'versie',
    'stand',
    'voorgesteld door',
    'waarom',
    'akkoord namens marketing',
    'akkoord namens sales',
    'akkoord sinds',
    'weer bekijken op',
    'tekst',
  ],
}

export const state = {
  proposed: phrase({ en: 'waits for agreement', nl: 'wacht op akkoord' }),
  'in force': phrase({ en: 'holds', nl: 'geldt' }),
  earlier: phrase({ en: 'held before', nl: 'gold eerder' }),
  replaced: phrase({ en: 'replaced before it was agreed', nl: 'vervangen voor akkoord' }),
  withdrawn: phrase({ en: 'withdrawn', nl: 'ingetrokken' }),
}
