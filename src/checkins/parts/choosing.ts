import type { Part } from '../parts-store.ts'

/** Two lists of Slack ids, as they were chosen. */
export interface Chosen {
  optional: readonly string[]
  observer: readonly string[]
}

export type Refusal =
  /** Slack ids of those who are in neither team. */
  | { field: Part; why: 'not members'; slackIds: string[] }
  /** In both lists. */
  | { field: 'observer'; why: 'twice'; slackIds: string[] }
  /** Everybody observes. */
  | { field: 'observer'; why: 'nobody left' }

/** What is wrong with the choice; undefined where nothing is. @param members Slack ids of all people of the two teams */
export function refusal({ optional, observer }: Chosen, members: readonly string[]): Refusal | undefined {
  const outside = (list: readonly string[]) => list.filter((id) => !members.includes(id))
  for (const [field, list] of [
    ['optional', optional],
    ['observer', observer],
  ] as const) {
    const slackIds = outside(list)
    if (slackIds.length > 0) return { field, why: 'not members', slackIds }
  }
  const slackIds = observer.filter((id) => optional.includes(id))
  if (slackIds.length > 0) return { field: 'observer', why: 'twice', slackIds }
  return members.every((id) => observer.includes(id)) ? { field: 'observer', why: 'nobody left' } : undefined
}
