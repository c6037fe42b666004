import type { FaultRule } from '../../src/playground/server/faults.ts'
import type { Slack } from '../../src/playground/server/start.ts'
import type { Random } from '../support/random.ts'
import { pace, real } from './pace.ts'

export interface Trouble {
  requests: number
  faulted: number
}

type Kind = FaultRule extends infer One
  ? One extends FaultRule
    ? Omit<One, 'method' | 'times' | 'when'>
    : never
  : never

const writes = ['chat.postMessage', 'chat.update', 'conversations.open']
const reads = ['conversations.history', 'conversations.replies']

const rateLimited: Kind = { kind: 'retryAfter', seconds: 2 }
const late = [0.4, 0.7, 0.9, 1].map((part): Kind => ({ kind: 'commitLate', ms: part * real.latestCommit }))

/** Of each request the share that goes wrong in this way. */
const wrong = {
  writes: [
    [0.05, rateLimited],
    [0.04, { kind: 'status', status: 500 }],
    [0.05, { kind: 'dropAfter' }],
    [0.04, { kind: 'neverAnswer' }],
    ...late.map((kind): [number, Kind] => [0.03 / late.length, kind]),
  ],
  reads: [[0.1, rateLimited]],
} satisfies Record<string, [number, Kind][]>

/** The others are answered after a while: time for a process to die or freeze meanwhile. */
const right = {
  writes: [10, 25, 60].map((ms): [number, Kind] => [0.25, { kind: 'delay', ms }]),
  reads: [[1, { kind: 'historyLag', ms: 60 * pace }]],
} satisfies Record<string, [number, Kind][]>

/** Has Slack fail in every way it can. @returns how often it was asked and failed, so far */
export function makeTrouble(slack: Slack, random: Random): Trouble {
  const trouble: Trouble = { requests: 0, faulted: 0 }
  for (const [methods, bad, good] of [
    [writes, wrong.writes, right.writes],
    [reads, wrong.reads, right.reads],
  ] as const) {
    const draw = drawing(random, sum(bad), trouble)
    for (const rule of methods.flatMap((method) => inShares(method, [...bad, ...good], draw))) slack.fault(rule)
  }
  return trouble
}

/** One number for each request, whichever rules ask for it. */
function drawing(random: Random, faulty: number, trouble: Trouble): (args: object) => number {
  const drawn = new WeakMap<object, number>()
  return (args) => {
    const known = drawn.get(args)
    if (known !== undefined) return known
    const number = random()
    drawn.set(args, number)
    trouble.requests += 1
    if (number < faulty) trouble.faulted += 1
    return number
  }
}

function inShares(method: string, shares: (readonly [number, Kind])[], draw: (args: object) => number): FaultRule[] {
  let from = 0
  return shares.map(([share, kind]) => {
    const [least, most] = [from, from + share]
    from = most
    const when = (args: object) => {
      const number = draw(args)
      return number >= least && number < most
    }
    return { ...kind, method, when } as FaultRule
  })
}

function sum(shares: readonly (readonly [number, unknown])[]): number {
  return shares.reduce((total, [share]) => total + share, 0)
}
