import type { IncomingMessage } from 'node:http'
import { isJson, type Json, parseJson } from '../json.ts'

/** Arguments that hold JSON inside a form field. Only these: a text that begins with `[` stays text. */
const jsonArguments = new Set([
  'attachments',
  'blocks',
  'files',
  'manifest',
  'message',
  'metadata',
  'outputs',
  'unfurls',
  'view',
])

/** More than any request needs, and little enough to keep. */
const mostBytes = 64 * 2 ** 20

/** The whole body. Throws when the connection breaks, or it is too long. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error('The stand-in takes no more than 64 MB at once.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The arguments of a method call, from query, form, multipart or JSON. Undefined when the body is no such thing. */
export async function readArguments(url: URL, contentType: string, body: Buffer): Promise<Json | undefined> {
  const query = fromPairs(url.searchParams)
  if (body.length === 0) return query
  if (contentType.startsWith('application/json')) {
    const json = parseJson(body.toString())
    return isJson(json) ? { ...query, ...json } : undefined
  }
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { ...query, ...fromPairs(new URLSearchParams(body.toString())) }
  if (!contentType.startsWith('multipart/form-data')) return undefined
  const form = await readMultipart(contentType, body)
  return form && { ...query, ...fromPairs(form) }
}

/** The fields of a multipart body; undefined when it cannot be read. */
export async function readMultipart(contentType: string, body: Buffer): Promise<FormData | undefined> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  return response.formData().catch(() => undefined)
}

function fromPairs(pairs: Iterable<[string, unknown]>): Json {
  const args: Json = {}
  for (const [name, value] of pairs) {
    // What cannot be parsed stays text, so that the method can refuse it by its own name.
    if (typeof value === 'string') args[name] = jsonArguments.has(name) ? (parseJson(value) ?? value) : value
  }
  return args
}

/** The token of a call: the header, else the argument. */
export function tokenOf(request: IncomingMessage, args: Json): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined)
}
