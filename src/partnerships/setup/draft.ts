import { z } from 'zod'
import type { Weekday } from '../../calendar/local-date.ts'
import { type Channels, type DayOff, type Hours, type Partnership, type Side, sides } from '../partnership.ts'
import type { Member, RoleHolder } from '../people/member.ts'

const bySide = <S extends z.ZodType>(one: S) => z.object({ marketing: one, sales: one })
const slackId = z.string()

const step1 = z.object({
  name: z.string(),
  channels: z.object({ marketing: slackId, sales: slackId, shared: slackId }),
  /** Those of the channels that people of another organisation are in. */
  external: z.array(slackId),
})

const roles = z.object({
  team_lead: slackId.optional(),
  deputy: slackId.optional(),
  contact_person: slackId.optional(),
})

const step2 = z.object({ people: bySide(z.array(slackId)), roles: bySide(roles) })

const weekday = z.custom<Weekday>((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7)
const step3 = z.object({
  language: z.enum(['en', 'nl']),
  zone: z.string(),
  workingDays: z.array(weekday),
  workStart: z.string(),
  workEnd: z.string(),
  holidayCountry: z.string(),
  daysOff: z.array(z.object({ date: z.string(), name: z.string() })),
})

/** What is filled in of a set-up, step by step. People and channels by their Slack ids. */
export const draft = z.object({
  /** The id the partnership will have, or has: however often it is submitted, it is one. */
  id: z.string(),
  savedAt: z.number(),
  step1: step1.optional(),
  step2: step2.optional(),
  step3: step3.optional(),
})

export type Step1 = z.infer<typeof step1>
export type Step2 = z.infer<typeof step2>
export type Step3 = z.infer<typeof step3>
export type Roles = z.infer<typeof roles>
export type Draft = z.infer<typeof draft>

/** A set-up of which everything is filled in. */
export interface SetUp {
  id: string
  name: string
  channels: Channels
  people: Record<Side, string[]>
  roles: Record<Side, Roles>
  hours: Hours & { language: 'en' | 'nl'; zone: string; daysOff: DayOff[] }
}

/** @returns undefined while a step is missing */
export function completed({ id, step1, step2, step3 }: Draft): SetUp | undefined {
  if (!step1 || !step2 || !step3) return undefined
  return { id, name: step1.name, channels: step1.channels, people: step2.people, roles: step2.roles, hours: step3 }
}

/** A partnership as it stands, to be changed. */
export function draftOf(
  partnership: Partnership,
  members: readonly Member[],
  holders: readonly RoleHolder[],
  daysOff: DayOff[],
): Draft {
  const { id, name, channels, language, zone, workingDays, workStart, workEnd, holidayCountry, changedAt } = partnership
  const onSide = (side: Side) => members.filter((one) => one.side === side).map(({ person }) => person.slackId)
  const rolesOn = (side: Side): Roles =>
    Object.fromEntries(holders.filter((one) => one.side === side).map(({ role, person }) => [role, person.slackId]))
  return {
    id,
    savedAt: changedAt,
    step1: { name, channels, external: [] },
    step2: {
      people: { marketing: onSide('marketing'), sales: onSide('sales') },
      roles: { marketing: rolesOn('marketing'), sales: rolesOn('sales') },
    },
    step3: { language, zone, workingDays, workStart, workEnd, holidayCountry, daysOff },
  }
}

/**
 * What was filled in goes before what stands, unless that was changed since.
 * @param stands the partnership as it is; undefined for a new one
 */
export function resumed(stored: Draft | undefined, stands: Draft | undefined): Draft | undefined {
  if (!stored || !stands) return stored ?? stands
  return stored.savedAt > stands.savedAt ? { ...stands, ...stored } : stands
}

/** A draft with its channels filled in. People were taken from the channels: with other ones they are asked for again. */
export function withChannels(before: Draft, filled: Step1, isNew: boolean): Draft {
  const same = sides.every((side) => before.step1?.channels[side] === filled.channels[side])
  const { step2, ...rest } = before
  return { ...rest, step1: filled, ...(step2 && (same || !isNew) ? { step2 } : {}) }
}
