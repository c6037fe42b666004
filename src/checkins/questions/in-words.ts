import type { Language } from '../../platform/i18n.ts'
import type { Question } from '../question.ts'

const notation: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, signDisplay: 'negative' }),
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2, signDisplay: 'negative' }),
}

/** An answer as people read it: what was chosen in their words, a number in their notation. Not escaped. @param answer as it is kept */
export function answerInWords({ kind, choices }: Question, answer: string, language: Language): string {
  if (kind === 'choice') return choices?.find(({ id }) => id === answer)?.label[language] ?? answer
  if (kind === 'number' && Number.isFinite(Number(answer))) return notation[language].format(Number(answer))
  return answer
}
