import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const toleranceSeconds = 300

/** The signing secret as a key. @throws where it is empty: then anybody could sign */
export function signingKey(secret: string): KeyObject {
  if (secret === '')
    throw new Error('The signing secret is empty. Copy it from your Slack app under "Basic Information".')
  return createSecretKey(secret, 'utf8')
}

/**
 * Whether Slack signed this body within the last five minutes: `v0=` and the hex HMAC-SHA256 of `v0:<timestamp>:<body>`
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Stricter than Bolt: the future is refused like
 * the past, and each header has one spelling. Node joins repeated headers with a comma, so those fail too.
 * @param now epoch milliseconds
 */
export function isSigned(key: KeyObject, headers: IncomingHttpHeaders, body: Buffer, now: number): boolean {
  const timestamp = headers['x-slack-request-timestamp']
  const signature = headers['x-slack-signature']
  if (typeof timestamp !== 'string' || !/^[1-9]\d{0,11}$/.test(timestamp)) return false
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return false
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const expected = createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(signature.slice(3), 'hex'))
}
