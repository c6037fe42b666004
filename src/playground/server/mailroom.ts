import { setTimeout as pause } from 'node:timers/promises'
import type { Alarms } from '../alarms.ts'
import { isJson, type Json } from '../json.ts'
import type { Activity } from './activity.ts'
import type { Courier, Parcel, Receipt } from './delivery/courier.ts'
import type { Sockets } from './delivery/socket.ts'
import type { Faults } from './faults.ts'
import type { RateLimiter } from './rate-limits.ts'
import type { Traffic } from './traffic.ts'

export interface Mailroom {
  /** Brings one parcel and waits for the receipt. */
  deliver(parcel: Parcel): Promise<Receipt>
  /** Brings an event, again and again as Slack does; does not wait. */
  event(payload: Json): void
  use(courier: Courier): void
  /** Brings nothing again of what has happened until now. */
  forget(): void
  stop(): void
}

export interface MailroomWiring {
  faults: Faults
  limiter: RateLimiter
  activity: Activity
  traffic: Traffic
  /** The courier until another is used. */
  sockets: Sockets
  /** By these time passes between repetitions. */
  alarms: Alarms
  /** Milliseconds before each further attempt; Slack: at once, after a minute, after five. */
  retryDelaysMs: readonly number[]
}

const swapWithinMs = 1000

/** Hands parcels to the courier in use, keeps the traffic, and repeats unacknowledged events. */
export function createMailroom(wiring: MailroomWiring): Mailroom {
  const { faults, limiter, activity, traffic, sockets, alarms, retryDelaysMs } = wiring
  let courier: Courier = sockets
  /** Events of before are forgotten when it changes. */
  let era = 0
  const shelf = createShelf()

  const bring = async (parcel: Parcel, { cut = false, loseAck = false } = {}): Promise<Receipt> => {
    const carried = await courier.carry(parcel, cut)
    const receipt: Receipt = loseAck ? { acked: false, reason: 'http_timeout' } : carried
    traffic.add({
      from: 'slack',
      what: parcel.retry ? `${nameOf(parcel)} (retry ${parcel.retry.attempt})` : nameOf(parcel),
      request: parcel.payload,
      answer: receipt.acked ? receipt.answer : receipt.reason,
      ...(!receipt.acked && receipt.status && { status: receipt.status }),
    })
    return receipt
  }
  const bringWithFaults = async (parcel: Parcel): Promise<Receipt> => {
    const fault = faults.take(nameOf(parcel), parcel.payload, 'delivery')
    const begunIn = era
    if (fault?.kind === 'swap') await shelf.hold(fault.ms ?? swapWithinMs)
    if (fault?.kind === 'holdBack') await pause(fault.ms)
    if (era !== begunIn && parcel.kind === 'events_api') return { acked: false, reason: 'connection_failed' }
    if (fault?.kind === 'disconnect') sockets.disconnect(fault.reason)
    if (fault?.kind !== 'duplicate')
      return bring(parcel, { cut: fault?.kind === 'cut', loseAck: fault?.kind === 'loseAck' })
    const [receipt] = await Promise.all([bring(parcel), bring(parcel)])
    return receipt
  }
  const deliver = async (parcel: Parcel): Promise<Receipt> => {
    const over = activity.begin()
    const receipt = await bringWithFaults(parcel)
    if (parcel.kind === 'events_api') shelf.release()
    over()
    return receipt
  }
  const attempt = async (payload: Json, retry?: Parcel['retry']): Promise<void> => {
    const begunIn = era
    const receipt = await deliver({ kind: 'events_api', payload, ...(retry && { retry }) })
    const number = (retry?.attempt ?? 0) + 1
    const delayMs = retryDelaysMs[number - 1]
    if (receipt.acked || receipt.noRetry || era !== begunIn || delayMs === undefined) return
    const again = () => attempt(payload, { attempt: number, reason: receipt.reason })
    if (delayMs === 0) return again()
    alarms.after(delayMs, () => void again())
  }
  const forget = () => {
    era += 1
    alarms.clear()
    shelf.release()
  }
  return {
    deliver,
    event: (payload) => {
      const verdict = limiter.event()
      if (verdict === 'bring') void attempt(payload)
      if (verdict === 'tell') void attempt(rateLimited(payload))
    },
    use: (next) => {
      courier = next
    },
    forget,
    stop: () => {
      forget()
      alarms.stop()
    },
  }
}

/** Where an event lies until another has been brought in its place. */
function createShelf() {
  const held = new Set<() => void>()
  return {
    /** Resolves when it is its turn; at once when something lies here already. */
    hold: (mostMs: number) =>
      new Promise<void>((resolve) => {
        if (held.size > 0) return resolve()
        const timer = setTimeout(() => give(), mostMs)
        const give = () => {
          clearTimeout(timer)
          held.delete(give)
          resolve()
        }
        held.add(give)
      }),
    release: () => {
      for (const give of [...held]) give()
    },
  }
}

/** What the app is told instead of an event (docs.slack.dev/reference/events/app_rate_limited). */
function rateLimited({ token, team_id, api_app_id, event_time }: Json): Json {
  const minute = Math.floor(Number(event_time) / 60) * 60
  return { token, type: 'app_rate_limited', team_id, minute_rate_limited: minute, api_app_id }
}

function nameOf({ kind, payload }: Parcel): string {
  if (kind === 'slash_commands') return `command ${payload.command}`
  if (kind === 'interactive') return String(payload.type)
  const event = isJson(payload.event) ? payload.event : payload
  return `event ${event.type}${event.subtype ? `.${event.subtype}` : ''}`
}
