import type { Cadence } from '../../src/calendar/cadence.ts'
import { firstSlot, nextSlot, type SlotRule } from '../../src/calendar/slots.ts'
import { hourMs, offsetOf } from './oracle.ts'

const anchor = '2026-11-22'
const rules: Cadence[] = [
  // The days on which clocks change.
  { kind: 'weekly', every: 1, weekdays: [5, 6, 7], anchor },
  { kind: 'weekly', every: 2, weekdays: [1, 4], anchor },
  { kind: 'monthly', every: 1, on: { day: 31 }, anchor },
  { kind: 'monthly', every: 1, on: { lastDay: true }, anchor },
  { kind: 'monthly', every: 1, on: { nth: 'last', weekday: 7 }, anchor },
  { kind: 'monthly', every: 3, on: { nth: 1, weekday: 7 }, anchor },
]
const times = ['00:00', '02:30', '09:00']

/**
 * Lives through the slots of six cadences at three times of day, and tells which were out of order or due at another time
 * than the clocks, read with `Intl` alone, should have shown: exactly the wall time, or later only by what they skipped.
 */
export function slotFaults(zone: string, from: string, until: string): string[] {
  const offset = offsetOf(zone)
  const working = { zone, days: [1, 2, 3, 4, 5, 6, 7] as const, daysOff: new Set<string>() }
  const faults: string[] = []
  for (const cadence of rules) {
    for (const time of times) {
      const rule: SlotRule = { cadence, time, working, onDayOff: 'skip' }
      let previous = 0
      let slot = firstSlot(rule, from)
      while (slot && slot.slot <= until) {
        const { dueAt } = slot
        const wanted = Date.parse(`${slot.slot}T${time}Z`)
        const shown = dueAt + offset(dueAt)
        const fits =
          shown === wanted || (shown > wanted && shown - wanted === offset(dueAt) - offset(dueAt - 3 * hourMs))
        if (!fits || dueAt <= previous || slot.skipped) faults.push(`${slot.slot} ${time}`)
        previous = dueAt
        slot = nextSlot(rule, slot.slot)
      }
    }
  }
  return faults
}
