import type { LocalDate } from '../../../calendar/local-date.ts'
import { dayInWords, phrase } from '../../i18n.ts'

/** @param name escaped */
export const greeting = phrase({
  en: (name: string) => `Hi ${name}, this is waiting for you:`,
  nl: (name) => `Hoi ${name}, dit staat voor je klaar:`,
})

/** @param name escaped */
export const allDone = phrase({
  en: (name: string) => `Hi ${name}, nothing is waiting for you any more.`,
  nl: (name) => `Hoi ${name}, er staat niets meer voor je klaar.`,
})

export const laterToday = phrase({ en: '*Later today*', nl: '*Later vandaag*' })

export const andMore = phrase({
  en: (count: number) => `…and ${count} more. See everything with \`/rondo\`.`,
  nl: (count) => `…en nog ${count}. Met \`/rondo\` zie je alles.`,
})

/** What stood open on a day. */
export const goneOn = phrase({
  en: (date: LocalDate) =>
    `This was open on ${dayInWords(date, 'en')}. What still is, you find in my latest message and in Home.`,
  nl: (date) =>
    `Dit stond open op ${dayInWords(date, 'nl')}. Wat nog openstaat, vind je in mijn nieuwste bericht en in Home.`,
})
