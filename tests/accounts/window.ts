import type { Name } from '../actions/two-teams.ts'
import type { TeamDay } from '../checkins/team-day.ts'

/** The window in front of somebody, as they read it. */
export const windowOf = (day: TeamDay, name: Name): string => day.read(day.person(name).modal, name)

/** Types `/rondo account` and waits for the window. */
export async function shows(day: TeamDay, name: Name, account = ''): Promise<string> {
  if (day.person(name).modal) await day.person(name).close({ all: true })
  await day.person(name).command(`/rondo account ${account}`)
  await day.settle()
  return windowOf(day, name)
}

/** Presses a button of the window in front. @param value of the button, where there are several of that kind */
export async function presses(day: TeamDay, name: Name, verb: string, value?: string): Promise<string> {
  await day.person(name).click('modal', `accounts:${verb}`, value === undefined ? {} : { value })
  await day.settle()
  return windowOf(day, name)
}

/** Sends the window in front. */
export async function sends(day: TeamDay, name: Name, values: Record<string, string | null>): Promise<string> {
  const answer = await day.person(name).submit(values)
  await day.settle()
  return `${JSON.stringify(answer)}${windowOf(day, name)}`
}
