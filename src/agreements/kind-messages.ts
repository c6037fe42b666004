import type { Phrase } from '../platform/i18n.ts'
import { phrase } from '../platform/i18n.ts'
import type { Kind } from './kind.ts'
import type { FieldName } from './typed/form.ts'
import type { Problem, Trouble } from './typed/lines.ts'

/** As a title. */
export const kindName: Record<Kind, Phrase> = {
  lead_definition: phrase({ en: 'Lead definition', nl: 'Leaddefinitie' }),
  ideal_customer: phrase({ en: 'Ideal customer', nl: 'Ideale klant' }),
  who_does_what: phrase({ en: 'Who does what', nl: 'Wie doet wat' }),
  data_standard: phrase({ en: 'Data standard', nl: 'Datastandaard' }),
  rules: phrase({ en: 'Rules', nl: 'Spelregels' }),
  shared_words: phrase({ en: 'Shared words', nl: 'Gedeelde woorden' }),
}

/** Within a sentence. */
const kindInSentence: Record<Kind, Phrase> = {
  lead_definition: phrase({ en: 'the lead definition', nl: 'de leaddefinitie' }),
  ideal_customer: phrase({ en: 'the ideal customer', nl: 'de ideale klant' }),
  who_does_what: phrase({ en: 'who does what', nl: 'wie doet wat' }),
  data_standard: phrase({ en: 'the data standard', nl: 'de datastandaard' }),
  rules: phrase({ en: 'the rules', nl: 'de spelregels' }),
  shared_words: phrase({ en: 'the shared words', nl: 'de gedeelde woorden' }),
}

/** "the lead definition “Demo request”". @param leadType escaped */
export const inSentence: Phrase<[Kind, string | undefined]> = (language, kind, leadType) =>
  leadType ? `${kindInSentence[kind](language)} “${leadType}”` : kindInSentence[kind](language)

/** "Lead definition: Demo request". @param leadType escaped where it goes into mrkdwn */
export const asTitle: Phrase<[Kind, string | undefined]> = (language, kind, leadType) =>
  leadType ? `${kindName[kind](language)}: ${leadType}` : kindName[kind](language)

/** What it is good for, where there is none yet. */
export const purpose: Record<Kind, Phrase> = {
  lead_definition: phrase({
    en: 'When is somebody ready for sales, and what should marketing find out first? One for each type of lead.',
    nl: 'Wanneer is iemand klaar voor sales, en wat zoekt marketing eerst uit? Eén per soort lead.',
  }),
  ideal_customer: phrase({
    en: 'Whom do you both want more of, and whom not?',
    nl: 'Van wie willen jullie er allebei meer, en van wie juist niet?',
  }),
  who_does_what: phrase({
    en: 'From first visit to signature: what does each team do, and who decides?',
    nl: 'Van eerste bezoek tot handtekening: wat doet elk team, en wie beslist?',
  }),
  data_standard: phrase({
    en: 'Which customer data do you both trust, what does each field mean, and who keeps it up to date?',
    nl: 'Op welke klantgegevens vertrouwen jullie allebei, wat betekent elk veld, en wie houdt het bij?',
  }),
  rules: phrase({
    en: 'How do you work together: how fast do you answer, what do you not do to each other?',
    nl: 'Hoe gaan jullie met elkaar om: hoe snel antwoord je, en wat doe je elkaar niet aan?',
  }),
  shared_words: phrase({
    en: 'Words that both teams use and that should mean the same: opportunity, pipeline, qualified.',
    nl: 'Woorden die beide teams gebruiken en die hetzelfde moeten betekenen: kans, pijplijn, gekwalificeerd.',
  }),
}

export const fieldLabel: Record<FieldName, Phrase> = {
  criteria: phrase({ en: 'When is it ready for sales?', nl: 'Wanneer is die klaar voor sales?' }),
  wanted: phrase({ en: 'What should sales know about it?', nl: 'Wat moet sales erover weten?' }),
  profile: phrase({ en: 'What do they have in common?', nl: 'Wat hebben ze gemeen?' }),
  exclusions: phrase({ en: 'Who is it not?', nl: 'Wie is het niet?' }),
  about: phrase({ en: 'In a few words', nl: 'In een paar woorden' }),
  steps: phrase({ en: 'The steps', nl: 'De stappen' }),
  standard: phrase({ en: 'The fields', nl: 'De velden' }),
  rules: phrase({ en: 'What holds between you', nl: 'Wat tussen jullie geldt' }),
  words: phrase({ en: 'The words', nl: 'De woorden' }),
}

export const fieldHint: Record<FieldName, Phrase> = {
  criteria: phrase({
    en: 'One per line. End a line with * if it is required; the others are nice to have. For example: Has at least 20 employees*',
    nl: 'Eén per regel. Zet een * achter wat verplicht is; de rest is gewenst. Bijvoorbeeld: Heeft minstens 20 medewerkers*',
  }),
  wanted: phrase({
    en: 'One per line, again with * for what is required. For example: Phone number*',
    nl: 'Eén per regel, weer met * achter wat verplicht is. Bijvoorbeeld: Telefoonnummer*',
  }),
  profile: phrase({
    en: 'One per line. For example: Works in shifts, day and night',
    nl: 'Eén per regel. Bijvoorbeeld: Werkt in ploegen, dag en nacht',
  }),
  exclusions: phrase({
    en: 'One per line. For example: Fewer than 20 employees',
    nl: 'Eén per regel. Bijvoorbeeld: Minder dan 20 medewerkers',
  }),
  about: phrase({
    en: 'What a new colleague should know about them.',
    nl: 'Wat een nieuwe collega over ze moet weten.',
  }),
  steps: phrase({
    en: 'Below the name of each step: who does what, and who decides, each on its own line.',
    nl: 'Onder de naam van elke stap: wie wat doet en wie beslist, elk op een eigen regel.',
  }),
  standard: phrase({
    en: 'One per line: the field, a colon, what it means, and in brackets who keeps it. For example: Industry: the main one, from our list (marketing)',
    nl: 'Eén per regel: het veld, een dubbele punt, wat het betekent, en tussen haakjes wie het bijhoudt. Bijvoorbeeld: Branche: de hoofdbranche, uit onze lijst (marketing)',
  }),
  rules: phrase({
    en: 'One per line. For example: Who returns a lead says why',
    nl: 'Eén per regel. Bijvoorbeeld: Wie een lead teruggeeft, zegt waarom',
  }),
  words: phrase({
    en: 'One per line: the word, a colon, what it means. For example: Opportunity: there is a need, a budget and a date',
    nl: 'Eén per regel: het woord, een dubbele punt, wat het betekent. Bijvoorbeeld: Kans: er is een behoefte, een budget en een datum',
  }),
}

/** What the field for steps begins with. */
export const stepsToFillIn = phrase({
  en: 'Visit or download\nmarketing: \nsales: \ndecides: \n\nFirst conversation\nmarketing: \nsales: \ndecides: \n\nProposal\nmarketing: \nsales: \ndecides: ',
  nl: 'Bezoek of download\nmarketing: \nsales: \nbeslist: \n\nEerste gesprek\nmarketing: \nsales: \nbeslist: \n\nOfferte\nmarketing: \nsales: \nbeslist: ',
})

/** What is wrong, and what to do about it. */
const trouble: Record<Trouble, Phrase> = {
  nothing: phrase({ en: 'Write at least one line.', nl: 'Schrijf minstens één regel.' }),
  'too many': phrase({
    en: 'From here on it is too much: sixty lines at most. What could go?',
    nl: 'Vanaf hier wordt het te veel: hooguit zestig regels. Wat kan er weg?',
  }),
  'too much': phrase({
    en: 'This is just too long: it has to fit in 3,000 characters. What could go?',
    nl: 'Dit is net te lang: het moet in 3000 tekens passen. Wat kan er weg?',
  }),
  'too long': phrase({
    en: 'Say it in at most 150 characters, so that it fits next to a tick box.',
    nl: 'Zeg het in hooguit 150 tekens, dan past het naast een vinkje.',
  }),
  twice: phrase({ en: 'This is there twice. Take one away.', nl: 'Dit staat er twee keer. Haal er één weg.' }),
  'no meaning': phrase({
    en: 'Put a colon after the name, and then what it means.',
    nl: 'Zet een dubbele punt achter de naam, en dan wat het betekent.',
  }),
  'no keeper': phrase({
    en: 'End with who keeps it, in brackets: (sales).',
    nl: 'Eindig met wie het bijhoudt, tussen haakjes: (sales).',
  }),
  'no step': phrase({
    en: 'Write the name of the step on a line above this one.',
    nl: 'Zet op een regel hierboven de naam van de stap.',
  }),
  'no work': phrase({
    en: 'Nobody does anything in this step. Add a line below it that begins with “marketing:” or “sales:”, or take the step away.',
    nl: 'Niemand doet iets in deze stap. Zet eronder een regel die begint met “marketing:” of “sales:”, of haal de stap weg.',
  }),
  'no decider': phrase({
    en: 'Who decides here? Add a line below it that begins with “decides:”.',
    nl: 'Wie beslist hier? Zet eronder een regel die begint met “beslist:”.',
  }),
}

const quoted = 40

/** Under its field, as plain text. */
export const problem: Phrase<[Problem]> = (language, { what, line }) => {
  const sentence = trouble[what](language)
  if (!line) return sentence
  const points = [...line.text]
  const text = points.length > quoted ? `${points.slice(0, quoted - 1).join('')}…` : line.text
  return `${language === 'nl' ? 'Regel' : 'Line'} ${line.number} (“${text}”): ${sentence}`
}

export const heading: Record<FieldName, Phrase> = {
  criteria: phrase({ en: 'Ready for sales when', nl: 'Klaar voor sales als' }),
  wanted: phrase({ en: 'What sales should know', nl: 'Wat sales moet weten' }),
  profile: phrase({ en: 'What they have in common', nl: 'Wat ze gemeen hebben' }),
  exclusions: phrase({ en: 'Who it is not', nl: 'Wie het niet is' }),
  about: phrase({ en: 'In a few words', nl: 'In een paar woorden' }),
  steps: phrase({ en: 'Steps', nl: 'Stappen' }),
  standard: phrase({ en: 'Fields', nl: 'Velden' }),
  rules: phrase({ en: 'Rules', nl: 'Spelregels' }),
  words: phrase({ en: 'Words', nl: 'Woorden' }),
}
export const required = phrase({ en: 'required', nl: 'verplicht' })
export const wished = phrase({ en: 'nice to have', nl: 'gewenst' })
export const marketing = phrase({ en: 'Marketing', nl: 'Marketing' })
export const sales = phrase({ en: 'Sales', nl: 'Sales' })
export const decides = phrase({ en: 'Decides', nl: 'Beslist' })
export const keptBy = phrase<[string]>({
  en: (keeper) => `kept by ${keeper}`,
  nl: (keeper) => `bijgehouden door ${keeper}`,
})
