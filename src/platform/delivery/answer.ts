import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

/**
 * What Slack's refusal of one call says about its effect.
 * - `later`: certainly nothing happened; the same call may work later.
 * - `workspace`: certainly nothing happened, nor will any other call of this workspace work until somebody mends it.
 * - `recipient`: certainly nothing happened; this channel, person or message does not take it.
 * - `payload`: certainly nothing happened; Slack does not take a message like this.
 * - `unsure`: it may have happened. Everything that is not known to be one of the others.
 */
export type AnswerClass = 'later' | 'workspace' | 'recipient' | 'payload' | 'unsure'

export interface Answer {
  class: AnswerClass
  /** Slack's error, or the network's. Never a text of ours or of a person's. */
  code: string
  /** It says more about Slack, or the way there, than about this call. */
  outage?: true
  /** How long Slack asks to be left alone, if it does. */
  retryAfterMs?: number
}

/** @param error what a call of a WebClient threw; anything else counts as unsure */
export function classify(error: unknown): Answer {
  if (error instanceof WebAPIRateLimitedError) {
    return { class: 'later', code: 'ratelimited', retryAfterMs: error.retryAfter * 1000 }
  }
  if (error instanceof WebAPIPlatformError) return platformAnswer(error.data.error)
  if (error instanceof WebAPIHTTPError) return httpAnswer(error.statusCode)
  if (error instanceof WebAPIRequestError) return networkAnswer(error.original)
  return { class: 'unsure', code: error instanceof Error ? error.name : 'no_error' }
}

function httpAnswer(status: number): Answer {
  return { class: 'unsure', code: `http_${status}`, ...(status >= 500 && down) }
}

const down = { outage: true } as const

/** `ok: false`. A body that is no JSON arrives here as its own text, so an unknown code is not repeated anywhere. */
function platformAnswer(code: string): Answer {
  const known = platformCodes.get(code) ?? (code.startsWith('restricted_action') ? 'recipient' : undefined)
  if (known) return { class: known, code }
  const slackIsIll = outageCodes.has(code)
  return { class: 'unsure', code: /^[a-z_]{1,60}$/.test(code) ? code : 'unreadable_answer', ...(slackIsIll && down) }
}

/** Only what fails before the request is written is certain; a connection that breaks later may have delivered it. */
function networkAnswer(error: Error): Answer {
  const code = codesOf(error).find((one) => one !== '') ?? error.name
  return { class: beforeRequest.has(code) || /^(CERT_|ERR_TLS_)/.test(code) ? 'later' : 'unsure', code, ...down }
}

/** The codes down the chain of causes: fetch wraps what the socket said. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return [code, ...codesOf(error.cause)]
}

/** Part of the operation may have succeeded, says Slack of these. */
const outageCodes = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'])

const beforeRequest = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/**
 * Slack's codes for chat.postMessage, chat.update, conversations.open, join, history and replies. Those whose description says
 * that part of the operation may have succeeded (fatal_error, internal_error) are left out on purpose.
 * @see https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const platformCodes = new Map<string, AnswerClass>([
  ...inClass('later', 'ratelimited', 'rate_limited', 'message_limit_exceeded', 'external_channel_migrating'),
  ...inClass(
    'workspace',
    'access_denied',
    'accesslimited',
    'account_inactive',
    'enterprise_is_restricted',
    'invalid_auth',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'not_authed',
    'org_login_required',
    'team_access_not_granted',
    'team_added_to_org',
    'team_not_found',
    'token_expired',
    'token_revoked',
    'two_factor_setup_required',
  ),
  ...inClass(
    'recipient',
    'cannot_dm_bot',
    'cannot_reply_to_message',
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'ekm_access_denied',
    'is_archived',
    'is_inactive',
    'message_not_found',
    'messages_tab_disabled',
    'method_not_supported_for_channel_type',
    'not_in_channel',
    'thread_not_found',
    'too_many_members',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
    'users_not_found',
  ),
  ...inClass(
    'payload',
    'block_mismatch',
    'invalid_arguments',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'markdown_text_conflict',
    'metadata_too_large',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'too_many_attachments',
  ),
])

function inClass(answerClass: AnswerClass, ...codes: string[]): [string, AnswerClass][] {
  return codes.map((code) => [code, answerClass])
}
