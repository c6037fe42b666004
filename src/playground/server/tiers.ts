/** Off where left out. All by the stand-in's clock. */
export interface RateLimits {
  /** `chat.postMessage` in one channel. */
  postsPerChannelPerSecond?: number
  /** Posts that one channel takes at once beyond that; they are made good by waiting. */
  postBurst?: number
  /** `chat.postMessage` in the whole workspace. */
  postsPerMinute?: number
  /** Calls of a method within a minute. */
  perMinute?: Record<string, number>
  /** Most messages that `conversations.history` and `conversations.replies` give at once. */
  mostRead?: number
  /** Events brought within an hour; beyond them the app is told `app_rate_limited` once a minute. */
  eventsPerHour?: number
}

/** No limits; those for an app of one's own; those for an app that is sold outside Slack's marketplace. */
export type RateLimitPreset = 'off' | 'published' | 'unlisted'

/** Slack's tiers, calls per minute. Slack promises these or more; the stand-in gives no more. */
const tier = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

const methodsByTier: Record<keyof typeof tier, readonly string[]> = {
  1: ['apps.uninstall', 'apps.manifest.create', 'apps.manifest.update'],
  2: [
    'auth.teams.list',
    'bookmarks.add',
    'chat.startStream',
    'chat.stopStream',
    'conversations.list',
    'dnd.teamInfo',
    'pins.add',
    'reactions.remove',
    'usergroups.list',
    'usergroups.users.list',
    'users.list',
  ],
  3: [
    'apps.connections.open',
    'apps.manifest.export',
    'apps.manifest.validate',
    'auth.revoke',
    'bots.info',
    'chat.delete',
    'chat.deleteScheduledMessage',
    'chat.scheduleMessage',
    'chat.scheduledMessages.list',
    'chat.unfurl',
    'chat.update',
    'conversations.history',
    'conversations.info',
    'conversations.join',
    'conversations.open',
    'conversations.replies',
    'dnd.info',
    'functions.completeError',
    'functions.completeSuccess',
    'reactions.add',
    'team.info',
    'users.conversations',
    'users.lookupByEmail',
  ],
  4: [
    'chat.appendStream',
    'chat.postEphemeral',
    'conversations.members',
    'files.completeUploadExternal',
    'files.getUploadURLExternal',
    'files.info',
    'users.info',
    'views.open',
    'views.publish',
    'views.push',
    'views.update',
  ],
}

/** Methods for which Slack publishes no figure. */
export const withoutTier: readonly string[] = [
  'api.test',
  'apps.event.authorizations.list',
  'assistant.threads.setStatus',
  'auth.test',
  'blocks.validate',
  'chat.getPermalink',
  'chat.postMessage',
  'oauth.v2.access',
]

/**
 * The published tiers, one post per second and channel, "several hundred" posts per minute and workspace, 30,000 events per
 * hour (docs.slack.dev/apis/web-api/rate-limits, docs.slack.dev/apis/events-api). Slack takes short bursts but names no
 * figure for them, so that nothing is allowed here on which nobody could rely there.
 */
export const publishedLimits: RateLimits = {
  postsPerChannelPerSecond: 1,
  postsPerMinute: 300,
  eventsPerHour: 30_000,
  perMinute: Object.fromEntries(
    ([1, 2, 3, 4] as const).flatMap((number) => methodsByTier[number].map((method) => [method, tier[number]])),
  ),
}

/** Since 29 May 2025 an app that is sold outside the marketplace reads once a minute, fifteen messages at most. */
const unlistedLimits: RateLimits = {
  ...publishedLimits,
  mostRead: 15,
  perMinute: { ...publishedLimits.perMinute, 'conversations.history': 1, 'conversations.replies': 1 },
}

const presets: Record<RateLimitPreset, RateLimits> = {
  off: {},
  published: publishedLimits,
  unlisted: unlistedLimits,
}

/** The limits of a preset, or those given. Throws for a preset there is none of. */
export function rateLimits(given: RateLimits | RateLimitPreset): RateLimits {
  if (typeof given !== 'string') return given
  if (Object.hasOwn(presets, given)) return presets[given]
  throw new Error(`There are no limits called "${given}"; there are ${Object.keys(presets).join(', ')}.`)
}
