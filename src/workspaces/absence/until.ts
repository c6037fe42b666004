import type { LocalDate } from '../../calendar/local-date.ts'
import { readDate } from '../typed-date.ts'

/** The last day of an absence (undefined: until further notice), or what is wrong with what was typed. */
export type Until = { until: LocalDate | undefined } | { problem: 'unreadable' | 'past' }

const preposition =
  /^(?:until|till|til|through|thru|to|tot en met|tot|t\s?\/\s?m|tm|t\.?e\.?m\.?)\s+(?:and including\s+)?/i

/**
 * What follows `/rondo away`: 'until 3 dec', 't/m vrijdag', '2026-12-03', or nothing. The date named is the last day away,
 * whichever word stands before it.
 * @param today of the person
 */
export function readUntil(text: string, today: LocalDate): Until {
  const typed = text.trim()
  if (typed === '') return { until: undefined }
  const until = readDate(typed.replace(preposition, ''), today)
  if (until === undefined) return { problem: 'unreadable' }
  return checkUntil(until, today)
}

/** An absence cannot have ended before it starts. */
export function checkUntil(until: LocalDate | undefined, today: LocalDate): Until {
  return until !== undefined && until < today ? { problem: 'past' } : { until }
}
