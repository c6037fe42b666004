import { phrase } from '../../platform/i18n.ts'

/** @param name escaped */
export const facilitatedBy = phrase<[string]>({
  en: (name) => `Facilitated by ${name}`,
  nl: (name) => `Gespreksleider: ${name}`,
})
/** In their own line. */
export const youFacilitate = phrase({
  en: 'You facilitate this time: you see to it that both teams get round to it.',
  nl: 'Jij bent deze keer gespreksleider: jij zorgt dat beide teams eraan toekomen.',
})
/** @param name, partnership escaped */
export const youLead = phrase<[string, string]>({
  en: (name, partnership) => `*${name}* (${partnership}) closes; you facilitate it`,
  nl: (name, partnership) => `*${name}* (${partnership}) sluit; jij bent gespreksleider`,
})
export const handOver = phrase({ en: 'Hand over', nl: 'Overdragen' })
export const title = phrase({ en: 'Hand over', nl: 'Overdragen' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const who = phrase({ en: 'Who facilitates this time?', nl: 'Wie is deze keer gespreksleider?' })
export const whoHint = phrase({
  en: 'Anyone of the two teams who is there. The first post shows it; nobody gets an extra message.',
  nl: 'Iedereen van de twee teams die er is. Het staat in het eerste bericht; niemand krijgt er een bericht van.',
})

/** @param name escaped */
export const notYours = phrase<[string]>({
  en: (name) => `${name} facilitates this check-in and can hand it over, and so can the team leads.`,
  nl: (name) => `${name} is gespreksleider van deze check-in en kan dat overdragen. De teamleads ook.`,
})
export const closed = phrase({
  en: 'This check-in has closed, so there is nothing to hand over any more.',
  nl: 'Deze check-in is al gesloten, dus er valt niets meer over te dragen.',
})
export const nobodyElse = phrase({
  en: 'Nobody else is there at the moment to hand it over to.',
  nl: 'Er is nu niemand anders aan wie je het kunt overdragen.',
})
export const notThere = phrase({
  en: 'They are away or no longer in the two teams. Choose somebody else.',
  nl: 'Deze persoon is afwezig of zit niet meer in de twee teams. Kies iemand anders.',
})
