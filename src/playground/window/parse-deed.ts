import { z } from 'zod'
import type { Deed } from '../page/wire.ts'

const id = z.string().min(1).max(255)
const ts = z.string().regex(/^\d+\.\d{6}$/)
const text = z.string().max(40_000)
const where = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('message'), channel: id, ts }),
  z.strictObject({ in: z.literal('ephemeral'), channel: id, ts }),
  z.strictObject({ in: z.literal('view'), id }),
])
const filled = z.array(z.strictObject({ block: id, action: id, given: z.unknown() }))
const element = { where, block: id, action: id }
const message = { channel: id, ts }
const instant = z.number().int().min(0).max(8.64e15)
const destination = z.union([
  z.strictObject({ hours: z.number().positive() }),
  z.strictObject({ next: z.enum(['morning', 'occurrence']) }),
  z.strictObject({ instant }),
])

/** What comes from the browser. */
const deed = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), channel: id, text, thread: ts.optional() }),
  z.strictObject({ do: z.literal('command'), channel: id, text }),
  z.strictObject({ do: z.literal('shortcut'), id }),
  z.strictObject({ do: z.literal('messageShortcut'), ...message, id }),
  z.strictObject({ do: z.literal('click'), ...element, option: z.string().optional(), filled }),
  z.strictObject({ do: z.literal('choose'), ...element, given: z.unknown(), filled }),
  z.strictObject({ do: z.literal('suggest'), ...element, query: text }),
  z.strictObject({ do: z.literal('submit'), view: id, filled }),
  z.strictObject({ do: z.literal('close'), view: id, all: z.boolean() }),
  z.strictObject({ do: z.enum(['react', 'unreact']), ...message, emoji: id }),
  z.strictObject({ do: z.literal('openHome'), tab: z.enum(['home', 'messages']) }),
  z.strictObject({ do: z.literal('read'), ...message }),
  z.strictObject({ do: z.enum(['join', 'leave']), channel: id }),
  z.strictObject({ do: z.literal('travel'), to: destination }),
  z.strictObject({ do: z.literal('runClock'), run: z.boolean() }),
  z.strictObject({ do: z.literal('trouble'), what: z.enum(['outage', 'limits', 'lostAnswer']), on: z.boolean() }),
  z.strictObject({ do: z.literal('dropSocket') }),
  z.strictObject({ do: z.literal('runBot'), run: z.boolean() }),
  z.strictObject({ do: z.literal('startOver'), empty: z.boolean() }),
])
const request = z.strictObject({ as: id, deed })

/** Who does what; undefined when the page cannot have meant that. */
export function parseDeed(body: unknown): { as: string; deed: Deed } | undefined {
  return request.safeParse(body).data
}
