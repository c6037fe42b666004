import { isJson, type Json, parseJson } from '../../json.ts'
import { findMessage } from '../messages.ts'
import { refuse } from '../refusal.ts'
import type { Channel, Message, Workspace } from '../workspace.ts'
import { revise } from './edits.ts'
import { type Method, type Office, text } from './method.ts'
import { isMember } from './places.ts'

const unfurl: Method = {
  token: 'bot',
  scopes: ['links:write'],
  errors: [
    'missing_unfurls',
    'invalid_unfurls_format',
    'missing_channel',
    'missing_ts',
    'missing_source',
    'missing_unfurl_id',
    'invalid_source',
    'invalid_unfurl_id',
    'cannot_find_channel',
    'cannot_find_message',
    'cannot_find_service',
    'cannot_unfurl_url',
    'cannot_parse_attachment',
  ],
  run: (args, office) => {
    const { workspace } = office
    const unfurls = readUnfurls(args)
    if (workspace.bot.unfurlDomains.length === 0) refuse('cannot_find_service')
    const { channel, message } = whereOf(workspace, args)
    const attachments = Object.entries(unfurls).map(([url, unfurled]) => preview(message, url, unfurled))
    return show(office, channel, message, attachments)
  },
}

function readUnfurls(args: Json): Json {
  const given = typeof args.unfurls === 'string' ? parseJson(args.unfurls) : args.unfurls
  if (args.unfurls === undefined || args.unfurls === '') return refuse('missing_unfurls')
  return isJson(given) ? given : refuse('invalid_unfurls_format')
}

/** The message: by channel and ts, or by the unfurl_id of the event. */
function whereOf(workspace: Workspace, args: Json): { channel: Channel; message: Message } {
  const place = args.unfurl_id === undefined && args.source === undefined ? byTs(args) : byEvent(workspace, args)
  const channel = workspace.channels.get(place.channel)
  if (!channel || !isMember(workspace, channel)) return refuse('cannot_find_channel')
  return { channel, message: findMessage(channel, place.ts) ?? refuse('cannot_find_message') }
}

function byTs(args: Json): { channel: string; ts: string } {
  return { channel: text(args, 'channel') ?? refuse('missing_channel'), ts: text(args, 'ts') ?? refuse('missing_ts') }
}

function byEvent({ unfurls }: Workspace, args: Json): { channel: string; ts: string } {
  const source = text(args, 'source') ?? refuse('missing_source')
  const id = text(args, 'unfurl_id') ?? refuse('missing_unfurl_id')
  if (source !== 'conversations_history' && source !== 'composer') refuse('invalid_source')
  return unfurls.get(id) ?? refuse('invalid_unfurl_id')
}

function preview(message: Message, url: string, unfurled: unknown): Json {
  // Typed text holds `&` as an entity.
  if (!message.text.includes(url) && !message.text.includes(url.replaceAll('&', '&amp;'))) refuse('cannot_unfurl_url')
  return isJson(unfurled) ? { ...unfurled, from_url: url } : refuse('cannot_parse_attachment')
}

/** The same message with the previews under it; the words of a person stay theirs. */
function show(office: Office, channel: Channel, message: Message, attachments: Json[]): Json {
  const { blocks, text: said } = message
  revise(office, channel, message, { text: said, ...(blocks && { blocks }), attachments, warnings: [] })
  return {}
}

export const unfurlMethods: Record<string, Method> = { 'chat.unfurl': unfurl }
