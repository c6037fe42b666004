import { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/platform/database/database.ts'
import { refresh, replyTo } from '../../src/platform/delivery/outbox.ts'
import { type Point, points } from '../../src/platform/delivery/tools.ts'
import { createLog } from '../../src/platform/log.ts'
import { clientOptions, type SlackClients } from '../../src/platform/slack/client.ts'
import type { FaultRule } from '../../src/playground/server/faults.ts'
import { shortTempered } from './delivery-slack.ts'
import { anna, keyOf, pass, shared, useWorld, type World, workspaceId } from './delivery-world.ts'

type Fault = FaultRule extends infer Rule ? (Rule extends FaultRule ? Omit<Rule, 'method' | 'times'> : never) : never

/** What may become of the first two requests. */
const faults: Record<string, Fault | 'refused'> = {
  'nothing else goes wrong': { kind: 'delay', ms: 0 },
  'the answer is lost': { kind: 'dropAfter' },
  'the request is lost': { kind: 'dropBefore' },
  'Slack fails before it stores': { kind: 'status', status: 500 },
  'Slack says it may have failed': { kind: 'error', error: 'fatal_error' },
  'Slack stores and never answers': { kind: 'neverAnswer' },
  'Slack stores after the connection broke': { kind: 'commitLate', ms: 20 },
  'Slack asks to wait': { kind: 'retryAfter', seconds: 3 },
  'the connection is refused': 'refused',
}

export const allCases = ([...points, 'nowhere'] as const).flatMap((point) =>
  Object.keys(faults).map((fault) => ({ point, fault })),
)
const hour = 3_600_000

/** One process dies at each of these points, under each fault; the next finishes what it left. */
export function describeCrashes(engine: Engine, cases: typeof allCases): void {
  describe(`a process that dies on ${engine}`, () => {
    const world = useWorld(engine)

    it.each(cases)('$point, $fault: says everything once', async ({ point, fault }) => {
      const { db, slack, clock, say, worker } = world()
      const post = await say({ about: { text: 'root' } })
      const dm = await say({ kind: 'dm', recipient: anna, about: { text: 'direct' } })
      const reply = await db.transaction().execute((trx) => {
        const saying = {
          workspaceId,
          cause: 'test:reply',
          what: 'test:text',
          about: { text: 'reply' },
          dueAt: clock.now(),
        }
        return replyTo(trx, post, saying, clock.now())
      })
      breakRequests(world(), 'chat.postMessage', fault)
      await dieAt(point, world(), fault)
      await pass(clock, hour, [worker({ slack: impatient(world()) })], storing(world(), fault))

      const keys = [...slack.workspace.channels.values()].flatMap((channel) => channel.messages.map(keyOf))
      expect(keys.toSorted()).toEqual([post, dm, reply].toSorted())
      const states = await db.selectFrom('delivery').select('state').execute()
      expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
      const [root, answer] = slack.messages(shared)
      expect([root?.text, answer?.text, answer?.thread_ts]).toEqual(['root', 'reply', root?.ts])
    })

    it.each(cases)('$point, $fault: leaves a message as it should stand', async ({ point, fault }) => {
      const { db, slack, clock, say, worker, messages } = world()
      let wording = 'first'
      messages['test:changing'] = { render: async () => ({ text: wording, blocks: [] }) }
      const id = await say({ what: 'test:changing' })
      await pass(clock, 10_000, [worker()])
      breakRequests(world(), 'chat.update', fault)
      for (wording of ['second', 'third']) {
        await db.transaction().execute((trx) => refresh(trx, id, clock.now()))
        await dieAt(point, world(), fault)
      }
      await pass(clock, hour, [worker({ slack: impatient(world()) })], storing(world(), fault))
      expect(slack.messages(shared).map(({ text }) => text)).toEqual(['third'])
    })
  })
}

function breakRequests({ slack }: World, method: string, fault: string): void {
  const rule = faults[fault]
  if (rule && rule !== 'refused') slack.fault({ ...rule, method, times: 2 })
}

/** What Slack stores late it stores in real time: the clock must not run ahead of it. */
function storing({ slack }: World, fault: string): () => Promise<void> {
  const rule = faults[fault]
  return rule && rule !== 'refused' && rule.kind === 'commitLate' ? slack.settled : async () => {}
}

/** Works until it gets to the point, and never moves again; goes on as long as there is work when it does not get there. */
async function dieAt(point: Point | 'nowhere', world: World, fault: string): Promise<void> {
  const { worker, clock } = world
  const clients = impatient(world)
  if (faults[fault] === 'refused') refuseFirst(clients.post)
  await new Promise<void>((dead, failed) => {
    const dying = worker({
      slack: clients,
      point: async (at) => {
        if (at !== point) return
        dead()
        await new Promise(() => undefined)
      },
    })
    pass(clock, hour, [dying], storing(world, fault)).then(dead, failed)
  })
}

/** They do not wait long for an answer that never comes. */
function impatient({ slack }: World): SlackClients {
  return shortTempered(slack, createLog('silent'), 150)
}

/** A client whose first two calls find nobody at home. */
function refuseFirst(client: WebClient): void {
  const nobody = new WebClient('x', clientOptions('http://127.0.0.1:9/api/', createLog('silent')))
  const call = client.apiCall.bind(client)
  let calls = 0
  client.apiCall = (method, options) => (calls++ < 2 ? nobody : { apiCall: call }).apiCall(method, options)
}
