import { z } from 'zod'
import type { Exception, SlotRule } from '../../calendar/slots.ts'

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
  opens: z.object({ workingDaysBefore: z.number(), time: z.string() }).optional(),
  zones: z.array(z.string()).optional(),
  working: z.object({ zone: z.string(), days: z.array(weekday), daysOff: z.array(date) }),
  onDayOff: z.enum(['skip', 'move']),
})

const storedExceptions = z.array(z.tuple([date, z.union([z.literal('skip'), z.object({ date, time: z.string() })])]))

/** A rule as it is kept, without its exceptions: the same text for the same rule. */
export function toRuleText({ cadence, time, opens, zones, working, onDayOff }: SlotRule): string {
  const { zone, days, daysOff } = working
  const sorted = { zone, days, daysOff: [...daysOff].sort() }
  return JSON.stringify({ cadence, time, opens, zones: zones && [...zones].sort(), working: sorted, onDayOff })
}

/** @throws when the texts are not a rule and its exceptions */
export function toRule({ rule: text, exceptions }: { rule: string; exceptions: string }): SlotRule {
  const { working, ...rule } = stored.parse(JSON.parse(text))
  return {
    ...{ ...rule, working: { ...working, daysOff: new Set(working.daysOff) } },
    exceptions: toExceptions(exceptions),
  }
}

/** The exceptions of a schedule as they are kept. */
export function toExceptionsText(exceptions: Iterable<[string, Exception]>): string {
  return JSON.stringify([...exceptions].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** @throws when the text is no list of exceptions */
export function toExceptions(text: string): ReadonlyMap<string, Exception> {
  return new Map(storedExceptions.parse(JSON.parse(text)))
}
