import { type Language, phrase } from '../../platform/i18n.ts'

interface Counts {
  done: number
  added: number
  cancelled: number
}

/** Only what happened is counted. */
export const figures = phrase<[Counts]>({
  en: ({ done, added, cancelled }) =>
    `Actions: ${happened([
      [done, 'done'],
      [added, 'new'],
      [cancelled, 'cancelled'],
    ])}`,
  nl: ({ done, added, cancelled }) =>
    `Actiepunten: ${happened([
      [done, 'gedaan'],
      [added, 'nieuw'],
      [cancelled, 'geannuleerd'],
    ])}`,
})

const happened = (counts: [number, string][]): string =>
  counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')

/** @param text, name escaped */
export const outcome = phrase<[string, string]>({
  en: (text, name) => `${text}: done by ${name}`,
  nl: (text, name) => `${text}: gedaan door ${name}`,
})
export const moreOutcomes = phrase<[number]>({
  en: (count) =>
    count === 1 ? 'and 1 more action that you agreed on' : `and ${count} more actions that you agreed on`,
  nl: (count) => (count === 1 ? 'en nog 1 afgesproken actiepunt' : `en nog ${count} afgesproken actiepunten`),
})

export const fileName = phrase({ en: 'actions', nl: 'actiepunten' })
export const columns: Record<Language, string[]> = {
  en: ['Cooperation', 'Action', 'Owner', 'By', 'State', 'Times moved', 'Why moved', 'Why cancelled'],
  nl: [
    'Samenwerking',
    'Actiepunt',
    'Eigenaar',
    'Uiterlijk',
    'Stand',
    'Keer verzet',
    'Waarom verzet',
    'Waarom geannuleerd',
  ],
}
export const state = {
  open: phrase({ en: 'open', nl: 'open' }),
  done: phrase({ en: 'done', nl: 'gedaan' }),
  cancelled: phrase({ en: 'cancelled', nl: 'geannuleerd' }),
}
