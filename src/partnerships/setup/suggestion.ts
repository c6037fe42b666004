import { zones } from '../../calendar/wall-time.ts'
import type { KnownPerson } from '../../workspaces/index.ts'
import type { Channels, Side } from '../partnership.ts'

/** More cannot be chosen in one field of Slack. */
export const mostPeople = 100

/** Who probably belongs where. Slack ids; `both`: in the channels of both teams, so somebody must choose. */
export interface SuggestedPeople extends Record<Side, string[]> {
  both: string[]
}

/**
 * The people of the two teams' channels, without bots, guests, people of other organisations and those who have left.
 * Where a team's channel is the shared one, those who are also in the other team's channel belong there.
 * @param members of each team's channel, Slack ids
 */
export function suggestPeople(
  members: Record<Side, readonly string[]>,
  known: readonly KnownPerson[],
  channels: Channels,
): SuggestedPeople {
  const colleagues = new Set(
    known
      .filter(({ person, deactivated }) => person.kind === 'member' && !deactivated)
      .map(({ person }) => person.slackId),
  )
  const marketing = new Set(members.marketing).intersection(colleagues)
  const sales = new Set(members.sales).intersection(colleagues)
  const both = marketing.intersection(sales)
  if (channels.marketing === channels.sales) return { marketing: [], sales: [], both: [...both] }
  if (channels.shared === channels.marketing)
    return { marketing: [...marketing.difference(sales)], sales: [...sales], both: [] }
  if (channels.shared === channels.sales)
    return { marketing: [...marketing], sales: [...sales.difference(marketing)], both: [] }
  return { marketing: [...marketing.difference(both)], sales: [...sales.difference(both)], both: [...both] }
}

/** The zones that fit what somebody typed: places that begin with it first. @param own theirs, offered before all others */
export function suggestZones(typed: string, own: string): string[] {
  const wanted = plainLetters(typed)
  const all = [...new Set([own, ...zones()])]
  const place = (zone: string) => plainLetters(zone.slice(zone.lastIndexOf('/') + 1))
  const begins = all.filter((zone) => place(zone).startsWith(wanted))
  const holds = all.filter((zone) => plainLetters(zone).includes(wanted))
  return [...new Set([...begins, ...holds])].slice(0, 100)
}

const plainLetters = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')

const countryOfZone: Record<string, string> = {
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Berlin': 'DE',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Paris': 'FR',
  'Europe/Luxembourg': 'LU',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/Copenhagen': 'DK',
  'Europe/Stockholm': 'SE',
  'Europe/Madrid': 'ES',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
}

/** The country whose holidays somebody in this zone probably has; '' where that is anybody's guess. */
export const suggestCountry = (zone: string): string => countryOfZone[zone] ?? ''
