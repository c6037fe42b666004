import { describe, expect, it } from 'vitest'
import { paged } from '../../src/actions/list/pages.ts'
import type { Item } from '../../src/platform/rendered.ts'

const lines = (...ids: string[]): Item[] => ids.map((id) => ({ id, title: id, from: 0, buttons: [] }))
const shape = (pages: ReturnType<typeof paged>) =>
  pages.map((page) => page.map(({ heading, items }) => `${heading}: ${items.map(({ id }) => id).join('')}`))
const a = { heading: 'A', items: lines('1', '2', '3') }
const b = { heading: 'B', items: lines('4', '5') }

describe('pages of a list', () => {
  it.each([
    ['all on one where there is room', [a, b], 100, 100, 10, [['A: 123', 'B: 45']]],
    ['as many lines as may stand on one', [a, b], 100, 100, 2, [['A: 12'], ['A: 3', 'B: 4'], ['B: 5']]],
    ['as many blocks as fit, fewer on the first', [a, b], 5, 7, 10, [['A: 12'], ['A: 3', 'B: 4'], ['B: 5']]],
    ['no heading without a line under it', [a, b], 9, 7, 10, [['A: 123'], ['B: 45']]],
    ['nothing under nothing', [{ heading: 'A', items: [] }, b], 100, 100, 10, [['B: 45']]],
    ['one where there is nothing', [], 100, 100, 10, [[]]],
  ])('hold %s', (_, sections, first, other, most, expected) => {
    expect(shape(paged(sections, { first, other }, most))).toEqual(expected)
  })
})
