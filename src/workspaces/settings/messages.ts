import { phrase } from '../../platform/i18n.ts'

export const title = phrase({ en: 'Your settings', nl: 'Jouw instellingen' })
export const change = phrase({ en: 'Change', nl: 'Wijzigen' })
export const save = phrase({ en: 'Save', nl: 'Opslaan' })
export const cancel = phrase({ en: 'Cancel', nl: 'Annuleren' })
export const close = phrase({ en: 'Close', nl: 'Sluiten' })
export const saved = phrase({ en: '*Saved.*', nl: '*Opgeslagen.*' })

export const language = phrase({ en: 'Language', nl: 'Taal' })
export const languageNames = { en: 'English', nl: 'Nederlands' } as const

/** @param name of the language they use Slack in */
export const asInSlack = phrase<[string]>({
  en: (name) => `As in Slack (${name})`,
  nl: (name) => `Zoals in Slack (${name})`,
})

export const messages = phrase({ en: 'Messages', nl: 'Berichten' })

export const choices = {
  daily: phrase({ en: 'Every working day', nl: 'Elke werkdag' }),
  monday: phrase({ en: 'On Mondays', nl: 'Op maandag' }),
  home: phrase({ en: 'In Home only', nl: 'Alleen in Home' }),
}

/** What each means; Slack takes 75 characters. */
export const meanings = {
  daily: phrase({
    en: 'One message as your day begins, none if nothing is due',
    nl: 'Eén bericht als je dag begint, en geen als er niets openstaat',
  }),
  monday: phrase({
    en: 'On the first working day of your week, with what is open then',
    nl: 'Op de eerste werkdag van je week, met wat er dan openstaat',
  }),
  home: phrase({
    en: 'I don’t write to you by myself; everything stands in Home',
    nl: 'Ik schrijf je niet uit mezelf; alles staat in Home',
  }),
}

export const whateverYouChoose = phrase({
  en: 'Whatever you choose: an answer to something you did, and a question to team leads that cannot wait, comes at once.',
  nl: 'Wat je ook kiest: een antwoord op iets wat jij deed, en een vraag aan teamleads die niet kan wachten, komt meteen.',
})

export const fromThenOn = phrase({
  en: 'I use your language at once. What you chose for messages holds from your next working day on.',
  nl: 'Je taal gebruik ik meteen. Wat je bij berichten koos, geldt vanaf je volgende werkdag.',
})

/** Names of files and columns of an export. */
export const settingsFile = phrase({ en: 'settings', nl: 'instellingen' })
export const absencesFile = phrase({ en: 'absences', nl: 'afwezigheid' })
export const setting = phrase({ en: 'setting', nl: 'instelling' })
export const choice = phrase({ en: 'choice', nl: 'keuze' })
export const firstDay = phrase({ en: 'first day away', nl: 'eerste dag afwezig' })
export const lastDay = phrase({ en: 'last day away', nl: 'laatste dag afwezig' })
