/** Trouble from outside, classified once: what a read or an interaction can do about it. Posts have their own reading. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

export type Trouble =
  /** What was addressed is not there, or not any more. */
  | { kind: 'gone'; code: string }
  /** Not now. */
  | { kind: 'later'; seconds: number }
  /** It may have happened or not; every code Slack may yet invent. */
  | { kind: 'unknown'; code: string }
  /** Slack will not, and asking again changes nothing. */
  | { kind: 'refused'; code: string }
  /** Ours: not an answer of Slack, or one that says the request was wrong. */
  | { kind: 'bug' }

const pauseSeconds = 30

const words = (text: string): string[] => text.trim().split(/\s+/)

const gone = words(`
  channel_not_found is_archived is_inactive user_not_found user_disabled user_not_visible message_not_found not_found
  thread_not_found file_not_found no_such_subteam team_not_found invalid_scheduled_message_id`)

const later = words('ratelimited rate_limited external_channel_migrating')

const unknown = words(`
  internal_error fatal_error service_unavailable request_timeout update_failed fetch_members_failed`)

const refused = words(`
  not_in_channel user_not_in_channel restricted_action restricted_action_read_only_channel
  restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked
  cannot_reply_to_message messages_tab_disabled message_limit_exceeded ekm_access_denied cant_update_message
  edit_window_closed streaming_state_conflict cant_delete_message restricted_too_many too_many_members
  method_not_supported_for_channel_type posting_to_channel_denied plan_upgrade_required not_enabled hash_conflict
  invalid_trigger_id exchanged_trigger_id expired_trigger_id not_authed invalid_auth account_inactive token_expired
  token_revoked bad_token missing_scope no_permission not_allowed_token_type team_access_not_granted org_login_required
  team_added_to_org access_denied accesslimited two_factor_setup_required forbidden_team insecure_request invalid_code
  invalid_refresh_token bad_redirect_uri bad_client_secret invalid_client_id`)

const bug = words(`
  no_text invalid_blocks invalid_blocks_format msg_blocks_too_long too_many_attachments metadata_too_large
  invalid_metadata_format invalid_metadata_schema markdown_text_conflict msg_too_long block_mismatch time_in_past
  time_too_far invalid_time duplicate_external_id view_too_large push_limit_reached invalid_cursor invalid_ts_latest
  invalid_ts_oldest invalid_limit limit_required too_many_users not_enough_users users_list_not_supplied
  channels_limit_exceeded missing_args invalid_arguments invalid_arg_name invalid_array_arg invalid_charset
  invalid_form_data invalid_post_type missing_post_type deprecated_endpoint method_deprecated unknown_method`)

const kinds = new Map<string, Trouble['kind']>([
  ...gone.map((code) => [code, 'gone'] as const),
  ...later.map((code) => [code, 'later'] as const),
  ...unknown.map((code) => [code, 'unknown'] as const),
  ...refused.map((code) => [code, 'refused'] as const),
  ...bug.map((code) => [code, 'bug'] as const),
])

/** What an error of a Slack call means. Whatever it is, it never throws. */
export function classify(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', seconds: error.retryAfter }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', code: `http_${error.statusCode}` }
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', code: 'no_answer' }
  if (error instanceof WebAPIPlatformError) return ofCode(error.data.error)
  // A 429 that does not say for how long is a plain error in the package.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return { kind: 'later', seconds: pauseSeconds }
  return { kind: 'bug' }
}

function ofCode(code: string): Trouble {
  const kind = kinds.get(code) ?? 'unknown'
  if (kind === 'later') return { kind, seconds: pauseSeconds }
  if (kind === 'bug') return { kind }
  // An answer that is not JSON arrives as its whole text.
  return { kind, code: /^\w{1,60}$/.test(code) ? code : 'not_an_answer' }
}
