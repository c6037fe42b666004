import { type Language, phrase } from '../../platform/i18n.ts'
import type { HoursProblem } from './check.ts'

export const languageLabel = phrase({ en: 'Language of the channels', nl: 'Taal van de kanalen' })
export const languageHint = phrase({
  en: 'What I say to a person is in their own language.',
  nl: 'Wat ik tegen iemand persoonlijk zeg, is in diens eigen taal.',
})
export const languageNames: Record<Language, string> = { en: 'English', nl: 'Nederlands' }
export const zoneLabel = phrase({ en: 'Time zone', nl: 'Tijdzone' })
export const zoneExample = phrase({ en: 'Type a city: Amsterdam', nl: 'Typ een stad: Amsterdam' })
export const daysLabel = phrase({ en: 'Working days', nl: 'Werkdagen' })
export const startLabel = phrase({ en: 'The day starts at', nl: 'De dag begint om' })
export const endLabel = phrase({ en: 'The day ends at', nl: 'De dag eindigt om' })
export const countryLabel = phrase({ en: 'Public holidays of', nl: 'Feestdagen van' })
export const noCountry = phrase({ en: 'None', nl: 'Geen' })
export const daysOffLabel = phrase({ en: 'Own days off', nl: 'Eigen vrije dagen' })
export const daysOffHint = phrase({
  en: 'One date per line, with a name if you like: 24 dec Christmas Eve. Regional holidays belong here too.',
  nl: 'Eén datum per regel, met een naam als je wilt: 24 dec Kerstavond. Regionale feestdagen horen hier ook.',
})

export const daysMissing = phrase({ en: 'Choose at least one working day.', nl: 'Kies ten minste één werkdag.' })
export const hoursProblems: Record<HoursProblem, ReturnType<typeof phrase<[]>>> = {
  'ends before it starts': phrase({
    en: 'The day must end later than it starts.',
    nl: 'De dag moet later eindigen dan hij begint.',
  }),
  'no such zone': phrase({
    en: 'I don’t know this time zone. Type a city and choose from the list.',
    nl: 'Deze tijdzone ken ik niet. Typ een stad en kies uit de lijst.',
  }),
  'no working day left': phrase({
    en: 'With these days off there would be no working day for months.',
    nl: 'Met deze vrije dagen blijft er maandenlang geen werkdag over.',
  }),
}
export const daysOffUnreadable = phrase({
  en: (line: string) => `I don’t see a date in “${line}”. Start the line with one: 24 dec, or 2027-05-05.`,
  nl: (line) => `Ik herken geen datum in “${line}”. Begin de regel met een datum: 24 dec, of 2027-05-05.`,
})
export const daysOffTooMany = phrase({
  en: 'These are more days than fit here. Leave out those that are over.',
  nl: 'Dit zijn meer dagen dan er passen. Laat de dagen weg die al geweest zijn.',
})
