import { type Json, objects, textOf } from '../../json.ts'
import { endingOf, toFile } from '../files.ts'
import { refuse } from '../refusal.ts'
import type { Channel, StoredFile, Workspace } from '../workspace.ts'
import { say } from './chat.ts'
import { readBlocks } from './content.ts'
import { type Method, text, texts } from './method.ts'
import { destinationOf, needMember } from './places.ts'

const write = { token: 'bot', scopes: ['files:write'] } as const
const mostChannels = 100
const mostAltText = 1000
const mostSnippetBytes = 1_000_000
/** M:files.getUploadURLExternal storage_limit_reached: free teams have 5 GB. */
const freeStorageBytes = 5e9
/** How long Slack looks at a file differs; a second stands for it. */
const processingMs = 1000

const getUploadUrl: Method = {
  ...write,
  needs: ['filename', 'length'],
  errors: [
    'missing_argument',
    'alt_txt_too_large',
    'snippet_too_large',
    'file_uploads_disabled',
    'file_type_not_allowed',
    'file_upload_size_restricted',
    'storage_limit_reached',
  ],
  run: (args, { workspace, url }) => {
    const length = Number(text(args, 'length'))
    if (!(length > 0)) refuse('missing_argument')
    if ([...(text(args, 'alt_txt') ?? '')].length > mostAltText) refuse('alt_txt_too_large')
    if (text(args, 'snippet_type') !== undefined && length > mostSnippetBytes) refuse('snippet_too_large')
    const id = workspace.ids.next('F')
    const name = text(args, 'filename') ?? ''
    needRoom(workspace, name, length)
    const file = { id, name, title: name, length, bytes: undefined, complete: false, channels: [], readyAt: 0 }
    workspace.files.set(id, { ...file, user: workspace.bot.userId })
    return { upload_url: `${url}/upload/${id}`, file_id: id }
  },
}

/** Refuses what the workspace does not let anybody upload. */
function needRoom({ team, files }: Workspace, name: string, length: number): void {
  const { disabled, types, mostBytes } = team.uploads ?? {}
  if (disabled) refuse('file_uploads_disabled')
  if (types && !types.includes(endingOf(name))) refuse('file_type_not_allowed')
  if (mostBytes !== undefined && length > mostBytes) refuse('file_upload_size_restricted')
  const stored = [...files.values()].reduce((sum, one) => sum + one.length, length)
  if (team.plan === 'free' && stored > freeStorageBytes) refuse('storage_limit_reached')
}

const completeUpload: Method = {
  ...write,
  needs: ['files'],
  errors: [
    'file_not_found',
    'channels_limit_exceeded',
    'channel_not_found',
    'cannot_dm_bot',
    'not_in_channel',
    'posting_to_channel_denied',
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
  ],
  run: (args, office) => {
    const { workspace } = office
    const uploaded = objects(args.files).map((one) => ({ file: uploadOf(workspace, one), title: textOf(one.title) }))
    const named = [...texts(args, 'channels'), ...texts(args, 'channel_id')]
    if (named.length > mostChannels) refuse('channels_limit_exceeded')
    const channels = named.map((channel) => shareable(workspace, channel))
    const comment = text(args, 'initial_comment') ?? ''
    const blocks = comment === '' ? readBlocks(workspace, args.blocks) : undefined
    const thread = text(args, 'thread_ts')
    const files = uploaded.map(({ file, title }) => complete(workspace, file, title))
    for (const channel of channels) {
      const extra = {
        subtype: 'file_share',
        files: files.map((one) => toFile(office, one)),
        ...(thread && { thread_ts: thread }),
      }
      say(office, channel, { text: comment, ...(blocks && { blocks }), warnings: [] }, extra)
      for (const file of files) {
        file.channels.push(channel.id)
        office.events.fileShared(file, channel)
      }
    }
    return { files: files.map((one) => toFile(office, one)) }
  },
}

function uploadOf(workspace: Workspace, given: Json): StoredFile {
  const file = workspace.files.get(textOf(given.id) ?? '')
  return file?.bytes && !file.complete ? file : refuse('file_not_found')
}

function complete({ clock }: Workspace, file: StoredFile, title = file.name): StoredFile {
  return Object.assign(file, { complete: true, title, readyAt: clock.now() + processingMs })
}

function shareable(workspace: Workspace, name: string): Channel {
  const channel = destinationOf(workspace, { channel: name })
  needMember(workspace, channel)
  return channel.archived || channel.refusesPosts ? refuse('posting_to_channel_denied') : channel
}

const info: Method = {
  token: 'bot',
  scopes: ['files:read'],
  needs: ['file'],
  errors: ['file_not_found'],
  run: (args, office) => {
    const file = office.workspace.files.get(text(args, 'file') ?? '')
    return { file: file?.complete ? toFile(office, file) : refuse('file_not_found') }
  },
}

export const fileMethods = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
} satisfies Record<string, Method>
