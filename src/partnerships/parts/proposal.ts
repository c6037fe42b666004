import { toPlainDate } from '../../calendar/local-date.ts'
import { toLocal } from '../../calendar/wall-time.ts'
import { type Part, type PartName, partNames } from '../../platform/feature.ts'

/** The first part that is off, in the order in which they are proposed. @param all those that can be turned on */
export function nextOff(all: readonly Part[], on: readonly PartName[]): Part | undefined {
  return partNames
    .flatMap((name) => all.find((part) => part.name === name) ?? [])
    .find(({ name }) => !on.includes(name))
}

/** Whether it is too soon to propose anything: for a quarter after somebody did not want a part. Instants in epoch milliseconds. */
export function isTooSoon(refusedAt: number | undefined, now: number, zone: string): boolean {
  if (refusedAt === undefined) return false
  const again = toPlainDate(toLocal(refusedAt, zone).date).add({ months: 3 })
  return toLocal(now, zone).date < again.toString()
}
