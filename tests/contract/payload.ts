import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJson, objects, parseJson } from '../../src/playground/json.ts'
import type { Exchange } from '../../src/playground/server/traffic.ts'

/** Something the app wanted Slack to draw. */
export interface Payload {
  /** As in the traffic: `chat.postMessage`, `view_submission` ... */
  from: string
  /** What blocks.validate calls it. */
  argument: 'blocks' | 'message' | 'view'
  content: unknown
  /** The test that produced it first. */
  test: string
}

/** What there is to draw in an exchange: in what the app asked, or in how it acknowledged. */
export function payloadsOf({ from, what, request, answer }: Exchange, test: string): Payload[] {
  const said = from === 'app' ? request : answer
  if (!isJson(said)) return []
  if (isJson(said.view)) return [{ from: what, argument: 'view', content: said.view, test }]
  const { text, blocks, attachments } = said
  if (objects(attachments).length > 0)
    return [{ from: what, argument: 'message', content: { text, blocks, attachments }, test }]
  return objects(blocks).length > 0 ? [{ from: what, argument: 'blocks', content: blocks, test }] : []
}

/** Writes a payload into the folder, unless one that differs only in its ids and figures is there already. */
export function keep(folder: string, payload: Payload): void {
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, `${keyOf(payload)}.json`), JSON.stringify(payload, null, 2), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** As long as it was, so that a text at its limit is not taken for a shorter one. */
function keyOf({ argument, content }: Payload): string {
  const likeness = JSON.stringify(content).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => '0'.repeat(id.length))
  return createHash('sha256')
    .update(`${argument} ${likeness.replace(/\d/g, '0')}`)
    .digest('hex')
    .slice(0, 16)
}

/** The payloads in a folder, by their source. Throws for a file that holds none. */
export function readPayloads(folder: string): Payload[] {
  const payloads = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => toPayload(name, readFileSync(join(folder, name), 'utf8')))
  return payloads.toSorted((a, b) => a.from.localeCompare(b.from))
}

function toPayload(name: string, text: string): Payload {
  const given = parseJson(text)
  const { from, argument, content, test } = isJson(given) ? given : {}
  const known = argument === 'blocks' || argument === 'message' || argument === 'view'
  if (!known || content === undefined) throw new Error(`${name} holds no recorded payload.`)
  return { from: String(from), argument, content, test: String(test ?? '') }
}
