import type { Json } from '../json.ts'

/** What goes wrong. Without `method` it hits every method; without `times` it stays until it is lifted. */
export type FaultRule = {
  method?: string
  times?: number
  /** Only calls with arguments for which this is true. */
  when?: (args: Json) => boolean
} & (
  | { kind: 'error'; error: string }
  /** An HTTP status with a body that is no JSON. */
  | { kind: 'status'; status: number }
  /** 429 with this many seconds. */
  | { kind: 'retryAfter'; seconds: number }
  /** Answers correctly, but only after `ms` of real time. */
  | { kind: 'delay'; ms: number }
  /** The connection breaks before anything happened. */
  | { kind: 'dropBefore' }
  /** It happened, and the connection broke before the answer. */
  | { kind: 'dropAfter' }
  /** The connection breaks at once, and `ms` later it happens all the same. */
  | { kind: 'commitLate'; ms: number }
  /** It happened, and no answer ever comes. */
  | { kind: 'neverAnswer' }
  /** history and replies leave out what is younger than `ms` by the stand-in's clock. */
  | { kind: 'historyLag'; ms: number }
  /** What Slack brings (`method`: as in the traffic, e.g. `event message`) comes, but its acknowledgement gets lost. */
  | { kind: 'loseAck' }
  /** What Slack brings comes `ms` of real time late. */
  | { kind: 'holdBack'; ms: number }
)

export interface Faults {
  /** Adds a rule; the result lifts it. */
  add(rule: FaultRule): () => void
  /** The rule that hits this call, or this delivery, used up by one. */
  take(method: string, args: Json, on: 'call' | 'delivery'): FaultRule | undefined
}

export function createFaults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = []
  return {
    add: (rule) => {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY }
      rules.push(entry)
      return () => {
        rules = rules.filter((one) => one !== entry)
      }
    },
    take: (method, args, on) => {
      const hit = rules.find(({ rule, left }) => left > 0 && hits(rule, method, args, on))
      if (hit) hit.left -= 1
      return hit?.rule
    },
  }
}

const reads = new Set(['conversations.history', 'conversations.replies'])

const onDelivery = new Set<FaultRule['kind']>(['loseAck', 'holdBack'])

function hits(rule: FaultRule, method: string, args: Json, on: 'call' | 'delivery'): boolean {
  if (onDelivery.has(rule.kind) !== (on === 'delivery')) return false
  const named = rule.method === undefined || rule.method === method
  return named && (rule.kind !== 'historyLag' || reads.has(method)) && (rule.when?.(args) ?? true)
}
