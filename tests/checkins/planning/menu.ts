import type { Ephemeral } from '../../../src/playground/server/workspace.ts'
import type { Name } from '../../actions/two-teams.ts'
import type { TeamDay } from '../team-day.ts'

/** The last thing only they were shown. */
export function shownTo(day: TeamDay, name: Name): Ephemeral {
  const shown = day.person(name).ephemerals().at(-1)
  if (!shown) throw new Error('Nothing was shown.')
  return shown
}

/** Presses a button of `/rondo checkin`. */
export async function press(day: TeamDay, name: Name, button: string, value?: string): Promise<void> {
  await day.person(name).command('/rondo checkin')
  await day.settle()
  await day.person(name).click(shownTo(day, name), button, value === undefined ? {} : { value })
  await day.settle()
}

const words = {
  skip: 'Skip the next date',
  move: 'Move the next date',
  edit: 'Edit',
  pause: 'Pause',
  resume: 'Resume',
}

/** Chooses from the menu of the only check-in in `/rondo checkin`. @returns the list, to choose from it again */
export async function manage(day: TeamDay, name: Name, what: keyof typeof words): Promise<Ephemeral> {
  await day.person(name).command('/rondo checkin')
  await day.settle()
  const list = shownTo(day, name)
  await choose(day, name, list, what)
  return list
}

/** Chooses from the menu of a list that was shown before. */
export async function choose(day: TeamDay, name: Name, list: Ephemeral, what: keyof typeof words): Promise<void> {
  await day.person(name).click(list, 'checkins:manage', { value: words[what] })
  await day.settle()
}
