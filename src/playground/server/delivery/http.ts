import { createHmac } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import { isJson, parseJson } from '../../json.ts'
import type { Courier, Parcel, Receipt } from './courier.ts'

export interface HttpDelivery {
  url: string
  /** Where option lists are asked for; `url` when left out. */
  optionsUrl?: string
}

interface Wiring {
  clock: Clock
  signingSecret: string
  ackTimeoutMs: number
}

/** Delivers by signed requests (v0, docs.slack.dev/authentication/verifying-requests-from-slack). */
export function createHttpCourier(to: HttpDelivery, wiring: Wiring): Courier {
  return {
    carry: (parcel) =>
      post(parcel.payload.type === 'block_suggestion' ? (to.optionsUrl ?? to.url) : to.url, parcel, wiring),
  }
}

/** Proves that somebody who knows the protocol listens at `url`. Throws when the challenge does not come back. */
export async function verifyUrl(url: string, token: string, wiring: Wiring): Promise<void> {
  const challenge = crypto.randomUUID()
  const receipt = await post(
    url,
    { kind: 'events_api', payload: { type: 'url_verification', challenge, token } },
    wiring,
  )
  const echoed = receipt.acked && (isJson(receipt.answer) ? receipt.answer.challenge : receipt.answer)
  if (echoed !== challenge) throw new Error(`${url} did not answer the challenge: ${JSON.stringify(receipt)}`)
}

async function post(url: string, parcel: Parcel, wiring: Wiring): Promise<Receipt> {
  const { body, type } = encode(parcel)
  const timestamp = String(Math.floor(wiring.clock.now() / 1000))
  const headers: Record<string, string> = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (playground)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(wiring.signingSecret, timestamp, body),
  }
  if (parcel.retry) {
    headers['x-slack-retry-num'] = String(parcel.retry.attempt)
    headers['x-slack-retry-reason'] = parcel.retry.reason
  }
  try {
    const signal = AbortSignal.timeout(wiring.ackTimeoutMs)
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    const text = await response.text()
    const noRetry = response.headers.get('x-slack-no-retry') === '1'
    if (!response.ok) return { acked: false, reason: 'http_error', status: response.status, noRetry }
    return { acked: true, answer: parseJson(text) ?? text }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { acked: false, reason: timedOut ? 'http_timeout' : 'connection_failed' }
  }
}

/** Events as JSON; commands and interactions as a form, without charset as Slack does. */
function encode({ kind, payload }: Parcel): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' }
  const fields = kind === 'slash_commands' ? Object.entries(payload) : [['payload', JSON.stringify(payload)]]
  const body = new URLSearchParams(fields.map(([key, value]) => [String(key), String(value)])).toString()
  return { body, type: 'application/x-www-form-urlencoded' }
}

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}
