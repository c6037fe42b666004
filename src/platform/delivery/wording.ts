import { z } from 'zod'
import type { Outgoing, Wording } from '../feature.ts'
import type { Rendered } from '../rendered.ts'
import { type DeliveryRow, toOutgoing } from './row.ts'
import type { Tools } from './tools.ts'

const payload = z.object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) })

/** How a message is kept: its text and blocks as JSON. */
export function toPayload({ text, blocks }: Rendered): string {
  return JSON.stringify({ text, blocks })
}

export function fromPayload(text: string): Rendered {
  return payload.parse(JSON.parse(text))
}

/** The same message in plain text, for when Slack does not take its blocks; undefined when it is that already. */
export function inPlainText(frozen: string): string | undefined {
  const { text, blocks } = fromPayload(frozen)
  return blocks.length > 0 ? toPayload({ text, blocks: [] }) : undefined
}

/**
 * Has the feature word a delivery as it should stand now.
 * @param parent the message that an update rewrites: it is worded as that
 * @throws when no feature words it, or the feature throws
 */
export function word(tools: Tools, row: DeliveryRow, parent: DeliveryRow | undefined): Promise<Wording> {
  const message = tools.messages[row.what]
  if (!message) throw new Error(`No feature words ${row.what}`)
  const outgoing: Outgoing = toOutgoing(row.kind === 'update' && parent ? parent : row)
  return message.render(tools.db, outgoing, tools.clock.now())
}

/** What the message of an update shows at present; undefined when that is not certain. */
export function shownNow(row: DeliveryRow, parent: DeliveryRow | undefined): string | undefined {
  if (row.sent_at !== null) return row.payload ?? undefined
  return row.wire_at === null ? (parent?.payload ?? undefined) : undefined
}
