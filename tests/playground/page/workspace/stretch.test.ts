import { describe, expect, it } from 'vitest'
import { toItems } from '../../../../src/playground/page/workspace/rows.ts'
import { around, boundsOf, lengths, withNewer, withOlder } from '../../../../src/playground/page/workspace/stretch.ts'
import { said } from '../given.ts'

const many = (count: number) =>
  toItems(
    Array.from({ length: count }, (_, at) => said(new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString())),
    [],
    [],
  )
const items = many(1000)

describe('the stretch of a long list that is drawn', () => {
  it('is the newest part at first, and goes with what comes in', () => {
    expect(boundsOf(items, {})).toEqual({ from: 1000 - lengths.first, to: 1000 })
    expect(boundsOf(items.slice(0, 5), {})).toEqual({ from: 0, to: 5 })
  })

  it('reaches everything by scrolling up and down again, never too much at once', () => {
    let stretch = {}
    const seen = new Set<number>()
    const look = () => {
      const { from, to } = boundsOf(items, stretch)
      expect(to - from).toBeLessThanOrEqual(lengths.most)
      for (let at = from; at < to; at += 1) seen.add(at)
      return { from, to }
    }
    while (look().from > 0) stretch = withOlder(items, stretch)
    expect(seen.size).toBe(1000)
    while (look().to < 1000) stretch = withNewer(items, stretch)
    expect(stretch).toMatchObject({ last: undefined })
  })

  it('keeps what one reads when others come in and go', () => {
    const stretch = withOlder(items, withOlder(items, {}))
    const before = items[boundsOf(items, stretch).from]
    const after = [...items.slice(1), ...many(1010).slice(1000)]
    expect(after[boundsOf(after, stretch).from]).toBe(before)
    expect(boundsOf(after, stretch).to).toBe(after.length)
  })

  it('goes to a message that is far away, and stays for one that is drawn', () => {
    const far = items[100]?.ts ?? ''
    const { from, to } = boundsOf(items, around(items, {}, far))
    expect([from < 100, to > 100, to - from <= lengths.first]).toEqual([true, true, true])
    const stretch = withOlder(items, {})
    expect(around(items, stretch, items[990]?.ts ?? '')).toBe(stretch)
    expect(around(items, stretch, '1.000000')).toBe(stretch)
  })
})
