/** User groups of the workspace, from which a side can be filled. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { classify } from '../../platform/slack/trouble.ts'
import type { KnownPerson } from '../../workspaces/index.ts'
import { type Side, sides } from '../partnership.ts'

/** More cannot be offered in one field of Slack. */
export const mostGroups = 100

export interface UserGroup {
  id: string
  /** 'Sales Benelux (@sales-nl)' */
  name: string
}

const listed = z.object({
  usergroups: z.array(z.object({ id: z.string(), name: z.string(), handle: z.string() })).default([]),
})

/**
 * Those that are switched on, by name.
 * @throws what the WebClient throws, also where user groups do not belong to the plan
 */
export async function userGroups(slack: WebClient): Promise<UserGroup[]> {
  const { usergroups } = listed.parse(await slack.usergroups.list())
  const named = usergroups.map(({ id, name, handle }) => ({ id, name: `${name} (@${handle})` }))
  return named.toSorted((one, other) => one.name.localeCompare(other.name))
}

/**
 * Who is in these groups: Slack ids by group; undefined for a group that is no longer there.
 * @throws what the WebClient throws where Slack does not say
 */
export async function membersByGroup(
  slack: WebClient,
  ids: readonly string[],
): Promise<Map<string, string[] | undefined>> {
  const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await membersOfGroup(slack, id)] as const))
  return new Map(found)
}

async function membersOfGroup(slack: WebClient, usergroup: string): Promise<string[] | undefined> {
  try {
    return (await slack.usergroups.users.list({ usergroup })).users ?? []
  } catch (error) {
    const trouble = classify(error)
    if ('code' in trouble && trouble.code === 'no_such_subteam') return undefined
    throw error
  }
}

/** Slack ids. `leftOut`: guests, bots, who is gone, and who was chosen for the other side by hand. */
export interface Added {
  added: string[]
  leftOut: string[]
}

/** Who comes along from the groups of each side, and who does not; who was chosen for it by hand is neither. */
export function addedFromGroups(
  people: Record<Side, readonly string[]>,
  members: Record<Side, readonly string[]>,
  known: ReadonlyMap<string, KnownPerson>,
): Record<Side, Added> {
  const colleague = (id: string) => {
    const one = known.get(id)
    return one !== undefined && !one.deactivated && one.person.kind === 'member'
  }
  const ofSide = (side: Side): Added => {
    const elsewhere = sides.flatMap((one) => (one === side ? [] : people[one]))
    const more = [...new Set(members[side])].filter((id) => !people[side].includes(id))
    const { added = [], leftOut = [] } = Object.groupBy(more, (id) =>
      colleague(id) && !elsewhere.includes(id) ? 'added' : 'leftOut',
    )
    return { added, leftOut }
  }
  return { marketing: ofSide('marketing'), sales: ofSide('sales') }
}
