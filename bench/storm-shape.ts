import type { Saying } from '../src/platform/delivery/outbox.ts'

/** Who gets what in a storm: all of it due at one instant. */
export interface Shape {
  name: string
  /** What one partnership says. */
  sayings(partnership: number, partnerships: number): Pick<Saying, 'kind' | 'recipient'>[]
}

export const channelOf = (partnership: number): string => `C0BENCH${String(partnership).padStart(5, '0')}`
export const personOf = (person: number): string => `U0BENCH${String(person).padStart(5, '0')}`
export const directMessageOf = (slackId: string): string => `D${slackId.slice(1)}`

/** Nine people are asked in each partnership, and everybody is in three of them. */
const asked = 9
const each = 3
export const peopleOf = (partnerships: number): number => Math.ceil((partnerships * asked) / each)

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

export const shapes: readonly Shape[] = [
  {
    name: 'a Monday at nine: 1 post and 9 direct messages each',
    sayings: (partnership, partnerships) => [
      { kind: 'post', recipient: channelOf(partnership) },
      ...times(asked, (n) => ({
        kind: 'dm' as const,
        recipient: personOf((partnership * asked + n) % peopleOf(partnerships)),
      })),
    ],
  },
  {
    name: '10 posts in each channel',
    sayings: (partnership) => times(10, () => ({ kind: 'post', recipient: channelOf(partnership) })),
  },
]

export function sayingsOf({ sayings }: Shape, partnerships: number): Pick<Saying, 'kind' | 'recipient'>[] {
  return times(partnerships, (n) => sayings(n, partnerships)).flat()
}

/**
 * How long a storm takes at least where Slack takes one message per `spacingMs` in each channel and direct message: the last
 * message of whoever gets most waits for all the others, and is answered like them.
 */
export function leastMs(shape: Shape, partnerships: number, spacingMs: number, answerMs: number): number {
  const byRecipient = Map.groupBy(sayingsOf(shape, partnerships), ({ recipient }) => recipient)
  const most = Math.max(...[...byRecipient.values()].map(({ length }) => length))
  return (most - 1) * spacingMs + answerMs
}
