import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Feature } from '../../../src/platform/feature.ts'
import type { Listener } from '../../../src/platform/interaction.ts'
import type { SlackEdge } from '../../../src/platform/slack/edge.ts'
import { writeInbox } from '../../../src/platform/slack/inbox.ts'
import { travelClock } from '../../../src/playground/clock.ts'
import { engines, useDatabase } from '../../support/databases.ts'
import { edgeFor, everyone, listening, word } from '../../support/slack-edge.ts'
import {
  click,
  commandFields,
  event,
  newTrigger,
  send,
  sendCommand,
  sendEvent,
  sendInteraction,
  submission,
} from '../../support/slack-requests.ts'

const effects: string[] = []
const does = (name: string) => async () => void effects.push(name)
const gate = { passed: Promise.resolve() }
const feature: Feature = {
  name: 'test',
  words: [
    word('do', async ({ text }) => void effects.push(text)),
    word('wait', async ({ text }) => {
      effects.push(`began ${text}`)
      await gate.passed
      effects.push(`ended ${text}`)
    }),
  ],
  listeners: [
    { on: 'action', id: 'test:click', may: everyone, run: async ({ value }) => void effects.push(value) },
    { on: 'shortcut', id: 'test:shortcut', may: everyone, run: does('shortcut') },
    { on: 'event', type: 'app_home_opened', run: does('event') },
    { on: 'options', id: 'test:find', may: everyone, suggest: async () => [does('options')()].flatMap(() => []) },
    {
      on: 'view',
      id: 'test:form',
      may: everyone,
      submit: async ({ once, fields }) => {
        const done = await once(async () => {
          effects.push('submission')
          if (fields.fail) throw new Error('canary')
          return 'done'
        })
        if (fields.refuse) return { errors: { refuse: 'no' } }
        return done ? { close: 'all' } : { errors: { name: 'never said' } }
      },
    },
  ],
}

const edges: SlackEdge[] = []
let lines: string[]

beforeEach(() => {
  effects.length = 0
  gate.passed = Promise.resolve()
})
afterEach(async () => {
  await Promise.all(edges.splice(0).map((edge) => edge.stop()))
})

describe.each(engines)('what Slack sends, on %s', (engine) => {
  const database = useDatabase(engine)
  const rows = () => database().db.selectFrom('inbox').selectAll().orderBy('key').execute()

  async function started(more: Partial<Parameters<typeof edgeFor>[0]> = {}) {
    const log = listening()
    lines = log.lines
    const edge = edgeFor({ database: database(), features: [feature], log: log.log, ...more })
    edges.push(edge)
    return { edge, port: (await edge.start()).port }
  }

  it.each([
    ['a command', 'first', (port: number, key: string) => sendCommand(port, 'do first', { trigger_id: key })],
    [
      'a click',
      'second',
      (port: number, key: string) => sendInteraction(port, click('test:click', 'second', { trigger_id: key })),
    ],
    [
      'a shortcut',
      'shortcut',
      (port: number, key: string) =>
        sendInteraction(port, click('', '', { type: 'shortcut', callback_id: 'test:shortcut', trigger_id: key })),
    ],
    [
      'an event',
      'event',
      (port: number, key: string) => sendEvent(port, event('app_home_opened', { user: 'U0ANNA0001' }, key)),
    ],
    [
      'a submission',
      'submission',
      (port: number, key: string) => sendInteraction(port, submission('test:form', { id: key })),
    ],
  ])(
    'Q-I1: %s has one effect however often it comes: at once, together, late, after a restart',
    async (_, effect, sendTo) => {
      const first = await started()
      const key = newTrigger()
      const answers = [
        await sendTo(first.port, key),
        ...(await Promise.all([1, 2, 3].map(() => sendTo(first.port, key)))),
      ]
      await first.edge.settled()
      answers.push(await sendTo(first.port, key))
      await first.edge.stop()
      const second = await started()
      answers.push(await sendTo(second.port, key))
      await second.edge.settled()
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
      expect(effects).toEqual([effect])
      // A repeated submission closes the window like the first.
      if (effect === 'submission')
        expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['{"response_action":"clear"}', '']))
      expect(await rows()).toMatchObject([{ body: null }])
    },
  )

  it('keeps of it only what is needed, until it is done', async () => {
    const wait = Promise.withResolvers<void>()
    gate.passed = wait.promise
    const { edge, port } = await started()
    await sendCommand(port, 'wait here', { user_name: 'canary', channel_name: 'canary', token: 'canary' })
    const [kept] = await rows()
    expect(kept).toMatchObject({ kind: 'command', done_at: null, attempts: 1 })
    expect(kept?.body).toContain('wait here')
    expect(kept?.body).not.toContain('canary')
    wait.resolve()
    await edge.settled()
    const [done] = await rows()
    expect(done?.body).toBeNull()
    expect(done?.done_at).toBeGreaterThan(0)
  })

  it('keeps nothing of a message, nor of anything that nobody listens to', async () => {
    const { edge, port } = await started()
    const message = event('message', { channel: 'C1', user: 'U1', text: 'canary', ts: '1.1' })
    const answers = [
      await sendEvent(port, message),
      await sendEvent(port, { ...message, type: 'app_rate_limited' }),
      await sendInteraction(port, click('nobody:listens', 'canary')),
      await sendInteraction(port, { ...submission('test:form'), type: 'view_closed' }),
      await sendInteraction(port, {
        ...click('', ''),
        type: 'block_suggestion',
        action_id: 'test:find',
        value: 'canary',
      }),
    ]
    await edge.settled()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await rows()).toEqual([])
    expect(effects).toEqual(['options'])
    expect(lines.join()).not.toContain('canary')
  })

  it('keeps nothing for a listener that wants nothing kept', async () => {
    const action: Listener = {
      on: 'action',
      id: 'vote:click',
      may: everyone,
      unstored: true,
      run: does('vote'),
    }
    const view: Listener = {
      on: 'view',
      id: 'vote:form',
      may: everyone,
      unstored: true,
      submit: async ({ once }) => {
        await once(async () => effects.push('ballot'))
        return { close: 'all' }
      },
    }
    const { edge, port } = await started({ features: [{ name: 'vote', listeners: [action, view] }] })
    await sendInteraction(port, click('vote:click', 'canary'))
    // The same once more, where its trigger had died.
    await sendInteraction(port, click('slack:continue', JSON.stringify({ action: 'vote:click', value: 'canary' })))
    await sendInteraction(port, submission('vote:form'))
    await edge.settled()
    expect(effects.toSorted()).toEqual(['ballot', 'vote', 'vote'])
    expect(await rows()).toEqual([])
  })

  it('is taken up after a crash, by whoever starts, and done once', async () => {
    const kept = {
      kind: 'command' as const,
      receivedAt: Date.now() - 90_000,
      attempts: 1,
      leaseUntil: Date.now() - 30_000,
    }
    const body = (text: string) => JSON.stringify(commandFields(`do ${text}`))
    await writeInbox(
      database().db,
      engine,
      [
        { ...kept, key: 'a', body: body('a') },
        { ...kept, key: 'b', body: body('b') },
      ],
      new Map(),
    )
    // SQLite has one process; PostgreSQL may have several.
    const starting = engine === 'sqlite' ? [started()] : [started(), started(), started()]
    for (const { edge } of await Promise.all(starting)) await edge.settled()
    expect(effects.toSorted()).toEqual(['a', 'b'])
    expect(await rows()).toMatchObject([
      { body: null, attempts: 2 },
      { body: null, attempts: 2 },
    ])
  })

  it('is begun three times at most, then dropped with a reference, and whatever is odd in the table with it', async () => {
    const kept = { kind: 'command' as const, receivedAt: 1, leaseUntil: 0 }
    const body = JSON.stringify(commandFields('do it'))
    const found = [
      { ...kept, key: 'a', body, attempts: 2 },
      { ...kept, key: 'b', body, attempts: 3 },
      { ...kept, key: 'c', body: '{"half', attempts: 1 },
      { ...kept, key: 'd', body: '{}', attempts: 1 },
      { ...kept, key: 'e', body, attempts: 1, kind: 'constructor' as 'command' },
    ]
    await writeInbox(database().db, engine, found, new Map())
    const { edge } = await started()
    await edge.settled()
    expect(effects).toEqual(['it'])
    expect((await rows()).map(({ body: left }) => left)).toEqual([null, null, null, null, null])
    expect(lines.filter((line) => /dropped.*/.test(line) && /"reference":"\w{6}"/.test(line))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('cannot be read'))).toHaveLength(3)
  })

  it('loses none of its three attempts to starts that fail before it is begun', async () => {
    const kept = { kind: 'command' as const, receivedAt: 1, attempts: 2, leaseUntil: 0 }
    const found = Array.from({ length: 40 }, (_, n) => ({
      ...kept,
      key: `${n}`,
      body: JSON.stringify(commandFields(`do ${n}`)),
    }))
    const { port } = await started()
    await writeInbox(database().db, engine, found, new Map())
    await expect(started({ port })).rejects.toThrow('set PORT')
    const stored = await rows()
    const left = stored.filter(({ done_at }) => done_at === null)
    expect(effects).toHaveLength(stored.length - left.length)
    expect(left.map(({ attempts, lease_until }) => [attempts, lease_until])).toEqual(left.map(() => [2, 0]))
  })

  it('is not acknowledged where it cannot be stored, and taken again when it can', async () => {
    const { edge, port } = await started()
    const { db } = database()
    await db.schema.alterTable('inbox').renameTo('elsewhere').execute()
    expect(await sendCommand(port, 'do it')).toMatchObject({ status: 503, body: '' })
    expect(edge.ready()).toEqual(['the database cannot be written'])
    expect((await send({ port, method: 'GET', path: '/readyz' })).status).toBe(503)
    expect((await send({ port, method: 'GET', path: '/livez' })).status).toBe(200)
    await db.schema.alterTable('elsewhere').renameTo('inbox').execute()
    expect((await sendCommand(port, 'do it')).status).toBe(200)
    await edge.settled()
    expect(edge.ready()).toEqual([])
    expect(await send({ port, method: 'GET', path: '/readyz' })).toMatchObject({
      status: 200,
      body: '{"ok":true,"reasons":[]}',
    })
    expect(effects).toEqual(['it'])
  })

  it('Q-I4: a submission and its key are one: where its effect fails, it may come again', async () => {
    const { port } = await started()
    const values = (name: string) => ({
      state: { values: { b: { [name]: { type: 'plain_text_input', value: 'x' } } } },
      blocks: [{ type: 'input', block_id: 'b' }],
    })
    const failed = await sendInteraction(port, submission('test:form', values('fail')))
    expect(failed.body).toMatch(/"response_action":"errors","errors":\{"b":"Something went wrong/)
    expect(failed.body).not.toContain('canary')
    expect(await rows()).toEqual([])
    const refused = await sendInteraction(port, submission('test:form', values('refuse')))
    expect(refused.body).toBe('{"response_action":"errors","errors":{"refuse":"no"}}')
    expect((await sendInteraction(port, submission('test:form', values('fine')))).body).toBe(
      '{"response_action":"clear"}',
    )
    expect(effects).toEqual(['submission', 'submission', 'submission'])
  })

  it('for another workspace is acknowledged and left alone', async () => {
    const { edge, port } = await started()
    const other = { id: 'T0OTHER001', domain: 'other' }
    const answers = [
      await sendCommand(port, 'do it', { team_id: other.id }),
      await sendInteraction(port, click('test:click', 'it', { team: other })),
      await sendInteraction(port, submission('test:form', {}, { team: other })),
      await sendEvent(port, { ...event('app_home_opened'), team_id: other.id, authorizations: [] }),
    ]
    await edge.settled()
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, ''],
      [200, ''],
      [200, ''],
      [200, ''],
    ])
    expect(effects).toEqual([])
    expect(await rows()).toEqual([])
    expect(lines.filter((line) => line.includes('left alone'))).toHaveLength(4)
  })

  it('by somebody of another organisation in a shared channel is for us', async () => {
    const { edge, port } = await started()
    await sendInteraction(port, click('test:click', 'theirs', { user: { id: 'U0OTHER001', team_id: 'T0OTHER001' } }))
    await edge.settled()
    expect(effects).toEqual(['theirs'])
  })

  it('more of it than can run waits its turn, and more than can wait is found in the inbox', async () => {
    const wait = Promise.withResolvers<void>()
    gate.passed = wait.promise
    const { edge, port } = await started()
    const many = 1_200
    for (let n = 0; n < many; n += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, k) => sendCommand(port, `wait ${n + k}`)))
    }
    expect(effects).toHaveLength(32)
    wait.resolve()
    await edge.settled()
    while (effects.length < 2 * many) await edge.settled()
    expect(new Set(effects).size).toBe(2 * many)
    expect((await rows()).every(({ body }) => body === null)).toBe(true)
  })

  it('stays ours however far the clock jumps while it runs', async () => {
    const wait = Promise.withResolvers<void>()
    gate.passed = wait.promise
    const clock = travelClock(Date.now())
    const { edge, port } = await started({ clock })
    await sendCommand(port, 'wait 1')
    clock.advance(200_000)
    wait.resolve()
    await edge.settled()
    expect(effects).toEqual(['began 1', 'ended 1'])
  })

  it('is left in the inbox once we stop, for whoever starts next', async () => {
    const { edge, port } = await started()
    const stopping = edge.stop()
    await sendCommand(port, 'do it').catch(() => {})
    await stopping
    expect(edge.ready()).toEqual(['stopping'])
    const next = await started()
    await next.edge.settled()
    const stored = await rows()
    expect(effects).toHaveLength(stored.length)
  })
})

describe('an organisation', () => {
  const database = useDatabase('sqlite')
  it('may send for its workspace without naming it', async () => {
    const edge = edgeFor({ database: database(), features: [feature], enterpriseId: 'E1' })
    edges.push(edge)
    const { port } = await edge.start()
    const nobody = { team: null, enterprise: { id: 'E1' }, user: { id: 'U0ANNA0001' }, is_enterprise_install: true }
    await sendInteraction(port, click('test:click', 'ours', nobody))
    await sendInteraction(port, click('test:click', 'theirs', { ...nobody, enterprise: { id: 'E2' } }))
    await edge.settled()
    expect(effects).toEqual(['ours'])
  })
})
