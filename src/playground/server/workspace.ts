import type { Clock } from '../../platform/clock.ts'
import type { Json } from '../json.ts'
import { createIds, type Ids } from './ids.ts'
import type { Seed, SeedChannel, SeedUser } from './seed.ts'

export interface Team {
  id: string
  name: string
  domain: string
  plan: 'free' | 'paid'
}

/** The app as the workspace knows it. */
export interface Bot {
  userId: string
  botId: string
  appId: string
  name: string
  /** Whether the app has these tabs, as its manifest says. */
  homeTab: boolean
  messagesTab: boolean
}

export interface User {
  id: string
  name: string
  realName: string
  locale: string
  tz: string
  email: string | undefined
  bot: boolean
  admin: boolean
  deleted: boolean
  restricted: boolean
  ultraRestricted: boolean
  stranger: boolean
  teamId: string
  /** Epoch ms of the last change. */
  updated: number
}

export interface Channel {
  id: string
  name: string
  kind: 'public' | 'private' | 'im' | 'mpim'
  archived: boolean
  shared: boolean
  extShared: boolean
  members: Set<string>
  /** The person a DM is with. */
  partner: string | undefined
  created: number
  refusesPosts: string | undefined
  /** Oldest first, replies among them. A message is replaced, never changed: what was handed out stays as it was. */
  messages: Message[]
  /** Microseconds of the last `ts` given out. */
  lastTs: number
}

/** A message with the fields Slack sends, plus the channel it is in. */
export interface Message {
  readonly channel: string
  readonly type: 'message'
  readonly subtype?: string
  readonly ts: string
  readonly user: string
  readonly team: string
  readonly text: string
  readonly blocks?: Json[]
  readonly attachments?: Json[]
  readonly files?: Json[]
  readonly bot_id?: string
  readonly app_id?: string
  readonly client_msg_id?: string
  readonly thread_ts?: string
  readonly parent_user_id?: string
  readonly reply_count?: number
  readonly reply_users_count?: number
  readonly reply_users?: string[]
  readonly latest_reply?: string
  readonly edited?: { user: string; ts: string }
  readonly metadata?: Json
}

/** A message only one person sees. */
export interface Ephemeral {
  readonly user: string
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string
  readonly text: string
  readonly blocks?: Json[]
}

export type FormValues = Record<string, Record<string, Json>>

/** A modal or Home as one person has it open. Replaced, never changed. */
export interface View {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly userId: string
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly blocks: Json[]
  readonly title: Json
  readonly submit: Json | null
  readonly close: Json | null
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
  readonly hash: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  /** What is filled in now, as in `state.values`. */
  readonly values: FormValues
  /** What the person is told is wrong, by block id. */
  readonly errors: Record<string, string>
  /** Counts up each time anything is shown, over all people. */
  readonly shown: number
}

export interface Usergroup {
  id: string
  handle: string
  name: string
  members: string[]
}

export interface StoredFile {
  id: string
  name: string
  title: string
  length: number
  bytes: Uint8Array | undefined
  complete: boolean
  channels: string[]
}

/** Everything the stand-in knows, in memory. */
export interface Workspace {
  clock: Clock
  ids: Ids
  team: Team
  bot: Bot
  users: Map<string, User>
  channels: Map<string, Channel>
  usergroups: Map<string, Usergroup>
  ephemerals: Ephemeral[]
  views: Map<string, View>
  /** Ids of the open modals of each person, the root first. */
  stacks: Map<string, string[]>
  homes: Map<string, string>
  files: Map<string, StoredFile>
  scopes: Set<string>
  /** Set when the app was taken off: the error its token meets from then on. */
  tokenError: string | undefined
}

export function createWorkspace(seed: Seed, clock: Clock, scopes: Iterable<string>): Workspace {
  const ids = createIds()
  const team: Team = { id: 'T0PLAY0001', name: 'Playground', domain: 'playground', plan: 'paid', ...seed.team }
  const bot: Bot = {
    userId: 'U0PLAYBOT1',
    botId: 'B0PLAYBOT1',
    appId: 'A0PLAYAPP1',
    name: 'rondo',
    homeTab: true,
    messagesTab: true,
    ...seed.bot,
  }
  const workspace: Workspace = {
    clock,
    ids,
    team,
    bot,
    users: new Map(),
    channels: new Map(),
    usergroups: new Map(),
    ephemerals: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    files: new Map(),
    scopes: new Set(scopes),
    tokenError: undefined,
  }
  addUser(workspace, { id: bot.userId, name: bot.name, bot: true })
  for (const user of seed.users ?? []) addUser(workspace, user)
  for (const channel of seed.channels ?? []) addChannel(workspace, channel)
  for (const group of seed.usergroups ?? []) {
    const id = group.id ?? ids.next('S')
    const members = (group.members ?? []).map((who) => getUser(workspace, who).id)
    workspace.usergroups.set(id, { id, handle: group.handle, name: group.name ?? group.handle, members })
  }
  return workspace
}

export function addUser(workspace: Workspace, seed: SeedUser): User {
  const user: User = {
    id: seed.id ?? workspace.ids.next('U'),
    name: seed.name,
    realName: seed.realName ?? seed.name,
    locale: seed.locale ?? 'en-US',
    tz: seed.tz ?? 'Europe/Amsterdam',
    email: seed.email,
    bot: seed.bot ?? false,
    admin: seed.admin ?? false,
    deleted: seed.deleted ?? false,
    restricted: (seed.restricted ?? false) || (seed.ultraRestricted ?? false),
    ultraRestricted: seed.ultraRestricted ?? false,
    stranger: seed.stranger ?? false,
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

/** The person with this id or name. Throws with the known names when there is none. */
export function getUser(workspace: Workspace, idOrName: string): User {
  const name = idOrName.replace(/^@/, '')
  const users = [...workspace.users.values()]
  const user = workspace.users.get(idOrName) ?? users.find((one) => one.name === name || one.realName === name)
  if (!user) throw new Error(`No person "${idOrName}"; there are ${users.map((one) => one.name).join(', ')}.`)
  return user
}

/** The channel with this id or name. Throws with the known names when there is none. */
export function getChannel(workspace: Workspace, idOrName: string): Channel {
  const name = idOrName.replace(/^#/, '')
  const channels = [...workspace.channels.values()]
  const channel = workspace.channels.get(idOrName) ?? channels.find((one) => one.name === name)
  if (!channel) throw new Error(`No channel "${idOrName}"; there are ${channels.map((one) => one.name).join(', ')}.`)
  return channel
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
