import type { Side } from '../partnerships/index.ts'
import type { Somebody } from './agreement.ts'

/** Somebody who leads a side: its team lead, or the deputy. */
export interface Leader {
  side: Side
  role: 'team_lead' | 'deputy'
  person: Somebody
  away: boolean
}

const sides: readonly Side[] = ['marketing', 'sales']

/**
 * The sides somebody speaks for now. The team lead speaks for their own; the deputy while the team lead is away, or there is
 * none. For a side that nobody leads, whoever speaks for the other one does.
 */
export function speaksFor(personId: string, leaders: readonly Leader[]): Side[] {
  const own = leaders.find(({ person }) => person.id === personId)
  if (!own || !speaks(own, leaders)) return []
  return sides.filter((side) => side === own.side || !leaders.some((one) => one.side === side))
}

/** Who may agree for a side now; more than one where a team lead is away and has a deputy. */
export const speakersFor = <L extends Leader>(side: Side, leaders: readonly L[]): L[] =>
  leaders.filter(({ person }) => speaksFor(person.id, leaders).includes(side))

/** The team lead in whose place somebody speaks. */
export function standsInFor(personId: string, leaders: readonly Leader[]): Somebody | undefined {
  const own = leaders.find(({ person }) => person.id === personId)
  if (own?.role !== 'deputy' || !speaks(own, leaders)) return undefined
  return teamLeadOf(own.side, leaders)?.person
}

function speaks({ role, side }: Leader, leaders: readonly Leader[]): boolean {
  const teamLead = teamLeadOf(side, leaders)
  return role === 'team_lead' || !teamLead || teamLead.away
}

const teamLeadOf = (side: Side, leaders: readonly Leader[]): Leader | undefined =>
  leaders.find((one) => one.side === side && one.role === 'team_lead')
