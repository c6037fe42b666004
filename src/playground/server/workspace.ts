import type { Clock } from '../../platform/clock.ts'
import type { Json } from '../json.ts'
import type { Content } from './api/content.ts'
import type { Ids } from './ids.ts'
import type { PostingLimit, Seed } from './seed.ts'
import type { Ephemeral, Message, View } from './shown.ts'

export type { Ephemeral, FormValues, Message, Reaction, View } from './shown.ts'

export interface Team {
  id: string
  name: string
  domain: string
  plan: 'free' | 'paid'
  editWindowMinutes?: number
  uploads?: { disabled?: boolean; types?: string[]; mostBytes?: number }
}

/** The app as the workspace knows it. */
export interface Bot {
  userId: string
  botId: string
  appId: string
  name: string
  /** What people see; `name` when left out. */
  realName?: string
  /** Whether the app has these tabs, as its manifest says. */
  homeTab: boolean
  messagesTab: boolean
  clientId: string
  clientSecret: string
  tokenRotation: boolean
  unfurlDomains: string[]
}

export interface User {
  id: string
  name: string
  realName: string
  /** What they do; '' where they did not say. */
  title: string
  locale: string
  tz: string
  email: string | undefined
  bot: boolean
  admin: boolean
  deleted: boolean
  restricted: boolean
  ultraRestricted: boolean
  stranger: boolean
  hidden: boolean
  teamId: string
  /** When they are not to be disturbed next; epoch ms. */
  quiet: { from: number; to: number } | undefined
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
  migrating: boolean
  /** Teams of other organisations that it was shared with. */
  connectedTeams: string[]
  previousNames: string[]
  members: Set<string>
  /** The person a DM is with. */
  partner: string | undefined
  created: number
  refusesPosts: PostingLimit | undefined
  /** Oldest first, replies among them. A message is replaced, never changed: what was handed out stays as it was. */
  messages: Message[]
  /** Microseconds of the last `ts` given out. */
  lastTs: number
}

export interface Usergroup {
  id: string
  handle: string
  name: string
  members: string[]
  created: number
  updated: number
  /** Epoch ms of when it was switched off; 0 while it is on. */
  disabled: number
}

export interface StoredFile {
  id: string
  name: string
  title: string
  length: number
  bytes: Uint8Array | undefined
  complete: boolean
  channels: string[]
  /** Epoch ms from when on it can be used. */
  readyAt: number
  user: string
}

/** A message that is to be posted later. */
export interface Scheduled {
  readonly id: string
  readonly channel: string
  /** Epoch seconds. */
  readonly postAt: number
  readonly created: number
  readonly content: Content
  readonly thread: { thread_ts: string } | undefined
}

/** An access token that oauth.v2.access gave out. */
export interface Grant {
  readonly accessToken: string
  readonly refreshToken: string | undefined
  /** Epoch ms; never when undefined. */
  readonly expiresAt: number | undefined
}

/** A code that an authorisation gave out. */
export interface OauthCode {
  readonly redirectUri: string | undefined
  readonly userId: string
  readonly at: number
}

/** A custom step that a workflow asked the app to run. */
export interface Execution {
  readonly outputs: string[]
  readonly running: boolean
  readonly result?: Json
}

/** Everything the stand-in knows, in memory. */
export interface Workspace {
  clock: Clock
  ids: Ids
  /** How many times it began anew. */
  era: number
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
  scheduled: Map<string, Scheduled>
  /** By access token. */
  grants: Map<string, Grant>
  codes: Map<string, OauthCode>
  /** By function_execution_id. */
  executions: Map<string, Execution>
  /** Messages with links the app was told of, by unfurl_id. */
  unfurls: Map<string, { channel: string; ts: string }>
  /** The latest events, by their `event_context`. */
  eventContexts: Set<string>
  scopes: Set<string>
  /** Set when the app was taken off: the error its token meets from then on. */
  tokenError: string | undefined
  /** What it began with. */
  founding: { seed: Seed; scopes: readonly string[] }
  /** What stands elsewhere and is gone with a reset: half filled in forms, triggers, response_urls. */
  desks: { clear(): void }[]
}
