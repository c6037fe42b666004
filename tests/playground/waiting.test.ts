import { describe, expect, it } from 'vitest'
import { startSlack } from '../../src/playground/server/start.ts'
import { call } from './call.ts'
import { useDesk } from './desk.ts'

const desk = useDesk()

describe('waiting', () => {
  it('ends with what was waited for', async () => {
    const waiting = desk.slack.until(() => desk.slack.messages('open')[0]?.text)
    await desk.post([])
    expect(await waiting).toBe('Text')
  })

  it('gives up with the last traffic', async () => {
    const hasty = await startSlack({ patienceMs: 20 })
    await call(hasty, 'chat.postMessage', { channel: 'C0NOWHERE1', text: 'Lost' })
    await expect(hasty.until(() => false)).rejects.toThrow(/Still not so.*chat.postMessage.*Lost.*channel_not_found/s)
    await hasty.stop()
  })

  it('passes on what goes wrong in the condition', async () => {
    await expect(desk.slack.until(() => desk.slack.channel('nowhere'))).rejects.toThrow(
      'No channel "nowhere"; there are open, private',
    )
  })
})
