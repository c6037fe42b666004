import type { Office } from './api/method.ts'
import { replaceMessage } from './messages.ts'
import type { Channel, Message, Reaction } from './workspace.ts'

/** How many different emoji one message takes, and how many of them by one person (Slack's help centre). */
export const maxReactions = { emoji: 50, each: 23 }

/** Somebody puts an emoji under a message; nothing happens where it is there already. */
export function react(office: Office, channel: Channel, message: Message, userId: string, name: string): Message {
  const all = message.reactions ?? []
  const old = all.find((one) => one.name === name)
  if (old?.users.includes(userId)) return message
  const users = [...(old?.users ?? []), userId]
  const fresh: Reaction = { name, users, count: users.length }
  const reactions = old ? all.map((one) => (one === old ? fresh : one)) : [...all, fresh]
  const after = replaceMessage(channel, message.ts, { ...message, reactions })
  office.events.reaction('reaction_added', after, userId, name)
  return after
}

/** Somebody takes their emoji away again. */
export function unreact(office: Office, channel: Channel, message: Message, userId: string, name: string): Message {
  const { reactions: all = [], ...rest } = message
  const without = (one: Reaction): Reaction[] => {
    if (one.name !== name) return [one]
    const users = one.users.filter((who) => who !== userId)
    return users.length ? [{ name, users, count: users.length }] : []
  }
  const reactions = all.flatMap(without)
  const after = replaceMessage(channel, message.ts, { ...rest, ...(reactions.length && { reactions }) })
  office.events.reaction('reaction_removed', after, userId, name)
  return after
}
