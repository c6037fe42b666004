/**
 * The stand-in for Slack in a process of its own: `fork('servers/slack.ts', [partnerships, answerMs, slow])`. It answers every
 * message after that time, and the share `slow` of them after five seconds. Tells its address; told how many messages to wait for, it tells when they stand.
 */
import { openDirectMessage } from '../../src/playground/server/founding.ts'
import { startSlack } from '../../src/playground/server/start.ts'
import type { Message } from '../../src/playground/server/workspace.ts'
import { channelOf, peopleOf, personOf } from '../storm-shape.ts'

/** What stands in Slack. */
export interface Standing {
  messages: number
  /** Messages that stand there more than once. */
  doubled: number
  /** The shortest time from one message to the next in one channel or direct message, by when they arrived. */
  shortestGapMs: number
  /** Of one core, since the process began. */
  cpuMs: number
}

export type SlackRequest = { expect: number } | { report: true }

const slowMs = 5_000
const [partnerships = 0, answerMs = 0, slow = 0] = process.argv.slice(2).map(Number)
const people = Array.from({ length: peopleOf(partnerships) }, (_, n) => ({ id: personOf(n), name: `person-${n}` }))
const channels = Array.from({ length: partnerships }, (_, n) => ({ id: channelOf(n), name: `channel-${n}` }))
const slack = await startSlack({ seed: { users: people, channels }, botEvents: [], trafficLimit: 50 })
for (const { id } of people) openDirectMessage(slack.workspace, id)
let asked = 0
const lastAsked = new Map<unknown, number>()
let shortestGapMs = Number.POSITIVE_INFINITY
/** Called for every message when it arrives. */
const isSlow = ({ channel }: Record<string, unknown>): boolean => {
  const now = performance.now()
  shortestGapMs = Math.min(shortestGapMs, now - (lastAsked.get(channel) ?? Number.NEGATIVE_INFINITY))
  lastAsked.set(channel, now)
  asked++
  return slow > 0 && asked % Math.round(1 / slow) === 0
}
slack.fault({ kind: 'delay', method: 'chat.postMessage', ms: slowMs, when: isSlow })
slack.fault({ kind: 'delay', method: 'chat.postMessage', ms: answerMs })

const lists = (): Message[][] => [...slack.workspace.channels.values()].map(({ messages }) => messages)
const count = (): number => lists().reduce((sum, { length }) => sum + length, 0)

process.on('message', (request: SlackRequest) => {
  if ('report' in request) return void process.send?.(standing())
  const looking = setInterval(() => {
    if (count() < request.expect) return
    clearInterval(looking)
    process.send?.({ stands: true })
  }, 50)
})
process.on('disconnect', () => process.exit())
const { apiUrl, botToken, team, bot } = slack
process.send?.({ apiUrl, botToken, team, bot })

function standing(): Standing {
  const keys = lists().flatMap((messages) => messages.map(({ metadata }) => JSON.stringify(metadata?.event_payload)))
  const { user, system } = process.cpuUsage()
  return {
    messages: keys.length,
    doubled: keys.length - new Set(keys).size,
    shortestGapMs,
    cpuMs: (user + system) / 1000,
  }
}
