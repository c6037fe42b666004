import { beforeEach, describe, expect, it } from 'vitest'
import { refresh, replyTo } from '../../../src/platform/delivery/outbox.ts'
import type { ForTeams, Pilot } from '../../../src/platform/delivery/pilot.ts'
import { noteRestored } from '../../../src/platform/delivery/restored.ts'
import type { Message } from '../../../src/platform/feature.ts'
import { engines } from '../../support/databases.ts'
import {
  anna,
  keyOf,
  monday,
  pass,
  sales,
  shared,
  stateOf,
  useWorld,
  workspaceId,
} from '../../support/delivery-world.ts'

const minute = 60_000
const hour = 60 * minute
const bram = 'U0BRAM0001'

describe.each(engines)('pilot mode on %s', (engine) => {
  const world = useWorld(engine)

  beforeEach(() => world().db.updateTable('person').set({ own_language: 'en' }).execute())

  /** Anna gets what is for the partnership 'p' and for Bram, while it is on. */
  function piloted(on = true) {
    const state = { on }
    const pilot: Pilot = { id: 'p1', slackId: anna, language: 'en' }
    const pilotFor = async (_db: unknown, { partnershipId, recipient }: ForTeams) =>
      state.on && (partnershipId === 'p' || recipient === bram) ? pilot : undefined
    const loop = world().worker({ pilotFor })
    return { state, loop }
  }
  const forTeams = (text = 'Good morning') => world().say({ partnershipId: 'p', about: { text } })
  const inDm = () => world().slack.person('anna').directMessages()
  const texts = () => inDm().map(({ text }) => text)
  const inChannel = (channel = shared) =>
    world()
      .slack.messages(channel)
      .map(({ text }) => text)
  const reply = (parentId: string, text: string) => {
    const now = world().clock.now()
    const saying = { workspaceId, cause: `reply:${text}`, what: 'test:text', about: { text }, dueAt: now }
    return world()
      .db.transaction()
      .execute((trx) => replyTo(trx, parentId, saying, now))
  }
  const again = (id: string) =>
    world()
      .db.transaction()
      .execute((trx) => refresh(trx, id, world().clock.now()))
  /** A wording that can change: 'test:now' says what stands here. */
  function changing(): { text: string } {
    const said = { text: 'before' }
    const message: Message = { render: async () => ({ text: said.text, blocks: [] }) }
    world().messages['test:now'] = message
    return said
  }

  it('takes a post, its thread and its changes to one person, who sees where it would stand', async () => {
    const { clock, say } = world()
    const { loop } = piloted()
    const said = changing()
    const id = await say({ partnershipId: 'p', what: 'test:now' })
    await reply(id, 'a reply')
    await pass(clock, minute, [loop])
    said.text = 'after'
    await again(id)
    await pass(clock, minute, [loop])
    expect(texts()).toEqual([`_Pilot: this would stand in <#${shared}>._\nafter`, 'a reply'])
    expect(JSON.stringify(inDm()[0]?.blocks)).toContain(`_Pilot: this would stand in <#${shared}>._`)
    expect(inDm()[1]?.thread_ts).toBe(inDm()[0]?.ts)
    expect(inChannel()).toEqual([])
    expect(await stateOf(world().db, id)).toMatchObject({ state: 'sent', recipient: shared, pilot_id: 'p1' })
  })

  it('takes a direct message to one person, who sees to whom it would go', async () => {
    const { clock, say, db } = world()
    const { loop } = piloted()
    const more = { zone: 'UTC', language: 'en', kind: 'member', admin: 0, deactivated_at: null } as const
    await db
      .insertInto('person')
      .values({
        id: 'p2',
        workspace_id: workspaceId,
        slack_id: bram,
        name: 'Bram <b>',
        ...more,
        dm_channel_id: null,
        learned_at: 0,
      })
      .execute()
    await say({ kind: 'dm', recipient: bram })
    await pass(clock, minute, [loop])
    expect(texts()).toEqual(['_Pilot: this would go to Bram &lt;b&gt;._\nGood morning'])
    expect(world().slack.person('bram').directMessages()).toEqual([])
  })

  it('leaves what belongs to others where it belongs', async () => {
    const { clock, say } = world()
    const { loop } = piloted()
    await say({ recipient: sales, partnershipId: 'other' })
    await pass(clock, minute, [loop])
    expect(inChannel(sales)).toEqual(['Good morning'])
    expect(texts()).toEqual([])
  })

  it.each([
    ['on', false],
    ['off', true],
  ])('turned %s, it leaves what was said where it stands, with all that follows', async (_, before) => {
    const { clock, say } = world()
    const { state, loop } = piloted(before)
    const said = changing()
    const id = await say({ partnershipId: 'p', what: 'test:now' })
    await pass(clock, minute, [loop])
    state.on = !before
    said.text = 'after'
    await reply(id, 'a reply')
    await again(id)
    await pass(clock, minute, [loop])
    const line = `_Pilot: this would stand in <#${shared}>._\n`
    expect(before ? texts() : inChannel()).toEqual([`${before ? line : ''}after`, 'a reply'])
    expect(before ? inChannel() : texts()).toEqual([])
    await forTeams('next')
    await pass(clock, minute, [loop])
    expect(before ? inChannel() : texts()).toEqual([`${before ? '' : line}next`])
  })

  it.each([
    ['on', false],
    ['off', true],
  ])('turned %s before something goes out, it holds for that', async (_, before) => {
    const { clock, say } = world()
    const { state, loop } = piloted(before)
    await say({ partnershipId: 'p', dueAt: monday + hour })
    await pass(clock, minute, [loop])
    state.on = !before
    await pass(clock, 2 * hour, [loop])
    expect([inChannel().length, texts().length]).toEqual(before ? [1, 0] : [0, 1])
  })

  it('looks for what is unclear where it went, and says it once', async () => {
    const { clock, slack } = world()
    const { state, loop } = piloted()
    slack.fault({ kind: 'dropAfter', method: 'chat.postMessage', times: 1 })
    const id = await forTeams()
    await pass(clock, 1_000, [loop])
    expect((await stateOf(world().db, id)).state).toBe('unsure')
    state.on = false
    await pass(clock, 10 * minute, [loop])
    expect(inDm().map(keyOf)).toEqual([id])
    expect(inChannel()).toEqual([])
    expect(await stateOf(world().db, id)).toMatchObject({ state: 'sent', pilot_id: 'p1' })
  })

  it('says in its channel what never came out, once it is turned off', async () => {
    const { clock, slack } = world()
    const { state, loop } = piloted()
    slack.fault({ kind: 'dropBefore', method: 'chat.postMessage', times: 1 })
    const id = await forTeams()
    await pass(clock, 1_000, [loop])
    state.on = false
    await pass(clock, 10 * minute, [loop])
    expect(inChannel()).toEqual(['Good morning'])
    expect(texts()).toEqual([])
    expect(await stateOf(world().db, id)).toMatchObject({ state: 'sent', pilot_id: null, channel_id: shared })
  })

  it('finds what a backup does not know of where it went, and says it once', async () => {
    const { clock, db } = world()
    const { loop } = piloted()
    const id = await forTeams()
    await pass(clock, minute, [loop])
    const unsaid = { payload: null, wire_at: null, channel_id: null, pilot_id: null, ts: null, sent_at: null }
    await db
      .updateTable('delivery')
      .set({ ...unsaid, state: 'due', attempts: 0 })
      .execute()
    await noteRestored(db, clock.now())
    await pass(clock, hour, [piloted().loop])
    expect(inDm().map(keyOf)).toEqual([id])
    expect(inChannel()).toEqual([])
    expect(await stateOf(db, id)).toMatchObject({ state: 'sent', ts: inDm()[0]?.ts, pilot_id: 'p1' })
  })

  it('keeps apart what goes to one person from several channels', async () => {
    const { clock, say } = world()
    const { loop } = piloted()
    await say({ partnershipId: 'p' })
    await say({ partnershipId: 'p', recipient: sales })
    await say({ kind: 'dm', recipient: bram })
    await pass(clock, minute, [loop])
    const times = inDm().map(({ ts }) => Number(ts) * 1000)
    expect(times).toHaveLength(3)
    for (const [index, time] of times.slice(1).entries())
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_100)
  })
})
