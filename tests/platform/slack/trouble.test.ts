import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { classify } from '../../../src/platform/slack/trouble.ts'

const answer = (error: string) => new WebAPIPlatformError({ ok: false, error })

/** What Slack's methods can answer (docs.slack.dev/reference/methods), by what can be done about it. */
const codes: Record<string, string> = {
  gone: `channel_not_found is_archived is_inactive message_not_found thread_not_found user_not_found user_disabled
    user_not_visible no_such_subteam file_not_found team_not_found not_found invalid_scheduled_message_id`,
  later: 'rate_limited ratelimited external_channel_migrating',
  unknown:
    'internal_error fatal_error service_unavailable request_timeout update_failed fetch_members_failed not_yet_invented',
  refused: `not_in_channel user_not_in_channel restricted_action restricted_action_read_only_channel
    restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked
    cannot_reply_to_message messages_tab_disabled message_limit_exceeded ekm_access_denied cant_update_message
    edit_window_closed streaming_state_conflict cant_delete_message restricted_too_many too_many_members
    method_not_supported_for_channel_type posting_to_channel_denied plan_upgrade_required not_enabled hash_conflict
    invalid_trigger_id exchanged_trigger_id expired_trigger_id not_authed invalid_auth account_inactive token_expired
    token_revoked bad_token missing_scope no_permission not_allowed_token_type team_access_not_granted org_login_required
    team_added_to_org access_denied accesslimited two_factor_setup_required forbidden_team insecure_request invalid_code
    bad_redirect_uri bad_client_secret invalid_client_id invalid_refresh_token`,
  bug: `no_text invalid_blocks invalid_blocks_format msg_blocks_too_long too_many_attachments metadata_too_large
    invalid_metadata_format invalid_metadata_schema markdown_text_conflict msg_too_long block_mismatch time_in_past
    time_too_far invalid_time duplicate_external_id view_too_large push_limit_reached invalid_cursor invalid_ts_latest
    invalid_ts_oldest invalid_limit limit_required too_many_users not_enough_users users_list_not_supplied
    channels_limit_exceeded missing_args invalid_arguments invalid_arg_name invalid_array_arg invalid_charset
    invalid_form_data invalid_post_type missing_post_type deprecated_endpoint method_deprecated unknown_method`,
}
const table = Object.entries(codes).flatMap(([kind, list]) =>
  list
    .trim()
    .split(/\s+/)
    .map((code) => [code, kind] as const),
)

describe('trouble with Slack', () => {
  it.each(table)('%s is %s', (code, kind) => {
    const trouble = classify(answer(code))
    expect(trouble.kind).toBe(kind)
    if ('code' in trouble) expect(trouble.code).toBe(code)
    if (trouble.kind === 'later') expect(trouble.seconds).toBeGreaterThan(0)
  })

  it('takes the pause from Slack', () => {
    expect(classify(new WebAPIRateLimitedError(7))).toEqual({ kind: 'later', seconds: 7 })
  })

  it('does not know what happened where no answer came', () => {
    expect(classify(new WebAPIHTTPError(503, 'x', {}, 'x'))).toEqual({ kind: 'unknown', code: 'http_503' })
    expect(classify(new WebAPIRequestError(new Error('ECONNRESET')))).toEqual({ kind: 'unknown', code: 'no_answer' })
    expect(classify(answer('<html>Bad gateway</html>'))).toEqual({ kind: 'unknown', code: 'not_an_answer' })
  })

  it.each([[new TypeError('x')], [undefined], ['text'], [{}]])('calls anything else our own: %s', (error) => {
    expect(classify(error)).toEqual({ kind: 'bug' })
  })
})
