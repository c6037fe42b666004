import type { Clock } from '../../platform/clock.ts'

/** Off where left out. All by the stand-in's clock. */
export interface RateLimits {
  /** `chat.postMessage` in one channel. */
  postsPerChannelPerSecond?: number
  /** Calls of a method within a minute. */
  perMinute?: Record<string, number>
}

export interface RateLimiter {
  set(limits: RateLimits): void
  /** Seconds to wait, or undefined when the call may go on (and is counted). */
  refuseFor(method: string, channel: string | undefined): number | undefined
}

export function createRateLimiter(clock: Clock, first: RateLimits): RateLimiter {
  let limits = first
  const calls = new Map<string, number[]>()
  const waitMs = (key: string, most: number | undefined, windowMs: number) => {
    const now = clock.now()
    const recent = (calls.get(key) ?? []).filter((at) => at > now - windowMs && at <= now)
    calls.set(key, recent)
    return most !== undefined && recent.length >= most ? (recent[0] ?? now) + windowMs - now : undefined
  }
  return {
    set: (next) => {
      limits = next
    },
    refuseFor: (method, channel) => {
      const keys: [string, number | undefined, number][] = [[method, limits.perMinute?.[method], 60_000]]
      if (method === 'chat.postMessage' && channel !== undefined)
        keys.push([`${method} ${channel}`, limits.postsPerChannelPerSecond, 1000])
      for (const key of keys) {
        const ms = waitMs(...key)
        if (ms !== undefined) return Math.max(1, Math.ceil(ms / 1000))
      }
      for (const [key] of keys) calls.get(key)?.push(clock.now())
      return undefined
    },
  }
}

/** The published tiers, per minute, and one post per second and channel (docs.slack.dev/apis/web-api/rate-limits). */
export const publishedLimits: RateLimits = {
  postsPerChannelPerSecond: 1,
  perMinute: {
    'chat.update': 50,
    'chat.delete': 50,
    'chat.postEphemeral': 100,
    'views.open': 100,
    'views.push': 100,
    'views.update': 100,
    'views.publish': 100,
    'conversations.info': 50,
    'conversations.open': 50,
    'conversations.join': 50,
    'conversations.history': 50,
    'conversations.replies': 50,
    'conversations.list': 20,
    'conversations.members': 100,
    'users.info': 100,
    'users.list': 20,
    'users.conversations': 20,
    'usergroups.list': 20,
    'usergroups.users.list': 20,
    'team.info': 50,
    'bots.info': 50,
    'apps.connections.open': 50,
  },
}
