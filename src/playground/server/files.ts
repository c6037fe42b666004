import { type Json, textOf } from '../json.ts'
import { isReady } from './api/content.ts'
import type { Office } from './api/method.ts'
import type { StoredFile, User } from './workspace.ts'

/** A file as Slack tells of it; without `mimetype` as long as Slack is looking at it. */
export function toFile({ workspace, url }: Pick<Office, 'workspace' | 'url'>, file: StoredFile): Json {
  const { id, name, title, length, user, channels } = file
  const filetype = endingOf(name)
  const mimetype = isReady(workspace, file) ? mimetypeOf(name) : ''
  const address = `${url}/files-pri/${workspace.team.id}-${id}`
  return {
    ...{ id, name, title, size: length, filetype, mimetype, user, channels: [...channels], is_external: false },
    mode: 'hosted',
    url_private: `${address}/${encodeURIComponent(name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(name)}`,
  }
}

export const endingOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? ''

export const mimetypeOf = (name: string): string => mimetypes[endingOf(name)] ?? 'application/octet-stream'

const mimetypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
}

/**
 * Keeps what somebody uploads in a form. A file of which nothing but its name is given stays as it was given.
 * @param given its name, and what is in it: as `text`, or as `content` in base64
 * @returns the file as the form holds it
 */
export function uploaded({ workspace, url }: Pick<Office, 'workspace' | 'url'>, user: User, given: Json): Json {
  const bytes = bytesOf(given)
  if (!bytes) return given
  const name = textOf(given.name) ?? 'file'
  const id = textOf(given.id) ?? workspace.ids.next('F')
  const file: StoredFile = {
    ...{ id, name, title: name, length: bytes.length, bytes, user: user.id },
    ...{ complete: true, channels: [], readyAt: workspace.clock.now() },
  }
  workspace.files.set(id, file)
  return toFile({ workspace, url }, file)
}

function bytesOf({ text, content }: Json): Uint8Array | undefined {
  if (typeof text === 'string') return new TextEncoder().encode(text)
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : undefined
}
