import { phrase } from '../../platform/i18n.ts'

/** @param text escaped */
export const lateInYourTeam = phrase<[string]>({
  en: (text) => `*Overdue in your team:* ${text}`,
  nl: (text) => `*Te laat in jouw team:* ${text}`,
})
/** @param side its name @param partnership, text escaped */
export const lateIn = phrase<[string, string, string]>({
  en: (side, partnership, text) => `*Overdue in ${side} (${partnership}):* ${text}`,
  nl: (side, partnership, text) => `*Te laat bij ${side} (${partnership}):* ${text}`,
})
export const isAway = phrase({ en: 'away at the moment', nl: 'nu afwezig' })
export const manyInYourTeam = phrase<[number]>({
  en: (count) => `*${count} actions in your team are overdue.*`,
  nl: (count) => `*${count} actiepunten in jouw team zijn te laat.*`,
})
export const many = phrase<[number]>({
  en: (count) => `*${count} actions of others are overdue.*`,
  nl: (count) => `*${count} actiepunten van anderen zijn te laat.*`,
})
export const show = phrase({ en: 'Show them', nl: 'Bekijken' })
