/** What a workspace starts with. Ids are given out in order where they are left out; people and channels may be named. */
export interface Seed {
  team?: { id?: string; name?: string; domain?: string; plan?: 'free' | 'paid' }
  bot?: { name?: string; userId?: string; appId?: string; botId?: string; homeTab?: boolean; messagesTab?: boolean }
  users?: SeedUser[]
  channels?: SeedChannel[]
  usergroups?: SeedUsergroup[]
}

export interface SeedUser {
  id?: string
  /** Short name, as in `@anna`. */
  name: string
  realName?: string
  /** Slack's form: `nl-NL`, `en-US`. */
  locale?: string
  /** IANA zone. */
  tz?: string
  email?: string
  bot?: boolean
  admin?: boolean
  deleted?: boolean
  /** Multi-channel guest. */
  restricted?: boolean
  /** Single-channel guest. */
  ultraRestricted?: boolean
  /** Of another organisation (Slack Connect). */
  stranger?: boolean
  /** Team id when it is not the workspace's own. */
  team?: string
}

export interface SeedChannel {
  id?: string
  name: string
  private?: boolean
  archived?: boolean
  shared?: boolean
  extShared?: boolean
  members?: string[]
  /** Whether the bot is a member; true unless said otherwise. */
  bot?: boolean
  /** The error Slack gives to a post here, e.g. `restricted_action_read_only_channel`. */
  refusesPosts?: string
}

interface SeedUsergroup {
  id?: string
  handle: string
  name?: string
  members?: string[]
}
