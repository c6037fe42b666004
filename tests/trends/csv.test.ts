import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/trends/export/csv.ts'

const cellsOf = (text: string, delimiter = ','): string[][] => parse(text, { bom: true, delimiter })
const one = (cell: string): string => cellsOf(toCsv({ name: 'x', columns: ['a'], rows: [[cell]] }, 'en'))[1]?.[0] ?? ''

describe('a file of an export', () => {
  it.each([
    '=HYPERLINK("https://example.com")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '|cmd',
    '%0A',
    '  =1+1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＠SUM(A1)',
  ])('holds %j as text, not as a formula', (cell) => {
    expect(one(cell)).toBe(`'${cell}`)
  })

  it.each(['Port of Moerdijk', 'A=B', 'a-b', '"quoted", he said', 'two\nlines; and more', 'één', "'s-Hertogenbosch"])(
    'holds %j as it is',
    (cell) => {
      expect(one(cell)).toBe(cell)
    },
  )

  it('holds numbers as numbers, negative ones too', () => {
    expect(toCsv({ name: 'x', columns: ['a'], rows: [[-5], [1.5]] }, 'en')).toBe('\uFEFFa\r\n-5\r\n1.5\r\n')
  })

  it('separates by semicolons in Dutch, as Dutch spreadsheets do', () => {
    expect(toCsv({ name: 'x', columns: ['a', 'b'], rows: [['1;2', 'c']] }, 'nl')).toBe('\uFEFFa;b\r\n"1;2";c\r\n')
  })

  it('has every cell of every row, whatever people typed', () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.constantFrom('en' as const, 'nl' as const), (typed, language) => {
        const read = cellsOf(
          toCsv({ name: 'x', columns: ['a', 'b'], rows: typed }, language),
          language === 'nl' ? ';' : ',',
        )
        expect(read).toHaveLength(typed.length + 1)
        typed.forEach(([a, b], row) => {
          expect(read[row + 1]?.[0]?.endsWith(a)).toBe(true)
          expect(read[row + 1]?.[1]?.endsWith(b)).toBe(true)
        })
      }),
    )
  })
})
