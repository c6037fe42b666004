import { type Language, phrase } from '../../platform/i18n.ts'
import type { Turnout } from './participant.ts'

const answered = phrase<[number, number]>({
  en: (count, of) => `${count} of ${of} answered`,
  nl: (count, of) => `${count} van de ${of} ${count === 1 ? 'heeft' : 'hebben'} geantwoord`,
})
const andMore = phrase<[string, number]>({
  en: (turnout, count) => `${turnout}, and ${count} more`,
  nl: (turnout, count) => `${turnout}, en nog ${count}`,
})
/** Where nobody in particular is waited for. */
const some = phrase<[number]>({
  en: (count) => `${count} answered`,
  nl: (count) => `${count} ${count === 1 ? 'heeft' : 'hebben'} geantwoord`,
})
const noneYet = phrase({ en: 'No answers yet', nl: 'Nog geen antwoorden' })
const none = phrase({ en: 'No answers', nl: 'Geen antwoorden' })

/** "7 of 9 answered, and 2 more". */
export function turnoutInWords(language: Language, turnout: Turnout, closed: boolean): string {
  const { of, more } = turnout
  if (of === 0) return more > 0 ? some(language, more) : (closed ? none : noneYet)(language)
  const required = answered(language, turnout.answered, of)
  return more > 0 ? andMore(language, required, more) : required
}
