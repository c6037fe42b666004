import { phrase, shortDate } from '../platform/i18n.ts'
import type { NoteKind } from './note.ts'

export const withoutOwner = phrase({ en: 'without owner', nl: 'zonder eigenaar' })
export const noOwners = phrase({ en: 'Without owner in both teams', nl: 'In beide teams zonder eigenaar' })
/** @param tier 'A' */
export const tier = phrase<[string]>({ en: (one) => `tier ${one}`, nl: (one) => `niveau ${one}` })

export const partTitle = phrase({ en: 'Key accounts', nl: 'Key accounts' })
export const partAbout = phrase({
  en: 'Keep a list of the customers that matter to both teams, with an owner on each side, and take up a few in every key-account discussion.',
  nl: 'Houd een lijst bij van de klanten die voor beide teams belangrijk zijn, met een eigenaar aan elke kant, en neem er in elk key-accountoverleg een paar door.',
})
export const command = phrase({ en: 'account', nl: 'account' })
export const commandHelp = phrase({
  en: 'your key accounts: who looks after them, and what was said about them',
  nl: 'jullie key accounts: wie ze beheert en wat erover gezegd is',
})
export const commandUsage = phrase({ en: 'name', nl: 'naam' })

export const title = phrase({ en: 'Key accounts', nl: 'Key accounts' })
export const oneTitle = phrase({ en: 'Key account', nl: 'Key account' })
export const archivedTitle = phrase({ en: 'Archived accounts', nl: 'Archief' })
export const whichOne = phrase({ en: 'The key accounts of which teams?', nl: 'De key accounts van welke teams?' })

export const open = phrase({ en: 'Open', nl: 'Openen' })
export const add = phrase({ en: 'Add account', nl: 'Account toevoegen' })
/** @param name as typed */
export const addNamed = phrase<[string]>({ en: (name) => `Add “${name}”`, nl: (name) => `‘${name}’ toevoegen` })
export const bringIn = phrase({ en: 'Import', nl: 'Importeren' })
/** @param count accounts */
export const showArchived = phrase<[number]>({
  en: (count) => `Archived (${count})`,
  nl: (count) => `Archief (${count})`,
})
export const showAll = phrase({ en: 'All key accounts', nl: 'Alle key accounts' })
export const earlier = phrase({ en: 'Previous page', nl: 'Vorige pagina' })
export const later = phrase({ en: 'Next page', nl: 'Volgende pagina' })
export const addNote = phrase({ en: 'Add a note', nl: 'Notitie toevoegen' })
export const edit = phrase({ en: 'Edit', nl: 'Wijzigen' })
export const discussNext = phrase({ en: 'Discuss next time', nl: 'Volgende keer bespreken' })
export const notNext = phrase({ en: 'Not next time', nl: 'Toch niet volgende keer' })
export const archive = phrase({ en: 'Archive', nl: 'Archiveren' })
export const bringBack = phrase({ en: 'Bring back', nl: 'Terughalen' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

/** @param partnership escaped @param count accounts */
export const ofPartnership = phrase<[string, number]>({
  en: (partnership, count) =>
    `*${partnership}*: ${count === 1 ? '1 key account' : `${count} key accounts`}. \`/rondo account\` with a name opens one at once.`,
  nl: (partnership, count) =>
    `*${partnership}*: ${count === 1 ? '1 key account' : `${count} key accounts`}. Met \`/rondo account\` en een naam open je er direct een.`,
})
/** @param first, last, count from 1 on */
export const shown = phrase<[number, number, number]>({
  en: (first, last, count) => `${first} to ${last} of ${count}`,
  nl: (first, last, count) => `${first} tot en met ${last} van ${count}`,
})
/** @param partnership escaped */
export const none = phrase<[string]>({
  en: (partnership) =>
    `*${partnership}* has no key accounts yet. Add the customers that matter to both teams, or let a team lead import a list.`,
  nl: (partnership) =>
    `*${partnership}* heeft nog geen key accounts. Voeg de klanten toe die voor beide teams belangrijk zijn, of laat een teamlead een lijst importeren.`,
})
export const noneArchived = phrase({ en: 'Nothing is archived.', nl: 'Er staat niets in het archief.' })
/** @param name escaped */
export const severalFound = phrase<[string]>({
  en: (name) => `These key accounts have “${name}” in their name:`,
  nl: (name) => `Deze key accounts hebben ‘${name}’ in hun naam:`,
})
/** @param count more */
export const moreFound = phrase<[number]>({
  en: (count) => `There are ${count} more. Type more of the name to find the right one.`,
  nl: (count) => `Er zijn er nog ${count}. Typ meer van de naam om de juiste te vinden.`,
})
/** @param name escaped */
export const notFound = phrase<[string]>({
  en: (name) => `There is no key account called “${name}”.`,
  nl: (name) => `Er is geen key account met de naam ‘${name}’.`,
})
export const didYouMean = phrase({ en: 'Did you mean:', nl: 'Bedoel je:' })

/** @param date 'YYYY-MM-DD' */
export const lastDiscussed = phrase<[string]>({
  en: (date) => `Last discussed on ${shortDate(date, 'en')}`,
  nl: (date) => `Laatst besproken op ${shortDate(date, 'nl')}`,
})
export const neverDiscussed = phrase({ en: 'Not discussed yet', nl: 'Nog niet besproken' })
/** @param by escaped */
export const isNext = phrase<[string]>({
  en: (by) => `Comes up next time: chosen by ${by}`,
  nl: (by) => `Komt volgende keer aan de beurt: gekozen door ${by}`,
})
/** @param by escaped @param date 'YYYY-MM-DD' */
export const archivedBy = phrase<[string, string]>({
  en: (by, date) => `Archived by ${by} on ${shortDate(date, 'en')}`,
  nl: (by, date) => `Gearchiveerd door ${by} op ${shortDate(date, 'nl')}`,
})
/** @param date 'YYYY-MM-DD' */
export const addedOn = phrase<[string]>({
  en: (date) => `On the list since ${shortDate(date, 'en')}`,
  nl: (date) => `Op de lijst sinds ${shortDate(date, 'nl')}`,
})

export const timeline = phrase({ en: 'What was said', nl: 'Wat er gezegd is' })
export const emptyTimeline = phrase({
  en: 'Nothing yet. What you say in a check-in comes here, and so do your notes.',
  nl: 'Nog niets. Wat jullie in een check-in zeggen komt hier te staan, en jullie notities ook.',
})
export const noteKind: Record<NoteKind, ReturnType<typeof phrase>> = {
  changed: phrase({ en: 'What changed', nl: 'Wat er veranderd is' }),
  customer: phrase({ en: 'What the customer says', nl: 'Wat de klant zegt' }),
  'next step': phrase({ en: 'Next step', nl: 'Volgende stap' }),
  note: phrase({ en: 'Note', nl: 'Notitie' }),
}
/** @param date 'YYYY-MM-DD' @param by escaped @param side 'Marketing' @param kind 'Note' */
export const noteHead = phrase<[string, string, string, string]>({
  en: (date, by, side, kind) => `*${kind}* · ${shortDate(date, 'en')} · ${by} (${side})`,
  nl: (date, by, side, kind) => `*${kind}* · ${shortDate(date, 'nl')} · ${by} (${side})`,
})

export const added = phrase({ en: 'Added.', nl: 'Toegevoegd.' })
export const saved = phrase({ en: 'Saved.', nl: 'Opgeslagen.' })
export const noted = phrase({
  en: 'Your note is here for both teams.',
  nl: 'Je notitie staat erbij, voor beide teams.',
})
export const nowNext = phrase({
  en: 'It comes up in the next discussion of key accounts, right after any chosen before it.',
  nl: 'Bij het volgende gesprek over key accounts komt deze aan de beurt, meteen na wat eerder gekozen is.',
})
export const noLongerNext = phrase({
  en: 'It comes up when it is its turn again.',
  nl: 'Deze komt weer gewoon op zijn beurt.',
})
/** @param by escaped */
export const nextBefore = phrase<[string]>({
  en: (by) => `${by} has chosen it for next time already.`,
  nl: (by) => `${by} heeft deze al voor de volgende keer gekozen.`,
})
export const notNextBefore = phrase({
  en: 'It was not chosen for next time any more: somebody took that back, or it has been discussed.',
  nl: 'Deze stond niet meer klaar voor de volgende keer: iemand heeft dat teruggenomen, of het gesprek is al geweest.',
})
export const nowArchived = phrase({
  en: 'Archived: it is no longer discussed. What was said stays here, and a team lead can bring it back.',
  nl: 'Gearchiveerd: deze wordt niet meer besproken. Wat er gezegd is blijft staan, en een teamlead kan het account terughalen.',
})
export const nowBack = phrase({ en: 'It is back on the list.', nl: 'Deze staat weer op de lijst.' })
export const backBefore = phrase({ en: 'It was back on the list already.', nl: 'Deze stond alweer op de lijst.' })
/** @param by escaped @param date 'YYYY-MM-DD' */
export const archivedMeanwhile = phrase<[string, string]>({
  en: (by, date) => `${archivedBy('en', by, date)}, so it cannot be changed. A team lead can bring it back.`,
  nl: (by, date) =>
    `${archivedBy('nl', by, date)}, dus wijzigen kan niet meer. Een teamlead kan het account terughalen.`,
})
export const gone = phrase({ en: 'This key account is no longer there.', nl: 'Dit key account bestaat niet meer.' })
export const ownersAndLeads = phrase({
  en: 'The owners of this account and the team leads can change it. You can add a note.',
  nl: 'De eigenaars van dit account en de teamleads kunnen het wijzigen. Een notitie toevoegen kun je wel.',
})
/** @param count accounts */
export const discussed = phrase<[number]>({
  en: (count) => (count === 1 ? '1 key account discussed' : `${count} key accounts discussed`),
  nl: (count) => (count === 1 ? '1 key account besproken' : `${count} key accounts besproken`),
})
export const yours = phrase({ en: 'Your key accounts', nl: 'Jouw key accounts' })
/** @param count more */
export const moreOfYours = phrase<[number]>({
  en: (count) => `And ${count} more: \`/rondo account\` shows them all.`,
  nl: (count) => `En nog ${count}: \`/rondo account\` laat ze allemaal zien.`,
})
