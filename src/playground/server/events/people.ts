import type { Json } from '../../json.ts'
import { toUser, toUsergroup } from '../shapes.ts'
import type { Channel, User, Usergroup } from '../workspace.ts'
import type { Teller } from './teller.ts'

export const peopleEventNames = [
  'app_home_opened',
  'app_uninstalled',
  'function_executed',
  'subteam_created',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'tokens_revoked',
  'user_change',
]

export interface PeopleEvents {
  homeOpened(user: User, channel: Channel, tab: 'home' | 'messages', view: Json | undefined): void
  userChanged(user: User, type: 'user_change' | 'team_join'): void
  group(type: 'subteam_created' | 'subteam_updated', group: Usergroup): void
  groupMembers(group: Usergroup, added: string[], removed: string[], before: number): void
  functionExecuted(what: Json): void
  uninstalled(): void
}

/** What happens to people, their groups and the installation. */
export function createPeopleEvents({ workspace, tell, tick }: Teller): PeopleEvents {
  const seconds = (at: number) => Math.floor(at / 1000)
  return {
    homeOpened: (user, channel, tab, view) => {
      const event = { type: 'app_home_opened', user: user.id, channel: channel.id, tab, event_ts: tick() }
      tell({ name: 'app_home_opened' }, { ...event, ...(view && { view }) })
    },
    userChanged: (user, type) => {
      const shown = { user: toUser(workspace, user, true), cache_ts: seconds(user.updated) }
      tell({ name: type, scope: 'users:read' }, { type, ...shown, event_ts: tick() })
    },
    group: (type, group) => {
      const subteam = toUsergroup(workspace, group, true)
      tell({ name: type, scope: 'usergroups:read' }, { type, subteam, event_ts: tick() })
    },
    groupMembers: (group, added, removed, before) => {
      const type = 'subteam_members_changed'
      tell(
        { name: type, scope: 'usergroups:read' },
        {
          type,
          subteam_id: group.id,
          team_id: workspace.team.id,
          date_previous_update: seconds(before),
          date_update: seconds(group.updated),
          added_users: added,
          added_users_count: added.length,
          removed_users: removed,
          removed_users_count: removed.length,
          event_ts: tick(),
        },
      )
    },
    functionExecuted: (what) =>
      tell({ name: 'function_executed' }, { type: 'function_executed', ...what, event_ts: tick() }),
    uninstalled: () => {
      tell({ name: 'app_uninstalled' }, { type: 'app_uninstalled', event_ts: tick() })
      const tokens = { oauth: [], bot: [workspace.bot.userId] }
      tell({ name: 'tokens_revoked' }, { type: 'tokens_revoked', tokens, event_ts: tick() })
    },
  }
}
