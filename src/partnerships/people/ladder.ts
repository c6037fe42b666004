import type { Person } from '../../platform/person.ts'
import type { Side } from '../partnership.ts'
import type { RoleHolder } from './member.ts'

/** How far something has gone up: 1 to who speaks for the side, 2 also to the other side. */
export type Level = 1 | 2

export const otherSide = (side: Side): Side => (side === 'marketing' ? 'sales' : 'marketing')

/** Who speaks for a side, of these: its team lead, else the deputy. @param leaders the team lead of a side before the deputy */
export function speakerOf(side: Side, leaders: readonly RoleHolder[]): Person | undefined {
  return leaders.find((one) => one.side === side)?.person
}

/** To whom goes what somebody of a side had: who speaks for it, else for the other one; undefined where nobody leads. */
export function successor(side: Side, leaders: readonly RoleHolder[]): Person | undefined {
  return speakerOf(side, leaders) ?? speakerOf(otherSide(side), leaders)
}

/** Who can be asked about a side; the admins where nobody who leads is there. @param present the leaders who are not away */
export function speakers(side: Side, present: readonly RoleHolder[], admins: readonly Person[]): Person[] {
  const one = successor(side, present)
  return one ? [one] : [...admins]
}

/** Who hears of what was not done in time: from the second level on somebody who has not heard of it yet, if there is anybody. */
export function heardBy(side: Side, level: Level, present: readonly RoleHolder[], admins: readonly Person[]): Person[] {
  const first = speakers(side, present, admins)
  if (level === 1) return first
  const other = speakerOf(otherSide(side), present)
  const both = distinct(other ? [...first, other] : first)
  return both.length > first.length ? both : distinct([...first, ...admins])
}

/** Each of them once. */
export function distinct(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
