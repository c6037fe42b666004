import type { Cadence } from '../../src/calendar/cadence.ts'
import { firstSlot, nextSlot, type SlotRule } from '../../src/calendar/slots.ts'
import { occursOn } from './arbitraries.ts'
import { dayMs, hourMs, offsetOf } from './oracle.ts'

type Recurring = Exclude<Cadence, { kind: 'once' }>

const anchor = '2026-11-22'
const rules: Recurring[] = [
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
 * Lives through the slots of six cadences at three times of day, and tells which dates were left out, which were none of the
 * cadence, and which slots were out of order or due at another time than the clocks, read with `Intl` alone, should have shown:
 * exactly the wall time, or later only by what they skipped.
 */
export function slotFaultsBetween(from: string, until: string): (zone: string) => string[] {
  const courses = rules.map((cadence) => ({ cadence, from, until, expected: datesOf(cadence, from, until) }))
  return (zone) => courses.flatMap((course) => times.flatMap((time) => faultsOf(course, zone, time)))
}

interface Course {
  cadence: Recurring
  from: string
  until: string
  expected: string[]
}

function faultsOf({ cadence, from, until, expected }: Course, zone: string, time: string): string[] {
  const offset = offsetOf(zone)
  const working = { zone, days: [1, 2, 3, 4, 5, 6, 7] as const, daysOff: new Set<string>() }
  const rule: SlotRule = { cadence, time, working, onDayOff: 'skip' }
  const faults: string[] = []
  const known: string[] = []
  let previous = 0
  let slot = firstSlot(rule, from)
  // One that goes back in time would never get there.
  while (slot && slot.slot <= until && known.length <= expected.length) {
    const { dueAt } = slot
    const wanted = Date.parse(`${slot.slot}T${time}Z`)
    const shown = dueAt + offset(dueAt)
    const fits = shown === wanted || (shown > wanted && shown - wanted === offset(dueAt) - offset(dueAt - 3 * hourMs))
    if (!fits || dueAt <= previous || slot.skipped) faults.push(`${slot.slot} ${time}`)
    previous = dueAt
    known.push(slot.slot)
    slot = nextSlot(rule, slot.slot)
  }
  const wrong = new Set(known).symmetricDifference(new Set(expected))
  return [...faults, ...[...wrong].map((date) => `${date} ${time} is ${known.includes(date) ? 'no date' : 'left out'}`)]
}

/** Looked for day by day, so that it does not matter how the cadence finds them. */
function datesOf(cadence: Recurring, from: string, until: string): string[] {
  const days = Array.from({ length: (Date.parse(until) - Date.parse(from)) / dayMs + 1 }, (_, day) => day)
  return days
    .map((day) => new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10))
    .filter((date) => occursOn(cadence, date))
}
