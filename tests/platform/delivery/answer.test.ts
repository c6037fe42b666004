import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { type AnswerClass, classify } from '../../../src/platform/delivery/answer.ts'
import { createLog } from '../../../src/platform/log.ts'
import { clientOptions } from '../../../src/platform/slack/client.ts'

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error })
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }))

const codes: Record<AnswerClass, string> = {
  later: 'ratelimited rate_limited message_limit_exceeded',
  workspace: 'token_revoked token_expired account_inactive invalid_auth not_authed missing_scope org_login_required',
  recipient: `channel_not_found is_archived not_in_channel restricted_action restricted_action_read_only_channel
    restricted_action_thread_locked ekm_access_denied message_not_found cant_update_message user_disabled user_not_found`,
  payload: 'invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text metadata_too_large',
  unsure: 'fatal_error internal_error request_timeout service_unavailable a_code_that_slack_may_yet_invent',
}

/** With these Slack speaks of itself, not of the call. */
const illnesses = ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']

describe('what an answer means', () => {
  it.each(Object.entries(codes).flatMap(([name, list]) => list.split(/\s+/).map((code) => [code, name])))(
    '%s: %s',
    (code, name) => {
      const outage = illnesses.includes(code) && { outage: true }
      expect(classify(platform(code))).toEqual({ class: name, code, ...outage })
    },
  )

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s: the request never left', (code) =>
    expect(classify(network(code))).toEqual({ class: 'later', code, outage: true }),
  )

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])(
    '%s: the request may have arrived',
    (code) => expect(classify(network(code))).toEqual({ class: 'unsure', code, outage: true }),
  )

  it('is unsure about every HTTP status, and about a timeout of our own', () => {
    for (const status of [400, 404, 500, 502, 503]) {
      const outage = status >= 500 && { outage: true }
      const answer = classify(new WebAPIHTTPError(status, '', {}))
      expect(answer).toEqual({ class: 'unsure', code: `http_${status}`, ...outage })
    }
    const late = classify(new WebAPIRequestError(new DOMException('late', 'TimeoutError')))
    expect(late).toMatchObject({ class: 'unsure', outage: true })
    expect(classify(new Error('a bug')).class).toBe('unsure')
    expect(classify('not even an error').class).toBe('unsure')
  })

  it('keeps how long Slack asks to wait', () => {
    expect(classify(new WebAPIRateLimitedError(7))).toEqual({ class: 'later', code: 'ratelimited', retryAfterMs: 7000 })
  })

  it('never passes on an answer that is no code', () => {
    expect(classify(platform('<html>Dear Anna, …'))).toEqual({ class: 'unsure', code: 'unreadable_answer' })
  })

  it('knows a refused connection as Node reports it', async () => {
    const probe = createServer()
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => probe.close(resolve))
    const client = new WebClient('x', clientOptions(`http://127.0.0.1:${port}/api/`, createLog('silent')))
    const error = await client.apiCall('chat.postMessage').catch((thrown: unknown) => thrown)
    expect(classify(error)).toEqual({ class: 'later', code: 'ECONNREFUSED', outage: true })
  })
})
