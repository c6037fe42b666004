import { z } from 'zod'
import type { Answer } from './answer.ts'
import type { Pilot } from './pilot.ts'
import type { Place } from './place.ts'
import { lookFrom } from './restored.ts'
import type { DeliveryRow } from './row.ts'
import { asked, type Tools } from './tools.ts'
import { fromPayload } from './wording.ts'

/** Under this event type each message carries its delivery's id, and nothing else: any app may read it. */
export const metadataType = 'rondo_delivery'

const accepted = z.object({ channel: z.string(), ts: z.string() })

/** One attempt at sending what a row says. The row must be marked as being on the wire. */
export async function send(
  { slack }: Tools,
  row: DeliveryRow,
  place: Place,
): Promise<{ ok: { channelId: string; ts: string } } | { refusal: Answer }> {
  const [method, content] = row.kind === 'update' ? updating(row, place) : posting(row, place)
  const said = await asked(() => slack.post.apiCall(method, content))
  if ('refusal' in said) return said
  const answer = accepted.safeParse(said.ok)
  if (!answer.success) return { refusal: { class: 'unsure', code: 'unreadable_answer' } }
  return { ok: { channelId: answer.data.channel, ts: answer.data.ts } }
}

type Call = [method: string, content: Record<string, unknown>]

function posting(row: DeliveryRow, { channelId, ts }: Place): Call {
  const metadata = { event_type: metadataType, event_payload: { key: row.id } }
  const quietly = { unfurl_links: false, unfurl_media: false }
  return ['chat.postMessage', { ...contentOf(row), ...quietly, channel: channelId, thread_ts: ts, metadata }]
}

/** The metadata stays as it is where none is given. */
function updating(row: DeliveryRow, { channelId, ts }: Place): Call {
  return ['chat.update', { ...contentOf(row), channel: channelId, ts }]
}

function contentOf(row: DeliveryRow): Record<string, unknown> {
  const { text, blocks } = fromPayload(row.payload ?? '')
  return blocks.length > 0 ? { text, blocks } : { text }
}

/** What a look through Slack tells: it is there, it is nowhere, or nothing certain. */
export type Sight =
  | { found: { channelId: string; ts: string; pilot?: Pilot | undefined } }
  | { absent: true }
  | { refusal: Answer }

/**
 * Looks for the message of a row in Slack, page by page from a while before the request until now.
 * @param rootTs of the thread it was to go in
 */
export async function look(
  tools: Tools,
  row: DeliveryRow,
  channelId: string,
  rootTs: string | undefined,
): Promise<Sight> {
  const since = lookFrom(row.wire_at ?? row.created_at, tools.restored)
  const oldest = String((since - tools.constants.lookBackMs) / 1000)
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const read = await asked(() => readPage(tools, { channelId, rootTs, oldest, cursor }))
    if ('refusal' in read) return read
    const { messages, has_more, response_metadata } = read.ok
    if (!messages) return { refusal: { class: 'unsure', code: 'no_messages' } }
    const found = messages.find(({ metadata }) => metadata?.event_type === metadataType && keyOf(metadata) === row.id)
    if (found?.ts !== undefined) return { found: { channelId, ts: found.ts } }
    cursor = response_metadata?.next_cursor || undefined
    if (cursor === undefined) return has_more ? { refusal: { class: 'unsure', code: 'no_cursor' } } : { absent: true }
  }
  return { refusal: { class: 'unsure', code: 'too_many_pages' } }
}

const mostPages = 50

interface PageOf {
  channelId: string
  rootTs: string | undefined
  oldest: string
  cursor: string | undefined
}

async function readPage({ slack }: Tools, { channelId, rootTs, oldest, cursor }: PageOf) {
  const page = { channel: channelId, oldest, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) }
  return rootTs === undefined
    ? slack.read.conversations.history(page)
    : slack.read.conversations.replies({ ...page, ts: rootTs })
}

function keyOf(metadata: { event_payload?: unknown }): unknown {
  const { event_payload } = metadata
  return typeof event_payload === 'object' && event_payload !== null && 'key' in event_payload
    ? event_payload.key
    : undefined
}
