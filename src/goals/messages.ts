import { dateInWords, dayInWords, numberInWords, phrase } from '../platform/i18n.ts'
import type { Asked, ChangeRefusal, Refusal } from './goal.ts'

export const partTitle = phrase({ en: 'Agreements and goals', nl: 'Afspraken en doelen' })
export const title = phrase({ en: 'Shared goals', nl: 'Gezamenlijke doelen' })

/** @param name, unit escaped */
export const standing = phrase<[string, number, number, string]>({
  en: (name, value, target, unit) => `*${name}*: ${measured(value, target, unit, 'en')}`,
  nl: (name, value, target, unit) => `*${name}*: ${measured(value, target, unit, 'nl')}`,
})
/** @param name, unit escaped */
export const moved = phrase<[string, number, number, number, string]>({
  en: (name, before, value, target, unit) =>
    `*${name}*: ${numberInWords(before, 'en')} → ${measured(value, target, unit, 'en')}`,
  nl: (name, before, value, target, unit) =>
    `*${name}*: ${numberInWords(before, 'nl')} → ${measured(value, target, unit, 'nl')}`,
})
/** @param name escaped */
export const ended = phrase<[string, 'reached' | 'stopped']>({
  en: (name, how) => (how === 'reached' ? `*${name}*: reached` : `*${name}*: stopped`),
  nl: (name, how) => (how === 'reached' ? `*${name}*: gehaald` : `*${name}*: gestopt`),
})

function measured(value: number, target: number, unit: string, language: 'en' | 'nl'): string {
  const of = language === 'nl' ? 'van' : 'of'
  return `${numberInWords(value, language)} ${of} ${numberInWords(target, language)}${unit ? ` ${unit}` : ''}`
}

/** How much of the way is done. @param share 0 to 1 @param start where it began; from 0 nobody need be told */
export const done = phrase<[number, number]>({
  en: (share, start) =>
    `${bar(share)} ${parts(share, 100)}%${start === 0 ? '' : ` of the way from ${numberInWords(start, 'en')}`}`,
  nl: (share, start) =>
    `${bar(share)} ${parts(share, 100)}%${start === 0 ? '' : ` van de weg vanaf ${numberInWords(start, 'nl')}`}`,
})

function bar(share: number): string {
  const full = parts(share, 10)
  return '■'.repeat(full) + '□'.repeat(10 - full)
}

/** Whole parts of so many. In binary 0.29 × 100 is a little under 29. */
const parts = (share: number, of: number): number => Math.floor(share * of + 1e-9)

/** How fresh a number is. @param date 'YYYY-MM-DD' */
export const asOf = phrase<[string]>({
  en: (date) => `as of ${dateInWords(date, 'en')}`,
  nl: (date) => `stand van ${dateInWords(date, 'nl')}`,
})
/** @param date 'YYYY-MM-DD' */
export const due = phrase<[string]>({
  en: (date) => `by ${dateInWords(date, 'en')}`,
  nl: (date) => `uiterlijk ${dateInWords(date, 'nl')}`,
})
/** @param date 'YYYY-MM-DD' */
export const wasDue = phrase<[string]>({
  en: (date) => `was due ${dateInWords(date, 'en')}`,
  nl: (date) => `liep tot ${dateInWords(date, 'nl')}`,
})
/** @param side 'Marketing' */
export const sideWithoutOwner = phrase<[string]>({
  en: (side) => `${side}: without owner`,
  nl: (side) => `${side}: zonder eigenaar`,
})

/** Why its owner is asked about it. @param name escaped @param date of its own 'YYYY-MM-DD' */
export const asked: Record<Asked, ReturnType<typeof phrase<[string, string]>>> = {
  reached: phrase({
    en: (name) => `Shared goal *${name}* is reached. Close it, and set the next one together`,
    nl: (name) => `Gezamenlijk doel *${name}* is gehaald. Sluit het af en stel samen het volgende`,
  }),
  due: phrase({
    en: (name, date) => `Shared goal *${name}* was due ${dateInWords(date, 'en')}. How did it end?`,
    nl: (name, date) => `Gezamenlijk doel *${name}* liep tot ${dateInWords(date, 'nl')}. Hoe is het afgelopen?`,
  }),
}
/** @param name, former escaped */
export const inherited = phrase<[string, string]>({
  en: (name, former) => `Shared goal *${name}* is yours now: ${former} has left`,
  nl: (name, former) => `Gezamenlijk doel *${name}* is nu van jou: ${former} is weg`,
})

export const update = phrase({ en: 'Update number', nl: 'Getal bijwerken' })
export const overTime = phrase({ en: 'Over time', nl: 'Verloop' })
export const edit = phrase({ en: 'Edit', nl: 'Wijzigen' })
export const keep = phrase({ en: 'Keep', nl: 'Houden' })
export const giveAway = phrase({ en: 'Change owner', nl: 'Andere eigenaar' })
export const end = phrase({ en: 'Close goal', nl: 'Doel afsluiten' })
export const add = phrase({ en: 'Add goal', nl: 'Doel toevoegen' })
/** @param partnership its name */
export const addTo = phrase<[string]>({ en: (name) => `Add goal: ${name}`, nl: (name) => `Doel toevoegen: ${name}` })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })

export const addTitle = phrase({ en: 'Add a shared goal', nl: 'Doel toevoegen' })
export const editTitle = phrase({ en: 'Edit a shared goal', nl: 'Doel wijzigen' })
export const name = phrase({ en: 'What do you want to reach together?', nl: 'Wat willen jullie samen bereiken?' })
export const nameHint = phrase({
  en: 'Something both teams can move, such as “Meetings with new customers”.',
  nl: 'Iets waar beide teams invloed op hebben, zoals ‘Afspraken met nieuwe klanten’.',
})
export const unit = phrase({ en: 'Counted in', nl: 'Geteld in' })
export const unitHint = phrase({ en: 'Such as meetings, % or k€.', nl: 'Zoals afspraken, % of k€.' })
export const start = phrase({ en: 'Where does it stand now?', nl: 'Hoeveel is het nu?' })
export const target = phrase({ en: 'Target', nl: 'Doel' })
export const when = phrase({ en: 'By when?', nl: 'Wanneer?' })
/** @param side 'Marketing' */
export const owner = phrase<[string]>({
  en: (side) => `Who looks after it in ${side}?`,
  nl: (side) => `Wie houdt dit bij vanuit ${side}?`,
})
export const ownerHint = phrase({
  en: 'Keeps the number up to date; every check-in shows it.',
  nl: 'Houdt het getal bij; elke check-in laat het zien.',
})

export const numberTitle = phrase({ en: 'Update number', nl: 'Getal bijwerken' })
export const value = phrase({ en: 'What is it now?', nl: 'Hoeveel is het nu?' })
/** @param date 'YYYY-MM-DD' */
export const lastTime = phrase<[number, string]>({
  en: (value, date) => `On ${dayInWords(date, 'en')} it was ${numberInWords(value, 'en')}.`,
  nl: (value, date) => `Op ${dayInWords(date, 'nl')} was het ${numberInWords(value, 'nl')}.`,
})

export const endTitle = phrase({ en: 'Close a shared goal', nl: 'Doel afsluiten' })
export const how = phrase({ en: 'How did it end?', nl: 'Hoe is het afgelopen?' })
export const reached = phrase({ en: 'We reached it', nl: 'We hebben het gehaald' })
export const stopped = phrase({ en: 'We stop with it', nl: 'We stoppen ermee' })
export const what = phrase({ en: 'What did we learn?', nl: 'Wat hebben we geleerd?' })
export const whatHint = phrase({
  en: 'One sentence that both teams can use. Needed if you stop.',
  nl: 'Eén zin waar beide teams iets aan hebben. Nodig als jullie stoppen.',
})
export const reasonMissing = phrase({
  en: 'Say in a few words why you stop.',
  nl: 'Zeg in een paar woorden waarom jullie stoppen.',
})

export const refusal: Record<Refusal, ReturnType<typeof phrase>> = {
  'past date': phrase({
    en: 'That day has passed. Choose today or later.',
    nl: 'Die dag is al voorbij. Kies vandaag of later.',
  }),
  'no distance': phrase({
    en: 'The target is where you are already. Choose another one.',
    nl: 'Daar staan jullie al. Kies een ander doel.',
  }),
  'too many': phrase({
    en: 'There are five shared goals already. Close one first: with more, none of them counts.',
    nl: 'Er zijn al vijf gezamenlijke doelen. Sluit er eerst een af: met meer telt er geen een echt.',
  }),
  'no name': phrase({ en: 'Say what you want to reach.', nl: 'Zeg wat jullie willen bereiken.' }),
  'no number': phrase({ en: 'Fill in a number.', nl: 'Vul een getal in.' }),
  'far too big': phrase({
    en: 'That number is too big to draw. Use a larger unit.',
    nl: 'Dat getal is te groot om te tekenen. Gebruik een grotere eenheid.',
  }),
}
/** @param partnership its name @param side 'Marketing' */
export const notOnSide = phrase<[string, string]>({
  en: (partnership, side) =>
    `They are not in ${side} of ${partnership}. Choose somebody of that team, or leave this empty.`,
  nl: (partnership, side) =>
    `Deze persoon zit niet in ${side} van ${partnership}. Kies iemand uit dat team, of laat dit leeg.`,
})
export const gone = phrase({ en: 'This goal is no longer there.', nl: 'Dit doel bestaat niet meer.' })
export const endedBefore = phrase({
  en: 'This goal has been closed in the meantime.',
  nl: 'Dit doel is intussen al afgesloten.',
})
export const changeRefusal: Record<ChangeRefusal, ReturnType<typeof phrase>> = {
  gone,
  ended: endedBefore,
  changed: phrase({
    en: 'Somebody else changed this goal meanwhile. Close this and open it again, so that nothing of theirs is lost.',
    nl: 'Iemand anders heeft dit doel intussen gewijzigd. Sluit dit en open het opnieuw, zodat er niets verloren gaat.',
  }),
}
/** @param name escaped */
export const kept = phrase<[string]>({
  en: (name) => `Fine: you look after *${name}* now.`,
  nl: (name) => `Prima: *${name}* is nu van jou.`,
})
/** @param name escaped */
export const notYours = phrase<[string]>({
  en: (name) => `*${name}* is not yours any more.`,
  nl: (name) => `*${name}* is niet meer van jou.`,
})
export const ownersAndLeads = phrase({
  en: 'The owners of this goal and the team leads can change it. You can update its number.',
  nl: 'De eigenaars van dit doel en de teamleads kunnen het wijzigen. Het getal bijwerken kun je wel.',
})
export const setterAndLeads = phrase({
  en: 'This goal has no owner: whoever added it and the team leads can change it. You can update its number.',
  nl: 'Dit doel heeft geen eigenaar: wie het heeft toegevoegd en de teamleads kunnen het wijzigen. Het getal bijwerken kun je wel.',
})

export const commandHelp = phrase({
  en: 'what you want to reach together, and how far you are',
  nl: 'wat jullie samen willen bereiken en hoe ver jullie zijn',
})
/** @param partnership escaped */
export const none = phrase<[string]>({
  en: (partnership) =>
    `*${partnership}* has no shared goals yet. Choose one number that both teams can move; it then stands in every check-in.`,
  nl: (partnership) =>
    `*${partnership}* heeft nog geen gezamenlijke doelen. Kies één getal waar beide teams invloed op hebben; dat staat dan in elke check-in.`,
})
/** @param count partnerships */
export const others = phrase<[number]>({
  en: (count) => `You are in ${count} more: type \`/rondo goals\` in their channels to see those.`,
  nl: (count) => `Je zit in nog ${count} andere: typ \`/rondo doelen\` in hun kanalen om die te zien.`,
})
export const date = phrase({ en: 'Date', nl: 'Datum' })
export const stood = phrase({ en: 'Number', nl: 'Getal' })
/** @param count numbers */
export const onlyLatest = phrase<[number]>({
  en: (count) => `The latest ${count} are shown; \`/rondo export\` has them all.`,
  nl: (count) => `Dit zijn de laatste ${count}; met \`/rondo export\` krijg je ze allemaal.`,
})
export const noneYet = phrase({
  en: 'There is one number so far. From the second one on, a line is drawn here.',
  nl: 'Er is tot nu toe één getal. Vanaf het tweede staat hier een lijn.',
})

/** Files of the export, and their columns. */
export const fileName = phrase({ en: 'goals', nl: 'doelen' })
export const numbersFileName = phrase({ en: 'goal-numbers', nl: 'doelen-getallen' })
export const columns = phrase({
  en: 'cooperation|goal|unit|start|target|from|by|marketing|sales|number|state',
  nl: 'samenwerking|doel|eenheid|begin|doelgetal|van|uiterlijk|marketing|sales|getal|stand',
})
export const numberColumns = phrase({ en: 'cooperation|goal|date|number', nl: 'samenwerking|doel|datum|getal' })
export const states: Record<'open' | 'reached' | 'stopped', ReturnType<typeof phrase>> = {
  open: phrase({ en: 'open', nl: 'loopt' }),
  reached: phrase({ en: 'reached', nl: 'gehaald' }),
  stopped: phrase({ en: 'stopped', nl: 'gestopt' }),
}
