import { describe, expect, it } from 'vitest'
import { constants } from '../../../src/platform/delivery/constants.ts'
import type { FaultRule } from '../../../src/playground/server/faults.ts'
import { engines } from '../../support/databases.ts'
import { keyOf, pass, useWorld } from '../../support/delivery-world.ts'

const minute = 60_000
const channels = Array.from({ length: 30 }, (_, index) => `C0OUTAGE${index}`)

describe.each(engines)('an outage of Slack, on %s', (engine) => {
  const world = useWorld(engine, { channels: channels.map((id) => ({ id, name: id.toLowerCase() })) })
  const posts = () => world().slack.traffic.filter(({ what }) => what === 'chat.postMessage').length

  async function saySixtyEverywhere(): Promise<string[]> {
    const ids: string[] = []
    for (let each = 0; each < 60; each++) ids.push(await world().say({ recipient: channels[each % 30] ?? '' }))
    return ids
  }
  const keys = () => [...world().slack.workspace.channels.values()].flatMap(({ messages }) => messages.map(keyOf))

  it.each<[string, FaultRule]>([
    ['answers with an error', { kind: 'status', status: 503 }],
    ['breaks every connection', { kind: 'dropBefore' }],
    ['says that it is ill', { kind: 'error', error: 'service_unavailable' }],
  ])('that %s is noticed once for all, and everything is said soon after it, once', async (_how, rule) => {
    const { clock, slack, worker, db } = world()
    const loop = worker()
    const lift = slack.fault(rule)
    const ids = await saySixtyEverywhere()
    await pass(clock, 15 * minute, [loop])
    expect(posts()).toBeLessThanOrEqual(constants.batch)
    const unclear = await db.selectFrom('delivery').select('id').where('state', '=', 'unsure').execute()
    expect(unclear.length).toBeLessThanOrEqual(constants.batch)
    const events = await db.selectFrom('delivery_event').select('id').execute()
    expect(events.length).toBeLessThan(10 * ids.length)
    lift()
    await pass(clock, 20_000, [loop])
    expect(keys().length).toBeGreaterThanOrEqual(ids.length - unclear.length)
    await pass(clock, 3 * minute, [loop])
    expect(keys().toSorted()).toEqual(ids.toSorted())
  })

  it('is not taken from a few bad answers among good ones', async () => {
    const { clock, slack, worker } = world()
    let call = 0
    slack.fault({ kind: 'status', status: 500, method: 'chat.postMessage', when: () => call++ % 3 === 0 })
    const ids = await saySixtyEverywhere()
    await pass(clock, 30 * minute, [worker()])
    expect(keys().toSorted()).toEqual(ids.toSorted())
    expect(slack.traffic.filter(({ what }) => what === 'api.test')).toEqual([])
  })
})
