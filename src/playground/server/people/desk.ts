import type { Json } from '../../json.ts'
import type { Office } from '../api/method.ts'
import { verificationToken } from '../events.ts'
import { openDirectMessage } from '../founding.ts'
import { getChannel } from '../lookup.ts'
import type { Mailroom } from '../mailroom.ts'
import type { ResponseUrls } from '../response-urls.ts'
import type { Channel, User, Workspace } from '../workspace.ts'
import type { MessageForms } from './spot.ts'

/** What people work with. */
export interface Desk {
  workspace: Workspace
  office: Office
  mailroom: Mailroom
  responseUrls: ResponseUrls
  /** What is filled in on messages, per person. */
  forms: MessageForms
  /** Options the app offered last, per person and element. */
  suggested: Map<string, Json[]>
  until<T>(condition: () => T): Promise<Exclude<T, false | 0 | '' | null | undefined>>
}

/** What every interaction tells about the person and the app. */
export function introduction({ workspace: { team, bot } }: Desk, user: User): Json {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    team: { id: team.id, domain: team.domain },
    api_app_id: bot.appId,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The channel a person is in, by id or name; their DM with the bot when none is named. Throws when they cannot be there. */
export function channelFor(desk: Desk, user: User, named: string | undefined): Channel {
  if (named === undefined) return openDirectMessage(desk.workspace, user.id)
  const channel = getChannel(desk.workspace, named)
  const open = channel.kind === 'public' && !user.restricted
  if (!open && !channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}.`)
  return channel
}
