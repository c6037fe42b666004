import type { Clock } from '../../platform/clock.ts'
import { createIds } from './ids.ts'
import { getUser } from './lookup.ts'
import type { Seed, SeedChannel, SeedUser, SeedUsergroup } from './seed.ts'
import type { Bot, Channel, Team, User, Usergroup, Workspace } from './workspace.ts'

/** Slack's own bot; `is_bot` is false for it, which has surprised many. */
export const slackbotId = 'USLACKBOT'

/** A workspace with the app in it and what the seed names. */
export function createWorkspace(seed: Seed, clock: Clock, scopes: Iterable<string>): Workspace {
  const granted = [...scopes]
  const workspace: Workspace = {
    clock,
    ids: createIds(),
    era: 0,
    team: foundTeam(seed),
    bot: foundBot(seed),
    users: new Map(),
    channels: new Map(),
    usergroups: new Map(),
    ephemerals: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    files: new Map(),
    scheduled: new Map(),
    grants: new Map(),
    codes: new Map(),
    executions: new Map(),
    unfurls: new Map(),
    eventContexts: new Set(),
    scopes: new Set(granted),
    tokenError: undefined,
    founding: { seed, scopes: granted },
    desks: [],
  }
  const { bot } = workspace
  addUser(workspace, { id: bot.userId, name: bot.name, realName: bot.realName ?? bot.name, bot: true })
  addUser(workspace, { id: slackbotId, name: 'slackbot', realName: 'Slackbot' })
  for (const user of seed.users ?? []) addUser(workspace, user)
  for (const channel of seed.channels ?? []) addChannel(workspace, channel)
  for (const group of seed.usergroups ?? []) addUsergroup(workspace, group)
  return workspace
}

function foundTeam(seed: Seed): Team {
  return { id: 'T0PLAY0001', name: 'Playground', domain: 'playground', plan: 'paid', ...seed.team }
}

function foundBot(seed: Seed): Bot {
  return {
    userId: 'U0PLAYBOT1',
    botId: 'B0PLAYBOT1',
    appId: 'A0PLAYAPP1',
    name: 'rondo',
    homeTab: true,
    messagesTab: true,
    clientId: '1000000001.1000000001',
    clientSecret: 'playground-client-secret',
    tokenRotation: false,
    unfurlDomains: [],
    ...seed.bot,
  }
}

/**
 * Everything is as the seed says again: what people and the app did is gone. The workspace, its team and its bot stay the
 * same objects, so that whoever holds them sees the fresh state.
 */
export function resetWorkspace(workspace: Workspace): void {
  const { founding, clock, desks, team, bot, era } = workspace
  const fresh = createWorkspace(founding.seed, clock, founding.scopes)
  for (const desk of desks) desk.clear()
  Object.assign(workspace, fresh, {
    desks,
    era: era + 1,
    team: becomes(team, fresh.team),
    bot: becomes(bot, fresh.bot),
  })
}

function becomes<T extends object>(kept: T, fresh: T): T {
  for (const key of Object.keys(kept)) if (!(key in fresh)) Reflect.deleteProperty(kept, key)
  return Object.assign(kept, fresh)
}

export function addUser(workspace: Workspace, seed: SeedUser): User {
  const user: User = {
    id: seed.id ?? workspace.ids.next('U'),
    name: seed.name,
    realName: seed.realName ?? seed.name,
    title: seed.title ?? '',
    locale: seed.locale ?? 'en-US',
    tz: seed.tz ?? 'Europe/Amsterdam',
    email: seed.email,
    bot: seed.bot ?? false,
    admin: seed.admin ?? false,
    deleted: seed.deleted ?? false,
    restricted: (seed.restricted ?? false) || (seed.ultraRestricted ?? false),
    ultraRestricted: seed.ultraRestricted ?? false,
    stranger: seed.stranger ?? false,
    hidden: seed.hidden ?? false,
    quiet: undefined,
    teamId: seed.team ?? (seed.stranger ? 'T0OTHER001' : workspace.team.id),
    updated: workspace.clock.now(),
  }
  workspace.users.set(user.id, user)
  return user
}

export function addChannel(workspace: Workspace, seed: SeedChannel): Channel {
  const members = (seed.members ?? []).map((who) => getUser(workspace, who).id)
  if (seed.bot ?? true) members.push(workspace.bot.userId)
  const channel: Channel = {
    id: seed.id ?? workspace.ids.next('C'),
    name: seed.name,
    kind: seed.private ? 'private' : 'public',
    archived: seed.archived ?? false,
    shared: (seed.shared ?? false) || (seed.extShared ?? false),
    extShared: seed.extShared ?? false,
    migrating: seed.migrating ?? false,
    connectedTeams: seed.extShared ? otherTeams(workspace, members) : [],
    previousNames: [],
    members: new Set(members),
    partner: undefined,
    created: workspace.clock.now(),
    refusesPosts: seed.refusesPosts,
    messages: [],
    lastTs: 0,
  }
  workspace.channels.set(channel.id, channel)
  return channel
}

export function addUsergroup(workspace: Workspace, seed: SeedUsergroup): Usergroup {
  const now = workspace.clock.now()
  const group: Usergroup = {
    id: seed.id ?? workspace.ids.next('S'),
    handle: seed.handle,
    name: seed.name ?? seed.handle,
    members: (seed.members ?? []).map((who) => getUser(workspace, who).id),
    created: now,
    updated: now,
    disabled: 0,
  }
  workspace.usergroups.set(group.id, group)
  return group
}

function otherTeams({ users, team }: Workspace, members: string[]): string[] {
  const teams = members.flatMap((id) => users.get(id)?.teamId ?? [])
  return [...new Set(teams.filter((one) => one !== team.id))]
}

/** The DM between the bot and a person, made when it is not there yet. */
export function openDirectMessage(workspace: Workspace, userId: string): Channel {
  const existing = [...workspace.channels.values()].find((one) => one.kind === 'im' && one.partner === userId)
  if (existing) return existing
  // The id follows the person's, so that it is the same after a restart.
  const channel = addChannel(workspace, { id: `D${userId.slice(1)}`, name: 'directmessage' })
  return Object.assign(channel, { kind: 'im', partner: userId }, { members: new Set([userId, workspace.bot.userId]) })
}

/** The group DM of these people and the bot, made when it is not there yet. */
export function openGroupMessage(workspace: Workspace, userIds: string[]): Channel {
  const members = new Set([...userIds, workspace.bot.userId])
  const same = (one: Channel) => one.kind === 'mpim' && one.members.symmetricDifference(members).size === 0
  const existing = [...workspace.channels.values()].find(same)
  if (existing) return existing
  const names = userIds.map((id) => workspace.users.get(id)?.name ?? id)
  const channel = addChannel(workspace, { id: workspace.ids.next('G'), name: `mpdm-${names.join('--')}-1` })
  return Object.assign(channel, { kind: 'mpim' }, { members })
}
