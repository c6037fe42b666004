import { z } from 'zod'

const { exactOptional: maybe } = z

const id = (letters: string) =>
  z.string().regex(new RegExp(`^[${letters}][A-Z0-9]{2,}$`), `must be an id like ${letters[0]}0EXAMPLE1`)
const names = z.array(z.string().min(1))

/** The errors Slack gives to a post in a channel whose managers limit posting. */
export const postingLimits = [
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'message_limit_exceeded',
] as const
export type PostingLimit = (typeof postingLimits)[number]

const team = z.strictObject({
  id: maybe(id('T')),
  name: maybe(z.string()),
  domain: maybe(z.string()),
  plan: maybe(z.enum(['free', 'paid'])),
  /** How long a message can be edited; for ever when left out. */
  editWindowMinutes: maybe(z.number()),
  /** What may be uploaded; everything when left out. `types` are endings without the dot. */
  uploads: maybe(
    z.strictObject({ disabled: maybe(z.boolean()), types: maybe(z.array(z.string())), mostBytes: maybe(z.number()) }),
  ),
})

const bot = z.strictObject({
  /** Short name, as in `@rondo`. */
  name: maybe(z.string()),
  realName: maybe(z.string()),
  userId: maybe(id('UW')),
  appId: maybe(id('A')),
  botId: maybe(id('B')),
  homeTab: maybe(z.boolean()),
  messagesTab: maybe(z.boolean()),
  /** Whether access tokens live twelve hours and come with a refresh token. */
  tokenRotation: maybe(z.boolean()),
  /** Domains of which the app hears links. */
  unfurlDomains: maybe(z.array(z.string())),
})

const user = z.strictObject({
  id: maybe(id('UW')),
  /** Short name, as in `@anna`. */
  name: z.string().min(1),
  realName: maybe(z.string()),
  /** What they do, as it stands in their profile. */
  title: maybe(z.string()),
  /** Slack's form: `nl-NL`, `en-US`. */
  locale: maybe(z.string()),
  /** IANA zone. */
  tz: maybe(z.string().refine(isZone, 'must be a time zone like Europe/Amsterdam')),
  email: maybe(z.string()),
  bot: maybe(z.boolean()),
  admin: maybe(z.boolean()),
  deleted: maybe(z.boolean()),
  /** Multi-channel guest. */
  restricted: maybe(z.boolean()),
  /** Single-channel guest. */
  ultraRestricted: maybe(z.boolean()),
  /** Of another organisation, and not yet in a shared channel. */
  stranger: maybe(z.boolean()),
  /** Out of the app's sight: `user_not_visible`. */
  hidden: maybe(z.boolean()),
  /** Team id when it is not the workspace's own (Slack Connect). */
  team: maybe(id('TE')),
})

const channel = z.strictObject({
  id: maybe(id('CG')),
  name: z.string().min(1),
  private: maybe(z.boolean()),
  archived: maybe(z.boolean()),
  shared: maybe(z.boolean()),
  /** Shared with another organisation (Slack Connect). */
  extShared: maybe(z.boolean()),
  /** On its way to another organisation: messages can be neither edited nor reacted to. */
  migrating: maybe(z.boolean()),
  members: maybe(names),
  /** Whether the bot is a member; true unless said otherwise. */
  bot: maybe(z.boolean()),
  /** The error Slack gives to a post here that its managers do not allow. */
  refusesPosts: maybe(z.enum(postingLimits)),
})

const usergroup = z.strictObject({
  id: maybe(id('S')),
  handle: z.string().min(1),
  name: maybe(z.string()),
  members: maybe(names),
})

const seed = z.strictObject({
  team: maybe(team),
  bot: maybe(bot),
  users: maybe(z.array(user)),
  channels: maybe(z.array(channel)),
  usergroups: maybe(z.array(usergroup)),
})

/** What a workspace starts with. Ids are given out in order where they are left out; people and channels may be named. */
export type Seed = z.infer<typeof seed>
export type SeedUser = z.infer<typeof user>
export type SeedChannel = z.infer<typeof channel>
export type SeedUsergroup = z.infer<typeof usergroup>

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

/**
 * A seed from JSON. Throws one sentence that tells everything that is wrong: a field nobody knows, a value of the wrong
 * kind, an id or name given twice, or a member who is not among the people.
 */
export function parseSeed(json: unknown): Seed {
  const parsed = seed.safeParse(json)
  const problems = parsed.success ? looseEnds(parsed.data) : parsed.error.issues.map(inWords)
  if (!parsed.success || problems.length) throw new Error(`This is no seed for a workspace: ${problems.join('; ')}.`)
  return parsed.data
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length ? `${path.join('.')}: ${message}` : message
}

/** Names that lead nowhere, and ids and names that lead to two. */
function looseEnds({ bot: app, users = [], channels = [], usergroups = [] }: Seed): string[] {
  const known = new Set(users.flatMap((one) => [one.id, one.name, one.realName]))
  for (const own of ['slackbot', 'USLACKBOT', app?.name ?? 'rondo', app?.userId ?? 'U0PLAYBOT1']) known.add(own)
  const places = [
    ...channels.map((one) => ({ at: `channels ${one.name}`, members: one.members ?? [] })),
    ...usergroups.map((one) => ({ at: `usergroups ${one.handle}`, members: one.members ?? [] })),
  ]
  const strangers = places.flatMap(({ at, members }) =>
    members.filter((who) => !known.has(who.replace(/^@/, ''))).map((who) => `${at}: there is no person "${who}"`),
  )
  const twice = [
    ...repeated(users.map((one) => one.name)).map((name) => `users: "${name}" is there twice`),
    ...repeated(channels.map((one) => one.name)).map((name) => `channels: "${name}" is there twice`),
    ...repeated([...users, ...channels, ...usergroups].map((one) => one.id)).map(
      (one) => `the id ${one} is there twice`,
    ),
  ]
  return [...strangers, ...twice]
}

function repeated(given: (string | undefined)[]): string[] {
  return [
    ...new Set(
      given.filter((one): one is string => one !== undefined && given.indexOf(one) !== given.lastIndexOf(one)),
    ),
  ]
}
