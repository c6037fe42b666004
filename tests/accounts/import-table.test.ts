import { describe, expect, it } from 'vitest'
import { decode } from '../../src/accounts/import/decode.ts'
import { mostRows, readTable } from '../../src/accounts/import/table.ts'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Véga'), 'Véga'],
    ['UTF-8 that says so', new TextEncoder().encode('\uFEFFVéga'), 'Véga'],
    ['Windows-1252', bytes(0x56, 0xe9, 0x67, 0x61, 0x80), 'Véga€'],
    ['UTF-16, as spreadsheets call it Unicode', utf16('Véga'), 'Véga'],
    ['UTF-16 the other way round', new Uint8Array(Buffer.from(utf16('Véga')).swap16()), 'Véga'],
    ['nothing', bytes(), ''],
  ])('is read where it is %s', (_, given, expected) => {
    expect(decode(given)).toBe(expected)
  })

  it('is not there where the file holds something else', () => {
    expect(decode(bytes(0x50, 0x4b, 3, 4, 0, 0))).toBeUndefined()
  })
})

/** What is read: by line, the cells by column. */
function read(text: string): [number, Record<string, string>][] {
  const table = readTable(text)
  if (!table.ok) throw new Error(JSON.stringify(table.trouble))
  return table.rows.map(({ line, cells }) => [line, cells])
}

describe('a table', () => {
  const vega = [[2, { name: 'Vega', tier: 'A', marketing: 'Anna' }]]
  it.each([
    ['semicolons', 'name;tier;marketing\nVega;A;Anna'],
    ['commas', 'name,tier,marketing\nVega,A,Anna'],
    ['tabs', 'name\ttier\tmarketing\nVega\tA\tAnna'],
    ['quotes', '"name";"tier";"marketing"\n"Vega";"A";"Anna"'],
    ['a byte order mark', '\uFEFFname;tier;marketing\nVega;A;Anna\n'],
    ['the line ends of Windows', 'name;tier;marketing\r\nVega;A;Anna\r\n'],
    ['the line ends of old', 'name;tier;marketing\rVega;A;Anna\r'],
    ['spaces', ' Name ; TIER ; Marketing \n Vega ; A ; Anna '],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual(vega)
  })

  it.each([
    ['Name,Tier,Marketing owner,Sales owner,CRM link'],
    ['account name,tier,marketing,sales,crm'],
    ['Key account;Niveau;Eigenaar marketing;Eigenaar sales;CRM-link'],
    ['klant\tniveau\tmarketing-eigenaar\tsales_eigenaar\tCRM URL'],
    ['Bedrijfsnaam;Klasse;Owner marketing;Verkoop;Link'],
  ])('knows its columns in both languages: %s', (head) => {
    const separator = /[,;\t]/.exec(head)?.[0] ?? ''
    const [[, cells] = []] = read(`${head}\n${['a', 'b', 'c', 'd', 'e'].join(separator)}`)
    expect(cells).toEqual({ name: 'a', tier: 'b', marketing: 'c', sales: 'd', crm: 'e' })
  })

  it('keeps separators, quotation marks and lines that stand in quotes', () => {
    expect(read('name,tier\n"Vega, Inc.",A\n"The ""big"" one",B\n"Two\nlines",C\nLast,A')).toEqual([
      [2, { name: 'Vega, Inc.', tier: 'A' }],
      [3, { name: 'The "big" one', tier: 'B' }],
      [4, { name: 'Two\nlines', tier: 'C' }],
      [6, { name: 'Last', tier: 'A' }],
    ])
  })

  it('takes quotation marks inside a cell as they are', () => {
    expect(read('name;tier\nThe "big" one;A')).toEqual([[2, { name: 'The "big" one', tier: 'A' }]])
  })

  it('counts lines as somebody sees them, empty ones too', () => {
    expect(read('\n\nname;tier\n\nVega;A\n;;\nOrion;B\n\n').map(([line]) => line)).toEqual([5, 7])
  })

  it('has empty cells where a row is too short, and says where it is too long', () => {
    const table = readTable('name;tier\nVega\nOrion;B;\nLyra;B;more')
    expect(table.ok && table.rows.map(({ cells, beyond }) => [cells, beyond])).toEqual([
      [{ name: 'Vega', tier: '' }, []],
      [{ name: 'Orion', tier: 'B' }, []],
      [{ name: 'Lyra', tier: 'B' }, ['more']],
    ])
  })

  it('leaves out columns that are none of its own, and says which', () => {
    const table = readTable('Revenue;name; ;Zip code\n12;Vega;x;1234')
    expect(table).toMatchObject({ ok: true, leftOut: ['Revenue', 'Zip code'] })
    expect(read('Revenue;name\n12;Vega')).toEqual([[2, { name: 'Vega' }]])
  })

  it('takes a formula for text, and an apostrophe that keeps one from running for none', () => {
    const cells = ["'=1+1", '=1+1', "'@anna", "'t Hof", '+31'].map((name) => read(`name\n${name}`)[0]?.[1].name)
    expect(cells).toEqual(['=1+1', '=1+1', '@anna', "'t Hof", '+31'])
  })

  it('takes as many rows as are allowed, and no more', () => {
    const rows = (count: number) => `name\n${Array.from({ length: count }, (_, n) => `n${n}`).join('\n')}`
    expect(read(rows(mostRows))).toHaveLength(mostRows)
    expect(readTable(rows(mostRows + 1))).toEqual({ ok: false, trouble: { what: 'too many', count: mostRows + 1 } })
  })

  it.each([
    ['nothing', ' \n\t\n', { what: 'empty' }],
    ['headings alone', 'name;tier\n\n;\n', { what: 'empty' }],
    ['no headings', 'Vega;A\nOrion;B', { what: 'no names' }],
    ['headings without a name', 'tier;sales\nA;Tom', { what: 'no names' }],
    ['one heading twice', 'name;klant\nVega;Orion', { what: 'column twice', column: 'name' }],
    ['a quotation mark that stays open', 'name;tier\n\nVega;A\nOrion;"B\nLyra;C\n', { what: 'open quote', line: 4 }],
    ['one that is open from the start', '"name;tier\nVega;A', { what: 'open quote', line: 1 }],
    ['no table at all', `name;tier\nVega;${'x'.repeat(30_000)}`, { what: 'not a table' }],
  ])('is refused where it is %s', (_, text, trouble) => {
    expect(readTable(text)).toEqual({ ok: false, trouble })
  })
})
