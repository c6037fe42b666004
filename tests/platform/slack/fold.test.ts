import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, pack } from '../../../src/platform/slack/fold.ts'

const width = (part: string) => part.length

describe('a long text', () => {
  it('is whole again when its parts are put together, and each part fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 20, max: 90 }), (text, limit) => {
        const parts = fold(text, limit, width)
        expect(parts.join('')).toBe(text)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('is cut between words where it can be', () => {
    expect(fold('one two three four', 10, width)).toEqual(['one two ', 'three four'])
  })

  it('is cut in a word where there is nothing else, and never in a character', () => {
    expect(fold('🎉🎉🎉', 4, width)).toEqual(['🎉🎉', '🎉'])
  })

  it('is measured as it will be written', () => {
    expect(fold('<<<<', 8, (part) => part.length * 4)).toEqual(['<<', '<<'])
  })

  it('is one part when it is empty', () => {
    expect(fold('', 10, width)).toEqual([''])
  })
})

describe('short texts', () => {
  it('share a part while they fit, in order', () => {
    expect(pack(['aa', 'bb', 'cc', 'dddddd'], 6, '\n')).toEqual(['aa\nbb', 'cc', 'dddddd'])
  })
})
