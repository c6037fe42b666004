import { describe, expect, it } from 'vitest'
import { addressOf, spotAt } from '../../../src/playground/page/address.ts'

describe('the address of a window', () => {
  it.each([
    ['/archives/C01/p1700000000000100?thread_ts=1700000000.000000', 'channel'],
    ['/archives/C01', 'channel'],
    ['/app/messages', 'app'],
    ['/traffic', 'traffic'],
  ])('%s is where one comes back to', (address, to) => {
    const spot = spotAt(new URL(address, 'http://127.0.0.1'))
    expect(spot?.to).toBe(to)
    expect(addressOf(spot)).toBe(address)
  })

  it('names a message as Slack does, and who looks', () => {
    const spot = spotAt(new URL('http://127.0.0.1/archives/C01/p1700000000000100?as=U1'))
    expect(spot).toEqual({ to: 'channel', channel: 'C01', at: '1700000000.000100', thread: undefined })
    expect(addressOf(spot, 'U1')).toBe('/archives/C01/p1700000000000100?as=U1')
  })

  it('leaves open where to begin when it names nothing known', () => {
    expect(spotAt(new URL('http://127.0.0.1/'))).toBeUndefined()
    expect(spotAt(new URL('http://127.0.0.1/elsewhere'))).toBeUndefined()
  })
})
