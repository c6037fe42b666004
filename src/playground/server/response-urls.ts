import { isJson, type Json, textOf } from '../json.ts'
import { say, whisper } from './api/chat.ts'
import { type Content, readContent } from './api/content.ts'
import { revise, takeAway } from './api/edits.ts'
import { flag, type Office } from './api/method.ts'
import { findMessage, rootOf } from './messages.ts'
import { Refusal, refuse } from './refusal.ts'
import type { Channel, Ephemeral, Message } from './workspace.ts'

/** What the person used, so that an answer can replace it. */
export interface Origin {
  userId: string
  channel: Channel
  /** ts of the message or ephemeral that was clicked. */
  ts?: string
}

export interface ResponseUrls {
  /** A new response_url for something a person did in a channel. */
  issue(origin: Origin): string
  /** Carries out what the app posted to it. */
  answer(id: string, body: unknown): { status: number; body: string }
  clear(): void
}

const uses = 5
const livesMs = 30 * 60_000

export function createResponseUrls(office: Office): ResponseUrls {
  const issued = new Map<string, { origin: Origin; at: number; used: number }>()
  const { clock } = office.workspace
  return {
    issue: (origin) => {
      const id = crypto.randomUUID()
      issued.set(id, { origin, at: clock.now(), used: 0 })
      return `${office.url}/response/${id}`
    },
    clear: () => issued.clear(),
    answer: (id, body) => {
      const entry = issued.get(id)
      const refused = (error: string) => ({ status: 404, body: JSON.stringify({ ok: false, error }) })
      if (!entry || clock.now() - entry.at > livesMs) return refused('expired_url')
      if (entry.used >= uses) return refused('used_url')
      entry.used += 1
      try {
        respond(office, entry.origin, isJson(body) ? body : refuse('invalid_payload'))
        return { status: 200, body: 'ok' }
      } catch (error) {
        if (error instanceof Refusal) return refused(error.code)
        throw error
      }
    },
  }
}

/** An answer to a command or a click: to the person alone unless it says `in_channel`. */
export function respond(office: Office, origin: Origin, body: Json): void {
  const { workspace } = office
  const ephemeral = workspace.ephemerals.find((one) => one.channel === origin.channel.id && one.ts === origin.ts)
  const message = origin.ts === undefined ? undefined : findMessage(origin.channel, origin.ts)
  if (flag(body, 'delete_original')) removeOriginal(office, origin.channel, ephemeral, message)
  else if (flag(body, 'replace_original') && (ephemeral || message))
    replaceOriginal(office, origin.channel, readContent(workspace, body), ephemeral, message)
  else addAnswer(office, origin, body)
}

function addAnswer(office: Office, { channel, userId }: Origin, body: Json): void {
  const content = readContent(office.workspace, body)
  const wanted = textOf(body.thread_ts)
  const root = wanted === undefined ? undefined : (rootOf(channel, wanted) ?? refuse('thread_not_found'))
  const thread = root && { thread_ts: root.ts }
  if (body.response_type === 'in_channel') say(office, channel, content, { ...thread })
  else whisper(office.workspace, channel, userId, content, thread)
}

type Maybe<T> = T | undefined

function removeOriginal(office: Office, channel: Channel, ephemeral: Maybe<Ephemeral>, message: Maybe<Message>): void {
  const { workspace } = office
  if (ephemeral) workspace.ephemerals = workspace.ephemerals.filter((one) => one !== ephemeral)
  else if (message) takeAway(office, channel, message)
}

function replaceOriginal(
  office: Office,
  channel: Channel,
  content: Content,
  ephemeral: Maybe<Ephemeral>,
  message: Maybe<Message>,
): void {
  if (message) revise(office, channel, message, content)
  if (!ephemeral) return
  const { blocks: _blocks, ...rest } = ephemeral
  const next = { ...rest, text: content.text, ...(content.blocks && { blocks: content.blocks }) }
  office.workspace.ephemerals = office.workspace.ephemerals.map((one) => (one === ephemeral ? next : one))
}
