import { Agent } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Feature } from '../../../src/platform/feature.ts'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { useDatabase } from '../../support/databases.ts'
import { type Random, seeded } from '../../support/random.ts'
import { edgeFor, everyone, listening, word } from '../../support/slack-edge.ts'
import { click, commandFields, event, form, json, send, signed, submission } from '../../support/slack-requests.ts'

const database = useDatabase('sqlite')
const unhandled: unknown[] = []
const note = (error: unknown) => void unhandled.push(error)
let edge: SlackEdge
let lines: string[]
let port: number

const feature: Feature = {
  name: 'test',
  words: [word('say', async ({ reply }) => reply({ text: 'x', blocks: [] }))],
  listeners: [
    { on: 'action', id: 'test:click', may: everyone, run: async () => {} },
    { on: 'shortcut', id: 'test:shortcut', may: everyone, run: async () => {} },
    { on: 'options', id: 'test:click', may: everyone, suggest: async () => [] },
    {
      on: 'view',
      id: 'test:form',
      may: everyone,
      submit: async ({ once }) => ((await once(async () => 1)) ? { close: 'top' } : { close: 'all' }),
    },
    { on: 'event', type: 'app_home_opened', run: async () => {} },
    { on: 'event', type: 'message', run: async () => {} },
  ],
}

beforeEach(async () => {
  const log = listening()
  lines = log.lines
  edge = edgeFor({ database: database(), features: [feature], log: log.log })
  ;({ port } = await edge.start())
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
})
afterEach(async () => {
  process.off('unhandledRejection', note)
  process.off('uncaughtException', note)
  await edge.stop()
})

type Tree = Record<string, unknown>
const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
const oddities = (random: Random): unknown[] => [
  null,
  undefined,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '💥'.repeat(50),
  'x'.repeat(100_000),
  [],
  {},
  [null],
  [[]],
  { id: null },
  { id: 1 },
  { length: 5 },
  { toString: 1 },
  JSON.parse('{"then":1}'),
  JSON.parse('{"__proto__":{"polluted":1}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  deep(1 + Math.floor(random() * 5_000)),
  "'; drop table inbox; --",
  '__proto__',
  'constructor',
  'toString',
]
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Changes something somewhere: leaves a field out, puts an oddity in, adds a field, moves a branch. */
function damage(random: Random, tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null || random() < 0.15) return pick(random, oddities(random))
  if (Array.isArray(tree))
    return tree.length
      ? tree.map((item, n) => (n === 0 ? damage(random, item) : item))
      : [pick(random, oddities(random))]
  const copy: Tree = { ...tree }
  const key = pick(random, Object.keys(copy))
  const how = random()
  if (how < 0.2) delete copy[key]
  else if (how < 0.3)
    copy[pick(random, ['type', 'event', 'command', 'name', 'actions', 'view', 'user', 'payload'])] = pick(
      random,
      oddities(random),
    )
  else if (how < 0.35) Object.assign(copy, copy[key])
  else copy[key] = damage(random, copy[key])
  return copy
}

const originals = (): unknown[] => [
  click('test:click', '1'),
  click('test:click', '1', { message: undefined, view: submission('test:form').view }),
  { ...click('', ''), type: 'shortcut', callback_id: 'test:shortcut' },
  { ...click('', ''), type: 'message_action', callback_id: 'test:shortcut' },
  { ...click('', ''), type: 'block_suggestion', action_id: 'test:click', block_id: 'b', value: 'x' },
  submission('test:form', {
    id: `V${Math.random()}`,
    state: { values: { b: { a: { type: 'plain_text_input', value: 'x' } } } },
    blocks: [{ type: 'input', block_id: 'b' }],
  }),
  { ...submission('test:form'), type: 'view_closed' },
  event('app_home_opened', { user: 'U1', tab: 'home', channel: 'D1' }),
  event('message', { user: 'U1', text: 'x', channel: 'C1', ts: '1.1', thread_ts: '1.0' }),
]

function request(random: Random): { body: string; headers: Record<string, string> } {
  const kind = random()
  if (kind < 0.25) {
    const fields = damage(random, commandFields('say x')) as Tree
    const pairs = Object.entries(typeof fields === 'object' && fields !== null ? fields : { text: fields }).map(
      ([key, value]) => [key, String(typeof value === 'object' ? JSON.stringify(value) : value)],
    )
    const body = new URLSearchParams(random() < 0.1 ? [...pairs, ...pairs.slice(0, 1)] : pairs).toString()
    return { body, headers: signed(body, form) }
  }
  let payload = pick(random, originals())
  for (let n = 0; n < 1 + Math.floor(random() * 3); n += 1) payload = damage(random, payload)
  const text = JSON.stringify(payload) ?? 'undefined'
  const asForm = random() < 0.6
  const body = asForm ? new URLSearchParams({ payload: text }).toString() : text
  return { body, headers: signed(body, asForm ? form : json) }
}

describe('Q-F1: validly signed payloads that Slack would never send', () => {
  it('break nothing and show nothing', async () => {
    const seed = 20261122
    const random = seeded(seed)
    const agent = new Agent({ keepAlive: true, maxSockets: 20 })
    const statuses = new Set<number>()
    for (let batch = 0; batch < 100; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send({ port, agent, ...request(random) })))
      for (const { status, body } of answers) {
        statuses.add(status)
        expect(body).not.toMatch(/at .+:\d+:\d+|Error|select |insert |stack|node_modules/i)
      }
    }
    await edge.settled()
    agent.destroy()
    expect([...statuses].toSorted()).toEqual([200, 400])
    expect(unhandled).toEqual([])
    expect({}).not.toHaveProperty('polluted')
    expect(edge.ready()).toEqual([])
    expect(lines.filter((line) => line.includes('Bolt failed') || line.includes('cannot be'))).toEqual([])
    const open = await database().db.selectFrom('inbox').select('key').where('body', 'is not', null).execute()
    expect(open).toEqual([])
  })
})
