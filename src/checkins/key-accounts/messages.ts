import { phrase } from '../../platform/i18n.ts'

export const aboutThese = phrase({ en: 'About these key accounts', nl: 'Over deze key accounts' })

/** Why a date was not held. @param when in words */
export const noAccounts = phrase<[string]>({
  en: (when) =>
    `On ${when} there was no key account to discuss. Add one with \`/rondo account\`; key accounts are turned on with \`/rondo settings\`.`,
  nl: (when) =>
    `Op ${when} was er geen key account om te bespreken. Voeg er een toe met \`/rondo account\`; key accounts zet je aan met \`/rondo instellingen\`.`,
})
export const noAccountsNow = phrase({
  en: 'There is no key account to discuss. Add one with `/rondo account`; key accounts are turned on with `/rondo settings`.',
  nl: 'Er is geen key account om te bespreken. Voeg er een toe met `/rondo account`; key accounts zet je aan met `/rondo instellingen`.',
})
