import { dateInWords, type Language, listInWords, phrase } from '../../platform/i18n.ts'
import { sideName } from '../messages.ts'
import type { DayOff, Side } from '../partnership.ts'

/** @param name escaped */
export const created = phrase({
  en: (name: string) => `:white_check_mark: *${name}* is set up.`,
  nl: (name) => `:white_check_mark: *${name}* staat klaar.`,
})
/** @param name escaped */
export const changed = phrase({
  en: (name: string) => `:white_check_mark: The changes to *${name}* are saved.`,
  nl: (name) => `:white_check_mark: De wijzigingen van *${name}* zijn opgeslagen.`,
})
/** @param lead a mention */
export const team = phrase({
  en: (side: Side, count: number, lead: string | undefined) =>
    `*${sideName(side, 'en')}*: ${count === 1 ? '1 person' : `${count} people`}${lead ? `, team lead ${lead}` : ''}`,
  nl: (side, count, lead) =>
    `*${sideName(side, 'nl')}*: ${count === 1 ? '1 persoon' : `${count} mensen`}${lead ? `, teamlead ${lead}` : ''}`,
})
export const nextDaysOff = phrase({
  en: (days: DayOff[]) =>
    `Next days off: ${listInWords(
      days.map((one) => dayOff(one, 'en')),
      'en',
    )}.`,
  nl: (days) =>
    `Eerstvolgende vrije dagen: ${listInWords(
      days.map((one) => dayOff(one, 'nl')),
      'nl',
    )}.`,
})
export const changeLater = phrase({
  en: 'You can change all of this with `/rondo setup`.',
  nl: 'Dit alles kun je aanpassen met `/rondo instellen`.',
})

function dayOff({ date, name }: DayOff, language: Language): string {
  const day = dateInWords(date, language)
  return name ? `${day} (${name})` : day
}

export const stepsMissing = phrase({
  en: 'I no longer have what you filled in, perhaps because you finished it in another window or somebody else changed it meanwhile. Close this and type `/rondo setup` to see how it stands.',
  nl: 'Ik heb niet meer wat je had ingevuld, misschien omdat je het in een ander venster hebt afgerond of omdat iemand anders het intussen heeft aangepast. Sluit dit en typ `/rondo instellen` om te zien hoe het ervoor staat.',
})
/** @param problems as they would stand under the fields */
export const peopleChanged = phrase({
  en: (problems: string[]) => `Something changed meanwhile: ${problems.join(' ')} Press Back, mend it and press Next.`,
  nl: (problems) =>
    `Er is intussen iets veranderd: ${problems.join(' ')} Klik op Terug, pas het aan en klik op Volgende.`,
})
