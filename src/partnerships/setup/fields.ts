import { z } from 'zod'
import type { LocalDate, Weekday } from '../../calendar/local-date.ts'
import type { Fields } from '../../platform/interaction.ts'
import { type ReadDaysOff, readDaysOff } from '../days-off.ts'
import { holidayCountries } from '../holidays.ts'
import { type Channels, type Side, sides } from '../partnership.ts'
import type { Role } from '../people/member.ts'
import type { PeopleProblem } from './check.ts'
import type { Roles, Step2, Step3 } from './draft.ts'

/** The inputs of the windows, by what they hold. */
export const fieldIds = {
  name: 'name',
  channel: { marketing: 'marketing_channel', sales: 'sales_channel', shared: 'shared_channel' },
  people: { marketing: 'marketing_people', sales: 'sales_people' },
  groups: { marketing: 'marketing_groups', sales: 'sales_groups' },
  role: (side: Side, role: Role) => `${side}_${role}`,
  language: 'language',
  /** Slack asks for its options under this id. */
  zone: 'partnerships:zone',
  days: 'working_days',
  start: 'work_start',
  end: 'work_end',
  country: 'holiday_country',
  daysOff: 'days_off',
} as const

const one = z.string().optional()
const several = z.array(z.string()).default([])

/** The field under which a problem with people is told. */
export function fieldOf(problem: PeopleProblem): string {
  return 'role' in problem ? fieldIds.role(problem.side, problem.role) : fieldIds.people[problem.side]
}

export function readChannels(fields: Fields): { name: string; channels: Partial<Channels> } {
  const chosen = (name: keyof Channels) => one.parse(fields[fieldIds.channel[name]])
  const entries = ([...sides, 'shared'] as const).map((name) => [name, chosen(name)])
  return { name: (one.parse(fields[fieldIds.name]) ?? '').trim(), channels: Object.fromEntries(entries) }
}

export function readPeople(fields: Fields): Step2 {
  const people = (side: Side) => [...new Set(several.parse(fields[fieldIds.people[side]]))]
  const rolesOn = (side: Side): Roles => ({
    team_lead: one.parse(fields[fieldIds.role(side, 'team_lead')]),
    deputy: one.parse(fields[fieldIds.role(side, 'deputy')]),
    contact_person: one.parse(fields[fieldIds.role(side, 'contact_person')]),
  })
  return {
    people: { marketing: people('marketing'), sales: people('sales') },
    roles: { marketing: rolesOn('marketing'), sales: rolesOn('sales') },
  }
}

/** The user groups that were chosen beside the people, by their Slack ids. */
export function readGroups(fields: Fields): Record<Side, string[]> {
  const groups = (side: Side) => several.parse(fields[fieldIds.groups[side]])
  return { marketing: groups('marketing'), sales: groups('sales') }
}

const hours = z.object({
  [fieldIds.language]: z.enum(['en', 'nl']),
  [fieldIds.zone]: z.string().default(''),
  [fieldIds.days]: z.array(z.coerce.number().int().min(1).max(7)).default([]),
  [fieldIds.start]: z.iso.time({ precision: -1 }),
  [fieldIds.end]: z.iso.time({ precision: -1 }),
  [fieldIds.country]: z.union([z.literal('none'), z.enum(holidayCountries)]),
  [fieldIds.daysOff]: z.string().default(''),
})

/** What was filled in of step 3; `daysOff` apart, since it may not be readable. */
export function readHours(fields: Fields, today: LocalDate): { hours: Omit<Step3, 'daysOff'>; daysOff: ReadDaysOff } {
  const read = hours.parse(fields)
  const country = read[fieldIds.country]
  return {
    hours: {
      language: read[fieldIds.language],
      zone: read[fieldIds.zone],
      workingDays: read[fieldIds.days].toSorted((a, b) => a - b) as Weekday[],
      workStart: read[fieldIds.start],
      workEnd: read[fieldIds.end],
      holidayCountry: country === 'none' ? '' : country,
    },
    daysOff: readDaysOff(read[fieldIds.daysOff], today),
  }
}
