import { describe, expect, it } from 'vitest'
import { createOutlook, type Outlook } from '../../../src/playground/window/outlook.ts'
import { createReadMarks } from '../../../src/playground/window/read-marks.ts'
import { call } from '../call.ts'
import { modal, useDesk } from '../desk.ts'
import { quietWorld } from './quiet-world.ts'

const desk = useDesk()
const open = 'C0OPEN0001'
const hidden = 'C0PRIVATE1'

function windowOf(name: string, traffic = false): Outlook {
  const { slack } = desk
  const marks = createReadMarks(slack.workspace)
  const world = quietWorld()
  const rest = { completions: () => [], shortcuts: [] }
  const surroundings = { slack, marks, world: () => world.card(name), ...rest }
  return createOutlook(surroundings, slack.person(name).id, { traffic })
}

const texts = (outlook: Outlook, channel = open) => outlook.news()?.messages?.[channel]?.put.map(({ text }) => text)

describe('what a window is told', () => {
  it('is everything at first, and then nothing until something changes', () => {
    desk.anna.say('Good morning', { in: open })
    const outlook = windowOf('bram')
    const first = outlook.news()
    expect(first).toMatchObject({ fresh: true, era: 0, me: 'U0BRAM0001', team: { name: 'Playground' } })
    expect(first?.channels?.map(({ name }) => name)).toEqual(['open'])
    expect(first?.messages?.[open]?.put.map(({ text }) => text)).toEqual(['Good morning'])
    expect(outlook.news()).toBeUndefined()
  })

  it('is only the messages that are new or changed, and which are gone', async () => {
    const first = desk.anna.say('One', { in: open })
    const posted = await desk.post([], { text: 'Two' })
    const outlook = windowOf('bram')
    outlook.news()
    await call(desk.slack, 'chat.update', { channel: open, ts: posted.ts, text: 'Two, better' })
    desk.anna.react(first, 'wave')
    expect(texts(outlook)?.toSorted()).toEqual(['One', 'Two, better'])
    await call(desk.slack, 'chat.delete', { channel: open, ts: posted.ts })
    expect(outlook.news()?.messages).toEqual({ [open]: { put: [], gone: [posted.ts] } })
  })

  it('holds no private channel, no ephemeral, no modal and no Home of others', async () => {
    desk.anna.say('Between us', { in: hidden })
    await call(desk.slack, 'chat.postEphemeral', { channel: open, user: desk.anna.id, text: 'Only for Anna' })
    await desk.open(modal('anything'))
    await call(desk.slack, 'views.publish', { user_id: desk.anna.id, view: { type: 'home', blocks: [] } })
    const seen = JSON.stringify(windowOf('bram').news())
    for (const secret of ['Between us', 'Only for Anna', 'anything', '"home":{']) expect(seen).not.toContain(secret)
    const own = windowOf('anna').news()
    expect(own?.ephemerals?.map(({ text }) => text)).toEqual(['Only for Anna'])
    expect(own?.modals).toHaveLength(1)
    expect(own?.home).toMatchObject({ type: 'home' })
  })

  it('shows a guest only the channels they are in', () => {
    expect(windowOf('guest').news()?.channels).toEqual([])
  })

  it('takes a channel away from whoever left it', () => {
    const said = desk.anna.say('Between us', { in: hidden })
    const outlook = windowOf('anna')
    outlook.news()
    desk.anna.leave(hidden)
    const news = outlook.news()
    expect(news?.channels?.map(({ id }) => id)).not.toContain(hidden)
    expect(news?.messages?.[hidden]?.gone).toContain(said.ts)
  })

  it('begins anew when the workspace does', () => {
    desk.anna.say('Before', { in: open })
    const outlook = windowOf('bram')
    outlook.news()
    desk.slack.reset()
    desk.slack.person('anna').say('After', { in: open })
    const news = outlook.news()
    expect(news).toMatchObject({ fresh: true, era: 1 })
    expect(windowOf('bram').news()?.era).toBe(1)
    expect(news?.messages?.[open]?.put.map(({ text }) => text)).toEqual(['After'])
  })

  it('is the time whenever somebody moved the clock, and when it begins to run by itself', () => {
    const outlook = windowOf('anna')
    outlook.news()
    desk.clock.advance(60_000)
    expect(outlook.news()).toEqual({ clock: { now: desk.clock.now(), running: false } })
    desk.clock.run()
    expect(outlook.news()?.clock).toMatchObject({ running: true })
    expect(outlook.news()).toBeUndefined()
    desk.clock.pause()
    expect(outlook.news()?.clock).toMatchObject({ running: false })
  })

  it('is the traffic for whoever asked for it, each exchange once', async () => {
    const outlook = windowOf('anna', true)
    expect(outlook.news()?.traffic?.put.length).toBeGreaterThan(0)
    await call(desk.slack, 'chat.postMessage', { channel: open, text: 'Hello' })
    expect(outlook.news()?.traffic).toMatchObject({ cleared: false, put: [{ what: 'chat.postMessage' }] })
    expect(outlook.news()).toBeUndefined()
    expect(windowOf('anna').news()?.traffic).toBeUndefined()
  })
})

describe('what has been read', () => {
  it('is kept for each person and channel, and never taken back', () => {
    const marks = createReadMarks(desk.slack.workspace)
    marks.note('U1', 'C1', '20.000000')
    marks.note('U1', 'C1', '10.000000')
    expect([marks.of('U1', 'C1'), marks.of('U1', 'C2'), marks.of('U2', 'C1')]).toEqual(['20.000000', '0', '0'])
  })

  it('can be all that was said before an instant, and is nothing in a workspace that begins anew', () => {
    const marks = createReadMarks(desk.slack.workspace)
    marks.note('U1', 'C1', '20.000000')
    marks.noteAll(15_000)
    expect([marks.of('U1', 'C1'), marks.of('U2', 'C1')]).toEqual(['20.000000', '15'])
    desk.slack.reset()
    expect(marks.of('U1', 'C1')).toBe('0')
  })
})
