import { phrase } from '../platform/i18n.ts'

/** Columns of the accounts. */
export const columns = phrase({
  en: 'partnership|account|tier|marketing|sales|link|last discussed|state',
  nl: 'samenwerking|account|niveau|marketing|sales|link|laatst besproken|stand',
})
/** Columns of what was said about them. */
export const noteColumns = phrase({
  en: 'partnership|account|check-in on|side|name|kind|text',
  nl: 'samenwerking|account|check-in op|kant|naam|soort|tekst',
})
export const states: Record<'active' | 'archived', ReturnType<typeof phrase>> = {
  active: phrase({ en: 'on the list', nl: 'op de lijst' }),
  archived: phrase({ en: 'archived', nl: 'gearchiveerd' }),
}
