import { describe, expect, it } from 'vitest'
import { besideOf, stepOf, towards } from '../../../../src/playground/page/controls/menu-steps.ts'

/** Two rows with something beside each, and a row alone. */
const beside = [false, true, false, true, false]

describe('walking through a menu', () => {
  it.each([
    [0, 'next', 2],
    [1, 'next', 2],
    [4, 'next', 0],
    [4, 'previous', 2],
    [3, 'previous', 0],
    [0, 'previous', 4],
    [-1, 'next', 0],
    [-1, 'previous', 4],
    [2, 'first', 0],
    [0, 'last', 4],
  ] as const)('leads from %i to the %s', (at, step, expected) => expect(towards(at, step, beside)).toBe(expected))

  it.each([
    [0, 'in', 1],
    [1, 'in', undefined],
    [4, 'in', undefined],
    [3, 'out', 2],
    [2, 'out', undefined],
  ] as const)('leads from %i %s to what stands beside', (at, step, expected) =>
    expect(besideOf(at, step, beside)).toBe(expected),
  )

  it('is done with arrows, Home and End, and with nothing else', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'a', 'Tab'].map(stepOf)).toEqual([
      'next',
      'previous',
      'first',
      'last',
      undefined,
      undefined,
    ])
  })

  it('leads nowhere where there is nothing', () => expect(towards(-1, 'next', [])).toBeUndefined())
})
