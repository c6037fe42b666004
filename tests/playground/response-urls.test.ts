import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { actions, button, useDesk } from './desk.ts'

const desk = useDesk()
const answerUrl = (url: unknown, body: object) => fetch(String(url), { method: 'POST', body: JSON.stringify(body) })

describe('a response_url', () => {
  const clicked = async () => {
    const message = await desk.post([actions(button('go'))])
    await desk.anna.click(message, 'go')
    return { message, url: desk.last().response_url }
  }

  it('answers the person, or the channel', async () => {
    const { url } = await clicked()
    expect(await (await answerUrl(url, { text: 'Mine' })).text()).toBe('ok')
    await answerUrl(url, { text: 'Ours', response_type: 'in_channel' })
    expect(desk.anna.ephemerals('C0OPEN0001').map((one) => one.text)).toEqual(['Mine'])
    expect(desk.slack.messages('open').map((one) => one.text)).toEqual(['Text', 'Ours'])
  })

  it('replaces or deletes what was clicked', async () => {
    const { url } = await clicked()
    await answerUrl(url, { text: 'Done', replace_original: true })
    expect(desk.slack.messages('open')).toMatchObject([{ text: 'Done' }])
    await answerUrl(url, { delete_original: true })
    expect(desk.slack.messages('open')).toEqual([])
  })

  it('replaces or deletes a message only they see', async () => {
    const args = { channel: 'C0OPEN0001', user: 'U0ANNA0001', text: 'x', blocks: [actions(button('go'))] }
    await call(desk.slack, 'chat.postEphemeral', args)
    const [whispered] = desk.anna.ephemerals()
    if (!whispered) throw new Error('nothing was whispered')
    await desk.anna.click(whispered, 'go')
    await answerUrl(desk.last().response_url, { text: 'Done', replace_original: true })
    expect(desk.anna.ephemerals()).toMatchObject([{ text: 'Done', ts: whispered.ts }])
    await answerUrl(desk.last().response_url, { delete_original: true })
    expect(desk.anna.ephemerals()).toEqual([])
  })

  it('works five times', async () => {
    const { url } = await clicked()
    for (let n = 0; n < 5; n += 1) expect((await answerUrl(url, { text: 'x' })).status).toBe(200)
    const sixth = await answerUrl(url, { text: 'x' })
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  })

  it('works for half an hour', async () => {
    const { url } = await clicked()
    desk.clock.advance(30 * 60_000)
    expect((await answerUrl(url, { text: 'x' })).status).toBe(200)
    desk.clock.advance(1)
    expect((await answerUrl(url, { text: 'x' })).status).toBe(404)
  })

  it('refuses what Slack refuses', async () => {
    const { url } = await clicked()
    expect(await (await answerUrl(url, { blocks: [{ type: 'nonsense' }] })).json()).toMatchObject({
      error: 'invalid_blocks',
    })
    expect(await (await answerUrl(url, {})).json()).toMatchObject({ error: 'no_text' })
  })
})
