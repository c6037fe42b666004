import { dayInWords, phrase } from '../../platform/i18n.ts'

/** @param checkIn 'check-in of 12 May' */
export const title = phrase<[string]>({
  en: (checkIn) => `Summary of the ${checkIn}`,
  nl: (checkIn) => `Samenvatting van de ${checkIn}`,
})
export const furtherPage = phrase<[number, number]>({
  en: (page, of) => `Summary, part ${page} of ${of}`,
  nl: (page, of) => `Samenvatting, deel ${page} van ${of}`,
})
export const allOnOtherPages = phrase({
  en: 'Everything stands in the parts above.',
  nl: 'Alles staat in de delen hierboven.',
})
export const nobodyAnswered = phrase({
  en: 'Nobody got round to answering this time. It happens. What is still open comes back next time.',
  nl: 'Deze keer kwam niemand eraan toe. Kan gebeuren. Wat nog openstaat, komt de volgende keer terug.',
})
export const noAnswer = phrase({ en: '_no answer_', nl: '_geen antwoord_' })
export const continued = phrase({ en: '(continued)', nl: '(vervolg)' })
/** What numbers are on average, the smallest and the largest, and what they are together. */
export const averageAndSum = phrase<[string, string, string, string]>({
  en: (average, least, most, sum) => `_On average ${average} (${least} to ${most}), together ${sum}_`,
  nl: (average, least, most, sum) => `_Gemiddeld ${average} (${least} tot ${most}), samen ${sum}_`,
})

export const actionsMade = phrase({ en: 'Actions', nl: 'Actiepunten' })
/** @param text, owner escaped @param date 'YYYY-MM-DD' */
export const actionLine = phrase<[string, string | undefined, string]>({
  en: (text, owner, date) => `${text} (${owner ?? 'without owner'}, by ${dayInWords(date, 'en')})`,
  nl: (text, owner, date) => `${text} (${owner ?? 'zonder eigenaar'}, uiterlijk ${dayInWords(date, 'nl')})`,
})
/** @param line an action */
export const actionDone = phrase<[string]>({ en: (line) => `${line}: done`, nl: (line) => `${line}: gedaan` })
/** @param line an action @param reason escaped */
export const actionCancelled = phrase<[string, string]>({
  en: (line, reason) => `${line}: cancelled. ${reason}`,
  nl: (line, reason) => `${line}: geannuleerd. ${reason}`,
})
/** @param line an action @param reason escaped */
export const actionMoved = phrase<[string, string]>({
  en: (line, reason) => `${line}: moved. ${reason}`,
  nl: (line, reason) => `${line}: verzet. ${reason}`,
})

/** @param name escaped */
export const lateAnswer = phrase<[string]>({
  en: (name) => `Late answer added by ${name}. It is in the summary above.`,
  nl: (name) => `${name} heeft nog een antwoord toegevoegd. Het staat in de samenvatting hierboven.`,
})
