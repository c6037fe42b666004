import type { Json } from '../json.ts'
import type { Channel, User, Usergroup, View, Workspace } from './workspace.ts'

/** A person as `users.info` and `user_change` show them. */
export function toUser(workspace: Workspace, user: User, withLocale = false): Json {
  const active = !user.deleted && !user.bot
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    ...(active && toZone(user.tz, workspace.clock.now())),
    profile: {
      title: user.title,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: '',
      display_name_normalized: '',
      team: user.teamId,
      avatar_hash: '',
      ...(user.email && workspace.scopes.has('users:read.email') && { email: user.email }),
      ...(user.id === workspace.bot.userId && { bot_id: workspace.bot.botId, api_app_id: workspace.bot.appId }),
    },
    is_bot: user.bot,
    is_app_user: false,
    updated: Math.floor(user.updated / 1000),
    ...(!user.deleted && {
      is_admin: user.admin,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: user.restricted,
      is_ultra_restricted: user.ultraRestricted,
      ...(user.stranger && { is_stranger: true }),
    }),
    ...(withLocale && active && { locale: user.locale }),
  }
}

function toZone(tz: string, now: number): Json {
  const offset = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(tz).offsetNanoseconds / 1e9
  const label = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' })
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')
  return { tz, tz_label: label?.value ?? tz, tz_offset: offset }
}

/** A conversation as `conversations.info` shows it to the bot. */
export function toConversation(workspace: Workspace, channel: Channel): Json {
  const common = {
    id: channel.id,
    created: Math.floor(channel.created / 1000),
    is_archived: channel.archived,
    is_org_shared: false,
    context_team_id: workspace.team.id,
    updated: channel.created,
  }
  if (channel.kind === 'im') {
    const partner = channel.partner ?? ''
    const deleted = workspace.users.get(partner)?.deleted ?? false
    return { ...common, is_im: true, user: partner, is_user_deleted: deleted, priority: 0 }
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: false,
    is_shared: channel.shared,
    is_ext_shared: channel.extShared,
    is_pending_ext_shared: false,
    is_member: channel.members.has(workspace.bot.userId),
    creator: workspace.bot.userId,
    unlinked: 0,
    previous_names: channel.previousNames,
    shared_team_ids: [workspace.team.id, ...channel.connectedTeams],
    internal_team_ids: [workspace.team.id],
    connected_team_ids: channel.connectedTeams,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.size,
  }
}

/** The name of a conversation as commands and interactions give it. */
export function channelName(channel: Channel): string {
  if (channel.kind === 'private') return 'privategroup'
  return channel.kind === 'im' ? 'directmessage' : channel.name
}

/** A user group as `usergroups.list` and the subteam events show it. */
export function toUsergroup({ team, bot }: Workspace, group: Usergroup, withUsers: boolean): Json {
  const seconds = (at: number) => Math.floor(at / 1000)
  return {
    id: group.id,
    team_id: team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    handle: group.handle,
    description: '',
    is_external: false,
    date_create: seconds(group.created),
    date_update: seconds(group.updated),
    date_delete: seconds(group.disabled),
    created_by: bot.userId,
    updated_by: bot.userId,
    auto_provision: false,
    user_count: group.members.length,
    ...(withUsers && { users: [...group.members] }),
  }
}

/** A view as Slack sends it out. */
export function toView(workspace: Workspace, view: View): Json {
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata,
    callback_id: view.callback_id,
    state: { values: view.values },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clear_on_close,
    notify_on_close: view.notify_on_close,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previous_view_id,
    root_view_id: view.root_view_id,
    app_id: workspace.bot.appId,
    external_id: view.external_id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.bot.botId,
  }
}
