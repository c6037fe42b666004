import type { LocalDate } from '../../calendar/local-date.ts'

/** One date of a check-in, by the date its cadence gives. */
export interface DateRef {
  checkInId: string
  slot: LocalDate
}

/** Ids and dates have no colon. */
export const fromDateRef = ({ checkInId, slot }: DateRef): string => `${checkInId}:${slot}`

export function toDateRef(value: string): DateRef {
  const [checkInId = '', slot = ''] = value.split(':')
  return { checkInId, slot }
}

/** What a menu offers to do with a check-in; with its next date where it has one. */
const verbs = ['skip', 'move', 'edit', 'pause', 'resume'] as const
export type Verb = (typeof verbs)[number]

export const fromDoing = (verb: Verb, { checkInId, slot }: DateRef): string => `${verb}:${checkInId}:${slot}`

export function toDoing(value: string): (DateRef & { verb: Verb }) | undefined {
  const [word = '', ...rest] = value.split(':')
  const verb = verbs.find((one) => one === word)
  return verb && { verb, ...toDateRef(rest.join(':')) }
}
