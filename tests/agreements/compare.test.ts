import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, compare, folded, type Line } from '../../src/agreements/compare.ts'

/** '# x' is a heading. */
const lines = (...texts: string[]): Line[] =>
  texts.map((text) => (text.startsWith('# ') ? { text: text.slice(2), heading: true } : { text }))
const signs = { same: ' ', added: '+', removed: '-' }
const shown = (changes: readonly Change[]) => changes.map(({ sign, text }) => `${signs[sign]}${text}`)

describe('what changed between two texts', () => {
  it.each([
    ['nothing', lines('a', 'b'), lines('a', 'b'), [' a', ' b']],
    ['a line more', lines('a', 'c'), lines('a', 'b', 'c'), [' a', '+b', ' c']],
    ['a line less', lines('a', 'b', 'c'), lines('a', 'c'), [' a', '-b', ' c']],
    ['a line in place of another', lines('a', 'b', 'c'), lines('a', 'x', 'c'), [' a', '-b', '+x', ' c']],
    ['a line that moved', lines('a', 'b', 'c'), lines('b', 'c', 'a'), ['-a', ' b', ' c', '+a']],
    ['everything', lines('a'), lines('b'), ['-a', '+b']],
    ['all of it', lines('a'), [], ['-a']],
    ['a heading that became a line', lines('# a'), lines('a'), ['-a', '+a']],
  ])('is told line by line: %s', (_, before, after, changes) => {
    expect(shown(compare(before, after))).toEqual(changes)
  })

  it('leaves both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '# a'), { maxLength: 12 }).map((all) => lines(...all))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = compare(before, after)
        const of = (without: Change['sign']) => changes.filter(({ sign }) => sign !== without).map(({ text }) => text)
        expect(of('added')).toEqual(before.map(({ text }) => text))
        expect(of('removed')).toEqual(after.map(({ text }) => text))
      }),
    )
  })

  it('folds what stays, and keeps the heading above a change', () => {
    const before = lines('# One', 'a', 'b', '# Two', 'c', 'd', 'e')
    const after = lines('# One', 'a', 'b', '# Two', 'c', 'x', 'e')
    expect(folded(compare(before, after))).toEqual([
      { sign: 'unchanged', count: 2 },
      { sign: 'same', text: 'Two', heading: true },
      { sign: 'unchanged', count: 1 },
      { sign: 'removed', text: 'd' },
      { sign: 'added', text: 'x' },
      { sign: 'unchanged', count: 1 },
    ])
  })

  it('tells of a heading that is new, without the one before it', () => {
    const changes = folded(compare(lines('# One', 'a'), lines('# One', 'a', '# Two', 'b')))
    expect(changes).toEqual([
      { sign: 'unchanged', count: 1 },
      { sign: 'added', text: 'Two', heading: true },
      { sign: 'added', text: 'b' },
    ])
  })
})
