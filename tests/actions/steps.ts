import type { Item } from '../../src/platform/rendered.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import type { TeamDay } from '../checkins/team-day.ts'
import { type Name, personOf } from './two-teams.ts'

export const rootOf = (day: TeamDay): Message => {
  const root = day.roots().at(-1)
  if (!root) throw new Error('No check-in has opened.')
  return root
}

/** *Add action* under the first post. */
export async function add(day: TeamDay, name: Name, values: Record<string, string>) {
  await day.person(name).click(rootOf(day), 'actions:add')
  await day.person(name).nextModal('actions:add')
  const submission = await day.person(name).submit(values)
  await day.settle()
  return submission
}

/** What waits for somebody of actions. */
export async function items(day: TeamDay, name: Name, more: { admin?: boolean } = {}): Promise<Item[]> {
  const person = { ...personOf(name), ...more }
  const all = day.features.map((feature) => feature.nudges?.(day.db, person, day.clock.now()) ?? [])
  return (await Promise.all(all)).flat().filter(({ id }) => id.startsWith('actions:'))
}

/** The same as they read it: its line, and what stands below. */
export async function lines(day: TeamDay, name: Name): Promise<string[]> {
  return (await items(day, name)).map(({ title, detail }) => (detail ? `${title} | ${detail}` : title))
}

/** The last direct message to somebody. */
export function lastTo(day: TeamDay, name: Name): Message {
  const last = day.person(name).directMessages().at(-1)
  if (!last) throw new Error('Nothing was said to them.')
  return last
}

/** The last thing only they were shown. */
export function lastOnlyFor(day: TeamDay, name: Name) {
  const last = day.person(name).ephemerals().at(-1)
  if (!last) throw new Error('Nothing was shown to them.')
  return last
}
