import { dateInWords, dayInWords, listInWords, phrase } from '../platform/i18n.ts'
import type { Refusal } from './action.ts'

export const withoutOwner = phrase({ en: 'without owner', nl: 'zonder eigenaar' })
/** @param date 'YYYY-MM-DD' */
export const due = phrase<[string]>({
  en: (date) => `by ${dayInWords(date, 'en')}`,
  nl: (date) => `uiterlijk ${dayInWords(date, 'nl')}`,
})
/** @param date 'YYYY-MM-DD' */
export const overdue = phrase<[string]>({
  en: (date) => `overdue since ${dateInWords(date, 'en')}`,
  nl: (date) => `te laat sinds ${dateInWords(date, 'nl')}`,
})
/** @param date 'YYYY-MM-DD' */
export const since = phrase<[string]>({
  en: (date) => `since ${dateInWords(date, 'en')}`,
  nl: (date) => `sinds ${dateInWords(date, 'nl')}`,
})

/** @param reason escaped */
export const moved = phrase<[string]>({ en: (reason) => `moved: ${reason}`, nl: (reason) => `verzet: ${reason}` })

export const done = phrase({ en: 'Done', nl: 'Gedaan' })
export const move = phrase({ en: 'Move', nl: 'Verzetten' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const addAction = phrase({ en: 'Add action', nl: 'Actiepunt toevoegen' })

export const addTitle = phrase({ en: 'Add an action', nl: 'Actiepunt toevoegen' })
export const add = phrase({ en: 'Add', nl: 'Toevoegen' })
export const what = phrase({ en: 'What will be done?', nl: 'Wat gaat er gebeuren?' })
export const whatHint = phrase({
  en: 'Start with a verb, so that anyone can see when it is done.',
  nl: 'Begin met een werkwoord, dan ziet iedereen wanneer het klaar is.',
})
export const who = phrase({ en: 'Who does it?', nl: 'Wie doet het?' })
export const whoHint = phrase({
  en: 'Left empty, it goes to both team leads until someone takes it.',
  nl: 'Leeg? Dan ligt het bij beide teamleads totdat iemand het oppakt.',
})
export const when = phrase({ en: 'By when?', nl: 'Wanneer is het klaar?' })

export const moveTitle = phrase({ en: 'Move an action', nl: 'Actiepunt verzetten' })
export const why = phrase({ en: 'Why?', nl: 'Waarom?' })
export const moveHint = phrase({
  en: 'It has been moved before, so the other team would like to know why.',
  nl: 'Het is al eens verzet, dus het andere team hoort graag waarom.',
})
export const cancelTitle = phrase({ en: 'Cancel an action', nl: 'Actiepunt annuleren' })
export const cancelIt = phrase({ en: 'Cancel it', nl: 'Annuleren' })
export const cancelHint = phrase({
  en: 'Whoever counted on it can read this.',
  nl: 'Wie erop rekende, kan dit lezen.',
})

export const give = phrase({ en: 'Give to …', nl: 'Geef aan …' })
export const giveTitle = phrase({ en: 'Hand on an action', nl: 'Actiepunt doorgeven' })
export const giveIt = phrase({ en: 'Hand on', nl: 'Doorgeven' })
export const toWhom = phrase({ en: 'Who does it from now on?', nl: 'Wie doet het vanaf nu?' })
export const toWhomHint = phrase({
  en: 'They see it, and from whom it comes, in their next message from me.',
  nl: 'Die ziet het, en van wie het komt, in het eerstvolgende bericht van mij.',
})
export const keep = phrase({ en: 'Keep', nl: 'Ik houd het' })
/** @param name escaped */
export const fromWhoLeft = phrase<[string]>({
  en: (name) => `from ${name}, who has left`,
  nl: (name) => `van ${name}, die niet meer in het team zit`,
})
/** @param name escaped */
export const from = phrase<[string]>({ en: (name) => `from ${name}`, nl: (name) => `van ${name}` })
/** @param giver, before escaped */
export const fromFor = phrase<[string, string]>({
  en: (giver, before) => `from ${giver}; ${before} had it before`,
  nl: (giver, before) => `van ${giver}; eerst had ${before} het`,
})

export const reopen = phrase({ en: 'Not done after all', nl: 'Toch niet gedaan' })
/** @param text escaped */
export const openAgain = phrase<[string]>({
  en: (text) => `Open again: ${text}.`,
  nl: (text) => `Staat weer open: ${text}.`,
})
/** @param text escaped */
export const isOpen = phrase<[string]>({
  en: (text) => `This is open already: ${text}.`,
  nl: (text) => `Dit staat al open: ${text}.`,
})
export const tooLateToReopen = phrase({
  en: 'This was closed on an earlier day. Add it again if there is still something to do.',
  nl: 'Dit is op een eerdere dag afgesloten. Voeg het opnieuw toe als er nog iets te doen is.',
})

/** @param leaders escaped */
export const ownerOrLeadsOnly = phrase<[string[]]>({
  en: (leaders) =>
    `Only whoever has it can hand it on, or a team lead: ${leaders.length > 0 ? listInWords(leaders, 'en') : 'there is none yet'}.`,
  nl: (leaders) =>
    `Alleen wie het heeft kan het doorgeven, of een teamlead: ${leaders.length > 0 ? listInWords(leaders, 'nl') : 'die is er nog niet'}.`,
})
/** @param leaders escaped */
export const closerOrLeadsOnly = phrase<[string[]]>({
  en: (leaders) =>
    `Only whoever closed it can open it again, or a team lead: ${leaders.length > 0 ? listInWords(leaders, 'en') : 'there is none yet'}.`,
  nl: (leaders) =>
    `Alleen wie het afsloot kan het weer openen, of een teamlead: ${leaders.length > 0 ? listInWords(leaders, 'nl') : 'die is er nog niet'}.`,
})

/** @param text escaped */
export const nowDone = phrase<[string]>({
  en: (text) => `Done: ${text}. Nice.`,
  nl: (text) => `Gedaan: ${text}. Mooi.`,
})
/** @param name escaped @param at in words */
export const doneBefore = phrase<[string, string]>({
  en: (name, at) => `${name} marked this as done on ${at}.`,
  nl: (name, at) => `${name} heeft dit afgerond op ${at}.`,
})
/** @param name, reason escaped @param at in words */
export const cancelledBefore = phrase<[string, string, string]>({
  en: (name, at, reason) => `${name} cancelled this on ${at}: ${reason}`,
  nl: (name, at, reason) => `${name} heeft dit geannuleerd op ${at}: ${reason}`,
})
export const gone = phrase({
  en: 'This action is no longer there.',
  nl: 'Dit actiepunt bestaat niet meer.',
})

export const refusal: Record<Refusal, ReturnType<typeof phrase>> = {
  ended: phrase({
    en: 'This action has been closed in the meantime.',
    nl: 'Dit actiepunt is intussen al afgesloten.',
  }),
  'past date': phrase({
    en: 'That day has passed. Choose today or later.',
    nl: 'Die dag is al voorbij. Kies vandaag of later.',
  }),
  'same date': phrase({ en: 'That is the date it already has.', nl: 'Dat is de datum die er al staat.' }),
  'same owner': phrase({
    en: 'They already have it. Choose someone else.',
    nl: 'Die heeft het al. Kies iemand anders.',
  }),
  'not a member': phrase({
    en: 'They are not in these two teams. Choose someone from one of them.',
    nl: 'Deze persoon zit niet in deze twee teams. Kies iemand uit een van de twee.',
  }),
  'no reason': phrase({ en: 'Say in a few words why.', nl: 'Zeg in een paar woorden waarom.' }),
}
export const nothingTyped = phrase({ en: 'Say what will be done.', nl: 'Zeg wat er gaat gebeuren.' })
/** @param partnership its name */
export const notAMember = phrase<[string]>({
  en: (partnership) => `They are not in ${partnership}. Choose someone from one of the two teams, or leave this empty.`,
  nl: (partnership) =>
    `Deze persoon zit niet in ${partnership}. Kies iemand uit een van de twee teams, of laat dit leeg.`,
})

export const commandHelp = phrase({
  en: 'your actions and those of both teams, the oldest first',
  nl: 'jouw actiepunten en die van beide teams, de oudste eerst',
})
export const mine = phrase({ en: 'Yours', nl: 'Van jou' })
/** @param partnership plain */
export const ours = phrase<[string]>({
  en: (partnership) => `The others of ${partnership}`,
  nl: (partnership) => `De andere van ${partnership}`,
})
export const noCooperation = phrase({
  en: 'You are not in a cooperation yet, so there are no actions for you. Start one with `/rondo setup`, or ask your team lead to add you.',
  nl: 'Je zit nog niet in een samenwerking, dus er zijn geen actiepunten voor je. Begin er een met `/rondo instellen`, of vraag je teamlead om je toe te voegen.',
})
export const nothingOpen = phrase({
  en: 'No actions are open. Agreed on something? Put it here, and I will bring it back on the day.',
  nl: 'Er staan geen actiepunten open. Iets afgesproken? Zet het hier neer, dan kom ik er op de dag zelf op terug.',
})
export const doneToday = phrase({ en: 'Done by you today', nl: 'Vandaag door jou afgerond' })
export const lateHeading = phrase({ en: 'Overdue', nl: 'Te laat' })
export const nothingLate = phrase({
  en: 'Nothing is overdue any more. Good.',
  nl: 'Er is niets meer te laat. Mooi.',
})
/** @param page, pages counted from one */
export const pageOf = phrase<[number, number]>({
  en: (page, pages) => `Page ${page} of ${pages}`,
  nl: (page, pages) => `Pagina ${page} van ${pages}`,
})
export const previous = phrase({ en: 'Previous', nl: 'Vorige' })
export const next = phrase({ en: 'Next', nl: 'Volgende' })
export const listTitle = phrase({ en: 'Actions', nl: 'Actiepunten' })
/** The label of a line that chases somebody. @param text escaped */
export const nudge = phrase<[string]>({
  en: (text) => `*Action:* ${text}`,
  nl: (text) => `*Actiepunt:* ${text}`,
})
/** It came from somebody else. @param text escaped */
export const newNudge = phrase<[string]>({
  en: (text) => `*Action, now yours:* ${text}`,
  nl: (text) => `*Actiepunt, nu van jou:* ${text}`,
})
/** For the team leads. @param text escaped */
export const ownerless = phrase<[string]>({
  en: (text) => `*Action without owner:* ${text}`,
  nl: (text) => `*Actiepunt zonder eigenaar:* ${text}`,
})
export const take = phrase({ en: "I'll do it", nl: 'Ik doe het' })
/** @param text escaped */
export const nowYours = phrase<[string, string]>({
  en: (text, date) => `It is yours: ${text}, by ${dayInWords(date, 'en')}. Thank you.`,
  nl: (text, date) => `Het is van jou: ${text}, uiterlijk ${dayInWords(date, 'nl')}. Dank je wel.`,
})
/** @param name escaped */
export const takenBefore = phrase<[string]>({
  en: (name) => `${name} already has this one.`,
  nl: (name) => `${name} heeft dit al opgepakt.`,
})
export const notYoursToTake = phrase({
  en: 'You are in neither of these two teams, so this cannot be yours. Give it to somebody who is.',
  nl: 'Je zit in geen van deze twee teams, dus dit kun je niet zelf oppakken. Geef het aan iemand die er wel in zit.',
})
