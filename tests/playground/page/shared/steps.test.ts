import { describe, expect, it } from 'vitest'
import { stepped, steppedInRows } from '../../../../src/playground/page/shared/steps.ts'

describe('the keys in a list of three', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 1, undefined],
  ])('%s at %i leads to %s', (key, at, next) => {
    expect(stepped(key, at, 3)).toBe(next)
    expect(stepped(key, -1, 0)).toBeUndefined()
  })
})

describe('the keys among two rows with something beside each, and a row alone', () => {
  const beside = [false, true, false, true, false]

  it.each([
    ['ArrowDown', 0, 2],
    ['ArrowDown', 1, 2],
    ['ArrowDown', 4, 0],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 3, 0],
    ['ArrowUp', 0, 4],
    ['ArrowDown', -1, 0],
    ['ArrowUp', -1, 4],
    ['Home', 2, 0],
    ['End', 0, 4],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 1, undefined],
    ['ArrowRight', 4, undefined],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 2, undefined],
    ['a', 0, undefined],
    ['Tab', 0, undefined],
  ])('%s at %i leads to %s', (key, at, next) => {
    expect(steppedInRows(key, at, beside)).toBe(next)
    expect(steppedInRows(key, -1, [])).toBeUndefined()
  })
})
