import type { Clock } from '../../platform/clock.ts'
import type { Json } from '../json.ts'
import { type RateLimitPreset, type RateLimits, rateLimits } from './tiers.ts'

export { publishedLimits, type RateLimitPreset, type RateLimits } from './tiers.ts'

export interface RateLimiter {
  /** Switches the limits; what was counted stays counted. */
  set(limits: RateLimits | RateLimitPreset): void
  /** Back to the limits of the beginning, with nothing counted. */
  reset(): void
  /** Seconds to wait, or undefined when the call may go on (and is counted). */
  refuseFor(method: string, channel: string | undefined): number | undefined
  /** The arguments with as small a `limit` as this app may read at once. */
  clamp(method: string, args: Json): Json
  /** Whether an event may be brought (and is counted), is left out, or is left out and the app is to be told so. */
  event(): 'bring' | 'tell' | 'drop'
}

type Window = readonly [key: string, most: number | undefined, ms: number]

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const reads = new Set(['conversations.history', 'conversations.replies'])

/** Counts the calls of one app in one workspace in sliding windows. */
export function createRateLimiter(clock: Clock, first: RateLimits | RateLimitPreset): RateLimiter {
  const initial = rateLimits(first)
  let limits = initial
  const calls = new Map<string, number[]>()
  const waitMs = ([key, most, ms]: Window) => {
    const now = clock.now()
    const recent = (calls.get(key) ?? []).filter((at) => at > now - ms && at <= now)
    calls.set(key, recent)
    return most !== undefined && recent.length >= most ? (recent.at(-most) ?? now) + ms - now : undefined
  }
  /** Milliseconds to wait, or undefined when all windows have room; then it counts in each. */
  const count = (...windows: Window[]) => {
    const waits = windows.map(waitMs).filter((wait) => wait !== undefined)
    if (waits.length > 0) return Math.max(...waits)
    for (const [key] of windows) calls.get(key)?.push(clock.now())
    return undefined
  }
  return {
    set: (next) => {
      limits = rateLimits(next)
    },
    reset: () => {
      limits = initial
      calls.clear()
    },
    refuseFor: (method, channel) => {
      const wait = count([method, limits.perMinute?.[method], minuteMs], ...postWindows(limits, method, channel))
      return wait === undefined ? undefined : Math.max(1, Math.ceil(wait / secondMs))
    },
    clamp: (method, args) => {
      const most = limits.mostRead
      if (most === undefined || !reads.has(method)) return args
      const wanted = Number(args.limit ?? 0)
      return wanted > 0 && wanted <= most ? args : { ...args, limit: most }
    },
    event: () => {
      if (count(['events', limits.eventsPerHour, hourMs]) === undefined) return 'bring'
      return count(['app_rate_limited', 1, minuteMs]) === undefined ? 'tell' : 'drop'
    },
  }
}

function postWindows(limits: RateLimits, method: string, channel: string | undefined): Window[] {
  if (method !== 'chat.postMessage') return []
  const all: Window = [`${method} in all`, limits.postsPerMinute, minuteMs]
  if (channel === undefined) return [all]
  const { postsPerChannelPerSecond: perSecond, postBurst: burst = 0 } = limits
  if (perSecond === undefined) return [all]
  // A burst may be spent once in as many seconds as it holds posts, so that the mean stays what it was.
  const span = 1 + burst / perSecond
  const most = perSecond * span
  return [all, [`${method} ${channel}`, most, secondMs * span]]
}
