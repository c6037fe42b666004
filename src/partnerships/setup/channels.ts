/** What Slack says about channels, for the set-up and for `rondo doctor`. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Finding } from '../../platform/feature.ts'
import { classify } from '../../platform/slack/trouble.ts'

export type ChannelState =
  | { kind: 'ready'; shared: boolean }
  /** Private without Rondo in it, or not there: to Slack the two look the same. */
  | { kind: 'unseen' }
  | { kind: 'archived' }
  /** A direct message. */
  | { kind: 'no channel' }

const conversation = z.object({
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_private: z.boolean().optional(),
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
})

const unseen = new Set(['channel_not_found', 'team_not_found'])
const mayNotJoin = new Set([
  'method_not_supported_for_channel_type',
  'too_many_members',
  'restricted_action',
  'missing_scope',
])

/**
 * Whether Rondo can work in a channel; it joins a public one by itself.
 * @throws what the WebClient throws where Slack does not say
 */
export async function enterChannel(slack: WebClient, id: string): Promise<ChannelState> {
  const { state, joinable } = await lookAt(slack, id)
  return joinable && !(await join(slack, id)) ? { kind: 'unseen' } : state
}

async function lookAt(slack: WebClient, channel: string): Promise<{ state: ChannelState; joinable: boolean }> {
  const found = await unless(unseen, () => slack.conversations.info({ channel }))
  if (found === undefined) return { state: { kind: 'unseen' }, joinable: false }
  const seen = conversation.parse(found.channel)
  if (seen.is_im || seen.is_mpim) return { state: { kind: 'no channel' }, joinable: false }
  if (seen.is_archived) return { state: { kind: 'archived' }, joinable: false }
  const shared = seen.is_ext_shared === true || seen.is_pending_ext_shared === true
  if (seen.is_member) return { state: { kind: 'ready', shared }, joinable: false }
  return seen.is_private
    ? { state: { kind: 'unseen' }, joinable: false }
    : { state: { kind: 'ready', shared }, joinable: true }
}

async function join(slack: WebClient, channel: string): Promise<boolean> {
  return (await unless(mayNotJoin, () => slack.conversations.join({ channel }))) !== undefined
}

/** The answer; undefined where Slack refuses with one of these codes. */
async function unless<T>(codes: ReadonlySet<string>, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (codes.has(codeIn(error))) return undefined
    throw error
  }
}

/**
 * Who is in a channel, bots and people of other organisations too.
 * @returns Slack ids; undefined where there are more than `most`
 */
export async function channelMembers(slack: WebClient, channel: string, most: number): Promise<string[] | undefined> {
  const members: string[] = []
  let cursor: string | undefined
  do {
    const page = await slack.conversations.members({ channel, limit: 200, ...(cursor ? { cursor } : {}) })
    members.push(...(page.members ?? []))
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor && members.length <= most)
  return members.length > most ? undefined : members
}

/** A line of `rondo doctor`. It only looks: joining is for set-up. @param about how the line names the channel */
export async function channelFinding(slack: WebClient, channel: string, about: string): Promise<Finding> {
  try {
    const { state, joinable } = await lookAt(slack, channel)
    const advice = joinable ? adviceFor.unseen : state.kind === 'ready' ? undefined : adviceFor[state.kind]
    return advice === undefined ? { ok: true, about } : { ok: false, about, advice }
  } catch (error) {
    return { ok: false, about, advice: `Slack did not say (${codeIn(error)}). Try again; check the token's scopes.` }
  }
}

const adviceFor: Record<Exclude<ChannelState['kind'], 'ready'>, string> = {
  unseen:
    'Rondo is not in this channel, or it is gone: type /invite @Rondo in it, or choose another with /rondo setup.',
  archived: 'The channel is archived: unarchive it, or choose another with /rondo setup.',
  'no channel': 'This is a direct message: choose a channel with /rondo setup.',
}

function codeIn(error: unknown): string {
  const trouble = classify(error)
  return 'code' in trouble ? trouble.code : trouble.kind
}
