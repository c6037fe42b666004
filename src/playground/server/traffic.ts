import { channel } from 'node:diagnostics_channel'
import type { Clock } from '../../platform/clock.ts'
import { isJson } from '../json.ts'
import type { Exchange } from './exchange.ts'
import { withoutSecrets } from './safety.ts'

export type { Exchange } from './exchange.ts'

export interface Traffic {
  readonly exchanges: readonly Exchange[]
  add(exchange: Omit<Exchange, 'at'>): void
  clear(): void
}

/** On this channel of `node:diagnostics_channel` every exchange of every stand-in in the process is told. */
export const trafficChannel = 'rondo:playground:traffic'

/** Remembers the last `limit` requests and answers in both directions. No token and no ticket is ever among them. */
export function createTraffic(clock: Clock, limit: number): Traffic {
  const exchanges: Exchange[] = []
  const listeners = channel(trafficChannel)
  return {
    exchanges,
    add: ({ request, ...rest }) => {
      const exchange = { at: clock.now(), ...withoutSecrets({ ...rest, request: withoutToken(request) }) }
      exchanges.push(exchange)
      if (exchanges.length > limit) exchanges.splice(0, exchanges.length - limit)
      listeners.publish(exchange)
    },
    clear: () => {
      exchanges.length = 0
    },
  }
}

function withoutToken(request: unknown): unknown {
  if (!isJson(request) || request.token === undefined) return request
  const { token: _token, ...rest } = request
  return rest
}

/** The end of the traffic as text, for an error message. */
export function tailOf(traffic: Traffic, count = 12): string {
  const lines = traffic.exchanges.slice(-count).map((one) => {
    const arrow = one.from === 'app' ? 'app → slack' : 'slack → app'
    return `  ${arrow}  ${one.what}  ${brief(one.request)}  ⇒ ${one.status ?? ''} ${brief(one.answer)}`
  })
  return lines.length ? lines.join('\n') : '  (no traffic at all)'
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 220 ? `${text.slice(0, 220)}…` : text
}
