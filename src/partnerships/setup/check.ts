import { toPlainDate } from '../../calendar/local-date.ts'
import { isZone, toLocal } from '../../calendar/wall-time.ts'
import { nextWorkingDay } from '../../calendar/working-day.ts'
import type { KnownPerson } from '../../workspaces/index.ts'
import { daysOffAround } from '../days-off.ts'
import { type Side, sides } from '../partnership.ts'
import { type Role, roleNames } from '../people/member.ts'
import type { Step1, Step2, Step3 } from './draft.ts'

/** What is wrong with the people somebody chose; `names` are those it is about. */
export type PeopleProblem =
  | { kind: 'nobody'; side: Side }
  | { kind: 'no team lead'; side: Side; role: 'team_lead' }
  | { kind: 'on both sides' | 'bot' | 'gone' | 'unknown'; side: Side; names: string[] }
  | { kind: 'not on this side' | 'is the team lead'; side: Side; role: Role; name: string }

/** Everything that is wrong, at most one problem for each field. @param known by Slack id, all who could be found */
export function checkPeople(chosen: Step2, known: ReadonlyMap<string, KnownPerson>): PeopleProblem[] {
  return sides.flatMap((side) => [...checkSide(side, chosen, known), ...checkRoles(side, chosen, known)])
}

function checkSide(side: Side, { people }: Step2, known: ReadonlyMap<string, KnownPerson>): PeopleProblem[] {
  const ids = people[side]
  if (ids.length === 0) return [{ kind: 'nobody', side }]
  const names = (which: (id: string) => boolean) => ids.filter(which).map((id) => nameOf(id, known))
  const problems = [
    { kind: 'unknown' as const, names: names((id) => !known.has(id)) },
    { kind: 'bot' as const, names: names((id) => known.get(id)?.person.kind === 'bot') },
    { kind: 'gone' as const, names: names((id) => known.get(id)?.deactivated === true) },
    // Said once, under the second team.
    {
      kind: 'on both sides' as const,
      names: side === 'sales' ? names((id) => people.marketing.includes(id)) : [],
    },
  ]
  const first = problems.find((problem) => problem.names.length > 0)
  return first ? [{ ...first, side }] : []
}

function checkRoles(side: Side, { people, roles }: Step2, known: ReadonlyMap<string, KnownPerson>): PeopleProblem[] {
  return roleNames.flatMap((role): PeopleProblem[] => {
    const id = roles[side][role]
    if (id === undefined) return role === 'team_lead' ? [{ kind: 'no team lead', side, role }] : []
    const name = nameOf(id, known)
    if (!people[side].includes(id)) return [{ kind: 'not on this side', side, role, name }]
    return role === 'deputy' && id === roles[side].team_lead ? [{ kind: 'is the team lead', side, role, name }] : []
  })
}

const nameOf = (id: string, known: ReadonlyMap<string, KnownPerson>): string => known.get(id)?.person.name ?? id

/** Whether one channel would have to serve as all three. */
export function isOneForAll({ marketing, sales, shared }: Step1['channels']): boolean {
  return marketing === sales && sales === shared
}

export type HoursProblem = 'ends before it starts' | 'no such zone' | 'no working day left'

/** What is wrong with the hours; undefined where they can be worked with. */
export function checkHours(hours: Step3, now: number): HoursProblem | undefined {
  if (!isZone(hours.zone)) return 'no such zone'
  if (hours.workStart >= hours.workEnd) return 'ends before it starts'
  return hasWorkingDays(hours, now) ? undefined : 'no working day left'
}

/** Whether a working day is left in each of the years that deadlines are worked out for. */
function hasWorkingDays({ zone, workingDays, holidayCountry, daysOff }: Step3, now: number): boolean {
  if (workingDays.length === 0) return false
  const today = toLocal(now, zone).date
  const off = daysOffAround(
    today,
    holidayCountry,
    daysOff.map(({ date }) => date),
  )
  try {
    const next = nextWorkingDay(today, { zone, days: workingDays, daysOff: off })
    return toPlainDate(today).until(next, { largestUnit: 'days' }).days <= longestWaitDays
  } catch {
    return false
  }
}

/** Longer than any holiday of two teams at once. */
const longestWaitDays = 100
