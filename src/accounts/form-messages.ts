import { phrase } from '../platform/i18n.ts'
import type { Tier } from './account.ts'

export const addTitle = phrase({ en: 'Add a key account', nl: 'Key account toevoegen' })
export const editTitle = phrase({ en: 'Edit a key account', nl: 'Key account wijzigen' })
export const noteTitle = phrase({ en: 'Add a note', nl: 'Notitie toevoegen' })

export const name = phrase({ en: 'Name of the customer', nl: 'Naam van de klant' })
export const tier = phrase({ en: 'How much does it matter?', nl: 'Hoe belangrijk is deze klant?' })
export const tierHint = phrase({
  en: 'A comes up three times as often as C in discussions, B twice.',
  nl: 'A komt drie keer zo vaak aan de beurt als C, B twee keer.',
})
export const tiers: Record<Tier, ReturnType<typeof phrase>> = {
  A: phrase({ en: 'A: among the most important', nl: 'A: hoort bij de belangrijkste' }),
  B: phrase({ en: 'B: important', nl: 'B: belangrijk' }),
  C: phrase({ en: 'C: to keep an eye on', nl: 'C: in de gaten houden' }),
}
export const crm = phrase({ en: 'Link to the CRM', nl: 'Link naar het CRM' })
export const crmHint = phrase({ en: 'Begins with https://', nl: 'Begint met https://' })
/** @param side 'Marketing' */
export const owner = phrase<[string]>({
  en: (side) => `Who looks after it in ${side}?`,
  nl: (side) => `Wie beheert deze klant bij ${side}?`,
})
export const ownerHint = phrase({
  en: 'Is asked about it when it is discussed.',
  nl: 'Krijgt de vragen als deze klant besproken wordt.',
})
/** @param name escaped */
export const noteAbout = phrase<[string]>({ en: (about) => `About *${about}*`, nl: (about) => `Over *${about}*` })
export const note = phrase({ en: 'What should both teams know?', nl: 'Wat moeten beide teams weten?' })

export const noName = phrase({ en: 'Say what the customer is called.', nl: 'Zeg hoe de klant heet.' })
export const noNote = phrase({ en: 'Write a few words.', nl: 'Schrijf een paar woorden.' })
export const noLink = phrase({
  en: 'This is no link that can be kept. Copy it from your CRM; it begins with https:// and has no password in it.',
  nl: 'Deze link kan niet bewaard worden. Kopieer hem uit jullie CRM; hij begint met https:// en er staat geen wachtwoord in.',
})
/** @param partnership its name @param side 'Marketing' */
export const notOnSide = phrase<[string, string]>({
  en: (partnership, side) =>
    `They are not in ${side} of ${partnership}. Choose somebody of that team, or leave this empty.`,
  nl: (partnership, side) =>
    `Deze persoon zit niet in ${side} van ${partnership}. Kies iemand uit dat team, of laat dit leeg.`,
})
/** @param name as it is kept */
export const nameTaken = phrase<[string]>({
  en: (taken) => `There is a key account called “${taken}” already.`,
  nl: (taken) => `Er is al een key account met de naam ‘${taken}’.`,
})
/** @param name as it is kept */
export const nameArchived = phrase<[string]>({
  en: (taken) => `“${taken}” is among the archived accounts. A team lead can bring it back there.`,
  nl: (taken) => `‘${taken}’ staat in het archief. Een teamlead kan het account daar terughalen.`,
})
export const changedMeanwhile = phrase({
  en: 'Somebody changed this account while you were writing. Below is what you filled in; this is how it stands now:',
  nl: 'Iemand heeft dit account gewijzigd terwijl je bezig was. Hieronder staat wat jij hebt ingevuld; zo staat het er nu:',
})
