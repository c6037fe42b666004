import { describe, expect, it } from 'vitest'
import type { Deed, Outcome, Where } from '../../../src/playground/page/wire.ts'
import { perform } from '../../../src/playground/window/deeds.ts'
import { parseDeed } from '../../../src/playground/window/parse-deed.ts'
import { createReadMarks } from '../../../src/playground/window/read-marks.ts'
import { call } from '../call.ts'
import { actions, button, input, modal, options, typed, useDesk } from '../desk.ts'
import { quietWorld } from './quiet-world.ts'

const desk = useDesk()
const open = 'C0OPEN0001'

function doing(
  deed: Deed,
  world = quietWorld(),
  person = 'anna',
  marks = createReadMarks(desk.slack.workspace),
): Promise<Outcome> {
  const { slack } = desk
  const as = slack.person(person).id
  const parsed = parseDeed(JSON.parse(JSON.stringify({ as, deed })))
  if (!parsed) return Promise.reject(new Error('The page could not have asked for that.'))
  return perform({ slack, marks, world }, as, parsed.deed)
}

const inMessage = ({ ts }: { ts: string }): Where => ({ in: 'message', channel: open, ts })
const inModal = (): Where => ({ in: 'view', id: String(desk.anna.modal?.id) })

describe('what somebody does in their window', () => {
  it('says, also in a thread', async () => {
    await doing({ do: 'say', channel: open, text: 'Root' })
    const [root] = desk.slack.messages(open)
    await doing({ do: 'say', channel: open, text: 'Reply', thread: String(root?.ts) })
    expect(desk.slack.thread(open, String(root?.ts)).map(({ text }) => text)).toEqual(['Root', 'Reply'])
  })

  it('types a command and hears the answer', async () => {
    desk.answer = () => ({ text: 'For you alone' })
    expect(await doing({ do: 'command', channel: open, text: '/rondo help' })).toMatchObject({
      ok: true,
      text: 'For you alone',
    })
    expect(desk.last()).toMatchObject({ command: '/rondo', text: 'help', channel_id: open })
  })

  it('clicks a button of a message', async () => {
    const posted = await desk.post([actions(button('go', { value: 'v' }))])
    await doing({ do: 'click', where: inMessage(posted), block: 'row', action: 'go', filled: [] })
    expect(desk.last()).toMatchObject({ type: 'block_actions', actions: [{ action_id: 'go', value: 'v' }] })
  })

  it('clicks a button in Home, with what stands in the fields beside it', async () => {
    const blocks = [input('why', typed), actions(button('go'))]
    await call(desk.slack, 'views.publish', { user_id: desk.anna.id, view: { type: 'home', blocks } })
    const filled = [{ block: 'why', action: 'a', given: 'Because' }]
    const where: Where = { in: 'view', id: String(desk.anna.home?.id) }
    await doing({ do: 'click', where, block: 'row', action: 'go', filled })
    expect(desk.last()).toMatchObject({
      type: 'block_actions',
      actions: [{ action_id: 'go' }],
      view: { state: { values: { why: { a: { value: 'Because' } } } } },
    })
  })

  it('chooses an option of an overflow menu', async () => {
    const posted = await desk.post([actions({ type: 'overflow', action_id: 'more', options })])
    await doing({ do: 'click', where: inMessage(posted), block: 'row', action: 'more', option: 'two', filled: [] })
    expect(desk.last()).toMatchObject({ actions: [{ selected_option: { value: 'two' } }] })
  })

  it('chooses in a select and tells the app at once', async () => {
    const posted = await desk.post([actions({ type: 'static_select', action_id: 'pick', options })])
    const where = inMessage(posted)
    await doing({ do: 'choose', where, block: 'row', action: 'pick', given: options[1], filled: [] })
    expect(desk.last()).toMatchObject({ actions: [{ selected_option: { value: 'two' } }] })
  })

  it('submits a modal with what was filled in; what is wrong comes back under the fields', async () => {
    await desk.open(modal('form'))
    const view = String(desk.anna.modal?.id)
    expect(await doing({ do: 'submit', view, filled: [] })).toMatchObject({ errors: { name: expect.any(String) } })
    const filled = [{ block: 'name', action: 'a', given: 'Anna' }]
    expect(await doing({ do: 'submit', view, filled })).toEqual({ ok: true })
    expect(desk.last()).toMatchObject({ view: { state: { values: { name: { a: { value: 'Anna' } } } } } })
    expect(desk.anna.modal).toBeUndefined()
  })

  it('leaves out what was filled in a field that is gone meanwhile', async () => {
    await desk.open(modal('form'))
    const filled = [
      { block: 'gone', action: 'a', given: 'x' },
      { block: 'name', action: 'a', given: 'Anna' },
    ]
    expect(await doing({ do: 'submit', view: String(desk.anna.modal?.id), filled })).toEqual({ ok: true })
  })

  it('does not tell the app of a field twice that it hears of at once', async () => {
    const blocks = [input('name', typed, { dispatch_action: true }), actions(button('go'))]
    await desk.open(modal('form', blocks))
    const before = desk.socket.got.length
    const filled = [{ block: 'name', action: 'a', given: 'Anna' }]
    await doing({ do: 'click', where: inModal(), block: 'row', action: 'go', filled })
    expect(desk.socket.got.length - before).toBe(1)
    expect(desk.last()).toMatchObject({ view: { state: { values: { name: { a: { value: 'Anna' } } } } } })
  })

  it('closes a modal, reacts, opens Home, joins and leaves', async () => {
    await desk.open(modal('form'))
    await doing({ do: 'close', view: String(desk.anna.modal?.id), all: false })
    expect(desk.anna.modal).toBeUndefined()
    const posted = await desk.post([])
    await doing({ do: 'react', channel: open, ts: posted.ts, emoji: 'wave' })
    expect(desk.slack.messages(open).at(-1)?.reactions).toMatchObject([{ name: 'wave', users: [desk.anna.id] }])
    await doing({ do: 'unreact', channel: open, ts: posted.ts, emoji: 'wave' })
    expect(desk.slack.messages(open).at(-1)?.reactions ?? []).toEqual([])
    await doing({ do: 'openHome', tab: 'home' })
    await desk.slack.settled()
    expect(desk.last()).toMatchObject({ event: { type: 'app_home_opened', user: desk.anna.id } })
    await doing({ do: 'leave', channel: open })
    await expect(doing({ do: 'say', channel: open, text: 'Still here?' })).rejects.toThrow('has not joined')
  })

  it('asks the app for options', async () => {
    desk.answer = () => ({ options })
    const posted = await desk.post([actions({ type: 'external_select', action_id: 'ask', min_query_length: 1 })])
    const where = inMessage(posted)
    const outcome = await doing({ do: 'suggest', where, block: 'row', action: 'ask', query: 'o' })
    expect(outcome).toMatchObject({ ok: true, options })
  })

  it('uses the shortcuts of the app, with and without a message', async () => {
    await doing({ do: 'shortcut', id: 'app:note' })
    expect(desk.last()).toMatchObject({ type: 'shortcut', callback_id: 'app:note', user: { id: desk.anna.id } })
    const said = desk.anna.say('Look at this', { in: open })
    await doing({ do: 'messageShortcut', channel: open, ts: said.ts, id: 'app:raise' })
    expect(desk.last()).toMatchObject({ type: 'message_action', callback_id: 'app:raise', message: { ts: said.ts } })
  })

  it('moves the world', async () => {
    const asked: unknown[] = []
    const world = quietWorld(asked)
    await doing({ do: 'travel', to: { hours: 1 } }, world)
    await doing({ do: 'travel', to: { next: 'occurrence' } }, world)
    await doing({ do: 'runClock', run: false }, world)
    await doing({ do: 'trouble', what: 'outage', on: true }, world)
    await doing({ do: 'dropSocket' }, world)
    await doing({ do: 'runBot', run: false }, world)
    await doing({ do: 'startOver', empty: true }, world)
    expect(asked).toEqual([
      ['travel', { hours: 1 }, desk.anna.id],
      ['travel', { next: 'occurrence' }, desk.anna.id],
      ['runClock', false],
      ['trouble', 'outage', true],
      ['dropSocket'],
      ['runBot', false],
      ['startOver', { empty: true }],
    ])
  })

  it('waits while the world is busy, but reading goes on', async () => {
    const world = quietWorld()
    world.busy = (personId) => `${personId} has to wait.`
    const saying = doing({ do: 'say', channel: open, text: 'Hello' }, world)
    await expect(saying).rejects.toThrow(`${desk.anna.id} has to wait.`)
    expect(await doing({ do: 'read', channel: open, ts: '1.000000' }, world)).toEqual({ ok: true })
  })
})

describe('what somebody has read', () => {
  it('is noted, but nothing that is still to be said: it was read before somebody started over', async () => {
    const marks = createReadMarks(desk.slack.workspace)
    const [, { ts }] = [desk.anna.say('Hello', { in: open }), desk.anna.say('At the same moment', { in: open })]
    await doing({ do: 'read', channel: open, ts }, quietWorld(), 'bram', marks)
    const later = (Number(ts) + 3600).toFixed(6)
    await doing({ do: 'read', channel: open, ts: later }, quietWorld(), 'bram', marks)
    expect(marks.of('U0BRAM0001', open)).toBe(ts)
  })
})

describe('what cannot be done', () => {
  it('says so when the thing is not there any more', async () => {
    const gone: Where = { in: 'message', channel: open, ts: '1.000000' }
    await expect(doing({ do: 'click', where: gone, block: 'b', action: 'a', filled: [] })).rejects.toThrow('not there')
    await expect(doing({ do: 'submit', view: 'V0GONE', filled: [] })).rejects.toThrow('not there')
    desk.anna.change({ locale: 'nl-NL' })
    await expect(doing({ do: 'submit', view: 'V0GONE', filled: [] })).rejects.toThrow('staat er niet meer')
  })

  it('does not let a person look into what is not theirs', async () => {
    desk.anna.say('Between us', { in: 'C0PRIVATE1' })
    const [{ ts } = { ts: '' }] = desk.slack.messages('C0PRIVATE1')
    const deed: Deed = { do: 'react', channel: 'C0PRIVATE1', ts, emoji: 'wave' }
    await expect(doing(deed, quietWorld(), 'bram')).rejects.toThrow('not in private')
    await call(desk.slack, 'chat.postEphemeral', {
      channel: open,
      user: desk.anna.id,
      text: 'Only for Anna',
      blocks: [actions(button('go'))],
    })
    const where: Where = { in: 'ephemeral', channel: open, ts: String(desk.anna.ephemerals(open).at(-1)?.ts) }
    const click: Deed = { do: 'click', where, block: 'row', action: 'go', filled: [] }
    await expect(doing(click, quietWorld(), 'bram')).rejects.toThrow('not there')
    expect(await doing(click)).toMatchObject({ ok: true })
  })

  it.each([
    [{ as: 'U1' }],
    [{ as: 'U1', deed: { do: 'fly' } }],
    [{ as: 'U1', deed: { do: 'say', channel: 'C1', text: 5 } }],
    [{ as: 'U1', deed: { do: 'travel', to: { hours: -1 } } }],
    [{ as: 'U1', deed: { do: 'travel', to: { instant: 1e300 } } }],
    [{ as: 'U1', deed: { do: 'say', channel: 'C1', text: 'x', more: true } }],
    ['nonsense'],
    [undefined],
  ])('refuses %j', (body) => {
    expect(parseDeed(body)).toBeUndefined()
  })
})
