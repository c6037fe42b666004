import { type Json, objects, textOf } from '../../json.ts'
import { refuse } from '../refusal.ts'
import type { Channel, StoredFile, Workspace } from '../workspace.ts'
import { say } from './chat.ts'
import { readBlocks } from './content.ts'
import { type Method, text, texts } from './method.ts'
import { destinationOf, isMember } from './places.ts'

const write = { token: 'bot', scopes: ['files:write'] } as const
const mostChannels = 100

const getUploadUrl: Method = {
  ...write,
  needs: ['filename', 'length'],
  run: (args, { workspace, url }) => {
    const length = Number(text(args, 'length'))
    if (!(length > 0)) refuse('missing_argument')
    const id = workspace.ids.next('F')
    const name = text(args, 'filename') ?? ''
    const file: StoredFile = { id, name, title: name, length, bytes: undefined, complete: false, channels: [] }
    workspace.files.set(id, file)
    return { upload_url: `${url}/upload/${id}`, file_id: id }
  },
}

const completeUpload: Method = {
  ...write,
  needs: ['files'],
  run: (args, office) => {
    const { workspace } = office
    const files = objects(args.files).map((one) => complete(workspace, one))
    const named = [...texts(args, 'channels'), ...texts(args, 'channel_id')]
    if (named.length > mostChannels) refuse('channels_limit_exceeded')
    const channels = named.map((channel) => shareable(workspace, channel))
    const comment = text(args, 'initial_comment') ?? ''
    const blocks = comment === '' ? readBlocks(workspace, args.blocks) : undefined
    const thread = text(args, 'thread_ts')
    for (const channel of channels) {
      const extra = {
        subtype: 'file_share',
        files: files.map((one) => toFile(one)),
        ...(thread && { thread_ts: thread }),
      }
      say(office, channel, { text: comment, ...(blocks && { blocks }), warnings: [] }, extra)
      for (const file of files) file.channels.push(channel.id)
    }
    return { files: files.map((one) => toFile(one)) }
  },
}

function complete(workspace: Workspace, given: Json): StoredFile {
  const file = workspace.files.get(textOf(given.id) ?? '')
  if (!file?.bytes || file.complete) return refuse('file_not_found')
  return Object.assign(file, { complete: true, title: textOf(given.title) ?? file.name })
}

function shareable(workspace: Workspace, name: string): Channel {
  const channel = destinationOf(workspace, { channel: name })
  return isMember(workspace, channel) ? channel : refuse('not_in_channel')
}

function toFile({ id, name, title, length }: StoredFile): Json {
  return { id, name, title, size: length, filetype: name.split('.').at(-1) ?? '', mimetype: '', is_external: false }
}

const info: Method = {
  token: 'bot',
  scopes: ['files:read'],
  needs: ['file'],
  run: (args, { workspace }) => {
    const file = workspace.files.get(text(args, 'file') ?? '')
    return { file: file?.complete ? toFile(file) : refuse('file_not_found') }
  },
}

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
}
