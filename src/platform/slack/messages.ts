import { phrase } from '../i18n.ts'

export const somethingWrong = phrase({
  en: (reference: string) =>
    `Something went wrong (reference ${reference}). Please try again. If it happens again, pass the reference on to whoever runs Rondo here.`,
  nl: (reference: string) =>
    `Er ging iets mis (kenmerk ${reference}). Probeer het nog eens. Gaat het weer mis, geef het kenmerk dan door aan wie Rondo hier beheert.`,
})

export const slackTrouble = phrase({
  en: (reference: string) =>
    `Slack did not answer as it should (reference ${reference}). Please try again in a minute.`,
  nl: (reference: string) =>
    `Slack gaf geen goed antwoord (kenmerk ${reference}). Probeer het over een minuut nog eens.`,
})

export const tookTooLong = phrase({
  en: 'This took too long to open. Press *Continue* to go on.',
  nl: 'Het openen duurde te lang. Klik op *Doorgaan* om verder te gaan.',
})

export const tookTooLongAgain = phrase({
  en: 'This took too long to open. Please do it once more.',
  nl: 'Het openen duurde te lang. Doe het nog een keer.',
})

export const continueButton = phrase({ en: 'Continue', nl: 'Doorgaan' })

export const unknownWord = phrase({
  en: (typed: string) => `I don’t know “${typed}”. This shows what I can do:`,
  nl: (typed: string) => `“${typed}” ken ik niet. Hier zie je wat ik kan:`,
})

export const didYouMean = phrase({
  en: (typed: string) => `I don’t know “${typed}”. Did you mean this?`,
  nl: (typed: string) => `“${typed}” ken ik niet. Bedoel je dit?`,
})

export const notAllFound = phrase({
  en: 'Something is missing here: I could not look up all that is open.',
  nl: 'Hier ontbreekt iets: ik kon niet alles ophalen wat openstaat.',
})

export const notPossible = phrase({ en: 'Not possible', nl: 'Dat kan niet' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
