import { type Language, phrase } from '../platform/i18n.ts'
import type { Side } from './partnership.ts'

const marketing = phrase({ en: 'Marketing', nl: 'Marketing' })
const sales = phrase({ en: 'Sales', nl: 'Sales' })

export const sideName = (side: Side, language: Language): string =>
  side === 'marketing' ? marketing(language) : sales(language)

// Refusals. Each names who can do it; `who` are names; plain text, since it may stand under a field.

const anAdmin = phrase({ en: 'an admin of this workspace', nl: 'een beheerder van deze workspace' })

/** "@anna or @bram"; where there is nobody, an admin. */
export function oneOf(who: readonly string[], language: Language): string {
  if (who.length === 0) return anAdmin(language)
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(who)
}

export const guestsOnlyWhenAdded = phrase({
  en: (who: string[]) =>
    `Guests and people from other organisations take part once a team lead adds them. You can ask ${oneOf(who, 'en')}.`,
  nl: (who) =>
    `Gasten en mensen van andere organisaties doen mee zodra een teamlead ze toevoegt. Vraag het aan ${oneOf(who, 'nl')}.`,
})

/** @param name escaped */
export const membersOnly = phrase({
  en: (name: string, who: string[]) =>
    `This belongs to “${name}”, and you’re not in one of its two teams. Ask ${oneOf(who, 'en')} to add you.`,
  nl: (name, who) =>
    `Dit hoort bij “${name}”, en je zit niet in een van die twee teams. Vraag ${oneOf(who, 'nl')} om je toe te voegen.`,
})

/** @param name escaped */
export const teamLeadsOnly = phrase({
  en: (name: string, who: string[]) =>
    `Only the team leads of “${name}”, their deputies and workspace admins can do this. You can ask ${oneOf(who, 'en')}.`,
  nl: (name, who) =>
    `Alleen de teamleads van “${name}”, hun vervangers en de beheerders van de workspace kunnen dit doen. Vraag het aan ${oneOf(who, 'nl')}.`,
})

export const noLongerThere = phrase({
  en: 'This no longer exists, so there is nothing to change.',
  nl: 'Dit bestaat niet meer, dus er valt niets te veranderen.',
})

export const changeSetUp = phrase({ en: 'Change the set-up', nl: 'Opzet aanpassen' })
