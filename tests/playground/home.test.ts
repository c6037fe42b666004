import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { plain, useDesk } from './desk.ts'

const desk = useDesk()

describe('Home', () => {
  const home = (text: string) => ({ type: 'home', blocks: [{ type: 'section', text: plain(text) }] })

  it('is published for one person, and refuses a stale hash', async () => {
    const publish = async (args: object) =>
      (await call(desk.slack, 'views.publish', { user_id: 'U0ANNA0001', ...args })).body
    await publish({ view: home('One') })
    const first = desk.anna.home
    await publish({ view: home('Two'), hash: first?.hash })
    expect(desk.anna.home).toMatchObject({ id: first?.id, blocks: [{ text: { text: 'Two' } }] })
    expect((await publish({ view: home('Three'), hash: first?.hash })).error).toBe('hash_conflict')
    expect(desk.slack.person('bram').home).toBeUndefined()
  })

  it('tells the app when it is opened, with what stands there', async () => {
    desk.anna.openHome()
    await desk.slack.settled()
    expect(desk.last().event).toEqual({
      type: 'app_home_opened',
      user: 'U0ANNA0001',
      channel: expect.stringMatching(/^D/),
      tab: 'home',
      event_ts: expect.any(String),
    })
    await call(desk.slack, 'views.publish', { user_id: 'U0ANNA0001', view: home('One') })
    desk.anna.openHome()
    await desk.slack.settled()
    expect(desk.last().event).toMatchObject({ view: { type: 'home' } })
    desk.anna.openHome('messages')
    await desk.slack.settled()
    expect(desk.last().event).toMatchObject({ tab: 'messages' })
  })
})
