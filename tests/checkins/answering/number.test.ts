import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../src/checkins/answering/number.ts'
import { languages } from '../../../src/platform/i18n.ts'

describe.each(languages)('a number of somebody who speaks %s', (language) => {
  it.each([
    ['0', '0'],
    [' 12 ', '12'],
    ['-3', '-3'],
    ['+3', '3'],
    ['007', '7'],
    ['1.5', '1.5'],
    ['1,5', '1.5'],
    ['1,50', '1.5'],
    ['1.250,5', '1250.5'],
    ['1,250.50', '1250.5'],
    ['1 250', '1250'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['999999999999', '999999999999'],
  ])('may be written as %s', (typed, kept) => {
    expect(readNumber(typed, language)).toBe(kept)
  })

  it.each(['', 'ten', '12 leads', '1,2,3', '1.25.000', '1.250.5', '1,2345', '0.1234', '1e5', '--1', '1000000000000'])(
    'is not %s',
    (typed) => {
      expect(readNumber(typed, language)).toBeUndefined()
    },
  )
})

describe('what could be thousands or three decimals', () => {
  it.each([
    ['en', '1,250', '1250'],
    ['en', '1.250', undefined],
    ['nl', '1.250', '1250'],
    ['nl', '1,250', undefined],
    ['en', '-1.250', undefined],
  ] as const)('is read as in %s: %s', (language, typed, kept) => {
    expect(readNumber(typed, language)).toBe(kept)
  })
})
