import { describe, expect, it } from 'vitest'
import { findDelivery, refresh, replyTo, say } from '../../../src/platform/delivery/outbox.ts'
import { engines } from '../../support/databases.ts'
import { anna, pass, sales, shared, stateOf, useWorld, type World, workspaceId } from '../../support/delivery-world.ts'

const minute = 60_000
const post = 'chat.postMessage'

describe.each(engines)('the outbox on %s', (engine) => {
  const world = useWorld(engine)

  it('says one thing once, to each recipient it has', async () => {
    const { db, clock } = world()
    const about = { workspaceId, cause: 'checkins:1', what: 'test:text', about: { text: 'hello' }, dueAt: clock.now() }
    const sayings = [
      { ...about, kind: 'post', recipient: shared },
      { ...about, kind: 'post', recipient: sales },
      { ...about, kind: 'dm', recipient: shared },
      { ...about, kind: 'post', recipient: shared, cause: 'checkins:2' },
    ] as const
    const say4 = () =>
      db.transaction().execute((trx) => Promise.all(sayings.map((saying) => say(trx, saying, clock.now()))))
    const first = await say4()
    expect(new Set(first).size).toBe(4)
    expect(await say4()).toEqual(first)
  })

  it('says nothing of facts that were not committed', async () => {
    const { db, slack, clock, worker } = world()
    const saying = { workspaceId, cause: 'test:x', kind: 'post', recipient: shared, what: 'test:text' } as const
    const rolledBack = db.transaction().execute(async (trx) => {
      await say(trx, { ...saying, about: { text: 'never' }, dueAt: clock.now() }, clock.now())
      throw new Error('the facts were wrong')
    })
    await expect(rolledBack).rejects.toThrow('the facts were wrong')
    await worker().settle()
    expect(slack.messages(shared)).toEqual([])
  })

  it('finds what became of a saying, in its own workspace only', async () => {
    const { db, slack, clock, worker, say } = world()
    const id = await say({ cause: 'checkins:7' })
    const which = { cause: 'checkins:7', kind: 'post' } as const
    expect(await findDelivery(db, workspaceId, which)).toEqual({
      id,
      state: 'due',
      reason: null,
      channelId: null,
      ts: null,
      sentAt: null,
    })
    await worker().settle()
    const sent = {
      id,
      state: 'sent',
      reason: null,
      channelId: shared,
      ts: slack.messages(shared)[0]?.ts,
      sentAt: clock.now(),
    }
    expect(await findDelivery(db, workspaceId, which)).toEqual(sent)
    expect(await findDelivery(db, 'w2', which)).toBeUndefined()
    expect(await findDelivery(db, workspaceId, { ...which, kind: 'dm' })).toBeUndefined()
  })

  it('has a reply wait until its message stands, and puts a reply to a reply beside it', async () => {
    const { db, slack, clock, worker, say } = world()
    const root = await say({ dueAt: clock.now() + minute })
    const reply = await answer(world(), root, 'reply')
    clock.advance(1)
    await answer(world(), reply, 'reply to the reply')
    const loop = worker()
    await pass(clock, minute - 2, [loop])
    expect(slack.messages(shared)).toEqual([])
    await pass(clock, minute, [loop])
    const [message] = slack.messages(shared)
    expect(slack.thread(shared, message?.ts ?? '').map(({ text }) => text)).toEqual([
      'Good morning',
      'reply',
      'reply to the reply',
    ])
    expect(await stateOf(db, reply)).toMatchObject({ recipient: shared, parent_id: root })
  })

  it('answers in the thread of a direct message', async () => {
    const { slack, clock, worker, say } = world()
    await answer(world(), await say({ kind: 'dm', recipient: anna }), 'more')
    await pass(clock, minute, [worker()])
    const [root, reply] = slack.person('anna').directMessages()
    expect([reply?.text, reply?.thread_ts]).toEqual(['more', root?.ts])
  })

  it('does not reply to what could not be posted', async () => {
    const { db, slack, clock, worker, say } = world()
    slack.archive(shared)
    const root = await say()
    const reply = await answer(world(), root, 'reply')
    await pass(clock, minute, [worker()])
    expect(await stateOf(db, root)).toMatchObject({ state: 'failed', reason: 'is_archived' })
    expect(await stateOf(db, reply)).toMatchObject({ state: 'skipped', reason: 'its message is failed' })
  })

  it('holds a reply back while it is unclear whether its message stands', async () => {
    const { db, slack, clock, worker, say } = world()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    const reply = await answer(world(), await say(), 'reply')
    const loop = worker()
    await pass(clock, minute - 1, [loop])
    expect(await stateOf(db, reply)).toMatchObject({ state: 'due', attempts: 0 })
    await pass(clock, 2_000, [loop])
    expect(await stateOf(db, reply)).toMatchObject({ state: 'sent' })
  })

  it('finds a reply whose answer was lost', async () => {
    const { db, slack, clock, worker, say } = world()
    const root = await say()
    await worker().settle()
    slack.fault({ kind: 'dropAfter', method: post, times: 1 })
    const reply = await answer(world(), root, 'reply')
    await pass(clock, 5 * minute, [worker()])
    expect(await stateOf(db, reply)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(slack.messages(shared)).toHaveLength(2)
  })
})

describe.each(engines)('a message that changes, on %s', (engine) => {
  const world = useWorld(engine)

  /** A message that says what `facts` say, posted. */
  async function posted() {
    const { clock, messages, say, worker } = world()
    const facts = { text: '0 answered' }
    messages['test:facts'] = { render: async () => ({ text: facts.text, blocks: [] }) }
    const id = await say({ what: 'test:facts' })
    const loop = worker()
    await pass(clock, minute, [loop])
    return { id, facts, loop }
  }
  const updates = () => world().slack.traffic.filter(({ what }) => what === 'chat.update').length
  const text = () => world().slack.messages(shared)[0]?.text

  it('is changed once for many refreshes, to what is true then, and keeps its key', async () => {
    const { clock, slack } = world()
    const { id, facts, loop } = await posted()
    for (let answered = 1; answered <= 5; answered++) {
      facts.text = `${answered} answered`
      await refreshNow(world(), id)
    }
    await pass(clock, minute, [loop])
    expect([text(), updates()]).toEqual(['5 answered', 1])
    expect(slack.messages(shared)[0]?.metadata).toMatchObject({ event_payload: { key: id } })
  })

  it('is left alone where the wording is the same', async () => {
    const { clock } = world()
    const { id, facts, loop } = await posted()
    await refreshNow(world(), id)
    await pass(clock, minute, [loop])
    facts.text = '1 answered'
    await refreshNow(world(), id)
    await pass(clock, minute, [loop])
    await refreshNow(world(), id)
    await pass(clock, minute, [loop])
    expect(updates()).toBe(1)
  })

  it('is changed again, and back, as often as it is asked for', async () => {
    const { clock } = world()
    const { id, facts, loop } = await posted()
    for (const now of ['1 answered', '0 answered', '1 answered']) {
      facts.text = now
      await refreshNow(world(), id)
      await pass(clock, minute, [loop])
      expect(text()).toBe(now)
    }
    expect(updates()).toBe(3)
  })

  it('is changed at most once in 1.1 s', async () => {
    const { clock } = world()
    const { id, facts, loop } = await posted()
    for (let moment = 1; moment <= 22; moment++) {
      facts.text = `${moment} answered`
      await refreshNow(world(), id)
      await pass(clock, 100, [loop])
    }
    await pass(clock, minute, [loop])
    expect(text()).toBe('22 answered')
    expect(updates()).toBe(3)
  })

  it.each(['worded', 'on the wire', 'answered'] as const)(
    'is changed once more when asked for while one is %s',
    async (at) => {
      const { clock, worker } = world()
      const { id, facts } = await posted()
      facts.text = '1 answered'
      await refreshNow(world(), id)
      let asked = false
      const loop = worker({
        point: async (point) => {
          if (point !== at || asked) return
          asked = true
          facts.text = '2 answered'
          await refreshNow(world(), id)
        },
      })
      await pass(clock, minute, [loop])
      expect([text(), updates()]).toEqual(['2 answered', 2])
    },
  )

  it('waits for its post', async () => {
    const { clock, say, worker, messages } = world()
    let wording = 'early'
    messages['test:facts'] = { render: async () => ({ text: wording, blocks: [] }) }
    const id = await say({ what: 'test:facts', dueAt: clock.now() + minute })
    await refreshNow(world(), id)
    wording = 'when it was posted'
    await pass(clock, 2 * minute, [worker()])
    expect([text(), updates()]).toEqual(['when it was posted', 0])
  })

  it('is sent again after an unclear answer, once nothing older can come after it', async () => {
    const { clock, slack, db } = world()
    const { id, facts, loop } = await posted()
    slack.fault({ kind: 'dropAfter', method: 'chat.update', times: 1 })
    facts.text = '1 answered'
    await refreshNow(world(), id)
    await pass(clock, minute - 1, [loop])
    expect(updates()).toBe(1)
    await pass(clock, minute, [loop])
    const update = await db.selectFrom('delivery').select(['state', 'parent_id']).where('kind', '=', 'update').execute()
    expect([text(), updates(), update]).toEqual(['1 answered', 2, [{ state: 'sent', parent_id: id }]])
  })

  it('is given up when somebody has deleted it', async () => {
    const { clock, slack, db } = world()
    const { id, facts, loop } = await posted()
    slack.fault({ kind: 'error', error: 'message_not_found', method: 'chat.update' })
    facts.text = '1 answered'
    await refreshNow(world(), id)
    await pass(clock, minute, [loop])
    const update = await db.selectFrom('delivery').select(['state', 'reason']).where('kind', '=', 'update').execute()
    expect(update).toEqual([{ state: 'skipped', reason: 'message_not_found' }])
  })
})

function answer({ db, clock }: World, parentId: string, text: string): Promise<string> {
  const saying = { workspaceId, cause: `test:${text}`, what: 'test:text', about: { text }, dueAt: clock.now() }
  return db.transaction().execute((trx) => replyTo(trx, parentId, saying, clock.now()))
}

function refreshNow({ db, clock }: World, id: string): Promise<void> {
  return db.transaction().execute((trx) => refresh(trx, id, clock.now()))
}
