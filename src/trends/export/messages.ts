import { phrase } from '../../platform/i18n.ts'

export const help = phrase({
  en: 'all you may see, as files for a spreadsheet in a direct message',
  nl: 'alles wat je mag zien, als bestanden voor een spreadsheet in een privébericht',
})
/** Above the files. @param count files */
export const files = phrase<[number]>({
  en: (count) =>
    `Here is what you may see in Rondo, in ${count === 1 ? 'one file' : `${count} files`}. Take care with it: names and answers of colleagues are in it.`,
  nl: (count) =>
    `Hier is wat je in Rondo mag zien, in ${count === 1 ? 'één bestand' : `${count} bestanden`}. Ga er zorgvuldig mee om: er staan namen en antwoorden van collega's in.`,
})
export const sent = phrase<[number]>({
  en: (count) =>
    `Done: ${count === 1 ? 'one file is' : `${count} files are`} in our direct message. This export is noted for whoever runs Rondo.`,
  nl: (count) =>
    `Klaar: er ${count === 1 ? 'staat één bestand' : `staan ${count} bestanden`} in ons privébericht. Deze export is genoteerd voor wie Rondo beheert.`,
})
export const filesForbidden = phrase({
  en: 'This Slack workspace does not take these files: an admin has turned them off or there is no room left. Ask them to allow CSV files, then try again.',
  nl: 'Deze Slack-workspace neemt deze bestanden niet aan: een beheerder heeft ze uitgezet of er is geen ruimte meer. Vraag om CSV-bestanden toe te staan en probeer het dan opnieuw.',
})
export const nothing = phrase({
  en: 'There is nothing to export for you yet. As soon as your teams have answered a check-in or agreed on an action, there is.',
  nl: 'Er valt nog niets te exporteren voor jou. Zodra jullie een check-in hebben beantwoord of een actiepunt hebben afgesproken, is er iets.',
})
