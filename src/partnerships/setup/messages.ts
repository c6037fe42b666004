import { listInWords, phrase } from '../../platform/i18n.ts'

export const usage = phrase({ en: 'new', nl: 'nieuw' })
export const help = phrase({
  en: 'set up a cooperation between marketing and sales, or change it',
  nl: 'een samenwerking tussen marketing en sales opzetten of aanpassen',
})

// The frame of the windows.

export const titles = {
  channels: phrase({ en: 'Set-up: channels (1/3)', nl: 'Opzet: kanalen (1/3)' }),
  people: phrase({ en: 'Set-up: people (2/3)', nl: 'Opzet: mensen (2/3)' }),
  hours: phrase({ en: 'Set-up: hours (3/3)', nl: 'Opzet: werktijden (3/3)' }),
  done: phrase({ en: 'Done', nl: 'Klaar' }),
  stopped: phrase({ en: 'Not saved yet', nl: 'Nog niet opgeslagen' }),
} as const

export const next = phrase({ en: 'Next', nl: 'Volgende' })
export const finish = phrase({ en: 'Finish', nl: 'Afronden' })
export const back = phrase({ en: 'Back', nl: 'Terug' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

// Step 1.

export const intro = phrase({
  en: 'Two teams, one rhythm. It takes three short steps; you can stop at any time and go on later.',
  nl: 'Twee teams, één ritme. Het zijn drie korte stappen; je kunt stoppen wanneer je wilt en later verdergaan.',
})
export const secondCooperation = phrase({
  en: 'You’re changing an existing cooperation. To set up another one, type `/rondo setup new`.',
  nl: 'Je past een bestaande samenwerking aan. Een andere opzetten? Typ `/rondo instellen nieuw`.',
})
export const nameLabel = phrase({ en: 'What do you call this cooperation?', nl: 'Hoe noem je deze samenwerking?' })
export const nameExample = phrase({ en: 'For example: Benelux', nl: 'Bijvoorbeeld: Benelux' })
export const channelLabels = {
  marketing: phrase({ en: 'Marketing’s channel', nl: 'Kanaal van marketing' }),
  sales: phrase({ en: 'Sales’ channel', nl: 'Kanaal van sales' }),
  shared: phrase({ en: 'Shared channel', nl: 'Gedeeld kanaal' }),
} as const
export const sharedHint = phrase({
  en: 'Check-ins and their summaries go here. It may be one of the two channels above.',
  nl: 'Hier komen de check-ins en hun samenvatting. Dit mag een van de twee kanalen hierboven zijn.',
})

export const nameMissing = phrase({ en: 'Give it a name.', nl: 'Geef een naam op.' })
export const channelMissing = phrase({ en: 'Choose a channel.', nl: 'Kies een kanaal.' })
export const channelProblems = {
  unseen: phrase({
    en: 'I can’t get into this channel. Type /invite @Rondo in it, then press Next again.',
    nl: 'Ik kan niet in dit kanaal. Typ daar /invite @Rondo en klik dan weer op Volgende.',
  }),
  archived: phrase({
    en: 'This channel is archived. Choose another one, or unarchive it first.',
    nl: 'Dit kanaal is gearchiveerd. Kies een ander kanaal, of haal het eerst uit het archief.',
  }),
  'no channel': phrase({
    en: 'This is a direct message. Choose a channel.',
    nl: 'Dit is een privébericht. Kies een kanaal.',
  }),
  'no answer': phrase({
    en: 'Slack did not answer. Press Next again.',
    nl: 'Slack gaf geen antwoord. Klik nog eens op Volgende.',
  }),
} as const
export const oneForAll = phrase({
  en: 'One channel can serve as two, but not as all three. Choose another one here.',
  nl: 'Eén kanaal kan voor twee dienen, maar niet voor alle drie. Kies hier een ander kanaal.',
})
/** @param who names of those who can change it */
export const twin = phrase({
  en: (name: string, who: string[]) =>
    `These three channels already belong to “${name}”.${who.length > 0 ? ` It can be changed by ${listInWords(who, 'en')}.` : ''} Choose at least one other channel.`,
  nl: (name, who) =>
    `Deze drie kanalen horen al bij “${name}”.${who.length > 0 ? ` Dat kan worden aangepast door ${listInWords(who, 'nl')}.` : ''} Kies ten minste één ander kanaal.`,
})

// Choosing what to set up.

export const which = phrase({ en: 'What do you want to change?', nl: 'Wat wil je aanpassen?' })
export const newCooperation = phrase({ en: 'New cooperation', nl: 'Nieuwe samenwerking' })
export const allInSettings = phrase({
  en: 'Not among these? `/rondo settings` has all of yours.',
  nl: 'Staat die er niet bij? Bij `/rondo instellingen` vind je ze allemaal.',
})
export const orNew = phrase({
  en: 'You can also set up a cooperation between two other teams.',
  nl: 'Je kunt ook een samenwerking tussen twee andere teams opzetten.',
})
