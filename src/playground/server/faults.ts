import { z } from 'zod'
import { isJson, type Json } from '../json.ts'

const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const ms = z.number().min(0)
const aim = {
  /** As in the traffic: a method, `response_url`, `upload`, `socket`, `event message` ...; `chat.*` for all that begin so. All when left out. */
  method: names.optional(),
  /** Ids or names of channels; any, or none, when left out. */
  channel: names.optional(),
  /** Until it is lifted when left out. */
  times: z.int().positive().optional(),
}
const disconnectReasons = ['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const

/** What goes wrong where the app calls Slack. */
const onCalls = [
  /** Slack's `error`. */
  z.strictObject({ ...aim, kind: z.literal('error'), error: z.string().min(1) }),
  /** An HTTP status with a body that is no JSON. Without `method` no new socket stands either. */
  z.strictObject({ ...aim, kind: z.literal('status'), status: z.int().min(400).max(599) }),
  /** 429 with this many seconds. */
  z.strictObject({ ...aim, kind: z.literal('retryAfter'), seconds: z.int().min(0) }),
  /** Answers correctly, but only after `ms` of real time. */
  z.strictObject({ ...aim, kind: z.literal('delay'), ms }),
  /** The connection breaks before anything happened. Without `method` no new socket stands either. */
  z.strictObject({ ...aim, kind: z.literal('dropBefore') }),
  /** It happened, and the connection broke before the answer. */
  z.strictObject({ ...aim, kind: z.literal('dropAfter') }),
  /** The connection breaks at once, and `ms` later it happens all the same. */
  z.strictObject({ ...aim, kind: z.literal('commitLate'), ms }),
  /** It happened, and no answer ever comes. Without `method` new sockets are not answered either. */
  z.strictObject({ ...aim, kind: z.literal('neverAnswer') }),
  /** history and replies leave out what is younger than `ms` by the stand-in's clock. */
  z.strictObject({ ...aim, kind: z.literal('historyLag'), ms }),
] as const

/** What goes wrong where Slack brings something to the app. */
const onDeliveries = [
  /** It comes, but its acknowledgement gets lost. */
  z.strictObject({ ...aim, kind: z.literal('loseAck') }),
  /** It comes, and the connection it came on breaks before the acknowledgement. */
  z.strictObject({ ...aim, kind: z.literal('cut') }),
  /** It comes `ms` of real time late. */
  z.strictObject({ ...aim, kind: z.literal('holdBack'), ms }),
  /** It comes twice at once, and nothing tells the second from the first. */
  z.strictObject({ ...aim, kind: z.literal('duplicate') }),
  /** An event changes places with the next one; where none comes within `ms` of real time (1000), it comes alone. */
  z.strictObject({ ...aim, kind: z.literal('swap'), ms: ms.optional() }),
  /** Every socket is asked to go just before it comes. */
  z.strictObject({ ...aim, kind: z.literal('disconnect'), reason: z.enum(disconnectReasons) }),
] as const

/** What goes wrong with the sockets themselves. */
const onSockets = [
  /** A new socket is refused, whatever its ticket. */
  z.strictObject({ ...aim, kind: z.literal('refuseTicket') }),
  /** Slack does not ping. */
  z.strictObject({ ...aim, kind: z.literal('noPing') }),
  /** Slack does not answer pings. */
  z.strictObject({ ...aim, kind: z.literal('noPong') }),
] as const

const faultRule = z.discriminatedUnion('kind', [...onCalls, ...onDeliveries, ...onSockets])

export type DisconnectReason = (typeof disconnectReasons)[number]

/** What goes wrong. Plain data but for `when`: only calls or deliveries with contents for which it is true. */
export type FaultRule = z.infer<typeof faultRule> & { when?: (args: Json) => boolean }

/** Where a fault may strike: a call, a delivery, a new socket, a ping Slack is about to send, a pong it is about to answer. */
export type Place = 'call' | 'delivery' | 'socket' | 'ping' | 'pong'

const places: Record<FaultRule['kind'], readonly Place[]> = {
  error: ['call'],
  status: ['call', 'socket'],
  retryAfter: ['call'],
  delay: ['call'],
  dropBefore: ['call', 'socket'],
  dropAfter: ['call'],
  commitLate: ['call'],
  neverAnswer: ['call', 'socket'],
  historyLag: ['call'],
  loseAck: ['delivery'],
  cut: ['delivery'],
  holdBack: ['delivery'],
  duplicate: ['delivery'],
  swap: ['delivery'],
  disconnect: ['delivery'],
  refuseTicket: ['socket'],
  noPing: ['ping'],
  noPong: ['pong'],
}

/** A rule that came as JSON. Throws an error that says what is wrong with it. */
export function parseFaultRule(value: unknown): FaultRule {
  const parsed = faultRule.safeParse(value)
  if (parsed.success) return parsed.data
  const kind = isJson(value) ? value.kind : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(places, kind))
    throw new Error(`There is no fault of kind ${JSON.stringify(kind)}; there are ${Object.keys(places).join(', ')}.`)
  const reasons = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  throw new Error(`A fault of kind "${kind}" cannot be like that. ${reasons.join('; ')}.`)
}

export interface Faults {
  /** Adds a rule; the result lifts it. */
  add(rule: FaultRule): () => void
  /** The first rule that strikes there, used up by one. */
  take(method: string, args: Json, place: Place): FaultRule | undefined
  /** The rules that stand, and how many times each may still strike. */
  standing(): { rule: FaultRule; left: number }[]
  /** Lifts every rule. */
  clear(): void
}

/** @param nameOf the name of a channel by its id */
export function createFaults(nameOf: (channelId: string) => string | undefined): Faults {
  let rules: { rule: FaultRule; left: number }[] = []
  return {
    add: (rule) => {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY }
      rules.push(entry)
      return () => {
        rules = rules.filter((one) => one !== entry)
      }
    },
    take: (method, args, place) => {
      const hit = rules.find(({ rule, left }) => left > 0 && strikes(rule, method, args, place, nameOf))
      if (hit) hit.left -= 1
      return hit?.rule
    },
    standing: () => rules.filter(({ left }) => left > 0).map((one) => ({ ...one })),
    clear: () => {
      rules = []
    },
  }
}

const reads = new Set(['conversations.history', 'conversations.replies'])

function strikes(
  rule: FaultRule,
  method: string,
  args: Json,
  place: Place,
  nameOf: (channelId: string) => string | undefined,
): boolean {
  if (!places[rule.kind].includes(place)) return false
  if (rule.kind === 'historyLag' && !reads.has(method)) return false
  if (rule.kind === 'swap' && !method.startsWith('event ')) return false
  if (rule.method !== undefined && ![rule.method].flat().some((pattern) => fits(pattern, method))) return false
  if (rule.channel !== undefined) {
    const channel = channelIn(args)
    const known = channel === undefined ? [] : [channel, nameOf(channel)]
    if (![rule.channel].flat().some((wanted) => known.includes(wanted))) return false
  }
  return rule.when?.(args) ?? true
}

function fits(pattern: string, method: string): boolean {
  return pattern.endsWith('*') ? method.startsWith(pattern.slice(0, -1)) : pattern === method
}

/** The channel a call or a delivery is about. */
function channelIn(args: Json): string | undefined {
  const about = isJson(args.event) ? args.event : args
  const named = about.channel ?? about.channel_id
  const id = isJson(named) ? named.id : named
  return typeof id === 'string' ? id : undefined
}
