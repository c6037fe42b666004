import { phrase } from '../i18n.ts'

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
