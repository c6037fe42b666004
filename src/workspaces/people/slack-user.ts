import { z } from 'zod'
import { isZone } from '../../calendar/wall-time.ts'
import { type Language, languageOf } from '../../platform/i18n.ts'
import type { Person } from '../../platform/person.ts'

/** A person as Slack describes them in `users.info` and `user_change`; guests see and show less. */
export const slackUser = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().nullish(),
  profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).optional(),
  deleted: z.boolean().optional(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  is_bot: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() }).optional(),
})
export type SlackUser = z.infer<typeof slackUser>

/** What Rondo keeps of them. Undefined is what Slack did not say: what was known stays. */
export interface Profile {
  slackId: string
  name: string
  kind: Person['kind']
  admin: boolean
  deactivated: boolean
  zone: string | undefined
  language: Language | undefined
}

interface Home {
  teamId: string
  enterpriseId: string
}

/** @param home the workspace that looks at them: people of others are external */
export function toProfile(user: SlackUser, home: Home): Profile {
  const names = [user.profile?.display_name, user.real_name, user.profile?.real_name, user.name]
  return {
    slackId: user.id,
    name: names.find((name) => name) ?? user.id,
    kind: kindOf(user, home),
    admin: user.is_admin === true || user.is_owner === true,
    deactivated: user.deleted === true,
    // Slack leaves zone and locale out for bots and deactivated people.
    zone: user.tz && isZone(user.tz) ? user.tz : undefined,
    language: user.locale ? languageOf(user.locale) : undefined,
  }
}

function kindOf(user: SlackUser, home: Home): Person['kind'] {
  // Slackbot says of itself that it is no bot.
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot'
  if (user.is_stranger || !belongs(user, home)) return 'external'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

/** In an Enterprise organisation people of a sister workspace are colleagues. */
function belongs(user: SlackUser, home: Home): boolean {
  if (user.team_id === undefined || user.team_id === home.teamId) return true
  if (user.enterprise_user?.teams?.includes(home.teamId)) return true
  return home.enterpriseId !== '' && user.enterprise_user?.enterprise_id === home.enterpriseId
}
