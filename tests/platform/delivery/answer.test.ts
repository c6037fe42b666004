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
import { declaredErrors } from '../../../src/playground/server/api/index.ts'

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error })
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }))

const words = (text: string): string[] => text.trim().split(/\s+/)

/** What every code that Slack's pages know for these methods means for a message. */
const codes: Record<AnswerClass, string[]> = {
  later: words('ratelimited rate_limited message_limit_exceeded external_channel_migrating'),
  workspace: words(`
    access_denied accesslimited account_inactive enterprise_is_restricted invalid_auth missing_scope no_permission
    not_allowed_token_type not_authed org_login_required team_access_not_granted team_added_to_org team_not_found
    token_expired token_revoked two_factor_setup_required`),
  recipient: words(`
    cannot_dm_bot cannot_reply_to_message cant_update_message channel_not_found edit_window_closed ekm_access_denied
    is_archived is_inactive message_not_found messages_tab_disabled method_not_supported_for_channel_type not_in_channel
    restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel
    restricted_action_thread_locked restricted_action_thread_only_channel thread_not_found too_many_members user_disabled
    user_not_found user_not_visible users_not_found`),
  payload: words(`
    block_mismatch invalid_arguments invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema
    markdown_text_conflict metadata_too_large msg_blocks_too_long msg_too_long no_text too_many_attachments`),
  // Slack may have done it, or it is a code of which no page says when it is given: a look costs less than a second message.
  unsure: words(`
    fatal_error internal_error request_timeout service_unavailable update_failed streaming_state_conflict
    invalid_attachments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_post_type
    missing_post_type deprecated_endpoint method_deprecated
    invalid_cursor invalid_ts_latest invalid_ts_oldest not_enough_users too_many_users users_list_not_supplied
    a_code_that_slack_may_yet_invent`),
}

/** The methods a delivery calls, and what Slack's page of each lists beside what every method can answer. */
const ownCodes: Record<string, string[]> = {
  'chat.postMessage': words(`
    channel_not_found not_in_channel is_archived no_text invalid_blocks invalid_blocks_format msg_blocks_too_long
    too_many_attachments restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel
    restricted_action_non_threadable_channel restricted_action_thread_locked cannot_reply_to_message
    messages_tab_disabled metadata_too_large invalid_metadata_format invalid_metadata_schema markdown_text_conflict
    message_limit_exceeded rate_limited team_not_found msg_too_long`),
  'chat.update': words(`
    message_not_found cant_update_message msg_too_long edit_window_closed is_inactive block_mismatch update_failed
    external_channel_migrating streaming_state_conflict channel_not_found invalid_blocks`),
  'conversations.open': words(`
    user_not_found user_disabled user_not_visible too_many_users not_enough_users users_list_not_supplied`),
  'conversations.join': words('is_archived method_not_supported_for_channel_type too_many_members'),
  'conversations.history': words('channel_not_found not_in_channel invalid_cursor invalid_ts_latest invalid_ts_oldest'),
  'conversations.replies': words('thread_not_found channel_not_found'),
}

/** What every method can answer. */
const commonCodes = words(`
  not_authed invalid_auth account_inactive token_expired token_revoked missing_scope no_permission not_allowed_token_type
  team_access_not_granted ekm_access_denied org_login_required team_added_to_org ratelimited request_timeout
  internal_error fatal_error service_unavailable invalid_arguments invalid_arg_name invalid_array_arg invalid_charset
  invalid_form_data invalid_post_type missing_post_type access_denied accesslimited two_factor_setup_required
  deprecated_endpoint method_deprecated`)

/** With these Slack speaks of itself, not of the call. */
const illnesses = ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']

describe('what an answer means', () => {
  it.each(Object.entries(codes).flatMap(([name, list]) => list.map((code) => [code, name])))('%s: %s', (code, name) => {
    const outage = illnesses.includes(code) && { outage: true }
    expect(classify(platform(code))).toEqual({ class: name, code, ...outage })
  })

  it.each(Object.entries(ownCodes))('is decided on for everything that %s can answer', (method, own) => {
    const decided = new Set(Object.values(codes).flat())
    const possible = [...commonCodes, ...own, ...declaredErrors(method)]
    expect(possible.filter((code) => !decided.has(code))).toEqual([])
  })

  it('is one thing only', () => {
    const all = Object.values(codes).flat()
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([])
  })

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
