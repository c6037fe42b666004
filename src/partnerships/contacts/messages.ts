import { dateInWords, type Language, phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { Side } from '../partnership.ts'

// The window of team leads.

export const contactPersons = phrase({ en: 'Contact persons', nl: 'Vaste aanspreekpunten' })
export const intro = phrase({
  en: 'Whom the other team calls for what. Everybody sees it with `/rondo who`.',
  nl: 'Bij wie het andere team waarvoor terechtkan. Iedereen ziet het met `/rondo wie`.',
})
export const nobodyYet = phrase({
  en: 'Nobody yet: the other team turns to the team lead.',
  nl: 'Nog niemand: het andere team gaat naar de teamlead.',
})
export const everythingElse = phrase({ en: 'Everything else', nl: 'Al het andere' })
export const add = phrase({ en: 'Add', nl: 'Toevoegen' })
export const remove = phrase({ en: 'Remove', nl: 'Weghalen' })
// Asked before somebody is removed.
export const removeQuestion = phrase({ en: 'Remove this contact person?', nl: 'Dit aanspreekpunt weghalen?' })
/** @param name, subject plain */
export const removeMeans = phrase({
  en: (name: string, subject: string) =>
    `${name} is then no longer named for “${subject}”. You can add them again with “Add”.`,
  nl: (name, subject) =>
    `${name} staat er dan niet meer bij voor ‘${subject}’. Met ‘Toevoegen’ zet je die persoon er weer bij.`,
})
/** Of whatever nobody else is named for. @param name plain */
export const removeFirstMeans = phrase({
  en: (name: string) => `${name} is then no longer named for everything else. You choose who is in the set-up.`,
  nl: (name) => `${name} staat er dan niet meer bij voor al het andere. Wie dat wel is, kies je in de opzet.`,
})
export const leaveIt = phrase({ en: 'Leave it as it is', nl: 'Laat zoals het is' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const back = phrase({ en: 'Back', nl: 'Terug' })
export const addTitle = phrase({ en: 'New contact person', nl: 'Nieuw aanspreekpunt' })
export const who = phrase({ en: 'Who?', nl: 'Wie?' })
export const whatFor = phrase({ en: 'For what?', nl: 'Waarvoor?' })
export const whatForExample = phrase({ en: 'For example: pricing', nl: 'Bijvoorbeeld: prijzen' })
export const whatForHint = phrase({
  en: 'Who is there for everything else is chosen in the set-up.',
  nl: 'Wie er voor al het andere is, kies je in de opzet.',
})

/** @param name of the partnership, plain */
export const notInATeam = phrase({
  en: (name: string) => `They are in neither team of ${name}. Choose somebody who is, or add them in the set-up first.`,
  nl: (name) =>
    `Die zit in geen van de twee teams van ${name}. Kies iemand die dat wel doet, of zet die persoon eerst in de opzet.`,
})
/** @param name, subject plain */
export const namedAlready = phrase({
  en: (name: string, subject: string) => `${name} is named for “${subject}” already.`,
  nl: (name, subject) => `${name} staat er al bij voor ‘${subject}’.`,
})
export const nothingTyped = phrase({ en: 'Say what for.', nl: 'Vul in waarvoor.' })
export const enough = phrase({
  en: (most: number) => `A team has room for ${most} lines. Remove one first.`,
  nl: (most) => `Er passen ${most} regels per team. Haal er eerst een weg.`,
})

// `/rondo who`.

export const whoCommand = phrase({ en: 'who', nl: 'wie' })
export const whoHelp = phrase({ en: 'whom to call on the other side for what', nl: 'bij wie je waarvoor terechtkunt' })
export const whomToCall = phrase({
  en: (side: Side) => `Whom to call in ${sideName(side, 'en')}`,
  nl: (side) => `Bij wie je terechtkunt bij ${sideName(side, 'nl')}`,
})
/** @param subject escaped @param people mentions, with until when they are away */
export const forSubject = phrase({
  en: (subject: string, people: string) => `*${subject}*: ${people}`,
  nl: (subject, people) => `*${subject}*: ${people}`,
})
export const teamLead = phrase({ en: 'Team lead', nl: 'Teamlead' })
export const deputy = phrase({ en: 'Deputy', nl: 'Vervanger' })
/** @param lead a mention */
export const noContacts = phrase({
  en: (side: Side, lead: string | undefined) =>
    lead
      ? `${sideName(side, 'en')} has no contact persons yet. Turn to ${lead}.`
      : `${sideName(side, 'en')} has no contact persons and no team lead yet. An admin of this workspace can choose them.`,
  nl: (side, lead) =>
    lead
      ? `${sideName(side, 'nl')} heeft nog geen vast aanspreekpunt. Ga naar ${lead}.`
      : `${sideName(side, 'nl')} heeft nog geen vast aanspreekpunt en geen teamlead. Een beheerder van deze workspace kan ze kiezen.`,
})
export const away = phrase({ en: 'Away', nl: 'Afwezig' })
export const which = phrase({ en: 'Which cooperation is it about?', nl: 'Om welke samenwerking gaat het?' })
export const inNone = phrase({
  en: 'You are not in a cooperation yet. Set one up with `/rondo setup`, or ask your team lead to add you.',
  nl: 'Je zit nog niet in een samenwerking. Zet er een op met `/rondo instellen`, of vraag je teamlead om je toe te voegen.',
})

const awayUntil = phrase({
  en: (until: string | undefined) => (until ? ` (away until ${dateInWords(until, 'en')})` : ' (away)'),
  nl: (until) => (until ? ` (afwezig tot en met ${dateInWords(until, 'nl')})` : ' (afwezig)'),
})
/** Behind the name of somebody who may be away. @param absence undefined for who is there */
export function presence(absence: { until: string | undefined } | undefined, language: Language): string {
  return absence ? awayUntil(language, absence.until) : ''
}
