/**
 * What of Slack's payloads Rondo reads and keeps: nothing else is stored. Unknown fields are dropped, missing ones that
 * nothing depends on are tolerated (https://docs.slack.dev/reference/interaction-payloads).
 */
import { z } from 'zod'

/** Goes into keys and look-ups: printable, and short. */
const id = z.string().regex(/^[\x21-\x7e]{1,255}$/)
const named = z.string().max(255)
const enterpriseFlag = z.union([z.boolean(), z.string()]).optional()

const actor = {
  user: z.object({ id, team_id: id.nullish() }),
  team: z.object({ id, enterprise_id: id.nullish() }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: enterpriseFlag,
}

/** Bolt stumbles over a channel that is null. */
const channel = z
  .object({ id })
  .nullish()
  .transform((where) => where ?? undefined)

const chosen = z.object({ value: z.string() })
const action = z.object({
  type: z.string().optional(),
  block_id: named.optional(),
  action_id: named,
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
})

/** By block id, then action id. */
const state = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }).nullish()
export type State = z.infer<typeof state>

const view = z.object({
  id,
  hash: z.string().max(255).default(''),
  type: z.string().optional(),
  callback_id: named.default(''),
  private_metadata: z.string().default(''),
  state,
  app_installed_team_id: id.nullish(),
})

export const command = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: id,
  enterprise_id: id.nullish(),
  is_enterprise_install: enterpriseFlag,
  channel_id: id,
  user_id: id,
  response_url: z.string().optional(),
  trigger_id: id,
})

export const click = z.object({
  ...actor,
  type: z.literal('block_actions'),
  trigger_id: id,
  response_url: z.string().optional(),
  channel,
  container: z.object({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }).nullish(),
  message: z.object({ ts: id, thread_ts: id.nullish() }).nullish(),
  view: view.nullish(),
  actions: z.tuple([action], action),
})

export const shortcut = z.object({
  ...actor,
  type: z.enum(['shortcut', 'message_action']),
  callback_id: named,
  trigger_id: id,
  response_url: z.string().optional(),
  channel,
})

export const submission = z.object({
  ...actor,
  type: z.literal('view_submission'),
  view: view.extend({
    blocks: z.array(z.object({ type: z.string().optional(), block_id: z.string().optional() })).default([]),
  }),
})

export const suggestion = z.object({
  ...actor,
  type: z.literal('block_suggestion'),
  action_id: named,
  value: z.string().default(''),
  view: z.object({ private_metadata: z.string().default('') }).nullish(),
})

export const event = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  authorizations: z
    .array(
      z.object({ team_id: id.nullish(), enterprise_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }),
    )
    .nullish(),
  event: z.looseObject({ type: z.string() }),
})

export type CommandBody = z.infer<typeof command>
export type ClickBody = z.infer<typeof click>
export type ShortcutBody = z.infer<typeof shortcut>
export type SubmissionBody = z.infer<typeof submission>
export type SuggestionBody = z.infer<typeof suggestion>
export type EventBody = z.infer<typeof event>
