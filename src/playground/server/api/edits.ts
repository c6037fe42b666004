import type { Json } from '../../json.ts'
import { findMessage, fromTs, nextTs, removeMessage, replaceMessage, toWire } from '../messages.ts'
import { refuse } from '../refusal.ts'
import type { Channel, Message, Workspace } from '../workspace.ts'
import { shortText } from './chat.ts'
import { type Content, contentErrors, metadataErrors, readContent } from './content.ts'
import { type Method, type Office, text } from './method.ts'
import { channelOf } from './places.ts'

const write = { token: 'bot', scopes: ['chat:write'] } as const

const update: Method = {
  ...write,
  needs: ['channel', 'ts'],
  errors: [
    'channel_not_found',
    'message_not_found',
    'cant_update_message',
    'is_inactive',
    'external_channel_migrating',
    'edit_window_closed',
    'msg_too_long',
    'block_mismatch',
    ...contentErrors,
    ...metadataErrors,
  ],
  run: (args, office) => {
    const { workspace } = office
    const channel = channelOf(workspace, args)
    const before = findMessage(channel, text(args, 'ts') ?? '') ?? refuse('message_not_found')
    if (before.bot_id !== workspace.bot.botId) refuse('cant_update_message')
    if (channel.archived) refuse('is_inactive')
    if (channel.migrating) refuse('external_channel_migrating')
    if (isPastEditing(workspace, before)) refuse('edit_window_closed')
    const said = text(args, 'text')
    if (said !== undefined && [...said].length > shortText) refuse('msg_too_long')
    const content = readContent(workspace, args)
    if (isRichOnly(before.blocks) && content.blocks && !content.blocks.some(isRich)) refuse('block_mismatch')
    const after = revise(office, channel, before, content, args.metadata !== undefined)
    return { channel: channel.id, ts: after.ts, text: after.text, message: toWire(workspace, after) }
  },
}

function isPastEditing({ team, clock }: Workspace, { ts }: Message): boolean {
  return team.editWindowMinutes !== undefined && clock.now() - fromTs(ts) / 1000 > team.editWindowMinutes * 60_000
}

/** What was composed as rich text cannot become something else. */
function isRichOnly(blocks: Json[] | undefined): boolean {
  return blocks !== undefined && blocks.length > 0 && blocks.every(isRich)
}

function isRich(block: Json): boolean {
  return block.type === 'rich_text'
}

/** Gives a message new contents. Text alone takes blocks away; metadata stays unless it is given. */
export function revise(
  office: Office,
  channel: Channel,
  before: Message,
  content: Content,
  newMetadata = false,
): Message {
  const { blocks: _blocks, attachments: _attachments, metadata: oldMetadata, ...rest } = before
  const { warnings: _warnings, metadata: given, ...said } = content
  const metadata = newMetadata ? given : oldMetadata
  const mark = { user: before.user, ts: nextTs(channel, office.workspace.clock.now()) }
  const after = replaceMessage(channel, before.ts, {
    ...rest,
    ...said,
    ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
    ...(!said.blocks && { edited: mark }),
  })
  office.events.changed(after, before)
  return after
}

const remove: Method = {
  ...write,
  needs: ['channel', 'ts'],
  errors: ['channel_not_found', 'message_not_found', 'cant_delete_message'],
  run: (args, office) => {
    const channel = channelOf(office.workspace, args)
    const message = findMessage(channel, text(args, 'ts') ?? '') ?? refuse('message_not_found')
    if (message.bot_id !== office.workspace.bot.botId || message.subtype === 'tombstone') refuse('cant_delete_message')
    takeAway(office, channel, message)
    return { channel: channel.id, ts: message.ts }
  },
}

export function takeAway(office: Office, channel: Channel, message: Message): void {
  removeMessage(channel, message)
  office.events.deleted(message)
}

export const editMethods: Record<string, Method> = {
  'chat.update': update,
  'chat.delete': remove,
}
