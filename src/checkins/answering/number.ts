import type { Language } from '../../platform/i18n.ts'

const mark: Record<Language, { thousands: string; decimal: string }> = {
  en: { thousands: ',', decimal: '.' },
  nl: { thousands: '.', decimal: ',' },
}

/** Beyond this a number with two decimals is no longer kept as it was typed. */
const largest = 1e12

/**
 * A number as people write it, in either notation: '1.250,50', '1,250.50', '1250.5', '-3'. At most two decimals, so that
 * only '1.250' and '1,250' can mean two things: there the notation of the person's language decides.
 * @returns as it is kept, '1250.5'; undefined where it is no number, has more decimals or is beyond 10¹²
 */
export function readNumber(typed: string, language: Language): string | undefined {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/g, '')
  const other: Language = language === 'nl' ? 'en' : 'nl'
  const value = inNotation(text, language) ?? inNotation(text, other)
  return value === undefined || looksLikeDecimals(text, language) || Math.abs(value) >= largest
    ? undefined
    : String(value)
}

function inNotation(text: string, language: Language): number | undefined {
  const { thousands, decimal } = mark[language]
  const form = new RegExp(`^[-+]?(\\d+|[1-9]\\d{0,2}(\\${thousands}\\d{3})+)(\\${decimal}\\d{1,2})?$`)
  return form.test(text) ? Number(text.replaceAll(thousands, '').replace(decimal, '.')) : undefined
}

/** '1.250' of somebody who writes decimals with a dot: three decimals, which may not be read as thousands. */
function looksLikeDecimals(text: string, language: Language): boolean {
  return new RegExp(`^[-+]?\\d+\\${mark[language].decimal}\\d{3}$`).test(text)
}
