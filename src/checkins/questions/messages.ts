import { type Language, listInWords, phrase } from '../../platform/i18n.ts'
import type { Question } from '../question.ts'
import type { Change } from './editing.ts'

export const listTitle = phrase({ en: 'Questions', nl: 'Vragen' })
/** @param name of the check-in, escaped */
export const listIntro = phrase<[string]>({
  en: (name) => `*${name}*\nWhat you change counts from the next time on. A check-in that is open keeps its questions.`,
  nl: (name) => `*${name}*\nWat je wijzigt, geldt vanaf de volgende keer. Een check-in die open is, houdt zijn vragen.`,
})
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const back = phrase({ en: 'Back', nl: 'Terug' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const edit = phrase({ en: 'Edit', nl: 'Bewerken' })
export const up = phrase({ en: 'Up', nl: 'Omhoog' })
export const down = phrase({ en: 'Down', nl: 'Omlaag' })
export const remove = phrase({ en: 'Remove', nl: 'Verwijderen' })
export const add = phrase({ en: 'Add question', nl: 'Vraag toevoegen' })
export const keep = phrase({ en: 'Keep it', nl: 'Laten staan' })
export const removeTitle = phrase({ en: 'Remove this question?', nl: 'Deze vraag verwijderen?' })
/** @param label plain text */
export const removeWarning = phrase<[string]>({
  en: (label) =>
    `“${label}” is not asked any more from the next time on. What was answered before stays in its summaries.`,
  nl: (label) =>
    `“${label}” wordt vanaf de volgende keer niet meer gesteld. Eerdere antwoorden blijven in hun samenvatting staan.`,
})
export const bothTeams = phrase({ en: 'Both teams', nl: 'Beide teams' })

export const kindNames: Record<Question['kind'], (language: Language) => string> = {
  text: phrase({ en: 'a text', nl: 'een tekst' }),
  line: phrase({ en: 'one line', nl: 'één regel' }),
  choice: phrase({ en: 'a choice', nl: 'een keuze' }),
  number: phrase({ en: 'a number', nl: 'een getal' }),
}
export const mustBeAnswered = phrase({ en: 'must be answered', nl: 'verplicht' })
export const fromLastTime = phrase({
  en: "begins with last time's answer",
  nl: 'begint met het antwoord van vorige keer',
})
export const perAccount = phrase({
  en: 'asked about each key account, of its owners',
  nl: 'over elke key account, aan de eigenaren',
})

export const lastOne = phrase({
  en: 'A check-in asks at least one question, so this one stays. Change it, or add another first.',
  nl: 'Een check-in stelt minstens één vraag, dus deze blijft. Pas hem aan, of voeg eerst een andere toe.',
})
/** @param most questions */
export const tooMany = phrase<[number]>({
  en: (most) => `Nobody is asked more than ${most} questions. Remove one first, or choose the other team.`,
  nl: (most) => `Niemand krijgt meer dan ${most} vragen. Verwijder er eerst een, of kies het andere team.`,
})
export const goneMeanwhile = phrase({
  en: 'That question has been removed meanwhile.',
  nl: 'Die vraag is intussen verwijderd.',
})
/** @param changes escaped @param more not named */
export const changedMeanwhile = phrase<[string[], number]>({
  en: (changes, more) => `Meanwhile somebody else made changes: ${named(changes, more, 'en')}. They stand below.`,
  nl: (changes, more) =>
    `Intussen heeft iemand anders iets gewijzigd: ${named(changes, more, 'nl')}. Dat staat hieronder.`,
})

function named(changes: string[], more: number, language: Language): string {
  const rest = more === 0 ? [] : [language === 'en' ? `${more} more` : `nog ${more}`]
  return listInWords([...changes, ...rest], language)
}

/** @param label escaped */
export const changes: Record<Change['how'], (language: Language, label: string) => string> = {
  added: phrase<[string]>({ en: (label) => `“${label}” added`, nl: (label) => `“${label}” toegevoegd` }),
  changed: phrase<[string]>({ en: (label) => `“${label}” changed`, nl: (label) => `“${label}” aangepast` }),
  removed: phrase<[string]>({ en: (label) => `“${label}” removed`, nl: (label) => `“${label}” verwijderd` }),
  moved: phrase<[string]>({ en: (label) => `“${label}” moved`, nl: (label) => `“${label}” verplaatst` }),
}

export const addTitle = phrase({ en: 'New question', nl: 'Nieuwe vraag' })
export const editTitle = phrase({ en: 'Edit question', nl: 'Vraag bewerken' })
/** @param question as it is now, escaped */
export const theirChange = phrase<[string]>({
  en: (question) =>
    `Meanwhile somebody else changed this question. Save to put yours in its place, or go back and leave theirs:\n${question}`,
  nl: (question) =>
    `Intussen heeft iemand anders deze vraag aangepast. Sla op om jouw versie te gebruiken, of ga terug en laat deze staan:\n${question}`,
})
export const theirRemoval = phrase({
  en: 'Meanwhile somebody else removed this question. Save to ask it again, or go back and leave it out.',
  nl: 'Intussen heeft iemand anders deze vraag verwijderd. Sla op om hem weer te stellen, of ga terug en laat hem weg.',
})

const names: Record<Language, Record<Language, string>> = {
  en: { en: 'English', nl: 'Dutch' },
  nl: { en: 'het Engels', nl: 'het Nederlands' },
}
export const whom = phrase({ en: 'Who is asked', nl: 'Aan wie' })
export const question = phrase<[Language]>({
  en: (language) => `Question, in ${names.en[language]}`,
  nl: (language) => `Vraag, in ${names.nl[language]}`,
})
export const questionHint = phrase({
  en: 'Ask for something the other team cannot know by itself.',
  nl: 'Vraag naar iets wat het andere team zelf niet kan weten.',
})
export const otherHint = phrase({
  en: 'For colleagues who use that language. If you leave it empty, they see what stands above.',
  nl: "Voor collega's die die taal gebruiken. Laat je het leeg, dan zien ze wat hierboven staat.",
})
export const hint = phrase<[Language]>({
  en: (language) => `Hint, in ${names.en[language]}`,
  nl: (language) => `Toelichting, in ${names.nl[language]}`,
})
export const hintHint = phrase({
  en: 'Stands below the field: show what a good answer looks like.',
  nl: 'Staat onder het veld: laat zien hoe een goed antwoord eruitziet.',
})
export const kind = phrase({ en: 'The answer is', nl: 'Het antwoord is' })
export const choices = phrase<[Language]>({
  en: (language) => `Choices, in ${names.en[language]}`,
  nl: (language) => `Keuzes, in ${names.nl[language]}`,
})
export const choicesHint = phrase({
  en: 'Needed where the answer is a choice: one on each line. Leave it empty for any other answer.',
  nl: 'Nodig als het antwoord een keuze is: op elke regel één. Laat het bij een ander antwoord leeg.',
})
export const otherChoicesHint = phrase({
  en: 'The same choices in the same order.',
  nl: 'Dezelfde keuzes in dezelfde volgorde.',
})
export const how = phrase({ en: 'How it is asked', nl: 'Hoe de vraag wordt gesteld' })
export const ways: Record<'required' | 'last answer' | 'per account', (language: Language) => string> = {
  required: phrase({ en: 'It must be answered', nl: 'Antwoord verplicht' }),
  'last answer': phrase({
    en: "Begin with the person's answer of last time",
    nl: 'Begin met het antwoord van vorige keer',
  }),
  'per account': phrase({
    en: 'Ask it about each key account, of its owners',
    nl: 'Stel hem over elke key account, aan de eigenaren',
  }),
}

export const chooseSide = phrase({ en: 'Choose who is asked.', nl: 'Kies aan wie je het vraagt.' })
export const askSomething = phrase({ en: 'Write the question.', nl: 'Schrijf de vraag op.' })
/** @param most characters */
export const tooLong = phrase<[number]>({
  en: (most) => `Too long: at most ${most} characters.`,
  nl: (most) => `Te lang: hoogstens ${most} tekens.`,
})
/** @param most choices */
export const someChoices = phrase<[number]>({
  en: (most) => `Give at least 2 and at most ${most} choices, one on each line.`,
  nl: (most) => `Geef minstens 2 en hoogstens ${most} keuzes, op elke regel één.`,
})
export const choiceTwice = phrase({
  en: 'Two choices are the same. Change one or remove it.',
  nl: 'Twee keuzes zijn hetzelfde. Pas er een aan of haal hem weg.',
})
/** @param count lines */
export const asManyChoices = phrase<[number]>({
  en: (count) => `Give ${count} lines here, one for each choice above, or none.`,
  nl: (count) => `Geef hier ${count} regels, voor elke keuze hierboven één, of laat het leeg.`,
})
export const onlyForChoice = phrase({
  en: 'These count only where the answer is a choice: choose that above, or empty this field.',
  nl: 'Deze gelden alleen als het antwoord een keuze is: kies dat hierboven, of maak dit veld leeg.',
})
