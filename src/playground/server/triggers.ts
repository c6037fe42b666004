import type { Clock } from '../../platform/clock.ts'
import { refuse } from './refusal.ts'

export interface Triggers {
  /** A new trigger_id for something this person just did. */
  issue(userId: string): string
  /** Uses a trigger_id up and tells whose it was. Refuses unknown, used and old ones, in that order. */
  exchange(triggerId: string): string
  clear(): void
}

/** Slack's own figure (views.open: `expired_trigger_id`). */
const livesMs = 3000

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { userId: string; at: number; used: boolean }>()
  return {
    issue: (userId) => {
      const id = `${1000 + issued.size}.${clock.now()}.${crypto.randomUUID().replaceAll('-', '')}`
      issued.set(id, { userId, at: clock.now(), used: false })
      return id
    },
    clear: () => issued.clear(),
    exchange: (triggerId) => {
      const trigger = issued.get(triggerId)
      if (!trigger) return refuse('invalid_trigger_id')
      if (trigger.used) return refuse('exchanged_trigger_id')
      if (clock.now() - trigger.at > livesMs) return refuse('expired_trigger_id')
      trigger.used = true
      return trigger.userId
    },
  }
}
