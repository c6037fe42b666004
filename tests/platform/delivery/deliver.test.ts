import { describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { historyOf, keyOf, pass, shared, stateOf, useWorld } from '../../support/delivery-world.ts'

describe.each(engines)('delivering on %s', (engine) => {
  const world = useWorld(engine)

  it('says what is due, under the delivery’s own key', async () => {
    const { slack, db, worker, say, clock } = world()
    const id = await say()
    await worker().settle()
    const [message] = slack.messages(shared)
    expect(message).toMatchObject({ text: 'Good morning', metadata: { event_type: 'rondo_delivery' } })
    expect(message && keyOf(message)).toBe(id)
    expect(await stateOf(db, id)).toMatchObject({
      state: 'sent',
      ts: message?.ts,
      channel_id: shared,
      sent_at: clock.now(),
    })
    expect(await historyOf(db, id)).toEqual(['due→leased', 'leased→sending', 'sending→sent'])
  })

  it('looks twice, then says again what Slack never took', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropBefore', method: 'chat.postMessage', times: 1 })
    const id = await say()
    const loop = worker()
    await pass(clock, 300_000, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
    expect(await historyOf(db, id)).toEqual([
      'due→leased',
      'leased→sending',
      'sending→unsure',
      'unsure→checking',
      'checking→unsure',
      'unsure→checking',
      'checking→due',
      'due→leased',
      'leased→sending',
      'sending→sent',
    ])
  })
})
