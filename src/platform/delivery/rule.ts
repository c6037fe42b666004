import { z } from 'zod'
import type { SlotRule } from '../../calendar/slots.ts'

const date = z.string()
const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
])
const nth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')])
const dayOfMonth = z.union([
  z.object({ day: z.number() }),
  z.object({ lastDay: z.literal(true) }),
  z.object({ nth, weekday }),
])

const stored = z.object({
  cadence: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('once'), date }),
    z.object({ kind: z.literal('weekly'), every: z.number(), weekdays: z.array(weekday), anchor: date }),
    z.object({ kind: z.literal('monthly'), every: z.number(), on: dayOfMonth, anchor: date }),
  ]),
  time: z.string(),
  working: z.object({ zone: z.string(), days: z.array(weekday), daysOff: z.array(date) }),
  onDayOff: z.enum(['skip', 'move']),
})

/** A rule as it is kept: the same text for the same rule. */
export function toRuleText({ cadence, time, working, onDayOff }: SlotRule): string {
  const { zone, days, daysOff } = working
  return JSON.stringify({ cadence, time, working: { zone, days, daysOff: [...daysOff].sort() }, onDayOff })
}

/** @throws when the text is not a rule */
export function toRule(text: string): SlotRule {
  const { working, ...rule } = stored.parse(JSON.parse(text))
  return { ...rule, working: { ...working, daysOff: new Set(working.daysOff) } }
}
