/** What the import says. Names, cells and addresses come in escaped. */
import { sideName } from '../../partnerships/index.ts'
import { type Language, listInWords, phrase } from '../../platform/i18n.ts'
import { cut, escaped } from '../../platform/slack/blocks.ts'
import type { Column } from './columns.ts'
import type { Called, Problem } from './row.ts'
import type { Trouble } from './table.ts'

export const title = phrase({ en: 'Import key accounts', nl: 'Importeren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const goOn = phrase({ en: 'Next', nl: 'Verder' })

/** @param most accounts at a time */
export const explained = phrase<[number]>({
  en: (most) =>
    [
      'Give a CSV file, or paste its lines. Before anything is saved you see what would change.',
      `• One account on each line, at most ${most} at a time; the first line names the columns`,
      '• Only the name is needed; an account is recognised by it',
      '• Owners by their name in Slack (the first name will do if only one has it), or by Slack ID',
      '• A new account without a tier becomes B',
      '• An empty cell changes nothing, and no account is ever removed',
    ].join('\n'),
  nl: (most) =>
    [
      'Geef een CSV-bestand, of plak de regels. Je ziet eerst wat er zou veranderen; daarna pas wordt er iets opgeslagen.',
      `• Eén account per regel, hoogstens ${most} tegelijk; de eerste regel noemt de kolommen`,
      '• Alleen de naam is nodig; daaraan wordt een account herkend',
      '• Eigenaars met hun naam in Slack (de voornaam mag als er maar één zo heet) of hun Slack-ID',
      '• Een nieuw account zonder niveau wordt B',
      '• Een lege cel verandert niets, en er verdwijnt nooit een account',
    ].join('\n'),
})
/** What the columns are called in a file; a line of an example below it. */
export const example = phrase({
  en: 'Name,Tier,Marketing owner,Sales owner,CRM link\nVega,A,@Anna,Tom Visser,https://crm.example.com/vega',
  nl: 'Naam;Niveau;Eigenaar marketing;Eigenaar sales;CRM-link\nVega;A;@Anna;Tom Visser;https://crm.example.com/vega',
})
export const fileLabel = phrase({ en: 'CSV file', nl: 'CSV-bestand' })
export const textLabel = phrase({ en: 'Or paste the lines here', nl: 'Of plak de regels hier' })
export const textHint = phrase({
  en: 'With the line that names the columns.',
  nl: 'Met de regel die de kolommen noemt.',
})
export const giveSomething = phrase({
  en: 'Choose a file, or paste the lines below.',
  nl: 'Kies een bestand, of plak de regels hieronder.',
})
export const giveOne = phrase({
  en: 'You chose a file as well. Empty this field, or take the file away.',
  nl: 'Je koos ook een bestand. Maak dit veld leeg, of haal het bestand weg.',
})
export const reading = phrase({ en: 'Reading your file …', nl: 'Je bestand wordt gelezen …' })

export type FileTrouble = 'gone' | 'too large' | 'no answer' | 'no text'
export const fileTrouble: Record<FileTrouble, ReturnType<typeof phrase>> = {
  gone: phrase({
    en: 'That file could not be found in Slack. Choose it again, or paste its lines.',
    nl: 'Dat bestand was in Slack niet te vinden. Kies het opnieuw, of plak de regels.',
  }),
  'too large': phrase({
    en: 'That file is larger than 1 MB. Take out columns that are not needed, or split it.',
    nl: 'Dat bestand is groter dan 1 MB. Haal kolommen weg die niet nodig zijn, of splits het.',
  }),
  'no answer': phrase({
    en: 'Slack did not hand over that file. Try again in a moment, or paste its lines.',
    nl: 'Slack gaf dat bestand niet. Probeer het zo nog eens, of plak de regels.',
  }),
  'no text': phrase({
    en: 'That is not a CSV file. In your spreadsheet, choose *Save as* and then CSV.',
    nl: 'Dat is geen CSV-bestand. Kies in je spreadsheet *Opslaan als* en dan CSV.',
  }),
}

/** What is wrong with all of it. Plain text. @param most rows at a time */
export function tableTrouble(language: Language, trouble: Trouble, most: number): string {
  switch (trouble.what) {
    case 'empty':
      return empty(language)
    case 'no names':
      return noNames(language)
    case 'not a table':
      return notATable(language)
    case 'column twice':
      return columnTwice(language, columnName[trouble.column](language))
    case 'open quote':
      return openQuote(language, trouble.line)
    case 'too many':
      return tooMany(language, trouble.count, most)
  }
}

const empty = phrase({
  en: 'There is no account in it: below the line with the columns, one line for each account.',
  nl: 'Er staat geen account in: onder de regel met de kolommen hoort één regel per account.',
})
const noNames = phrase({
  en: 'No column with names was found. The first line must name the columns; call that one Name.',
  nl: 'Er is geen kolom met namen gevonden. De eerste regel noemt de kolommen; noem die kolom Naam.',
})
const notATable = phrase({
  en: 'The lines could not be told apart. Save it as CSV again, or paste the lines.',
  nl: 'De regels waren niet uit elkaar te houden. Sla het opnieuw op als CSV, of plak de regels.',
})
const columnTwice = phrase<[string]>({
  en: (column) => `Two columns mean the same: ${column}. Take one of them out.`,
  nl: (column) => `Twee kolommen betekenen hetzelfde: ${column}. Haal er één weg.`,
})
const openQuote = phrase<[number]>({
  en: (line) => `A quotation mark that is opened in line ${line} is never closed. Close it, or take it out.`,
  nl: (line) => `Een aanhalingsteken dat in regel ${line} begint, wordt nergens gesloten. Sluit het, of haal het weg.`,
})
const tooMany = phrase<[number, number]>({
  en: (count, most) => `There are ${count} accounts in it; at most ${most} fit at a time. Split it.`,
  nl: (count, most) => `Er staan ${count} accounts in; er passen er hoogstens ${most} tegelijk in. Splits het.`,
})

export const columnName: Record<Column, ReturnType<typeof phrase>> = {
  name: phrase({ en: 'name', nl: 'naam' }),
  tier: phrase({ en: 'tier', nl: 'niveau' }),
  marketing: phrase({ en: 'marketing owner', nl: 'eigenaar marketing' }),
  sales: phrase({ en: 'sales owner', nl: 'eigenaar sales' }),
  crm: phrase({ en: 'CRM link', nl: 'CRM-link' }),
}

/** What is wrong in a row, and what to do about it. mrkdwn */
export function problem(language: Language, { what, column, cell, people = [] }: Problem): string {
  const typed = escaped(cut(cell.trim(), 40))
  if (what !== 'other side' && what !== 'nobody' && what !== 'several people') return problems[what](language, typed)
  const side = sideName(column === 'marketing' ? 'marketing' : 'sales', language).toLowerCase()
  return what === 'several people'
    ? severalPeople(language, typed, side, calledInWords(people, language))
    : owners[what](language, typed, side)
}

const mostCalled = 4

/** So many that they fit beside all else that is wrong in a line; those of one name are told apart by their Slack IDs. */
function calledInWords(people: readonly Called[], language: Language): string {
  const shown = people.slice(0, mostCalled).map(({ name, slackId }) => `${escaped(cut(name, 30))} (${slackId})`)
  const rest = people.length - shown.length
  return listInWords(rest > 0 ? [...shown, others(language, rest)] : shown, language)
}

type Owners = 'nobody' | 'other side'

const problems: Record<Exclude<Problem['what'], Owners | 'several people'>, ReturnType<typeof phrase<[string]>>> = {
  'no name': phrase<[string]>({ en: 'There is no name. Add one.', nl: 'Er is geen naam. Vul die in.' }),
  'name too long': phrase<[string]>({
    en: 'The name is too long. Use at most 80 characters.',
    nl: 'De naam is te lang. Gebruik hoogstens 80 tekens.',
  }),
  'no tier': phrase<[string]>({
    en: (typed) => `“${typed}” is no tier. Use A, B or C.`,
    nl: (typed) => `“${typed}” is geen niveau. Gebruik A, B of C.`,
  }),
  'no link': phrase<[string]>({
    en: (typed) => `“${typed}” is no link that works. Copy the whole address, from https:// on.`,
    nl: (typed) => `“${typed}” is geen link die werkt. Kopieer het hele adres, vanaf https://.`,
  }),
  'cells beyond': phrase<[string]>({
    en: 'It has more cells than there are columns. Put quotation marks around a text with a comma or semicolon in it.',
    nl: 'Er zijn meer cellen dan kolommen. Zet aanhalingstekens om een tekst met een komma of puntkomma erin.',
  }),
  twice: phrase<[string]>({
    en: 'This account stands further up already. Keep one of the two lines.',
    nl: 'Dit account staat hierboven al. Houd één van de twee regels.',
  }),
  archived: phrase<[string]>({
    en: 'This account is archived. Bring it back first, or take the line out.',
    nl: 'Dit account is gearchiveerd. Haal het eerst terug, of haal de regel weg.',
  }),
}

const owners: Record<Owners, ReturnType<typeof phrase<[string, string]>>> = {
  nobody: phrase<[string, string]>({
    en: (typed, side) => `Nobody in ${side} is called “${typed}”. Use the name as Slack shows it, or the Slack ID.`,
    nl: (typed, side) => `Niemand in ${side} heet “${typed}”. Gebruik de naam zoals Slack die toont, of de Slack-ID.`,
  }),
  'other side': phrase<[string, string]>({
    en: (typed, side) => `“${typed}” is not in ${side}. Choose somebody who is.`,
    nl: (typed, side) => `“${typed}” zit niet in ${side}. Kies iemand die daar wel in zit.`,
  }),
}

const severalPeople = phrase<[string, string, string]>({
  en: (typed, side, people) =>
    `More than one person in ${side} is called “${typed}”: ${people}. Use the whole name or the Slack ID.`,
  nl: (typed, side, people) =>
    `Meer dan één persoon in ${side} heet “${typed}”: ${people}. Gebruik de hele naam of de Slack-ID.`,
})

/** @param name '' where there is none */
export const wrongRow = phrase<[number, string, string]>({
  en: (line, name, what) => `• Line ${line}${name && ` (${name})`}: ${what}`,
  nl: (line, name, what) => `• Regel ${line}${name && ` (${name})`}: ${what}`,
})

export const newOnes = phrase<[number]>({ en: (n) => `*New: ${n}*`, nl: (n) => `*Nieuw: ${n}*` })
export const changedOnes = phrase<[number]>({ en: (n) => `*Changed: ${n}*`, nl: (n) => `*Gewijzigd: ${n}*` })
export const sameOnes = phrase<[number]>({ en: (n) => `*The same: ${n}*`, nl: (n) => `*Hetzelfde: ${n}*` })
/** @param what to do about them */
export const wrongOnes = phrase<[number, string]>({
  en: (n, what) => `*Left out: ${n}*\n${what}`,
  nl: (n, what) => `*Overgeslagen: ${n}*\n${what}`,
})
export const mendBelow = phrase({ en: 'Put these right below.', nl: 'Verbeter deze hieronder.' })
export const mendAfterwards = phrase({
  en: 'Import the others first; then you can put these right here.',
  nl: 'Importeer eerst de andere; daarna kun je deze hier verbeteren.',
})
export const mendInFile = phrase({
  en: 'Put these right in your file, and import it again; what is imported by then stays the same.',
  nl: 'Verbeter deze in je bestand en importeer het opnieuw; wat er dan al is, blijft hetzelfde.',
})
export const mendLabel = phrase({ en: 'The lines that were left out', nl: 'De overgeslagen regels' })
/** @param count of those in the field @param of how many were left out */
export const mendHint = phrase<[number, number]>({
  en: (count, of) =>
    `Put them right, or take out what you don’t want. Next shows what would change.${count < of ? ` These are the first ${count} of ${of}; the others are in your file.` : ''}`,
  nl: (count, of) =>
    `Verbeter ze, of haal weg wat je niet wilt. Na Verder zie je wat er zou veranderen.${count < of ? ` Dit zijn de eerste ${count} van ${of}; de andere staan in je bestand.` : ''}`,
})
export const andMore = phrase<[number]>({ en: (n) => `_… and ${n} more_`, nl: (n) => `_… en nog ${n}_` })
/** @param headings escaped */
export const columnsLeftOut = phrase<[string[]]>({
  en: (headings) => `Columns that are not used: ${listInWords(headings, 'en')}.`,
  nl: (headings) => `Kolommen die niet gebruikt worden: ${listInWords(headings, 'nl')}.`,
})
export const others = phrase<[number]>({ en: (n) => `${n} more`, nl: (n) => `nog ${n}` })
export const from = phrase<[string, string, string]>({
  en: (what, before, after) => `${what}: ${before} → ${after}`,
  nl: (what, before, after) => `${what}: ${before} → ${after}`,
})
export const tierHeading = phrase({ en: 'Tier', nl: 'Niveau' })
export const linkHeading = phrase({ en: 'CRM link', nl: 'CRM-link' })

export const importButton = phrase<[number]>({
  en: (n) => (n === 1 ? 'Import 1 account' : `Import ${n} accounts`),
  nl: (n) => (n === 1 ? '1 account importeren' : `${n} accounts importeren`),
})
export const another = phrase({ en: 'Another file', nl: 'Ander bestand' })
export const nothingToDo = phrase({
  en: 'There is nothing to import: no account would be added or changed.',
  nl: 'Er is niets te importeren: er komt geen account bij en er verandert er geen.',
})
/** How many were added, and how many changed. */
export const imported = phrase<[number, number]>({
  en: (added, changed) => `✅ Imported: ${added} new, ${changed} changed.`,
  nl: (added, changed) => `✅ Geïmporteerd: ${added} nieuw, ${changed} gewijzigd.`,
})
export const importedNothing = phrase({
  en: 'Meanwhile there was nothing left to import: the accounts stand like this already.',
  nl: 'Er was intussen niets meer te importeren: de accounts staan er al zo.',
})
export const gone = phrase({
  en: 'Nothing was imported now: this was imported before, or you chose another file since. Choose the file again to see how it stands.',
  nl: 'Er is nu niets geïmporteerd: dit was al gebeurd, of je koos daarna een ander bestand. Kies het bestand opnieuw om te zien hoe het staat.',
})
