import { isJson, textOf } from '../../json.ts'
import { verificationToken } from '../events.ts'
import { toTs, toWire } from '../messages.ts'
import { Refusal } from '../refusal.ts'
import { respond } from '../response-urls.ts'
import { channelName } from '../shapes.ts'
import type { Channel, Message, User } from '../workspace.ts'
import { channelFor, type Desk, introduction } from './desk.ts'
import { toPlace } from './spot.ts'
import { toSlackText } from './typing.ts'

export interface Outcome {
  /** Whether the app acknowledged in time. */
  acked: boolean
  /** What Slack tells the person when something went wrong. */
  trouble?: string
}

export interface CommandOutcome extends Outcome {
  /** The text of the answer that came with the acknowledgement. */
  text?: string
}

/** Types a slash command in a channel (their DM with the bot when none is named). */
export async function command(desk: Desk, user: User, typed: string, named?: string): Promise<CommandOutcome> {
  const channel = channelFor(desk, user, named)
  const [word = '', ...rest] = typed.trim().split(/\s+/)
  if (!word.startsWith('/')) throw new Error(`A command begins with a slash: "${typed}".`)
  const said = rest.length ? typed.trim().slice(word.length).trim() : ''
  const receipt = await desk.mailroom.deliver({
    kind: 'slash_commands',
    payload: commandPayload(desk, user, channel, word, said),
  })
  if (!receipt.acked) return { acked: false, trouble: `${word} failed with the error "${errorOf(receipt.reason)}"` }
  const answer = typeof receipt.answer === 'string' ? { text: receipt.answer } : receipt.answer
  if (!isJson(answer) || (!textOf(answer.text) && !Array.isArray(answer.blocks))) return { acked: true }
  try {
    respond(desk.office, { userId: user.id, channel }, answer)
  } catch (error) {
    if (error instanceof Refusal) return { acked: true, trouble: `${word} failed with the error "${error.code}"` }
    throw error
  }
  const text = textOf(answer.text)
  return { acked: true, ...(text !== undefined && { text }) }
}

function errorOf(reason: string): string {
  return reason === 'http_error' ? 'dispatch_failed' : 'operation_timeout'
}

function commandPayload(desk: Desk, user: User, channel: Channel, word: string, said: string) {
  const { workspace } = desk
  return {
    token: verificationToken,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: word,
    text: toSlackText(workspace, said, true),
    api_app_id: workspace.bot.appId,
    is_enterprise_install: 'false',
    response_url: desk.responseUrls.issue({ userId: user.id, channel }),
    trigger_id: desk.office.triggers.issue(user.id),
  }
}

/** Chooses a global shortcut. */
export function shortcut(desk: Desk, user: User, callbackId: string): Promise<Outcome> {
  return send(desk, user, { type: 'shortcut', callback_id: callbackId })
}

/** Chooses a shortcut in a message's menu. */
export function messageShortcut(desk: Desk, user: User, callbackId: string, message: Message): Promise<Outcome> {
  const channel = channelFor(desk, user, message.channel)
  return send(desk, user, {
    type: 'message_action',
    callback_id: callbackId,
    channel: toPlace(channel),
    message_ts: message.ts,
    message: toWire(desk.workspace, message),
    response_url: desk.responseUrls.issue({ userId: user.id, channel, ts: message.ts }),
  })
}

async function send(desk: Desk, user: User, what: object): Promise<Outcome> {
  const payload = {
    ...introduction(desk, user),
    ...what,
    action_ts: toTs(desk.workspace.clock.now() * 1000),
    trigger_id: desk.office.triggers.issue(user.id),
  }
  const receipt = await desk.mailroom.deliver({ kind: 'interactive', payload })
  return receipt.acked ? { acked: true } : { acked: false, trouble: "The app didn't respond. Try again?" }
}
