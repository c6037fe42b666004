import { z } from 'zod'
import { type Json, parseJson } from '../../json.ts'

const text = (max: number, min = 1) => z.string().min(min).max(max)
const scopes = z.array(z.string()).max(255).optional()
const events = z.array(z.string()).max(100).optional()
const on = z.boolean().optional()

/** Limits of Slack's manifest schema 2.0.0 (github.com/slackapi/manifest-schema). */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.number().optional(), minor_version: z.number().optional() }).optional(),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: text(4000, 175).optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i)
      .optional(),
  }),
  features: z
    .strictObject({
      app_home: z
        .strictObject({ home_tab_enabled: on, messages_tab_enabled: on, messages_tab_read_only_enabled: on })
        .optional(),
      bot_user: z.strictObject({ display_name: text(80), always_online: on }).optional(),
      slash_commands: z
        .array(
          z.strictObject({
            command: text(32).startsWith('/'),
            url: text(3000).optional(),
            description: text(2000),
            usage_hint: text(1000).optional(),
            should_escape: on,
          }),
        )
        .max(50)
        .optional(),
      shortcuts: z
        .array(
          z.strictObject({
            name: text(24),
            callback_id: text(255),
            description: text(150),
            type: z.enum(['message', 'global']),
          }),
        )
        .max(10)
        .optional(),
      unfurl_domains: z.array(z.string()).max(5).optional(),
      agent_view: z
        .strictObject({ agent_description: text(300), suggested_prompts: z.array(z.unknown()).max(4).optional() })
        .optional(),
      assistant_view: z.looseObject({ assistant_description: z.string() }).optional(),
    })
    .optional(),
  oauth_config: z
    .strictObject({
      redirect_urls: z.array(z.string()).max(1000).optional(),
      scopes: z.strictObject({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes }).optional(),
      pkce_enabled: on,
      token_management_enabled: on,
    })
    .optional(),
  settings: z
    .strictObject({
      event_subscriptions: z
        .strictObject({
          request_url: text(3500).optional(),
          bot_events: events,
          user_events: events,
          metadata_subscriptions: z.array(z.unknown()).min(1).max(20).optional(),
        })
        .optional(),
      interactivity: z
        .strictObject({
          is_enabled: z.boolean(),
          request_url: z.string().optional(),
          message_menu_options_url: z.string().optional(),
        })
        .optional(),
      allowed_ip_address_ranges: z.array(z.string()).optional(),
      org_deploy_enabled: on,
      socket_mode_enabled: on,
      token_rotation_enabled: on,
      function_runtime: z.string().optional(),
      is_mcp_enabled: on,
    })
    .optional(),
  functions: z.record(z.string(), z.unknown()).refine(atMost(50), 'no more than 50 functions').optional(),
  mcp_servers: z.record(z.string(), z.unknown()).refine(atMost(20), 'no more than 20 servers').optional(),
  app_directory: z
    .looseObject({
      installation_landing_page: z.string(),
      privacy_policy_url: z.string(),
      support_url: z.string(),
      support_email: z.string(),
      supported_languages: z.array(z.string()),
      pricing: z.string(),
    })
    .optional(),
})

function atMost(most: number): (given: object) => boolean {
  return (given) => Object.keys(given).length <= most
}

/** What Slack would not take in an app manifest (an object, or its JSON); nothing when it would take it. */
export function manifestProblems(given: unknown): Json[] {
  const parsed = manifest.safeParse(typeof given === 'string' ? parseJson(given) : given)
  return (parsed.error?.issues ?? []).map(({ code, message, path }) => ({
    code,
    message,
    pointer: `/${path.join('/')}`,
  }))
}
