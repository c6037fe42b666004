/** A date on somebody's wall calendar, 'YYYY-MM-DD'. It sorts as text. */
export type LocalDate = string

/** ISO: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * A date to calculate with.
 * @throws RangeError when no calendar has it, or when it is spelled otherwise: the text is an identity, so it has one spelling
 */
export function toPlainDate(date: LocalDate): Temporal.PlainDate {
  const plain = Temporal.PlainDate.from(date)
  if (plain.toString({ calendarName: 'never' }) !== date)
    throw new RangeError(`A date is written 'YYYY-MM-DD', not '${date}'`)
  return plain
}

/** @param days whole days; negative goes back */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toPlainDate(date).add({ days }).toString()
}

export function weekdayOf(date: LocalDate): Weekday {
  return toPlainDate(date).dayOfWeek as Weekday
}
