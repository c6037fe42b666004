import { describe, expect, it } from 'vitest'
import { firstGuess, jumpTo } from '../../../../src/playground/page/controls/jump-time.ts'

const amsterdam = 'Europe/Amsterdam'

describe('a jump', () => {
  const now = Date.UTC(2027, 3, 5, 8, 5)

  it('leads to what was filled in, where the reader is', () => {
    expect(jumpTo({ date: '2027-04-05', time: '10:06' }, now, amsterdam)).toEqual({ to: now + 60_000 })
    expect(jumpTo({ date: '2027-04-05', time: '09:06' }, now, 'Europe/London')).toEqual({ to: now + 60_000 })
  })

  it('goes neither back nor nowhere', () => {
    expect(jumpTo({ date: '2027-04-05', time: '10:05' }, now, amsterdam)).toEqual({ wrong: 'past' })
    expect(jumpTo({ date: '2027-04-04', time: '23:00' }, now, amsterdam)).toEqual({ wrong: 'past' })
    expect(jumpTo({ date: '2027-04-05', time: '' }, now, amsterdam)).toEqual({ wrong: 'incomplete' })
  })

  it('begins with the next full hour of the reader’s clock, also past midnight', () => {
    expect(firstGuess(now, amsterdam)).toEqual({ date: '2027-04-05', time: '11:00' })
    expect(firstGuess(now, 'Asia/Kathmandu')).toEqual({ date: '2027-04-05', time: '14:00' })
    expect(firstGuess(Date.UTC(2027, 3, 5, 21, 59), amsterdam)).toEqual({ date: '2027-04-06', time: '00:00' })
  })
})
