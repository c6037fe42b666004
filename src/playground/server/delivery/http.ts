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

/** Slack follows two and then gives up with `too_many_redirects`. */
const mostRedirects = 2

/** Delivers by signed requests (v0, docs.slack.dev/authentication/verifying-requests-from-slack). */
export function createHttpCourier(to: HttpDelivery, wiring: Wiring): Courier {
  return {
    carry: async (parcel, cut) => {
      const url = parcel.payload.type === 'block_suggestion' ? (to.optionsUrl ?? to.url) : to.url
      const receipt = await post(url, encode(parcel), wiring)
      return cut ? { acked: false, reason: 'connection_failed' } : receipt
    },
  }
}

/** Proves that somebody who knows the protocol listens at `url`. Throws when the challenge does not come back. */
export async function verifyUrl(url: string, token: string, wiring: Wiring): Promise<void> {
  const challenge = crypto.randomUUID()
  const parcel = { kind: 'events_api', payload: { type: 'url_verification', challenge, token } } as const
  const receipt = await post(url, encode(parcel), wiring)
  const echoed = receipt.acked && (isJson(receipt.answer) ? receipt.answer.challenge : receipt.answer)
  if (echoed !== challenge) throw new Error(`${url} did not answer the challenge: ${JSON.stringify(receipt)}`)
}

/** Asks whether the certificate holds, as Slack does now and then at the address of commands; the app only says yes. */
export function checkCertificate(url: string, token: string, wiring: Wiring): Promise<Receipt> {
  return post(
    url,
    form([
      ['ssl_check', '1'],
      ['token', token],
    ]),
    wiring,
  )
}

interface Letter {
  type: string
  body: string
  headers?: Record<string, string>
}

async function post(url: string, { type, body, headers }: Letter, wiring: Wiring): Promise<Receipt> {
  const timestamp = String(Math.floor(wiring.clock.now() / 1000))
  const request = {
    method: 'POST',
    headers: {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (playground)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(wiring.signingSecret, timestamp, body),
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(wiring.ackTimeoutMs),
    redirect: 'manual',
  } as const
  try {
    return await follow(url, request)
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { acked: false, reason: timedOut ? 'http_timeout' : 'connection_failed' }
  }
}

async function follow(url: string, request: RequestInit, redirects = 0): Promise<Receipt> {
  const response = await fetch(url, request)
  const text = await response.text()
  const onward = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
  if (onward !== null && redirects < mostRedirects) return follow(new URL(onward, url).href, request, redirects + 1)
  const noRetry = response.headers.get('x-slack-no-retry') === '1'
  const reason = onward === null ? 'http_error' : 'too_many_redirects'
  if (!response.ok) return { acked: false, reason, status: response.status, noRetry }
  return { acked: true, answer: parseJson(text) ?? text }
}

/** Events as JSON; commands and interactions as a form. */
function encode({ kind, payload, retry }: Parcel): Letter {
  if (kind === 'slash_commands') return form(Object.entries(payload))
  if (kind === 'interactive') return form([['payload', JSON.stringify(payload)]])
  const letter = { type: 'application/json', body: JSON.stringify(payload) }
  if (!retry) return letter
  return { ...letter, headers: { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } }
}

/** Without charset, as Slack does. */
function form(fields: [string, unknown][]): Letter {
  const body = new URLSearchParams(fields.map(([key, value]) => [key, String(value)])).toString()
  return { type: 'application/x-www-form-urlencoded', body }
}

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}
