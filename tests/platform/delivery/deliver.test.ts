import { describe, expect, it } from 'vitest'
import { constants } from '../../../src/platform/delivery/constants.ts'
import { say as sayNext } from '../../../src/platform/delivery/outbox.ts'
import type { Wording } from '../../../src/platform/feature.ts'
import { engines } from '../../support/databases.ts'
import { anna, historyOf, keyOf, pass, sales, shared, stateOf, useWorld } from '../../support/delivery-world.ts'

const minute = 60_000
const post = 'chat.postMessage'

describe.each(engines)('delivering on %s', (engine) => {
  const world = useWorld(engine)

  const callsOf = (method: string) => world().slack.traffic.filter(({ what }) => what === method).length

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

  it('says nothing before it is due', async () => {
    const { slack, clock, worker, say } = world()
    await say({ dueAt: clock.now() + minute })
    const loop = worker()
    await pass(clock, minute - 1, [loop])
    expect(slack.messages(shared)).toEqual([])
    await pass(clock, 1, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
  })

  it('looks twice, then says what Slack never took, as things stand then', async () => {
    const { slack, db, worker, say, clock, messages } = world()
    let wording = 'first'
    messages['test:changing'] = { render: async () => ({ text: wording, blocks: [] }) }
    slack.fault({ kind: 'dropBefore', method: post, times: 1 })
    const id = await say({ what: 'test:changing' })
    const loop = worker()
    await pass(clock, 0, [loop])
    wording = 'second'
    await pass(clock, 2 * minute, [loop])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['second'])
    const looked = ['unsure→checking', 'checking→unsure', 'unsure→checking', 'checking→due']
    const sent = ['due→leased', 'leased→sending', 'sending→sent']
    expect(await historyOf(db, id)).toEqual(['due→leased', 'leased→sending', 'sending→unsure', ...looked, ...sent])
  })

  it('sends nothing after standing still between the mark and the wire: others may be looking for it', async () => {
    const { slack, db, worker, say, clock } = world()
    const id = await say()
    let stoodStill = false
    const loop = worker({
      point: async (at) => {
        if (at !== 'on the wire' || stoodStill) return
        stoodStill = true
        clock.advance(10_000)
      },
    })
    await loop.tick()
    expect(callsOf(post)).toBe(0)
    await pass(clock, 2 * minute, [loop])
    expect(slack.messages(shared)).toHaveLength(1)
    expect(await historyOf(db, id)).toContain('sending→due')
  })

  it('looks for what is unclear even while more is due than it can carry', async () => {
    const { slack, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    await say()
    const loop = worker({ constants: { ...constants, batch: 2 } })
    await loop.tick()
    clock.advance(minute)
    for (let each = 0; each < 4; each++) {
      slack.addChannel({ id: `C0MORE${each}`, name: `more${each}` })
      await say({ recipient: `C0MORE${each}` })
    }
    await loop.tick()
    expect(callsOf('conversations.history')).toBe(1)
  })

  it('never looks before what is unclear has settled', async () => {
    const { slack, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    await say()
    const loop = worker()
    await pass(clock, minute - 1, [loop])
    expect(callsOf('conversations.history')).toBe(0)
    await pass(clock, 1, [loop])
    expect([callsOf('conversations.history'), slack.messages(shared).length]).toEqual([1, 1])
  })

  it('finds what stands behind hundreds of messages', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    const id = await say()
    const loop = worker()
    await pass(clock, 0, [loop])
    for (let line = 0; line < 450; line++) slack.person('bram').say(`line ${line}`, { in: 'shared' })
    await pass(clock, 5 * minute, [loop])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
    expect([callsOf('conversations.history'), callsOf(post)]).toEqual([3, 1])
  })

  it.each<[string, string, Partial<Record<string, unknown>>]>([
    ['an archived channel', 'is_archived', { state: 'failed', reason: 'is_archived', attempts: 1 }],
    ['a channel that is gone', 'channel_not_found', { state: 'failed', reason: 'channel_not_found', attempts: 1 }],
    ['a channel only some may post in', 'restricted_action_read_only_channel', { state: 'failed', attempts: 1 }],
    ['a revoked token', 'token_revoked', { state: 'due', payload: null }],
    ['an uninstalled app', 'account_inactive', { state: 'due', payload: null }],
    ['an error that may have happened', 'fatal_error', { state: 'unsure' }],
    ['an unknown error', 'brand_new_code', { state: 'unsure' }],
  ])('meets %s', async (_what, error, expected) => {
    const { slack, db, worker, say, logged } = world()
    slack.fault({ kind: 'error', error, method: post })
    const id = await say({ about: { text: 'a secret' } })
    await worker().settle()
    expect(await stateOf(db, id)).toMatchObject(expected)
    expect(logged).toContainEqual(expect.objectContaining({ delivery: id, code: error }))
    expect(JSON.stringify(logged)).not.toContain('a secret')
  })

  it('keeps everything for a workspace that refuses everything, and tries rarely', async () => {
    const { slack, db, worker, say, clock } = world()
    const lift = slack.fault({ kind: 'error', error: 'invalid_auth', method: post })
    const ids = [await say(), await say({ recipient: sales })]
    const loop = worker()
    await pass(clock, 14 * minute, [loop])
    expect(callsOf(post)).toBeLessThanOrEqual(6)
    lift()
    await pass(clock, 20 * minute, [loop])
    expect(await Promise.all(ids.map(async (id) => (await stateOf(db, id)).state))).toEqual(['sent', 'sent'])
  })

  it('says nothing in a workspace for as long as Slack asks', async () => {
    const { slack, worker, say, clock } = world()
    slack.fault({ kind: 'retryAfter', seconds: 30, method: post, times: 1 })
    await say()
    const loop = worker()
    await loop.settle()
    await say({ recipient: sales })
    await pass(clock, 29_999, [loop])
    expect(callsOf(post)).toBe(1)
    await pass(clock, 2_000, [loop])
    expect([slack.messages(shared).length, slack.messages(sales).length]).toEqual([1, 1])
  })

  it('joins a public channel it is not in, once', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'error', error: 'not_in_channel', method: post, times: 1 })
    const id = await say()
    await pass(clock, minute, [worker()])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
    expect(callsOf('conversations.join')).toBe(1)
  })

  it('gives up on a channel that it cannot join', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.addChannel({ id: 'C0PRIVATE1', name: 'private', private: true })
    slack.fault({ kind: 'error', error: 'not_in_channel', method: post })
    const ids = [await say(), await say({ recipient: 'C0PRIVATE1' })]
    await pass(clock, minute, [worker()])
    for (const id of ids) expect(await stateOf(db, id)).toMatchObject({ state: 'failed', reason: 'not_in_channel' })
    expect(callsOf(post)).toBe(3)
  })

  it('says it in plain text where Slack does not take the blocks, and gives up where not even that', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'error', error: 'invalid_blocks', method: post, when: ({ blocks }) => blocks !== undefined })
    const plain = await say()
    const loop = worker()
    await pass(clock, minute, [loop])
    expect(slack.messages(shared)).toMatchObject([{ text: 'Good morning' }])
    expect(slack.messages(shared)[0]).not.toHaveProperty('blocks')
    expect(slack.messages(shared).map(keyOf)).toEqual([plain])
    slack.fault({ kind: 'error', error: 'no_text', method: post })
    const hopeless = await say()
    await pass(clock, minute, [loop])
    expect(await stateOf(db, hopeless)).toMatchObject({ state: 'failed', attempts: 2 })
  })

  it('opens a direct message and remembers it', async () => {
    const { db, worker, say, clock } = world()
    const loop = worker()
    await say({ kind: 'dm', recipient: anna })
    await pass(clock, minute, [loop])
    await say({ kind: 'dm', recipient: anna })
    await pass(clock, minute, [loop])
    const { dm_channel_id } = await db
      .selectFrom('person')
      .selectAll()
      .where('slack_id', '=', anna)
      .executeTakeFirstOrThrow()
    expect(callsOf('conversations.open')).toBe(1)
    expect(world().slack.workspace.channels.get(dm_channel_id ?? '')?.messages).toHaveLength(2)
  })

  it('opens a direct message again as often as it takes', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: 'conversations.open', times: 3 })
    const id = await say({ kind: 'dm', recipient: anna })
    await pass(clock, minute, [worker()])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
  })

  it('finds a direct message whose answer was lost', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    const id = await say({ kind: 'dm', recipient: anna })
    await pass(clock, 5 * minute, [worker()])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
    expect(callsOf(post)).toBe(1)
  })

  it('does not write to somebody who has left', async () => {
    const { slack, db, worker, say } = world()
    slack.fault({ kind: 'error', error: 'user_disabled', method: 'conversations.open' })
    const id = await say({ kind: 'dm', recipient: anna })
    await worker().settle()
    expect(await stateOf(db, id)).toMatchObject({ state: 'failed', reason: 'user_disabled', wire_at: null })
  })

  it('skips what need not be said, and waits with what is to be said later', async () => {
    const { slack, db, worker, say, clock, messages } = world()
    const later = clock.now() + minute
    messages['test:skip'] = { render: async () => ({ skip: 'nothing due' }) }
    messages['test:later'] = {
      render: async (_db, _delivery, now): Promise<Wording> => (now < later ? { later } : { text: 'now', blocks: [] }),
    }
    const skipped = await say({ what: 'test:skip' })
    await say({ what: 'test:later' })
    const loop = worker()
    await pass(clock, minute - 1, [loop])
    expect(await stateOf(db, skipped)).toMatchObject({ state: 'skipped', reason: 'nothing due' })
    expect(slack.messages(shared)).toEqual([])
    await pass(clock, 1, [loop])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['now'])
  })

  it('words late what waited for long', async () => {
    const { slack, worker, say, clock, messages } = world()
    messages['test:time'] = { render: async (_db, _delivery, now) => ({ text: String(now), blocks: [] }) }
    const lift = slack.fault({ kind: 'error', error: 'ratelimited', method: post })
    await say({ what: 'test:time' })
    const loop = worker()
    await pass(clock, 30 * minute, [loop])
    lift()
    await pass(clock, 30 * minute, [loop])
    const [message] = slack.messages(shared)
    expect(Number(message?.text)).toBe(Number(message?.ts) * 1000)
  })

  it('tells the feature in the transaction that notes that it stands', async () => {
    const { slack, db, worker, say, clock, messages } = world()
    messages['test:hook'] = {
      render: async () => ({ text: 'with a consequence', blocks: [] }),
      sent: async (trx, { workspaceId, id, channelId, ts }, sentAt) => {
        const to = { workspaceId, cause: `after:${id}`, kind: 'post', recipient: sales, what: 'test:text' } as const
        await sayNext(trx, { ...to, about: { text: `${channelId} ${ts} ${sentAt}` }, dueAt: sentAt }, sentAt)
      },
    }
    await say({ what: 'test:hook' })
    const at = clock.now()
    await worker().settle()
    const [cause] = slack.messages(shared)
    expect(slack.messages(sales).map(({ text }) => text)).toEqual([`${shared} ${cause?.ts} ${at}`])
    expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'sent' }, { state: 'sent' }])
  })

  it('says nothing twice when the feature throws over what it is told', async () => {
    const { slack, db, worker, say, clock, messages } = world()
    let told = 0
    messages['test:hook'] = {
      render: async () => ({ text: 'once', blocks: [] }),
      sent: async () => {
        told++
        if (told < 3) throw new Error('not today')
      },
    }
    const id = await say({ what: 'test:hook' })
    await pass(clock, 10 * minute, [worker()])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent' })
    expect([told, slack.messages(shared).length]).toEqual([3, 1])
  })

  it('keeps what cannot be worded, and says it when it can', async () => {
    const { slack, worker, say, clock, messages } = world()
    const render = async () => ({ text: 'at last', blocks: [] })
    await say({ what: 'test:unknown' })
    await say({ recipient: sales })
    const loop = worker()
    await pass(clock, 60 * minute, [loop])
    expect([slack.messages(shared).length, slack.messages(sales).length]).toEqual([0, 1])
    messages['test:unknown'] = { render }
    await pass(clock, 15 * minute, [loop])
    expect(slack.messages(shared).map(({ text }) => text)).toEqual(['at last'])
  })

  it('asks a person when Slack cannot be asked', async () => {
    const { slack, db, worker, say, clock, logged } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    slack.fault({ kind: 'error', error: 'missing_scope', method: 'conversations.history' })
    const id = await say()
    await pass(clock, 5 * minute, [worker()])
    expect(await stateOf(db, id)).toMatchObject({ state: 'unknown', reason: 'missing_scope' })
    expect(callsOf(post)).toBe(1)
    expect(logged).toContainEqual(expect.objectContaining({ level: 'error', delivery: id, code: 'missing_scope' }))
  })

  it('does not look for the others while Slack asks it not to', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 2 })
    slack.fault({ kind: 'retryAfter', seconds: 30, method: 'conversations.history', times: 1 })
    await say()
    const loop = worker()
    await pass(clock, 5_000, [loop])
    await say({ recipient: sales })
    await pass(clock, minute + 20_000, [loop])
    await loop.settle()
    expect(callsOf('conversations.history')).toBe(1)
    await pass(clock, 10_000, [loop])
    expect(callsOf('conversations.history')).toBe(3)
    expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'sent' }, { state: 'sent' }])
  })

  it('goes on looking for six hours, ever less often, then asks a person', async () => {
    const { slack, db, worker, say, clock } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    slack.fault({ kind: 'status', status: 503, method: 'conversations.history' })
    const id = await say()
    const loop = worker()
    await pass(clock, 350 * minute, [loop])
    expect(await stateOf(db, id)).toMatchObject({ state: 'unsure' })
    expect(callsOf('conversations.history')).toBeLessThan(70)
    await pass(clock, 30 * minute, [loop])
    expect(await stateOf(db, id)).toMatchObject({ state: 'unknown' })
  })

  it('keeps 1.1 s between messages to one channel, in their order, and lets other channels pass', async () => {
    const { slack, worker, say, clock } = world()
    for (const [index, text] of ['one', 'two', 'three'].entries())
      await say({ about: { text }, dueAt: clock.now() - 3 + index })
    await say({ recipient: sales })
    const start = clock.now()
    await pass(clock, minute, [worker()])
    const times = slack.messages(shared).map(({ text, ts }) => [text, Math.round(Number(ts) * 1000) - start])
    expect(times).toEqual([
      ['one', 0],
      ['two', 1100],
      ['three', 2200],
    ])
    expect(Math.round(Number(slack.messages(sales)[0]?.ts) * 1000)).toBe(start)
  })
})
