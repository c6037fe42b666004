import { setTimeout as pause } from 'node:timers/promises'
import { isJson, type Json } from '../json.ts'
import type { Activity } from './activity.ts'
import type { Courier, Parcel, Receipt } from './delivery/courier.ts'
import type { Faults } from './faults.ts'
import type { Traffic } from './traffic.ts'

export interface Mailroom {
  /** Brings one parcel and waits for the receipt. */
  deliver(parcel: Parcel): Promise<Receipt>
  /** Brings an event, again and again as Slack does; does not wait. */
  event(payload: Json): void
  use(courier: Courier): void
  stop(): void
}

/**
 * Hands parcels to the courier in use, keeps the traffic, and repeats unacknowledged events.
 * @param retryDelaysMs real time before each further attempt; Slack: at once, after a minute, after five
 */
export function createMailroom(
  first: Courier,
  faults: Faults,
  activity: Activity,
  traffic: Traffic,
  retryDelaysMs: readonly number[],
): Mailroom {
  let courier = first
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()

  const deliver = async (parcel: Parcel): Promise<Receipt> => {
    const over = activity.begin()
    const fault = faults.take(nameOf(parcel), parcel.payload, 'delivery')
    if (fault?.kind === 'holdBack') await pause(fault.ms)
    const carried = await courier.carry(parcel)
    const receipt: Receipt = fault?.kind === 'loseAck' ? { acked: false, reason: 'http_timeout' } : carried
    traffic.add({
      from: 'slack',
      what: nameOf(parcel),
      request: parcel.payload,
      answer: receipt.acked ? receipt.answer : receipt.reason,
      ...(!receipt.acked && receipt.status && { status: receipt.status }),
    })
    over()
    return receipt
  }
  const attempt = async (payload: Json, retry?: Parcel['retry']): Promise<void> => {
    const receipt = await deliver({ kind: 'events_api', payload, ...(retry && { retry }) })
    const number = (retry?.attempt ?? 0) + 1
    const delayMs = retryDelaysMs[number - 1]
    if (receipt.acked || receipt.noRetry || stopped || delayMs === undefined) return
    const again = () => attempt(payload, { attempt: number, reason: receipt.reason })
    if (delayMs === 0) return again()
    const timer = setTimeout(() => {
      timers.delete(timer)
      again()
    }, delayMs)
    timers.add(timer)
  }
  return {
    deliver,
    event: (payload) => void attempt(payload),
    use: (next) => {
      courier = next
    },
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function nameOf({ kind, payload, retry }: Parcel): string {
  const again = retry ? ` (retry ${retry.attempt})` : ''
  if (kind === 'slash_commands') return `command ${payload.command}`
  if (kind === 'interactive') return String(payload.type)
  const event = isJson(payload.event) ? payload.event : payload
  return `event ${event.type}${event.subtype ? `.${event.subtype}` : ''}${again}`
}
