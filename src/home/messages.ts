import { phrase } from '../platform/i18n.ts'

export const waiting = phrase({ en: 'Still open for you', nl: 'Staat nog open voor jou' })
export const coming = phrase({ en: 'What is next', nl: 'Wat er aankomt' })
export const nothingWaiting = phrase({
  en: 'Nothing is waiting for you. Enjoy it.',
  nl: 'Er wacht niets op je. Geniet ervan.',
})
export const nothingComing = phrase({
  en: 'Nothing is planned. `/rondo help` shows what you can do.',
  nl: 'Er staat niets gepland. Met `/rondo hulp` zie je wat je kunt doen.',
})
export const more = phrase<[number]>({
  en: (count) => `And ${count} more; they show up as these are closed.`,
  nl: (count) => `En nog ${count}; die verschijnen als deze zijn afgerond.`,
})
/** @param count sections that did not fit */
export const moreSections = phrase<[number]>({
  en: (count) =>
    `${count === 1 ? '1 section does' : `${count} sections do`} not fit here. See \`/rondo help\` for all commands.`,
  nl: (count) =>
    `${count === 1 ? '1 deel past' : `${count} delen passen`} hier niet. Met \`/rondo hulp\` zie je alle opdrachten.`,
})
export const openForYou = phrase<[number]>({
  en: (count) => (count === 1 ? '1 thing is still open for you' : `${count} things are still open for you`),
  nl: (count) => (count === 1 ? 'Er staat nog 1 ding open voor jou' : `Er staan nog ${count} dingen open voor jou`),
})

export const whatItIs = phrase({
  en: [
    '*Rondo gives a marketing team and a sales team one rhythm.*',
    'Every week both teams answer a few questions, and the answers stand side by side. What you agree on comes back until it is done.',
    'You are not in a cooperation yet. Set one up in three steps, or ask your team lead to add you.',
  ].join('\n'),
  nl: [
    '*Rondo geeft een marketingteam en een salesteam één ritme.*',
    'Elke week beantwoorden beide teams een paar vragen, en de antwoorden staan naast elkaar. Wat jullie afspreken, komt terug tot het klaar is.',
    'Je zit nog niet in een samenwerking. Zet er in drie stappen een op, of vraag je teamlead om je toe te voegen.',
  ].join('\n'),
})
export const setUp = phrase({ en: 'Set up', nl: 'Opzetten' })
export const refresh = phrase({ en: 'Refresh', nl: 'Vernieuwen' })

export const rondoHelp = phrase({
  en: 'what is still open for you, and what is next',
  nl: 'wat er voor jou nog openstaat en wat er aankomt',
})
export const settingsTitle = phrase({ en: 'Settings', nl: 'Instellingen' })
export const allSettings = phrase({ en: 'All settings', nl: 'Alle instellingen' })
/** @param count sections with settings that App Home does not show */
export const moreSettings = phrase<[number]>({
  en: (count) => `The settings of ${count} more are under *All settings*.`,
  nl: (count) => `De instellingen van nog ${count} andere staan onder *Alle instellingen*.`,
})
/** @param count of which one is chosen */
export const settingsOfMany = phrase<[number]>({
  en: (count) => `You can change the settings of ${count} cooperations. Choose which one to see:`,
  nl: (count) => `Je kunt de instellingen van ${count} samenwerkingen aanpassen. Kies welke je wilt zien:`,
})
export const chooseSettings = phrase({ en: 'Choose a cooperation', nl: 'Kies een samenwerking' })
export const fromTo = phrase<[number, number]>({
  en: (from, to) => `${from} to ${to}`,
  nl: (from, to) => `${from} tot en met ${to}`,
})
export const settingsHelp = phrase({
  en: 'your language and messages; for team leads their cooperation',
  nl: 'jouw taal en berichten; voor teamleads hun samenwerking',
})
export const helpHelp = phrase({ en: 'every command on one screen', nl: 'alle opdrachten op één scherm' })
export const helpTitle = phrase({ en: 'What you can ask Rondo', nl: 'Wat je Rondo kunt vragen' })
export const bothLanguages = phrase({
  en: 'The Dutch words work too.',
  nl: 'De Engelse woorden werken ook.',
})
