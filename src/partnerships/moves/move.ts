import type { Person } from '../../platform/person.ts'
import { type Channels, type Side, sides } from '../partnership.ts'

/** Somebody joined or left a channel of a partnership, and nobody has said yet what that means. */
export interface Move {
  id: string
  partnershipId: string
  person: Pick<Person, 'id' | 'workspaceId' | 'name' | 'kind'>
  channelId: string
  what: 'joined' | 'left'
  /** Epoch milliseconds. */
  at: number
}

/** What was said of it: the side they were put on, or that all stays as it is. */
export type Answer = Side | 'not part of it' | 'taken off' | 'stays'

/** The sides that a channel may stand for: where both teams meet, either. */
export function sidesOfChannel(channels: Channels, channelId: string): Side[] {
  if (channels.shared === channelId) return [...sides]
  return sides.filter((side) => channels[side] === channelId)
}

/**
 * Whether it makes a difference: somebody new may belong, and who leaves the channel of their side may have left it.
 * @param on the side they are on now
 */
export function matters(
  what: Move['what'],
  { kind }: Pick<Person, 'kind'>,
  on: Side | undefined,
  stoodFor: readonly Side[],
): boolean {
  if (kind === 'bot') return false
  return what === 'joined' ? on === undefined : on !== undefined && stoodFor.includes(on)
}
